package org.theoremcheck.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A claim in law from its draws to its verdict: a subject that shuffles coins leaves them fair. */
class StatisticalClaimTest {

    private static final int COINS = 10_000;

    private record Coins(double[] sides) {}

    private interface Shuffler {
        double[] shuffle(double[] coins);
    }

    private static final Setting<Coins, Shuffler, Double> SETTING = new Setting<>(
            "coins",
            "Fair coins are shuffled; Z is their sum over the root of their number.",
            Coins.class,
            Shuffler.class,
            List.of(Family.drawn("coins", "coins", in -> new Coins(in.signs("coins", 0, COINS)))),
            List.of(),
            coins -> double[]::clone,
            (coins, subject) -> {
                double[] shuffled = Misplay.unlessVector(
                        subject.begin(coins).shuffle(coins.sides().clone()), COINS, "the row of coins");
                return Arrays.stream(shuffled).sum() / Math.sqrt(COINS);
            },
            Optional.empty());

    private static final Theorem<Coins, Shuffler, Double> THEOREM = Theorem.theorem(
                    "coins-stay-fair",
                    "Shuffled coins stay fair",
                    Toy.SOURCE,
                    SETTING,
                    new org.theoremcheck.claim.Test<>("Z", Double::doubleValue, 1e-9, 12),
                    Tightness.NONE)
            .control(
                    "one-in-eight-turned",
                    "One coin in eight is turned to heads",
                    Alteration.subject(coins -> sides -> {
                        double[] turned = sides.clone();
                        for (int i = 0; i < turned.length; i += 8) {
                            turned[i] = 1;
                        }
                        return turned;
                    }))
            .control(
                    "a-coin-lost",
                    "One coin is lost",
                    Alteration.subject(coins -> sides -> Arrays.copyOf(sides, COINS - 1)));

    private static Tally audited(Claim<Coins, Shuffler, Double> claim, long seed) {
        Tally.Counter counter = new Tally.Counter("coins", 0);
        for (long index = 0; index < 3; index++) {
            Coins coins = claim.setting().families().get(0).draw(seed, index);
            counter.add(index, claim.judge(coins, claim.setting().reference()));
        }
        return counter.tally();
    }

    @SuppressWarnings("unchecked")
    private static Claim<Coins, Shuffler, Double> control(int which) {
        return (Claim<Coins, Shuffler, Double>) THEOREM.derived().get(which);
    }

    @Test
    void theTheoremHolds() {
        assertThat(audited(THEOREM.claim(), 1).verdict()).isEqualTo(Verdict.HOLDS);
    }

    /** The mean moves by 1/8 and Z by 12.5 standard errors: missed with probability 10⁻¹⁰. */
    @Test
    void aBiasThatTheTestPromisesToSeeIsSeen() {
        Tally tally = audited(control(0), 1);

        assertThat(tally.verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(tally.violation().value()).isBetween(0.1, 0.9);
    }

    @Test
    void aMisplayIsAViolation() {
        assertThat(audited(control(1), 1).count(Verdict.VIOLATED)).isEqualTo(3);
    }

    @Test
    void theSameSeedGivesTheSameTally() {
        assertThat(audited(THEOREM.claim(), 5)).usingRecursiveComparison().isEqualTo(audited(THEOREM.claim(), 5));
        assertThat(audited(THEOREM.claim(), 5).severity())
                .isNotEqualTo(audited(THEOREM.claim(), 6).severity());
    }
}
