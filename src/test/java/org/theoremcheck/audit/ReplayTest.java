package org.theoremcheck.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.theoremcheck.claim.Catalogue;
import org.theoremcheck.claim.Finding;
import org.theoremcheck.claim.Paper;
import org.theoremcheck.claim.Tape;
import org.theoremcheck.claim.Theorem;
import org.theoremcheck.claim.Verdict;

class ReplayTest {

    private static final Catalogue CATALOGUE = Catalogue.of(List.of(new Paper() {
        @Override
        public String title() {
            return "Sums";
        }

        @Override
        public List<Theorem<?, ?, ?>> theorems() {
            return List.of(Toy.theorem("sums", Toy.tiny("tiny", "tiny")));
        }
    }));

    @Test
    void theRecordedAnswerIsJudgedNotTheReferenceSubjects() {
        Replay.Outcome outcome = Replay.of(CATALOGUE, witness("sums", Map.of(), Toy.numbers(0.5), 4));

        assertThat(outcome).isEqualTo(new Replay.Outcome("sums", "VIOLATED", 4, 1, -3, outcome.budget(), "HOLDS"));
        assertThat(outcome.budget()).isBetween(0.0, 1e-14);
    }

    @Test
    void coefficientsOfOnesOwnAreSetAgain() {
        Replay.Outcome outcome = Replay.of(CATALOGUE, witness("sums", Map.of("one", 0.25), Toy.numbers(0.5), 0.5));

        assertThat(outcome.verdict()).isEqualTo("VIOLATED");
        assertThat(outcome.bound()).isEqualTo(0.25);
    }

    @Test
    void withoutATapeTheReferenceSubjectAnswers() {
        Witness recorded = witness("sums", Map.of(), Toy.numbers(0.5, 0.125), 4);
        Witness without = new Witness(
                recorded.version(),
                recorded.claim(),
                recorded.set(),
                recorded.verdict(),
                recorded.measured(),
                recorded.bound(),
                recorded.severity(),
                recorded.certified(),
                recorded.origin(),
                recorded.instance(),
                null,
                recorded.digest());

        assertThat(Replay.of(CATALOGUE, without).measured()).isEqualTo(0.625, within(0.0));
        assertThat(Replay.of(CATALOGUE, without).verdict()).isEqualTo("HOLDS");
    }

    @Test
    void aRecordingThatEndsTooEarlyIsInconclusive() {
        Witness unfinished =
                Witness.of("sums", Map.of(), violated(), null, "", Toy.numbers(1), new Tape(List.of(List.of())));

        assertThat(Replay.of(CATALOGUE, unfinished).verdict()).isEqualTo("INCONCLUSIVE");
    }

    @Test
    void anUnknownClaimIsRefused() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> Replay.of(CATALOGUE, witness("products", Map.of(), Toy.numbers(1), 1)))
                .withMessageContaining("field claim")
                .withMessageContaining("'products'");
    }

    @Test
    void anUnknownTermIsRefused() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> Replay.of(CATALOGUE, witness("sums", Map.of("two", 2.0), Toy.numbers(1), 1)))
                .withMessage("no term 'two', expected one of sum, one");
    }

    @Test
    void anInstanceOfAnotherSettingIsRefusedNamingTheField() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> Replay.of(CATALOGUE, witness("sums", Map.of(), Map.of("vectors", List.of()), 1)))
                .withMessageStartingWith("field instance")
                .withMessageContaining("field values");
    }

    private static Witness witness(String claim, Map<String, Double> set, Object instance, double answer) {
        return Witness.of(
                claim, set, violated(), true, "by hand", instance, new Tape(List.of(List.of(new double[] {answer}))));
    }

    private static Finding violated() {
        return new Finding(Verdict.VIOLATED, 4, 1, 0, 0.6, "");
    }
}
