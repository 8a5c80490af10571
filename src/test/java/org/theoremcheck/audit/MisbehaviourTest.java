package org.theoremcheck.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.theoremcheck.claim.Alteration;
import org.theoremcheck.claim.Catalogue;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Draw;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Kind;
import org.theoremcheck.claim.Paper;
import org.theoremcheck.claim.Subject;
import org.theoremcheck.claim.Theorem;
import org.theoremcheck.predictable.geometry.Domain;
import org.theoremcheck.predictable.geometry.Euclidean;
import org.theoremcheck.predictable.predictor.Predictor;
import org.theoremcheck.predictable.regret.Adversary;
import org.theoremcheck.predictable.regret.Comparator;
import org.theoremcheck.predictable.regret.Game;
import org.theoremcheck.predictable.regret.Learner;
import org.theoremcheck.predictable.regret.Play;
import org.theoremcheck.predictable.regret.Regret;
import org.theoremcheck.predictable.regret.Steps;
import org.theoremcheck.predictable.regret.TwoStep;

/** Whatever a subject does, its claim gets a verdict, and the other claims get theirs. */
class MisbehaviourTest {

    /** What goes wrong in the answers of an honest learner. */
    private interface Slip {
        double[] answer(double[] honest);
    }

    private record Shelf(List<Theorem<?, ?, ?>> theorems) implements Paper {
        @Override
        public String title() {
            return "A paper of one theorem";
        }
    }

    @Test
    void aCrashIsInconclusive() {
        assertInconclusive(answering(honest -> {
            throw new IllegalStateException("out of luck");
        }));
    }

    @Test
    void aStackOverflowIsInconclusive() {
        assertInconclusive(answering(honest -> {
            throw new StackOverflowError();
        }));
    }

    @Test
    void aFailedAssertionIsInconclusive() {
        assertInconclusive(answering(honest -> {
            throw new AssertionError("broken inside");
        }));
    }

    @Test
    void aSubjectThatDoesNotBeginIsInconclusive() {
        assertInconclusive(game -> {
            throw new UnsupportedOperationException("no such game");
        });
    }

    @Test
    void aSubjectThatIsNullIsInconclusive() {
        assertInconclusive(game -> null);
    }

    @Test
    void notANumberIsAViolation() {
        assertViolated(answering(honest -> {
            double[] answer = honest.clone();
            answer[0] = Double.NaN;
            return answer;
        }));
    }

    @Test
    void infinityIsAViolation() {
        assertViolated(answering(honest -> {
            double[] answer = honest.clone();
            answer[0] = Double.NEGATIVE_INFINITY;
            return answer;
        }));
    }

    @Test
    void theWrongDimensionIsAViolation() {
        assertViolated(answering(honest -> new double[honest.length + 1]));
        assertViolated(answering(honest -> new double[0]));
    }

    @Test
    void noAnswerIsAViolation() {
        assertViolated(answering(honest -> null));
    }

    @Test
    void aPointOutsideTheDomainIsAViolation() {
        assertViolated(answering(honest -> {
            double[] answer = honest.clone();
            answer[0] = 5;
            return answer;
        }));
    }

    @Test
    void aFailureInSomeInstancesOnlyIsNotedAsUndecided() {
        int[] begun = {0};
        Ledger.Entry entry = verdictOn(game -> {
                    if (begun[0]++ == 3) {
                        throw new IllegalStateException("the fourth is one too many");
                    }
                    return new TwoStep(game);
                })
                .ledger()
                .claims()
                .get(1);

        assertThat(entry.verdict()).isEqualTo("INCONCLUSIVE");
        assertThat(entry.undecided()).isEqualTo(1);
        assertThat(entry.instances()).isGreaterThan(30);
    }

    private static void assertInconclusive(Subject<Game, Learner> subject) {
        Audit.Result result = verdictOn(subject);
        Ledger.Entry entry = result.ledger().claims().get(1);

        assertThat(entry.verdict()).isEqualTo("INCONCLUSIVE");
        assertThat(entry.undecided()).isEqualTo(entry.instances()).isPositive();
        assertThat(result.witnesses()).isEmpty();
        assertThat(result.ledger().asExpected()).isFalse();
    }

    private static void assertViolated(Subject<Game, Learner> subject) {
        Audit.Result result = verdictOn(subject);
        Ledger.Entry entry = result.ledger().claims().get(1);

        assertThat(entry.verdict()).isEqualTo("VIOLATED");
        assertThat(entry.violations()).isEqualTo(entry.instances()).isPositive();
        Witness witness = Witness.read(result.witnesses().get("mistaken").text());
        assertThat(witness.certified()).isTrue();
        assertThat(Replay.of(catalogue(subject), witness).verdict()).isEqualTo("VIOLATED");
    }

    /** Audits the honest theorem and beside it the same one with the subject; the honest one holds. */
    private static Audit.Result verdictOn(Subject<Game, Learner> subject) {
        Audit.Result result =
                Whole.audit(List.copyOf(catalogue(subject).claims().values()), 1);

        assertThat(result.ledger().claims()).extracting(Ledger.Entry::id).containsExactly("honest", "mistaken");
        assertThat(result.ledger().claims().get(0).verdict()).isEqualTo("HOLDS");
        return result;
    }

    private static Catalogue catalogue(Subject<Game, Learner> subject) {
        Claim<Game, Learner, Play> honest = named("honest", small());
        Claim<Game, Learner, Play> mistaken = named(
                "mistaken", Alteration.<Game, Learner, Play>subject(subject).apply(small()));
        return Catalogue.of(
                List.of(new Shelf(List.of(new Theorem<>(honest, List.of()), new Theorem<>(mistaken, List.of())))));
    }

    /** The regret bound on few and small games. */
    @SuppressWarnings("unchecked")
    private static Claim<Game, Learner, Play> small() {
        Claim<Game, Learner, Play> bound =
                (Claim<Game, Learner, Play>) Regret.theorems().get(0).claim();
        return bound.in(bound.setting().on(List.of(Family.drawn("small", "small", MisbehaviourTest::game))));
    }

    private static Game game(Draw in) {
        return new Game(
                new Euclidean(new Domain.Box(-1, 1)),
                new double[] {0},
                new Steps.Constant(1),
                new Adversary.Linear(new double[][] {in.gaussians("gradient", 0, 1)}),
                new Predictor.Zero(),
                new Comparator.Start(),
                in.integer("rounds", 1, 3));
    }

    private static Claim<Game, Learner, Play> named(String id, Claim<Game, Learner, Play> claim) {
        return new Claim<>(
                id,
                Kind.THEOREM,
                claim.expected(),
                claim.of(),
                claim.title(),
                claim.source(),
                claim.setting(),
                claim.statement(),
                claim.tightness());
    }

    private static Subject<Game, Learner> answering(Slip slip) {
        return game -> {
            Learner honest = new TwoStep(game);
            return new Learner() {
                @Override
                public double[] play(double[] hint) {
                    return slip.answer(honest.play(hint));
                }

                @Override
                public void learn(double[] gradient) {
                    honest.learn(gradient);
                }
            };
        };
    }
}
