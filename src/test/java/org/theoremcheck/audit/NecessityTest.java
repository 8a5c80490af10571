package org.theoremcheck.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.theoremcheck.audit.Toy.Adder;
import org.theoremcheck.audit.Toy.Numbers;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Hypothesis;
import org.theoremcheck.claim.Theorem;

/** Sums of small numbers are at most 1; there are few of them, and none is negative. */
class NecessityTest {

    private static final Hypothesis<Numbers> SMALL = new Hypothesis<>(
            "small",
            numbers -> 0.1 - largest(numbers),
            Family.of("broken/small", "broken", Toy.numbers(0.3, 0.4), Toy.numbers(0.75, 0.5), Toy.numbers(9)));

    private static final Hypothesis<Numbers> NOT_NEGATIVE = new Hypothesis<>(
            "not negative",
            numbers -> smallest(numbers),
            Family.of("broken/negative", "broken", Toy.numbers(-1, 0.05), Toy.numbers(-3)));

    private static final Claim<Numbers, Adder, Double> THEOREM = Toy.claim("sums", Toy.tiny("tiny", "tiny"));

    @Test
    void theFirstInstanceThatBreaksTheClaimWithTheHypothesisIsNamed() {
        assertThat(needed(SMALL, NOT_NEGATIVE))
                .startsWith(new Ledger.Needed("small", "broken/small, index 1", 1.25, "{\"values\":[0.75,0.5]}"));
    }

    @Test
    void aHypothesisWithoutWhichTheClaimHoldsIsNotFoundToBeNeeded() {
        assertThat(needed(SMALL, NOT_NEGATIVE)).endsWith(new Ledger.Needed("not negative", null, Double.NaN, null));
    }

    /** Where nothing else confirms a violation, the verdict alone tells. */
    @Test
    void anInstanceOnWhichTheClaimHoldsDoesNotCountWithoutExactArithmeticEither() {
        var inexact = Toy.inexact(Toy.under(THEOREM.setting(), SMALL, NOT_NEGATIVE));

        assertThat(new Necessity(1).of(THEOREM.in(inexact)))
                .isEqualTo(needed(SMALL, NOT_NEGATIVE))
                .extracting(Ledger.Needed::instance)
                .containsExactly("broken/small, index 1", null);
    }

    /** 9 breaks the second hypothesis too, so that nothing is learnt about the first; 0.05 breaks none. */
    @Test
    void anInstanceHasToBreakTheHypothesisAlone() {
        Hypothesis<Numbers> few = new Hypothesis<>("below 5", numbers -> 5 - largest(numbers), SMALL.broken());
        Hypothesis<Numbers> large = new Hypothesis<>(
                "small", SMALL.margin(), Family.of("broken/large", "broken", Toy.numbers(9), Toy.numbers(0.05)));

        assertThat(needed(large, few)).startsWith(new Ledger.Needed("small", null, Double.NaN, null));
    }

    @Test
    void aLongInstanceIsNotShown() {
        double[] many = new double[200];
        Arrays.fill(many, 0.2);
        Hypothesis<Numbers> small =
                new Hypothesis<>("small", SMALL.margin(), Family.of("broken/many", "broken", Toy.numbers(many)));

        assertThat(needed(small)).singleElement().satisfies(needed -> {
            assertThat(needed.instance()).isEqualTo("broken/many, index 0");
            assertThat(needed.shown()).isNull();
        });
    }

    @Test
    void controlsAreNotAsked() {
        Theorem<Numbers, Adder, Double> theorem = Toy.theorem(
                        "asked", Toy.under(Toy.setting(Toy.tiny("tiny", "tiny")), SMALL))
                .control("not-asked", "the same", claim -> claim);

        assertThat(new Necessity(1).of(theorem.claims().get(0))).isNotEmpty();
        assertThat(new Necessity(1).of(theorem.claims().get(1))).isEmpty();
    }

    @SafeVarargs
    private static List<Ledger.Needed> needed(Hypothesis<Numbers>... hypotheses) {
        return new Necessity(1).of(THEOREM.in(Toy.under(THEOREM.setting(), hypotheses)));
    }

    private static double largest(Numbers numbers) {
        return Arrays.stream(numbers.values()).max().orElse(0);
    }

    private static double smallest(Numbers numbers) {
        return Arrays.stream(numbers.values()).min().orElse(0);
    }
}
