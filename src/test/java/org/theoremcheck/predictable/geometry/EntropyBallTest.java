package org.theoremcheck.predictable.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.numeric.Rounding;

class EntropyBallTest extends GeometryChecks {

    @Override
    Stream<Geometry> geometries() {
        return Stream.of(new EntropyBall(0.5), new EntropyBall(3));
    }

    private static double radius(Geometry geometry) {
        return ((EntropyBall) geometry).radius();
    }

    /** Multiples of 2⁻³⁰, whose sum is R at most, exactly; often on the boundary. */
    @Override
    double[] feasible(Geometry geometry, int dimension, SplittableRandom random) {
        return drawn(geometry, dimension, random, random.nextInt(3));
    }

    @Override
    double[] start(Geometry geometry, int dimension, SplittableRandom random) {
        return drawn(geometry, dimension, random, 0);
    }

    private static double[] drawn(Geometry geometry, int dimension, SplittableRandom random, int zeros) {
        double share = random.nextBoolean() ? 1 : random.nextInt(1, 8) / 8.0;
        return scaled(share * radius(geometry), Simplices.draw(dimension, random, zeros));
    }

    /** A point pays for the logarithm of the radius in every coordinate, though their errors are alike or small. */
    @Override
    double attained() {
        return 0.001;
    }

    @Override
    double potential(Geometry geometry, double[] x) {
        return Arrays.stream(x)
                .map(value -> value == 0 ? 0 : value * Math.log(value) - value)
                .sum();
    }

    @Override
    double[] gradient(Geometry geometry, double[] x) {
        return Arrays.stream(x).map(Math::log).toArray();
    }

    @Override
    double[] minimizer(Geometry geometry, int dimension) {
        return filled(dimension, Math.min(1, radius(geometry) / dimension));
    }

    /** The origin and the other vertices. */
    @Override
    List<double[]> farthest(Geometry geometry, double[] y) {
        List<double[]> vertices = new ArrayList<>();
        vertices.add(new double[y.length]);
        Simplices.vertices(y.length).forEach(vertex -> vertices.add(scaled(radius(geometry), vertex)));
        return vertices;
    }

    /** All coordinates of a point on the boundary shrink by a little. */
    @Override
    List<double[]> tightPair(Geometry geometry, int dimension) {
        double[] uniform = filled(dimension, radius(geometry) / dimension);
        return List.of(scaled(0.999, uniform), uniform);
    }

    @Override
    List<double[]> diameterPair(Geometry geometry, int dimension) {
        List<double[]> vertices = Simplices.vertices(dimension);
        return List.of(scaled(radius(geometry), vertices.get(0)), scaled(radius(geometry), vertices.get(1)));
    }

    @Override
    double[] aligned(Geometry geometry, double[] v) {
        return axis(v);
    }

    @Override
    List<double[]> movedOut(Geometry geometry, double[] point, double distance) {
        double[] heavy = point.clone();
        heavy[0] += radius(geometry) - Arrays.stream(point).sum() + distance;
        double[] negative = point.clone();
        negative[point.length - 1] = -distance;
        return List.of(heavy, negative);
    }

    @Override
    Enclosure[] exactStep(Geometry geometry, double[] from, double eta, double[] slope) {
        Enclosure[] logarithms = moved(from, eta, slope);
        Enclosure sum = Stream.of(logarithms).map(Enclosure::exp).reduce(Enclosure.ZERO, Enclosure::plus);
        Enclosure excess = sum.over(Enclosure.of(radius(geometry))).log().max(Enclosure.ZERO);
        return Stream.of(logarithms).map(value -> value.minus(excess)).toArray(Enclosure[]::new);
    }

    @Override
    Enclosure[] exactPoint(Geometry geometry, double[] mirror) {
        return each(mirror, Enclosure::exp);
    }

    @Override
    double mirrorError(Geometry geometry, double[] point, double[] mirror) {
        return imageNorm(geometry, errors(each(point, Enclosure::log), mirror));
    }

    @Test
    void weightsThatSumToLessThanTheRadiusAreLeftAlone() {
        Geometry ball = new EntropyBall(2);
        double[] mirror = ball.mirror(new double[] {0.5, 0.5});
        ball.step(mirror, 1, new double[] {0, -Math.log(2)}, mirror);
        assertThat(ball.point(mirror)[1]).isCloseTo(1, within(1e-15));

        // 1/2 and 4, divided by 9/4.
        ball.step(mirror, 1, new double[] {0, -2 * Math.log(2)}, mirror);
        assertThat(ball.point(mirror)[0]).isCloseTo(2.0 / 9, within(1e-15));
        assertThat(ball.point(mirror)[1]).isCloseTo(16.0 / 9, within(1e-15));
    }

    /** The largest potential is the larger of 0 and R ln R − R, less the smallest. */
    @Test
    void theRangeIsThatOfTheTables() {
        Geometry ball = new EntropyBall(1);
        assertThat(ball.potential(new double[] {1, 0, 0, 0})).isCloseTo(Math.log(4), within(1e-15));
        assertThat(ball.potential(new double[4])).isCloseTo(1 + Math.log(4), within(1e-15));
        assertThat(new EntropyBall(8).potential(new double[4])).isCloseTo(4, within(1e-15));
    }

    @Test
    void thePotentialIsAccurateHoweverCloseToItsMinimum() {
        SplittableRandom random = new SplittableRandom(2);
        for (Geometry ball : List.of(new EntropyBall(1), new EntropyBall(0.7), new EntropyBall(5))) {
            for (double gap : new double[] {1e-2, 1e-5, 1e-8}) {
                double[] x = Arrays.stream(minimizer(ball, 3))
                        .map(value -> value * (1 - gap * random.nextDouble()))
                        .toArray();

                assertThat(relativeError(ball.potential(x), ball.exactPotential(x)))
                        .isLessThanOrEqualTo(ball.potentialError(3) * Rounding.UNIT);
            }
        }
    }

    @Test
    void budgetsKnowTheSizeOfTheRadius() {
        for (double radius : new double[] {0x1p-40, 0x1p40}) {
            budgetsAreAttainedUpToAFractionWhereStepsAreShort(new EntropyBall(radius));
        }
    }

    /** A sum of 3, and a few roundings more. */
    @Test
    void aFewRoundingsOutsideAreInside() {
        Geometry ball = new EntropyBall(3);
        assertThat(ball.outside(new double[] {1, 2 + 0x1p-50})).isZero();
        assertThat(ball.outside(new double[] {1, 2 + 0x1p-44})).isEqualTo(0x1p-44);
        assertThat(ball.outside(new double[] {3, -0x1p-60})).isEqualTo(0x1p-60);
        assertThat(new EntropyBall(0x1p40).outside(new double[] {0x1p39, 0x1p39 + 0x1p-11}))
                .isZero();
    }

    @Test
    void aRadiusIsPositive() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EntropyBall(0))
                .withMessage("the radius of a geometry is positive, got 0.0");
        assertThatIllegalArgumentException().isThrownBy(() -> new EntropyBall(Double.NaN));
    }
}
