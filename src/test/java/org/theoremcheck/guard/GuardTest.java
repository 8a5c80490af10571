package org.theoremcheck.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.theoremcheck.claim.Catalogue;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Codec;
import org.theoremcheck.claim.NotApplicable;
import org.theoremcheck.claim.Subject;
import org.theoremcheck.claim.Verdict;
import org.theoremcheck.guard.steprule.Course;
import org.theoremcheck.guard.steprule.Sgd;
import org.theoremcheck.guard.steprule.StepRules;
import org.theoremcheck.guard.steprule.Stepper;

/** The judge on subjects of all sorts. */
class GuardTest {

    private static final Catalogue CATALOGUE = Catalogue.of(List.of()).and(StepRules.theorems());
    private static final Claim<?, ?, ?> CLAIM = CATALOGUE.find("step-sgd").orElseThrow();

    /** Moves by the rate times so much of the gradient. */
    private static Stepper descent(Course course, double factor) {
        double rate = ((Sgd) course.rule()).rate();
        double[] point = course.start().clone();
        return gradient -> {
            for (int i = 0; i < point.length; i++) {
                point[i] -= factor * rate * gradient[i];
            }
            return point.clone();
        };
    }

    private static Judgement judge(Subject<Course, Stepper> subject) {
        return judge(subject, Duration.ofMinutes(1));
    }

    private static Judgement judge(Subject<Course, Stepper> subject, Duration limit) {
        return new Guard(CATALOGUE, 5, 200, 20)
                .judge(
                        CLAIM,
                        new SubjectDoor<>(Course.class, Stepper.class, subject, Capabilities.ALL, limit),
                        Guard.Observer.NONE);
    }

    @Test
    void whatIsRightHolds() {
        Judgement judgement = judge(course -> descent(course, 1));

        assertThat(judgement.verdict()).isEqualTo(Verdict.HOLDS);
        assertThat(judgement.judged()).isEqualTo(200);
        assertThat(judgement.witness()).isNull();
    }

    @Test
    void aSlipThatNobodyListedIsUnexplained() {
        Judgement judgement = judge(course -> descent(course, 0.5));

        assertThat(judgement.verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(judgement.explanation().orElseThrow().slip()).isEmpty();
        assertThat(Account.message(judgement)).contains("unexplained", "the first to differ");
    }

    @Test
    void theSmallestCounterexampleHasOneCoordinateAndOneRound() {
        Course course = Codec.read(judge(given -> descent(given, 0.5)).witness().instance(), Course.class);

        assertThat(course.start()).hasSize(1);
        assertThat(course.rounds()).isEqualTo(1);
    }

    @Test
    void theSameSeedGivesTheSameCounterexample() {
        Subject<Course, Stepper> subject = course -> descent(course, 1.25);

        assertThat(judge(subject).witness().text())
                .isEqualTo(judge(subject).witness().text());
    }

    @Test
    void whoDoesNotAnswerTwiceAlikeIsNotConvicted() {
        AtomicInteger begun = new AtomicInteger();

        Judgement judgement = judge(course -> descent(course, begun.incrementAndGet() == 7 ? 2 : 1));

        assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judgement.reason()).isEqualTo("violated once, but not when the same instance was played again");
    }

    @Test
    void whoThrowsIsNotJudged() {
        Judgement judgement = judge(course -> {
            throw new IllegalStateException("not today");
        });

        assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judgement.expected()).isFalse();
        assertThat(judgement.reason()).isEqualTo("IllegalStateException: not today");
    }

    @Test
    void whoExcusesItselfForSomeIsJudgedByTheOthers() {
        Judgement judgement = judge(course -> {
            if (course.start().length > 1) {
                throw new NotApplicable("one coordinate only");
            }
            return descent(course, 1);
        });

        assertThat(judgement.verdict()).isEqualTo(Verdict.HOLDS);
        assertThat(judgement.judged()).isEqualTo(200);
        assertThat(Account.headline(judgement)).contains("not applicable)");
    }

    @Test
    void timeThatIsOverIsSaid() {
        Judgement judgement = judge(course -> descent(course, 1), Duration.ZERO);

        assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judgement.reason()).isEqualTo("no time was left to judge an instance");
    }

    @Test
    void subjectsAreNotMistakenForOthers() {
        SubjectDoor<Course, Stepper> door = new SubjectDoor<>(
                Course.class, Stepper.class, course -> descent(course, 1), Capabilities.ALL, Duration.ofMinutes(1));
        Claim<?, ?, ?> other = Catalogue.load(GuardTest.class.getClassLoader())
                .find("regret-two-step")
                .orElseThrow();

        assertThat(door.plays(other)).isFalse();
        assertThat(catchThrowable(() -> door.open(other)))
                .hasMessage("'regret-two-step' is about a Learner of a Game, and the subject is a Stepper of a Course");
    }
}
