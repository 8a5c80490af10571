package org.theoremcheck.predictable.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.theoremcheck.claim.Misplay;
import org.theoremcheck.predictable.rank.TailEnergyStability.Pair;

/** Small logs whose quantities are worked out by hand, and parts that make none. */
class QuantitiesTest {

    @Test
    void incrementsAndEnergiesAreThoseOfTheGradients() {
        Increments increments = Increments.of(new double[][] {{1, 2}, {3, -1}, {3, 0}, {3, 0}});

        assertThat(increments.rows()).isEqualTo(new double[][] {{2, -3}, {0, 1}, {0, 0}});
        assertThat(increments.energy()).isEqualTo(14);
        assertThat(increments.startEnergy()).isEqualTo(5);
        assertThat(increments.gradientEnergy()).isEqualTo(5 + 10 + 9 + 9);
        assertThat(increments.oneStepKappa()).isEqualTo(19 / 33.0);
        assertThat(increments.count()).isEqualTo(3);
        assertThat(increments.fullRank()).isEqualTo(2);
        assertThat(increments.columns().numRows).isEqualTo(2);
        assertThat(increments.columns().data).containsExactly(2, 0, 0, -3, 1, 0);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0x1p200, 0x1p-200, 1, 12345})
    void gradientsWhoseSquaresAreDoublesHaveTheUnitOne(double largest) {
        assertThat(Increments.unit(new double[][] {{0.0, -largest}})).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0x1.8p200, 0x1.8p-201, 0x1.8p900, 0x1.8p-900})
    void beyondThatTheUnitIsThePowerOfTwoBelowTheLargestNumberOfAll(double largest) {
        double[][] small = {{largest / 2}};
        double[][] large = {{0.0, -largest}};

        assertThat(Increments.unit(small, large)).isEqualTo(largest / 1.5);
        assertThat(Increments.unit(large, small)).isEqualTo(largest / 1.5);
        assertThat(Increments.of(new double[][] {{0}, {largest}}).energy()).isEqualTo(2.25);
    }

    /** σ = 4, 3, 2, 1 at r = 2 and r* = 1. */
    @Test
    void tailsAreSumsOfSquaresFromARankOn() {
        Approximation seen = seen(2, 1);

        assertThat(seen.tail()).isEqualTo(5);
        assertThat(seen.tailWithKept()).isEqualTo(14);
        assertThat(seen.tailWithoutNext()).isEqualTo(1);
        assertThat(seen.tailBefore()).isEqualTo(30);
        assertThat(seen.tailAtPredictableRank()).isEqualTo(14);
        assertThat(seen.unsquaredTail()).isEqualTo(3);
        assertThat(seen.spectralTail()).isEqualTo(4);
    }

    @Test
    void beforeTheFirstRankAndAfterTheLastThereIsNone() {
        assertThat(seen(0, 0).tailWithKept()).isEqualTo(30);
        assertThat(seen(0, 0).tailBefore()).isInfinite();
        assertThat(seen(4, 4).spectralTail()).isZero();
        assertThat(seen(4, 4).tailWithoutNext()).isZero();
        assertThat(seen(3, 4).spectralTail()).isEqualTo(1);
    }

    private static Approximation seen(int rank, int predictableRank) {
        Approximation.Budgets budgets = new Approximation.Budgets(0, 0, 0, 0);
        double[] spectrum = {4, 3, 2, 1};
        return new Approximation(0, 0, 0, 0, 0, 30, 0.5, spectrum, rank, predictableRank, 0, budgets, 0);
    }

    /** H = diag(2, 1) at r = 1 with m₀ = (0, 3): 9 + 1, and the rival keeps the second coordinate. */
    @Test
    void theRefereeMeasuresWhatFactorsLeave() {
        Log plain = Logs.diagonal(1, 0.25, 2, 1);
        Log log = new Log(plain.gradients(), new double[] {0, 3}, 1, 0.25, plain.spectrum(), plain.rival());
        Approximation seen = new RankReferee().play(log, any -> new TruncatedSvd());

        assertThat(seen.first()).isEqualTo(9);
        assertThat(seen.path()).isCloseTo(10, within(1e-14));
        assertThat(seen.rival()).isCloseTo(13, within(1e-14));
        assertThat(seen.weightedPath()).isCloseTo(10, within(1e-14));
        assertThat(seen.weightedRival()).isCloseTo(4, within(1e-14));
        assertThat(seen.energy()).isEqualTo(5);
        assertThat(seen.predictableRank()).isEqualTo(1);
        assertThat(seen.pathAtPredictableRank()).isCloseTo(10, within(1e-14));
        assertThat(seen.magnitude()).isEqualTo(4 + 5 + 9);
    }

    /** The same 2⁵¹⁰ times as large, from g₀ = (1, 1) on; in units of 2⁵¹¹, below the largest number. */
    @Test
    void theRefereeMeasuresInTheUnitOfTheLog() {
        double scale = 0x1p510;
        double[][] gradients = {{scale, scale}, {3 * scale, scale}, {3 * scale, 2 * scale}};
        double[] hint = {scale, -2 * scale};
        Log log = new Log(gradients, hint, 1, 0.25, new double[] {2 * scale, scale}, Factors.NONE);
        Approximation seen = new RankReferee().play(log, any -> new TruncatedSvd());

        assertThat(log.unit()).isEqualTo(2 * scale);
        assertThat(4 * seen.first()).isEqualTo(9);
        assertThat(4 * seen.path()).isCloseTo(10, within(1e-14));
        assertThat(4 * seen.rival()).isCloseTo(14, within(1e-14));
        assertThat(4 * seen.tail()).isEqualTo(1);
        assertThat(4 * seen.energy()).isEqualTo(5);
        assertThat(4 * seen.magnitude()).isEqualTo(2 + 10 + 13 + 9);
    }

    /** Values up to max(d, T) u σ₁ = 2⁻⁵² count as 0, and it is the longer side that counts. */
    @Test
    void whatIsWithinTheRoundingOfTheFirstSingularValueIsNothing() {
        assertThat(rank(new double[][] {{0, 0}, {1, 0}, {1, 0x1p-52}})).isEqualTo(1);
        assertThat(rank(new double[][] {{0, 0}, {1, 0}, {1, 0x1p-51}})).isEqualTo(2);
        assertThat(rank(new double[][] {{0, 0}, {4, 0}, {4, 0x1p-50}})).isEqualTo(1);
        assertThat(rank(new double[][] {{0, 0}, {4, 0}, {4, 0x1p-49}})).isEqualTo(2);
        assertThat(rank(new double[][] {{0, 0}, {1, 0}, {1, 0x1p-51}, {1, 0x1p-51}, {1, 0x1p-51}}))
                .isEqualTo(1);
        assertThat(rank(new double[][] {{0, 0, 0, 0}, {1, 0, 0, 0}, {1, 0x1p-51, 0, 0}}))
                .isEqualTo(1);
        assertThat(rank(new double[][] {{0, 0, 0, 0}, {1, 0, 0, 0}, {1, 0x1p-50, 0, 0}}))
                .isEqualTo(2);
    }

    private static int rank(double[][] gradients) {
        return Answers.of(new TruncatedSvd(), gradients, 0, 0).rank();
    }

    @Test
    void slipsTakeTheRankOrTheDirectionThatTheirNamesSay() {
        double[][] gradients = Logs.diagonal(1, 0.25, 8, 4, 0.5).gradients();

        assertThat(sizes(Slips.smallest(), gradients)).containsExactly(0.5, 4, 8);
        assertThat(sizes(Slips.forgetful(), gradients)).containsExactly(8, 0.5, 0);
        assertThat(sizes(Slips.cutoff(), gradients)).containsExactly(8, 4, 0);
        assertThat(sizes(Slips.oneTooFew(), gradients)).containsExactly(8, 4, 0.5);
        assertThat(rank(Slips.oneTooFew(), gradients, 0.25)).isZero();
        assertThat(rank(Slips.oneTooFew(), gradients, 0)).isEqualTo(2);
        assertThat(rank(Slips.oneTooMany(), gradients, 0.25)).isEqualTo(2);
        assertThat(rank(Slips.oneTooMany(), gradients, 0)).isEqualTo(3);
        // 8 of 12.5 are 0.64, and 12 are 0.96.
        assertThat(rank(Slips.unsquared(), gradients, 0.37)).isEqualTo(1);
        assertThat(rank(Slips.unsquared(), gradients, 0.35)).isEqualTo(2);
        assertThat(rank(Slips.unsquared(), gradients, 0.05)).isEqualTo(2);
        assertThat(rank(Slips.unsquared(), gradients, 0.03)).isEqualTo(3);
    }

    /** A direction at a tenth of the first is still kept. */
    @Test
    void theCutoffIsATenth() {
        assertThat(sizes(Slips.cutoff(), Logs.diagonal(1, 0, 10, 1.01, 0.99).gradients()))
                .containsExactly(new double[] {10, 1.01, 0}, within(1e-14));
        assertThat(sizes(Slips.cutoff(), Logs.diagonal(1, 0, 10, 1, 0.99).gradients()))
                .containsExactly(10, 1, 0);
    }

    /** 3 of 6 are a half: r = 1 up to a few roundings, and no longer. */
    @Test
    void theSumOfSingularValuesMayMissItsShareByAHair() {
        double[][] gradients = Logs.diagonal(1, 0.25, 3, 1, 1, 1).gradients();

        assertThat(rank(Slips.unsquared(), gradients, 0.5)).isEqualTo(1);
        assertThat(rank(Slips.unsquared(), gradients, 0.5 - 0x1p-48)).isEqualTo(1);
        assertThat(rank(Slips.unsquared(), gradients, 0.5 - 0x1p-40)).isEqualTo(2);
    }

    @Test
    void whoIsLateKnowsAllIncrementsButTheLast() {
        double[][] gradients = Logs.diagonal(1, 0.25, 8, 4, 2).gradients();

        assertThat(sizes(new Slips.Late(), gradients)).containsExactly(8, 4, 0);
        assertThat(rank(new Slips.Late(), gradients, 0)).isEqualTo(2);
        assertThat(rank(new Slips.Late(), new double[][] {{1}}, 0)).isZero();
        assertThat(rank(new Slips.Late(), new double[][] {{1}, {2}}, 0)).isZero();
    }

    @Test
    void theGramMatrixGivesTheSameDirectionsUpToSigns() {
        double[][] gradients = Logs.mirrored(3, 8, 4, 2).gradients();
        Answers one = Answers.of(new TruncatedSvd(), gradients, 0, 3);
        Answers other = Answers.of(new Slips.Gram(), gradients, 0, 3);

        assertThat(other.rank()).isEqualTo(3);
        for (int k = 0; k < 3; k++) {
            for (int t = 0; t < 3; t++) {
                for (int i = 0; i < 3; i++) {
                    assertThat(product(other, k, t, i)).isCloseTo(product(one, k, t, i), within(1e-13));
                }
            }
        }
    }

    private static double product(Answers answers, int k, int t, int i) {
        return answers.factors().weights()[k][t] * answers.factors().directions()[k][i];
    }

    private static int rank(IncrementPredictor predictor, double[][] gradients, double epsilon) {
        return Answers.of(predictor, gradients, epsilon, 0).rank();
    }

    /** ‖aₖ‖‖bₖ‖. */
    private static double[] sizes(IncrementPredictor predictor, double[][] gradients) {
        Factors factors = Answers.of(predictor, gradients, 0, 3).factors();
        double[] sizes = new double[factors.count()];
        for (int k = 0; k < sizes.length; k++) {
            sizes[k] = Math.sqrt(org.theoremcheck.numeric.Vectors.squaredNorm(factors.directions()[k])
                    * org.theoremcheck.numeric.Vectors.squaredNorm(factors.weights()[k]));
        }
        return sizes;
    }

    @Test
    void answersAreAsManyFactorsAsTheRankOrAsAskedFor() {
        double[][] gradients = Logs.diagonal(1, 0.25, 8, 4, 2).gradients();

        assertThat(Answers.of(new TruncatedSvd(), gradients, 0.5, 0).factors().count())
                .isEqualTo(1);
        assertThat(Answers.of(new TruncatedSvd(), gradients, 0.5, 2).factors().count())
                .isEqualTo(2);
        assertThat(Answers.of(new TruncatedSvd(), gradients, 0, 2).factors().count())
                .isEqualTo(3);
    }

    @Test
    void anAnswerThatCannotBeIsAMisplay() {
        double[][] gradients = {{0, 0}, {1, 0}};

        assertThatThrownBy(() -> Answers.of(answering(-1, 2, 1), gradients, 0, 0))
                .isInstanceOf(Misplay.class)
                .hasMessage("the rank is -1, expected one of 0 to 1");
        assertThatThrownBy(() -> Answers.of(answering(1, 2, 2), gradients, 0, 0))
                .isInstanceOf(Misplay.class)
                .hasMessage("the weights of direction 0 has dimension 2, expected 1");
    }

    private static IncrementPredictor answering(int rank, int dimension, int increments) {
        return new IncrementPredictor() {
            @Override
            public void observe(double[] gradient) {}

            @Override
            public int rank(double epsilon) {
                return rank;
            }

            @Override
            public double[] direction(int k) {
                return new double[dimension];
            }

            @Override
            public double[] weights(int k) {
                return new double[increments];
            }
        };
    }

    @Test
    void logsAtTheEdgesOfWhatIsAllowedAreLogs() {
        double[][] gradients = {{0, 0}, {1, 0}, {1, 1}};
        Factors two = new Factors(new double[2][2], new double[2][2]);

        assertThat(new Log(gradients, new double[2], 2, 0, new double[] {1, 1}, two).rank())
                .isEqualTo(2);
        assertThat(new Log(gradients, new double[2], 0, 0.99, new double[] {0, 0}, Factors.NONE).epsilon())
                .isEqualTo(0.99);
    }

    @Test
    void whatDoesNotFitIsRefused() {
        double[][] gradients = {{0, 0}, {1, 0}, {1, 1}};
        double[] spectrum = {1, 1};

        assertRefused(
                "gradients are finite vectors of one dimension",
                () -> Log.requireSequence(new double[][] {{1}, {1, 2}}));
        assertRefused(
                "gradients are finite vectors of one dimension",
                () -> Log.requireSequence(new double[][] {{1}, {Double.NaN}}));
        assertRefused("the rank is from 0 to 2, got -1", () -> Log.requireRank(-1, gradients));
        assertRefused("the rank is from 0 to 0, got 1", () -> Log.requireRank(1, new double[1][3]));
        assertRefused("epsilon is in [0, 1), got -0.1", () -> Log.requireShare(-0.1));
        assertRefused("epsilon is in [0, 1), got NaN", () -> Log.requireShare(Double.NaN));
        assertRefused(
                "the first hint is a finite vector of dimension 2",
                () -> new Log(gradients, new double[] {0, Double.NaN}, 0, 0, spectrum, Factors.NONE));
        assertRefused(
                "the spectrum has 2 finite values, got 1",
                () -> new Log(gradients, new double[2], 0, 0, new double[1], Factors.NONE));
        assertRefused(
                "the spectrum has 2 finite values, got 2",
                () -> new Log(gradients, new double[2], 0, 0, new double[] {1, Double.NaN}, Factors.NONE));
        assertRefused(
                "the spectrum descends and is nowhere negative",
                () -> new Log(gradients, new double[2], 0, 0, new double[] {1, 2}, Factors.NONE));
        assertRefused(
                "expected at most 2 factors, got 1 directions and 2 weights",
                () -> new Factors(new double[1][2], new double[2][2]).check(2, 2, 2));
        for (Factors factors : List.of(
                new Factors(new double[1][3], new double[1][2]),
                new Factors(new double[1][2], new double[1][3]),
                new Factors(new double[][] {{0, Double.NaN}}, new double[1][2]),
                new Factors(new double[1][2], new double[][] {{0, Double.NaN}}))) {
            assertRefused("factor 0 is not finite, of dimension 2 and 2 weights", () -> factors.check(2, 2, 2));
        }
        for (int[] order : new int[][] {{0, 0}, {-1, 0}, {0, 2}, {0}, {0, 1, 2}}) {
            assertRefused(
                    "the order is a permutation of 0 to 1",
                    () -> new Reordering(gradients, order, Reordering.What.INCREMENTS, 0));
        }
        assertRefused(
                "the order is a permutation of 0 to 2",
                () -> new Reordering(gradients, new int[] {1, 0}, Reordering.What.GRADIENTS, 0));
        assertRefused(
                "epsilon is in [0, 1), got 1.0",
                () -> new Reordering(gradients, new int[] {1, 0}, Reordering.What.INCREMENTS, 1));
        assertRefused(
                "a log has at least one gradient",
                () -> new Reordering(new double[0][], new int[0], Reordering.What.GRADIENTS, 0));
        assertRefused("both logs have the same size", () -> new Pair(gradients, new double[2][2], 0));
        assertRefused("both logs have the same size", () -> new Pair(gradients, new double[3][1], 0));
        assertRefused("the rank is from 0 to 2, got 3", () -> new Pair(gradients, gradients, 3));
        assertRefused("a log has at least one gradient", () -> new Pair(new double[0][], gradients, 0));
        assertRefused("a log has at least one gradient", () -> new Pair(gradients, new double[0][], 0));
    }

    private static void assertRefused(String message, org.assertj.core.api.ThrowableAssert.ThrowingCallable making) {
        assertThatIllegalArgumentException().isThrownBy(making).withMessage(message);
    }
}
