package org.theoremcheck.quartic.objective;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.theoremcheck.numeric.Vectors;
import org.theoremcheck.quartic.objective.Objective.Accuracy;

/**
 * Variables and data are multiplied by powers of two, which is exact: values and gradients grow by the powers that they have to, and so
 * do the bounds on their rounding.
 */
class ScalingTest {

    /**
     * A function at a point, for every scale s.
     *
     * @param base s to begin with, so large a power of two that everything else is one
     * @param gap the power of s in f − f*
     * @param low the smallest power of s in ∇f
     * @param high the largest; no other is between
     */
    record Scale(String name, double base, DoubleFunction<At> at, int gap, int low, int high) {

        @Override
        public String toString() {
            return name;
        }
    }

    /** Where a function is seen. */
    record At(Objective objective, double... point) {

        Accuracy accuracy() {
            return objective.accuracy(point);
        }

        double value() {
            return objective.evaluate(point, new double[point.length]);
        }
    }

    private static final double[] POINT = {0.3, -0.7, 0.4, 0.9, -0.2, 0.6};
    private static final double[][] PLANTED = {{0.8}, {-0.5}};
    private static final double[][] OTHER = {{0.9}, {0.1}, {-0.3}};

    static Stream<Scale> scales() {
        Measurements plus = new Measurements(new double[][] {{1, 0.5, -0.2}, {0.3, -1, 0.8}});
        Measurements minus = new Measurements(new double[][] {{0.4, 1, 0.1}, {-0.6, 0.2, 0.7}});
        double[] four = Arrays.copyOf(POINT, 4);
        return Stream.of(
                new Scale("symmetric", 2, s -> new At(symmetric(s), Vectors.scaled(s, four)), 4, 3, 3),
                new Scale("balanced", 2, s -> new At(balanced(s), scaled(s, 5)), 4, 3, 3),
                new Scale(
                        "sensing",
                        2,
                        s -> new At(Sensing.of(plus, minus, rows(s, PLANTED), 2), Vectors.scaled(s, four)),
                        4,
                        3,
                        3),
                new Scale("neurons", 2, s -> new At(new TwoNeurons(new double[] {s, s / 2}), scaled(s, 4)), 2, 1, 1),
                new Scale("rosenbrock", 2, s -> new At(new Rosenbrock(10), 0.6 * s, 0.7 * s * s), 4, 2, 3),
                new Scale("ravine", 8, s -> new At(ravine(s), 3 * s * s, -2 * s * s, 0.6 * s, -0.8 * s), 4, 2, 3),
                new Scale("longer ridges", 2, s -> new At(ridges(s, 1), 0.2 / s, -0.6 / s), 0, 1, 1),
                new Scale("flatter ridges", 2, s -> new At(ridges(1, 1 / s), 0.2 * s, -0.6 * s), 0, -1, -1),
                new Scale("powers", 2, s -> new At(powers(s, false), Vectors.scaled(s, four)), 4, 3, 3),
                new Scale("mixed powers", 2, s -> new At(powers(s, true), Vectors.scaled(s, four)), 4, 3, 3));
    }

    private static double[] scaled(double s, int dimension) {
        return Vectors.scaled(s, Arrays.copyOf(POINT, dimension));
    }

    private static double[][] rows(double s, double[][] rows) {
        return Arrays.stream(rows).map(row -> Vectors.scaled(s, row)).toArray(double[][]::new);
    }

    private static Objective symmetric(double s) {
        return new SymmetricFactorization(rows(s, PLANTED), 2);
    }

    private static Objective balanced(double s) {
        return new BalancedFactorization(rows(s, PLANTED), rows(s, OTHER), 1);
    }

    /** mᵢ ~ 1/s and nᵢ ~ s^(−1/3), so that uᵢ²⟨mᵢ, v⟩ and uᵢ⟨nᵢ, v⟩³ grow like s⁴. */
    private static Objective ravine(double s) {
        double root = StrictMath.cbrt(s);
        return new RavinePolynomial(
                new double[] {2, 3},
                new double[][][] {{{1, 0.5}, {0.5, -1}}, {{0.3, 0}, {0, 0.7}}},
                rows(1 / s, new double[][] {{0.1, 0.2}, {-0.3, 0.1}}),
                rows(1 / root, new double[][] {{0.5, -0.4}, {0.2, 0.6}}),
                new double[][] {{1, 0.2}, {-0.3, 1}});
    }

    /** Ridges with tᵢ ~ s and coefficients that make up for it by c. */
    private static Objective ridges(double s, double c) {
        return new RidgeSum(
                rows(s, new double[][] {{1, 2}, {-1, 0.5}}),
                Vectors.scaled(c * c, new double[] {1, 2}),
                Vectors.scaled(c * c * c, new double[] {0.5, -1}),
                Vectors.scaled(c * c * c * c, new double[] {1, 3}));
    }

    /** The weight of a power p grows like s^(4 − p). */
    private static Objective powers(double s, boolean mixed) {
        return new Separable(new double[] {s * s, 0.5 * s * s, 2, 0.25 / (s * s)}, new double[] {2, 2, 4, 6}, mixed);
    }

    @ParameterizedTest
    @MethodSource("scales")
    void valuesAndTheBoundOnTheirRoundingHaveTheSamePower(Scale scale) {
        At one = scale.at().apply(1);
        At other = scale.at().apply(scale.base());
        double factor = StrictMath.pow(scale.base(), scale.gap());

        assertThat(other.value()).isCloseTo(factor * one.value(), Percentage.withPercentage(1e-12));
        assertThat(other.accuracy().gap())
                .isCloseTo(factor * one.accuracy().gap(), Percentage.withPercentage(1e-12))
                .isPositive();
    }

    /** As^low + Bs^high, by its values at 1 and s, at s². */
    @ParameterizedTest
    @MethodSource("scales")
    void theBoundOnTheGradientsRoundingHasThePowersOfTheGradient(Scale scale) {
        double s = scale.base();
        double low = StrictMath.pow(s, scale.low());
        double high = StrictMath.pow(s, scale.high());
        double atOne = scale.at().apply(1).accuracy().gradient();
        double atS = scale.at().apply(s).accuracy().gradient();
        double ofHigh = low == high ? atOne : (atS - low * atOne) / (high - low);

        assertThat(scale.at().apply(s * s).accuracy().gradient())
                .isCloseTo(low * low * (atOne - ofHigh) + high * high * ofHigh, Percentage.withPercentage(1e-9))
                .isPositive();
        assertThat(ofHigh).isBetween(0.0, atOne);
    }
}
