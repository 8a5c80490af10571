package org.theoremcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.theoremcheck.claim.Catalogue;
import org.theoremcheck.claim.Paper;

class ExplainCommandTest {

    @Test
    void aTheoremIsShownWhole() {
        Outcome outcome = Outcome.of("explain", "regret-two-step");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.lines())
                .startsWith(
                        "regret-two-step (theorem, expected HOLDS)",
                        "Regret of two-step optimistic mirror descent",
                        "",
                        "  Σ fₜ(xₜ) − fₜ(u) ≤ B(u, y₀)/η + ½ (η/λ) Σ ‖gₜ − mₜ‖²_*",
                        "")
                .contains(
                        "term        regret = Σ fₜ(xₜ) − fₜ(u), coefficient 1",
                        "term        distance = B(u, y₀)/η, coefficient 1",
                        "term        path = (η/λ) Σ ‖gₜ − mₜ‖²_*, coefficient 0.5",
                        "hypothesis  positive step",
                        "hypothesis  convex losses",
                        "tightness   supremum 1, attained by one round on [−1, 1]: g = 1, m = 0, η = 1, u = −1",
                        "family      ball/structured, random",
                        "family      ball/longest, 1 instance",
                        "control     a-nc1: η/2 lowered to 0.49 η");
        assertThat(outcome.out()).contains("\nsetting ", "\ntolerance ", "\nsource ", "\nreference ", "\npublished ");
    }

    @Test
    void aControlSaysWhoseItIs() {
        assertThat(Outcome.of("explain", "a-nc1").lines())
                .startsWith("a-nc1 (control, expected VIOLATED)")
                .contains("of          regret-two-step", "term        path = (η/λ) Σ ‖gₜ − mₜ‖²_*, coefficient 0.49")
                .noneMatch(line -> line.startsWith("control"));
    }

    @Test
    void aReadingSaysWhoseSentenceIsRead() {
        assertThat(Outcome.of("explain", "regret-constant-one").out())
                .contains("\nreading     Read: abstract and reviews of v1, not the body.");
    }

    @ParameterizedTest
    @MethodSource
    void everyClaimCanBeExplained(String id) {
        Outcome outcome = Outcome.of("explain", id);

        assertThat(outcome.code()).isZero();
        assertThat(outcome.lines()).first().asString().startsWith(id + " (");
        assertThat(outcome.out()).doesNotContain("null", "NaN", "java.");
    }

    static Iterable<String> everyClaimCanBeExplained() {
        return Catalogue.load(Paper.class.getClassLoader()).claims().keySet();
    }
}
