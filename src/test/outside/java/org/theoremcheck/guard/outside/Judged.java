package org.theoremcheck.guard.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.theoremcheck.claim.Catalogue;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Subject;
import org.theoremcheck.claim.Verdict;
import org.theoremcheck.guard.Account;
import org.theoremcheck.guard.Capabilities;
import org.theoremcheck.guard.Door;
import org.theoremcheck.guard.Explanation;
import org.theoremcheck.guard.Guard;
import org.theoremcheck.guard.Judgement;
import org.theoremcheck.guard.SubjectDoor;
import org.theoremcheck.guard.process.Limits;
import org.theoremcheck.guard.process.ProcessDoor;
import org.theoremcheck.guard.steprule.Course;
import org.theoremcheck.guard.steprule.StepRules;
import org.theoremcheck.guard.steprule.Stepper;

/** What the guard says of a released library. */
final class Judged {

    private static final Catalogue CATALOGUE =
            Catalogue.load(Judged.class.getClassLoader()).and(StepRules.theorems());

    /** An optimizer's answer to a claim. */
    record Answer(Verdict verdict, Optional<String> slip) {

        static final Answer HOLDS = new Answer(Verdict.HOLDS, Optional.empty());

        static Answer slip(String id) {
            return new Answer(Verdict.VIOLATED, Optional.of(id));
        }
    }

    private final Map<String, Judgement> judgements;

    private Judged(List<Judgement> judgements) {
        this.judgements = judgements.stream()
                .collect(Collectors.toMap(Judgement::claim, judgement -> judgement, (a, b) -> a, TreeMap::new));
    }

    /** All step rules, each of which the subject plays or declines. */
    static Judged rules(Subject<Course, Stepper> subject) {
        return rules(subject, UnaryOperator.identity());
    }

    /** All step rules, for a subject some of whose numbers are floats. */
    static Judged rulesInFloats(Subject<Course, Stepper> subject) {
        return rules(subject, StepRules::inFloats);
    }

    private static Judged rules(Subject<Course, Stepper> subject, UnaryOperator<Claim<?, ?, ?>> as) {
        return new Judged(Guard.of(CATALOGUE)
                .judge(
                        StepRules.theorems().stream()
                                .<Claim<?, ?, ?>>map(theorem -> as.apply(theorem.claim()))
                                .toList(),
                        new SubjectDoor<>(
                                Course.class, Stepper.class, subject, Capabilities.ALL, Duration.ofMinutes(2)),
                        Guard.Observer.NONE));
    }

    /** A process held to these claims. */
    static Judged process(String command, String... claims) {
        try (Door door = new ProcessDoor(command, new Limits(Duration.ofSeconds(30), Duration.ofMinutes(3)))) {
            return new Judged(Guard.of(CATALOGUE)
                    .judge(
                            List.of(claims).stream()
                                    .map(claim -> CATALOGUE.find(claim).orElseThrow())
                                    .toList(),
                            door,
                            Guard.Observer.NONE));
        }
    }

    /** Everything that the subject did not decline, and nothing else, comes out like this. */
    void assertAnswers(Map<String, Answer> expected) {
        String told = judgements.values().stream().map(Account::message).collect(Collectors.joining("\n"));
        Map<String, Answer> answers = new TreeMap<>();
        judgements.forEach((claim, judgement) -> {
            if (judgement.verdict() != Verdict.NOT_APPLICABLE) {
                answers.put(
                        claim,
                        new Answer(
                                judgement.verdict(),
                                judgement
                                        .explanation()
                                        .flatMap(Explanation::slip)
                                        .map(Explanation.Slip::id)));
            }
        });
        assertThat(answers).as(told).isEqualTo(expected);
    }

    /** The README shows what is said of the claim, word for word, about a counterexample in one or two coordinates. */
    void assertToldInReadme(String claim) throws IOException {
        Judgement judgement = judgements.get(claim);
        assertThat(judgement.witness().instance().path("start").size()).isLessThanOrEqualTo(2);
        assertThat(Files.readString(Path.of("README.md")))
                .contains(Account.message(judgement).indent(4));
    }
}
