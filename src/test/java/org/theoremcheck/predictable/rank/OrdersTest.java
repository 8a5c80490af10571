package org.theoremcheck.predictable.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Draw;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Hypothesis;
import org.theoremcheck.claim.Subject;
import org.theoremcheck.claim.Theorem;
import org.theoremcheck.claim.Verdict;
import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.numeric.Vectors;

/** What is seen of two orders of a log, in doubles and in enclosed arithmetic. */
class OrdersTest {

    private static final Claim<Reordering, IncrementPredictor, Orders> CLAIM =
            RankPermutationInvariance.THEOREM.claim();

    /** A subject that answers another rank for each of the logs. */
    private static Subject<Reordering, IncrementPredictor> answering(int... ranks) {
        int[] begun = {0};
        return any -> new Answering(new TruncatedSvd(), ranks[begun[0]++ % ranks.length], 1);
    }

    private record Answering(TruncatedSvd svd, int answer, double size) implements IncrementPredictor {

        @Override
        public void observe(double[] gradient) {
            svd.observe(gradient);
        }

        @Override
        public int rank(double epsilon) {
            return answer;
        }

        @Override
        public double[] direction(int k) {
            return Vectors.scaled(size, svd.direction(k));
        }

        @Override
        public double[] weights(int k) {
            return svd.weights(k);
        }
    }

    private static double exact(Reordering reordering, Subject<Reordering, IncrementPredictor> subject, String term) {
        return new ExactReordering().play(reordering, subject).get(term).middle();
    }

    @Test
    void doublesAreWithinTheirRoundingOfTheEnclosedNumbersAndBothAreSmall() {
        double ofKappas = 0;
        for (Family<Reordering> family : CLAIM.setting().families()) {
            for (int index = 0; index < (family.name().endsWith("large") ? 1 : 20); index++) {
                Reordering reordering = family.draw(31, index);
                Orders orders = new ReorderingReferee().play(reordering, any -> new TruncatedSvd());
                Map<String, Enclosure> exact = new ExactReordering().play(reordering, any -> new TruncatedSvd());
                double kappas = off(exact.get("kappas"), orders.kappas());
                int longer = reordering.gradients().length + reordering.gradients()[0].length;

                assertThat(off(exact.get("tails"), orders.tails())).isLessThanOrEqualTo(orders.rounding());
                assertThat(exact.get("ranks").middle()).isEqualTo(orders.ranks());
                assertThat(kappas).isLessThanOrEqualTo(orders.kappaRounding());
                assertThat(orders.rounding()).isLessThanOrEqualTo(1000 * longer * 0x1p-53 * orders.magnitude());
                assertThat(orders.magnitude()).isGreaterThanOrEqualTo(1);
                ofKappas = Math.max(ofKappas, kappas / orders.kappaRounding());
            }
        }
        assertThat(ofKappas).isGreaterThan(0.002);
    }

    private static double off(Enclosure exact, double value) {
        return exact.minus(Enclosure.of(value)).abs().high().doubleValue();
    }

    /** g = 3, 4, 3 and 3, 2, 3: Σg² = 34 and 22 beside ‖H‖² = 2; κ = 11/34 and 11/22. */
    @Test
    void theMagnitudeIsTheShareThatTheIncrementsAreOfBothLogs() {
        Reordering reordering =
                new Reordering(new double[][] {{3}, {4}, {3}}, new int[] {1, 0}, Reordering.What.INCREMENTS, 0.5);
        Orders orders = new ReorderingReferee().play(reordering, any -> new TruncatedSvd());

        assertThat(orders.magnitude()).isEqualTo(28);
        assertThat(orders.kappas()).isCloseTo(0.5 - 11 / 34.0, within(1e-16));
        assertThat(exact(reordering, any -> new TruncatedSvd(), "kappas")).isCloseTo(0.5 - 11 / 34.0, within(1e-16));
        assertThat(new ReorderingReferee()
                        .play(
                                new Reordering(
                                        new double[][] {{0}, {1}, {0}},
                                        new int[] {1, 0},
                                        Reordering.What.INCREMENTS,
                                        0.5),
                                any -> new TruncatedSvd())
                        .magnitude())
                .isEqualTo(1);
    }

    /** H = I₃: tails are 1, 2/3, 1/3 and 0 of the whole. */
    @Test
    void ranksThatATieAllowsAreTheSame() {
        assertRanks(1 / 3.0, 0, 2, 3);
        assertRanks(1 / 3.0, 0, 3, 2);
        assertRanks(1 / 3.0, 2, 1, 3);
        assertRanks(2 / 3.0, 1, 1, 3);
        assertRanks(2 / 3.0, 1, 3, 1);
        assertRanks(0.5, 1, 2, 3);
        assertRanks(0.5, 0, 2, 2);
        assertRanks(2 / 3.0, 0, 1, 1);
    }

    private static void assertRanks(double epsilon, double expected, int one, int other) {
        Reordering reordering = new Reordering(
                Logs.diagonal(0, 0, 1, 1, 1).gradients(), new int[] {2, 0, 1}, Reordering.What.INCREMENTS, epsilon);

        assertThat(new ReorderingReferee()
                        .play(reordering, answering(one, other))
                        .ranks())
                .isEqualTo(expected);
        assertThat(exact(reordering, answering(one, other), "ranks")).isEqualTo(expected);
    }

    /** H = diag(2, 1) and half of each factor for the second log: tails are 5, 1, 0 and 5, 2, 5/4. */
    @Test
    void theLargestDifferenceOfTailsIsFoundWhereverItIs() {
        Reordering reordering = new Reordering(
                Logs.diagonal(0, 0, 2, 1).gradients(), new int[] {1, 0}, Reordering.What.INCREMENTS, 0.5);
        for (int first = 0; first < 2; first++) {
            int whole = first;
            int[] begun = {0, 0};
            Orders orders = new ReorderingReferee()
                    .play(reordering, any -> new Answering(new TruncatedSvd(), 1, begun[0]++ == whole ? 1 : 0.5));
            double exact = exact(
                    reordering, any -> new Answering(new TruncatedSvd(), 1, begun[1]++ == whole ? 1 : 0.5), "tails");

            assertThat(orders.tails()).isCloseTo(0.25, within(1e-14));
            assertThat(exact).isCloseTo(0.25, within(1e-14));
        }
    }

    @Test
    void withoutAnyIncrementsTheDifferenceItselfCountsUpToOne() {
        Reordering nothing = new Reordering(new double[][] {{5}, {5}}, new int[] {0}, Reordering.What.INCREMENTS, 0.5);
        for (double weight : new double[] {0, 0.5, 2}) {
            int[] begun = {0, 0};
            Orders orders = new ReorderingReferee().play(nothing, any -> weighing(begun[0]++ * weight));
            double exact = exact(nothing, any -> weighing(begun[1]++ * weight), "tails");

            assertThat(orders.tails()).isEqualTo(Math.min(1, weight * weight));
            assertThat(exact).isEqualTo(Math.min(1, weight * weight));
            assertThat(orders.rounding()).isZero();
        }
    }

    private static IncrementPredictor weighing(double weight) {
        return new IncrementPredictor() {
            @Override
            public void observe(double[] gradient) {}

            @Override
            public int rank(double epsilon) {
                return 0;
            }

            @Override
            public double[] direction(int k) {
                return new double[] {1};
            }

            @Override
            public double[] weights(int k) {
                return new double[] {weight};
            }
        };
    }

    /** Far from 0 the second log is what its summation makes of it. */
    @Test
    void theSummationOfTheSecondLogIsCovered() {
        for (int index = 0; index < 10; index++) {
            Draw in = new Draw(9, "far", index);
            double[][] gradients = new double[6][];
            gradients[0] = Vectors.scaled(1e7, in.gaussians("start", 0, 3));
            for (int t = 1; t < 6; t++) {
                gradients[t] = in.gaussians("row", t, 3);
                for (int i = 0; i < 3; i++) {
                    gradients[t][i] += gradients[t - 1][i];
                }
            }
            Reordering reordering =
                    new Reordering(gradients, new int[] {4, 2, 0, 1, 3}, Reordering.What.INCREMENTS, 0.1);
            Orders orders = new ReorderingReferee().play(reordering, any -> new TruncatedSvd());

            assertThat(orders.tails()).isLessThanOrEqualTo(orders.rounding());
            assertThat(orders.rounding()).isLessThan(100 * 0x1p-53 * 1e7);
        }
    }

    @Test
    void aBreakingFamilyBreaksItsHypothesisAndNoOther() {
        for (Theorem<?, ?, ?> theorem : Rank.theorems()) {
            for (Claim<?, ?, ?> claim : theorem.claims()) {
                assertBreaks(claim);
            }
        }
    }

    private static <I, S, E> void assertBreaks(Claim<I, S, E> claim) {
        for (Hypothesis<I> hypothesis : claim.setting().hypotheses()) {
            I broken = hypothesis.broken().get(0).draw(0, 0);

            assertThat(hypothesis.margin().applyAsDouble(broken) >= 0)
                    .as(claim.id())
                    .isFalse();
            assertThat(claim.judge(broken, claim.setting().reference()).verdict())
                    .as(claim.id())
                    .isEqualTo(Verdict.VACUOUS);
        }
        if (claim.setting().families().get(0).group().equals("witness")) {
            I witness = claim.setting().families().get(0).draw(0, 0);
            assertThat(claim.setting().hypotheses())
                    .as(claim.id())
                    .allMatch(hypothesis -> hypothesis.margin().applyAsDouble(witness) >= 0);
        }
    }
}
