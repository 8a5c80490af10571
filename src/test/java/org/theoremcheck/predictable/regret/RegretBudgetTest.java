package org.theoremcheck.predictable.regret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.theoremcheck.predictable.regret.Games.at;
import static org.theoremcheck.predictable.regret.Games.gradients;
import static org.theoremcheck.predictable.regret.Games.hints;
import static org.theoremcheck.predictable.regret.Games.line;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.theoremcheck.numeric.Rounding;
import org.theoremcheck.numeric.Vectors;
import org.theoremcheck.predictable.geometry.BinaryEntropy;
import org.theoremcheck.predictable.geometry.Domain;
import org.theoremcheck.predictable.geometry.Euclidean;
import org.theoremcheck.predictable.predictor.Predictor;

/**
 * Budgets in games where one source of rounding outweighs the others by far: many rounds, many coordinates, or steps that round at a great
 * distance from 0. What the budget then is in units roundoff is known from the count of roundings alone.
 */
class RegretBudgetTest {

    private static final int MANY = 100_000;

    /**
     * A game and what its budget is near.
     *
     * @param game where one source of rounding is alone
     * @param units the budget in units roundoff, in the limit
     */
    record Limit(String name, Game game, double units) {

        @Override
        public String toString() {
            return name;
        }
    }

    private static Game alternating(double start, double step, Comparator comparator) {
        return line(RegretSetting.LINE, start, step, gradients(1, -1), RegretSetting.ZERO, comparator, MANY);
    }

    /** N rounds of |g| = 1: each of N products and sums is off by up to N u of its size. */
    static Stream<Limit> limits() {
        double square = (double) MANY * MANY;
        double cube = square * MANY;
        return Stream.of(
                new Limit("sums of products with u", alternating(0, 1e-3, at(8)), 8 * square),
                new Limit("sums of products with x, y₀ and u", alternating(8, 1e-3, RegretSetting.START), 32 * square),
                new Limit("sums of products with x and y₀", alternating(8, 1e-3, at(0)), 24 * square),
                new Limit(
                        "the path length",
                        line(RegretSetting.LINE, 0, 0.5, gradients(0), hints(3), RegretSetting.START, MANY),
                        square * 0.5 * 9),
                new Limit(
                        "sums of gradients that hints are added to",
                        line(RegretSetting.INTERVAL, 0, 0.5, gradients(2), hints(-1), RegretSetting.START, MANY),
                        cube * 0.5 * 2 * 3),
                new Limit("the distance, and the range where y₀ is its centre", wide(0, 1), MANY * (MANY / 2.0) * 2),
                new Limit("the range", wide(1, 1), MANY * (MANY / 2.0)),
                new Limit("the distance", wide(1, 0), MANY * (MANY / 2.0)),
                new Limit(
                        "steps far away: 2 |x| each, felt over 2 |x|/η",
                        line(RegretSetting.LINE, 8, 0.5, gradients(0), hints(0), RegretSetting.START, 1000),
                        1000 * (16 * 16 / 0.5)),
                new Limit(
                        "steps of |ηm| that each round by thrice 2 |ηm| and twice the distance, felt over as much",
                        line(RegretSetting.LINE, 0, 0.25, gradients(0), hints(4), RegretSetting.START, 1),
                        (2 * 2 + 3 * 2) * (4 + 1) * 4),
                new Limit(
                        "steps far beyond the domain that each round by thrice 3 |ηg|, felt over 2/η, and ten roundings of gx",
                        line(RegretSetting.INTERVAL, 0, 1000, gradients(1), hints(1), at(0), 1),
                        3 * 3 * 2 + 10),
                new Limit(
                        "losses summed",
                        line(
                                new Euclidean(new Domain.Box(8, 9)),
                                8,
                                1,
                                new Adversary.LargestOf(new double[][] {{1}, {-1}}),
                                hints(1),
                                at(8),
                                MANY),
                        2 * square * 16 + square * (8 * 4)),
                new Limit(
                        "losses of a large target",
                        line(
                                RegretSetting.LINE,
                                0,
                                1,
                                new Adversary.Ridge(Link.ABSOLUTE, new double[][] {{1}}, new double[] {1e6}),
                                RegretSetting.ZERO,
                                RegretSetting.START,
                                1),
                        4 * 13 * 1e12),
                new Limit("points that are projected", cornered(1e6), 3 * 1000.0 * 1004));
    }

    /** m = g at a corner of a large simplex, against another corner. */
    private static Game cornered(double step) {
        double[] first = new double[1000];
        double[] second = new double[1000];
        first[0] = 1;
        second[1] = 1;
        double[][] gradient = {Vectors.scaled(-1, first)};
        return new Game(
                Arena.SIMPLEX.plain(1000),
                first,
                new Steps.Constant(step),
                new Adversary.Linear(gradient),
                new Predictor.Announced(gradient),
                at(second),
                1);
    }

    /** One round without gradients, with as many coordinates. */
    private static Game wide(double start, double comparator) {
        double[][] nothing = new double[1][MANY];
        return new Game(
                RegretSetting.LINE,
                Vectors.filled(MANY, start),
                new Steps.Constant(1),
                new Adversary.Linear(nothing),
                RegretSetting.ZERO,
                at(Vectors.filled(MANY, comparator)),
                1);
    }

    @ParameterizedTest
    @MethodSource("limits")
    void theBudgetIsThatOfTheOnlySourceOfRounding(Limit limit) {
        double units = new RegretReferee(false).play(limit.game(), TwoStep::new).rounding() / Rounding.UNIT;

        assertThat(units / limit.units()).isBetween(1.0, 1.5);
    }

    /** The same for what a learner shows that has a second sequence; its other sources are those above. */
    static Stream<Limit> mirroredLimits() {
        double square = (double) MANY * MANY;
        return Stream.of(
                new Limit("divergences from u, and those of the regret", wide(0, 1), 2 * square),
                new Limit("divergences of the points, and the path length", surprised(0, -1), 2 * square));
    }

    /** One round with as many coordinates from 0, u = 0. */
    private static Game surprised(double gradient, double hint) {
        return new Game(
                RegretSetting.LINE,
                new double[MANY],
                new Steps.Constant(1),
                new Adversary.Linear(new double[][] {Vectors.filled(MANY, gradient)}),
                new Predictor.Announced(new double[][] {Vectors.filled(MANY, hint)}),
                RegretSetting.START,
                1);
    }

    @ParameterizedTest
    @MethodSource("mirroredLimits")
    void theBudgetOfTheIdentityIsThatOfTheOnlySourceOfRounding(Limit limit) {
        double units = mirrored(limit.game()).rounding() / Rounding.UNIT;

        assertThat(units / limit.units()).isBetween(1.0, 1.5);
    }

    private static MirrorPlay mirrored(Game game) {
        return new MirrorReferee().play(game, TwoStep::new);
    }

    /** In d coordinates products round by 2d each, and divergences by d: 2d ⟨δ, x − y⟩ and d (B(x, y) + B(y, x)), with both factors 1. */
    @Test
    void theBudgetOfTheHintIsThatOfProductsAndDivergences() {
        double square = (double) MANY * MANY;
        MirrorPlay towards = mirrored(surprised(0, -1));

        assertThat(towards.hintRounding() / Rounding.UNIT / square).isBetween(3.0, 3.01);
        assertThat(mirrored(surprised(-1, 0)).hintRounding() / Rounding.UNIT / square)
                .isBetween(3.0, 3.01);
        assertThat(towards.stabilityRounding() / Rounding.UNIT / square).isBetween(2.0, 2.01);
    }

    /** At a distance of 2¹⁴ each step of half a unit rounds by twice that, in units of which half is η. */
    @Test
    void theBudgetOfTheHintGrowsWithTheDistanceFromZero() {
        double far = 0x1p14;
        MirrorPlay play = mirrored(line(RegretSetting.LINE, far, 0.5, gradients(0), hints(1), RegretSetting.START, 1));
        double inSteps = 2 * (2 * far);
        double inProducts = 11 * 2 * far;

        assertThat(play.stabilityRounding() / Rounding.UNIT / inSteps).isBetween(1.0, 1.01);
        assertThat(play.hintRounding() / Rounding.UNIT / (inSteps + inProducts)).isBetween(1.0, 1.01);
    }

    /** At 1 − 2⁻²⁸ a point that is rounded stands for a logit that is off by u 2²⁸, which meets a step of η 2⁻²⁸. */
    @Test
    void theBudgetOfTheHintHasTheRoundingOfPointsNearTheBoundary() {
        double units = mirrored(line(
                                new BinaryEntropy(),
                                1 - 0x1p-28,
                                0x1p-10,
                                gradients(0),
                                hints(1),
                                RegretSetting.START,
                                1))
                        .hintRounding()
                / Rounding.UNIT;
        double ofPoints = 2 * new BinaryEntropy().pointError(1);
        double ofProducts = 11 * 2;

        assertThat(units / (ofPoints + ofProducts)).isBetween(1.0, 1.1);
    }

    /**
     * One step of each run, rounded by 2 · 2¹⁴ twice, counted twice; on a large simplex points are off by d² in
     * each step and as they are.
     */
    @Test
    void theBudgetOfTwinsIsThatOfBothRuns() {
        double far = 0x1p14;
        Game game = line(RegretSetting.LINE, far, 0.5, gradients(0), hints(0), RegretSetting.START, 1);
        double projection = 1000.0 * 1004;

        assertThat(apart(game).rounding() / Rounding.UNIT / (2 * 2 * 2 * 2 * far))
                .isBetween(1.0, 1.01);
        assertThat(apart(cornered(1)).rounding() / Rounding.UNIT / projection).isBetween(12.0, 12.01);
        assertThat(apart(game).size()).isEqualTo(2 * far);
    }

    private static TwinReferee.Distance apart(Game game) {
        return new TwinReferee().play(new Twins(game, new Twins.Scaled(1, 1)), twins -> new TwoStep(twins.game()));
    }

    /** ‖g‖ (farthest point + ‖u‖), the distance and the path: 2 · (3 + 3) + 4 + 2, and 2 · (2 + 0) + 1 + 2. */
    @Test
    void magnitudesAreThoseComputedByHand() {
        assertThat(magnitude(at(3))).isEqualTo(18);
        assertThat(magnitude(at(0))).isEqualTo(7);
        assertThat(magnitude(at(-3))).isEqualTo(2 * (3 + 3) + 16 + 2);
        // ∥δ∥ (∥x∥ + ∥y∥), and B(x, y) + B(y, x).
        assertThat(mirrored(surprised(0, -1)).hintMagnitude()).isEqualTo(2.0 * MANY);
        assertThat(mirrored(surprised(-1, 0)).hintMagnitude()).isEqualTo(2.0 * MANY);
        // The path, and the way there and back; the distances of u.
        assertThat(mirrored(surprised(0, -1)).magnitude()).isEqualTo(2.0 * MANY);
        assertThat(mirrored(wide(0, 1)).magnitude()).isEqualTo(1.5 * MANY);
    }

    /** Three rounds of f(x) = |x| from 1 to 2 against 2: f is 1, 2 and 2, and of size 2 each time. */
    @Test
    void lossesAreSubtractedAndTheirSizesAdded() {
        Game game = line(
                new Euclidean(new Domain.Box(1, 2)),
                1,
                1,
                new Adversary.LargestOf(new double[][] {{1}, {-1}}),
                hints(1, -1, -1),
                at(2),
                3);
        Play play = new RegretReferee(false).play(game, TwoStep::new);

        assertThat(play.regret()).isEqualTo(1 + 2 + 2 - 3 * 2);
        assertThat(play.linear()).isEqualTo(-1);
        // Σ‖g‖ (farthest point + ‖u‖), B(u, y₀), surprises of 2 twice, and Σ f.
        assertThat(play.magnitude()).isEqualTo(3 * (4 + 2) + 0.5 + 2 * 4 + 3 * 4);
    }

    private static double magnitude(Comparator comparator) {
        Game game = line(RegretSetting.LINE, 1, 0.5, gradients(2), RegretSetting.ZERO, comparator, 1);
        return new RegretReferee(false).play(game, TwoStep::new).magnitude();
    }

    /** No surprise leaves the step as it is; P = 3L² halves it. What rounds is felt over both the first and the last. */
    @Test
    void theBudgetOfAdaptiveStepsGrowsAsTheLastOneShrinks() {
        // D² = 2 on [−1, 1] and L = 1.
        for (int rounds : new int[] {3, 8}) {
            Game game = line(RegretSetting.INTERVAL, 0, Math.sqrt(2), gradients(1), RegretSetting.ZERO, at(-1), rounds);
            Play play = new RegretReferee(false).play(game, AdaptiveStep::new);

            assertThat(AdaptivePlay.of(game, play).rounding() / play.rounding())
                    .isCloseTo(1 + Math.sqrt(1 + rounds), within(1e-14));
        }
        Game weak = line(new Euclidean(new Domain.Box(-1, 1), 0.25), 0, 1, gradients(1), hints(1), at(-1), 1);
        Play play = new RegretReferee(false).play(weak, AdaptiveStep::new);

        assertThat(AdaptivePlay.of(weak, play).rounding()).isEqualTo(8 * play.rounding());
    }
}
