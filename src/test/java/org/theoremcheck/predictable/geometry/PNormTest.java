package org.theoremcheck.predictable.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.numeric.Enclosures;

@Execution(ExecutionMode.CONCURRENT)
class PNormTest extends SquaredNormChecks {

    @Override
    Stream<SquaredNorm> norms() {
        return DoubleStream.of(1.5, 1.05).mapToObj(PNorm::new);
    }

    private static double exponent(Geometry geometry) {
        return ((PNorm) whole(geometry)).exponent();
    }

    private static double norm(double[] x, double order) {
        return Math.pow(
                Arrays.stream(x).map(value -> Math.pow(Math.abs(value), order)).sum(), 1 / order);
    }

    @Override
    double norm(SquaredNorm whole, double[] x) {
        return norm(x, exponent(whole));
    }

    /** sgn(x)|x|^(p−1)‖x‖^(2−p). */
    @Override
    double[] gradient(Geometry geometry, double[] x) {
        return gradient(x, exponent(geometry));
    }

    private static double[] gradient(double[] x, double order) {
        double factor = Math.pow(norm(x, order), 2 - order);
        return Arrays.stream(x)
                .map(value -> Math.signum(value) * Math.pow(Math.abs(value), order - 1) * factor)
                .toArray();
    }

    /** Where all coordinates are equal, along a direction that leaves the norm alone. */
    @Override
    List<double[]> tightPair(Geometry geometry, int dimension) {
        double[] equal = filled(dimension, 1.0 / dimension);
        return List.of(along(equal, 1e-4, alternating(dimension)), equal);
    }

    /** ∇ of the dual norm. */
    @Override
    double[] aligned(Geometry geometry, double[] v) {
        double conjugate = 1 / (1 - 1 / exponent(geometry));
        return scaled(1 / norm(v, conjugate), gradient(v, conjugate));
    }

    @Override
    Enclosure[] unconstrained(SquaredNorm whole, double[] from, double eta, double[] slope) {
        return moved(from, eta, slope);
    }

    private static Enclosure conjugate(Geometry geometry) {
        Enclosure p = Enclosure.of(exponent(geometry));
        return p.over(p.minus(Enclosure.ONE));
    }

    private static Enclosure exactNorm(Enclosure[] v, Enclosure order) {
        Enclosure sum =
                Stream.of(v).map(value -> value.abs().log().times(order).exp()).reduce(Enclosure.ZERO, Enclosure::plus);
        return sum.log().over(order).exp();
    }

    @Override
    Enclosure exactMirrorNorm(SquaredNorm whole, Enclosure[] mirror) {
        return exactNorm(mirror, conjugate(whole));
    }

    private static Enclosure[] exactGradient(double[] v, Enclosure order) {
        Enclosure logarithm = exactNorm(Enclosures.of(v), order).log();
        Enclosure less = order.minus(Enclosure.ONE);
        return Arrays.stream(v)
                .mapToObj(value -> Enclosure.of(Math.abs(value))
                        .log()
                        .times(less)
                        .plus(logarithm.times(Enclosure.ONE.minus(less)))
                        .exp()
                        .times(Enclosure.of(Math.signum(value))))
                .toArray(Enclosure[]::new);
    }

    @Override
    Enclosure[] exactPoint(Geometry geometry, double[] mirror) {
        return exactGradient(mirror, conjugate(geometry));
    }

    @Override
    double mirrorError(Geometry geometry, double[] point, double[] mirror) {
        return imageNorm(geometry, errors(exactGradient(point, Enclosure.of(exponent(geometry))), mirror));
    }

    /** By hand for p = 3/2, q = 3: ∇Φ(1, 4) has ‖x‖ = 9^(2/3), and ∇Φ*(1, 2) = (1, 4)/9^(1/3). */
    @Test
    void imagesAreThoseComputedByHand() {
        Geometry geometry = new PNorm(1.5);

        assertThat(geometry.norm(new double[] {1, 4})).isCloseTo(Math.cbrt(81), within(1e-14));
        assertThat(geometry.mirror(new double[] {1, -4}))
                .containsExactly(new double[] {Math.cbrt(9), -2 * Math.cbrt(9)}, within(1e-14));
        assertThat(geometry.point(new double[] {1, -2}))
                .containsExactly(new double[] {1 / Math.cbrt(9), -4 / Math.cbrt(9)}, within(1e-14));
    }

    @Test
    void theGradientAtTheOriginIsTheOrigin() {
        Geometry geometry = new PNorm(1.1);

        assertThat(geometry.mirror(new double[3])).containsExactly(0, 0, 0);
        assertThat(geometry.point(new double[3])).containsExactly(0, 0, 0);
        assertThat(geometry.mirror(new double[] {2, 0})).containsExactly(new double[] {2, 0}, within(1e-15));
        assertThat(geometry.divergence(new double[] {1, -1}, new double[2]))
                .isCloseTo(Math.pow(2, 2 / 1.1) / 2, within(1e-14));
    }

    @Test
    void twoIsEuclidean() {
        double[] x = {1, -2, 2};
        double[] y = {0, 1, 1};
        Geometry two = new PNorm(2);

        assertThat(two.norm(x)).isCloseTo(3, within(1e-15));
        assertThat(two.modulus()).isEqualTo(1);
        assertThat(two.divergence(x, y)).isCloseTo(new Euclidean(new Domain.Space()).divergence(x, y), within(1e-14));
    }

    /** Signs that differ, zeros on either side, and parallel points, where nearly everything cancels. */
    @ParameterizedTest
    @ValueSource(doubles = {1.05, 1.5, 2})
    void divergencesOfAllSignsAreAccurate(double exponent) {
        Geometry geometry = new PNorm(exponent);
        double[] y = {1, -0.25, 3};
        List<double[]> others = List.of(
                new double[] {-1, -0.25, 3},
                new double[] {0, 0.25, 3},
                new double[] {1e-3, -0.25, 3},
                new double[] {1 + 0x1p-20, -0.25 - 0x1p-22, 3 + 3 * 0x1p-20},
                new double[] {0.5, -0.125, 1.5},
                new double[] {-1, 0.25, -3},
                new double[3]);
        for (double[] x : others) {
            assertAccurate(geometry, x, y);
        }
        assertAccurate(geometry, y, new double[] {0, -0.25, 1});
    }

    private static void assertAccurate(Geometry geometry, double[] x, double[] y) {
        assertThat(relativeError(geometry.divergence(x, y), geometry.exactDivergence(x, y)))
                .as(IntStream.range(0, 3)
                        .mapToObj(i -> x[i] + "|" + y[i])
                        .toList()
                        .toString())
                .isLessThanOrEqualTo(geometry.divergenceError(3) * org.theoremcheck.numeric.Rounding.UNIT);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1.04, 2.01, Double.NaN})
    void anExponentIsFromJustAboveOneToTwo(double exponent) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PNorm(exponent))
                .withMessage("the exponent of a p-norm is from 1.05 to 2, got " + exponent);
    }

    @Test
    void aFewRoundingsOutsideABallAreInside() {
        Geometry ball = new NormBall(new PNorm(1.5), 2.5);

        assertThat(ball.outside(new double[] {0, 2.5 + 0x1p-50, 0, 0})).isZero();
        assertThat(ball.outside(new double[] {0, 2.5 + 0x1p-40, 0, 0})).isCloseTo(0x1p-40, within(0x1p-50));
    }

    @Test
    void aBallHasARadius() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NormBall(new PNorm(1.5), -1))
                .withMessage("the radius of a geometry is positive, got -1.0");
    }
}
