package org.theoremcheck.predictable.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.numeric.Enclosures;

class HypentropyTest extends GeometryChecks {

    @Override
    Stream<Geometry> geometries() {
        return Stream.of(new Hypentropy(3, 0.5), new Hypentropy(1e-3, 10));
    }

    private static double scale(Geometry geometry) {
        return ((Hypentropy) geometry).scale();
    }

    private static double radius(Geometry geometry) {
        return ((Hypentropy) geometry).radius();
    }

    @Override
    double[] feasible(Geometry geometry, int dimension, SplittableRandom random) {
        double[] point = slope(random, dimension, radius(geometry));
        for (int i = 0; i < dimension; i++) {
            int face = random.nextInt(5);
            point[i] = face < 2 ? (2 * face - 1) * radius(geometry) : point[i];
        }
        return point;
    }

    @Override
    double potential(Geometry geometry, double[] x) {
        double beta = scale(geometry);
        return Arrays.stream(x)
                .map(value -> value * arsinh(value / beta) - Math.hypot(value, beta))
                .sum();
    }

    @Override
    double[] gradient(Geometry geometry, double[] x) {
        return Arrays.stream(x).map(value -> arsinh(value / scale(geometry))).toArray();
    }

    private static double arsinh(double z) {
        double size = Math.abs(z);
        return Math.copySign(Math.log1p(size + size * size / (1 + Math.hypot(1, size))), z);
    }

    @Override
    double[] minimizer(Geometry geometry, int dimension) {
        return new double[dimension];
    }

    /** The farther end in each coordinate. */
    @Override
    List<double[]> farthest(Geometry geometry, double[] y) {
        return List.of(Arrays.stream(y)
                .map(value -> -Math.copySign(radius(geometry), value))
                .toArray());
    }

    @Override
    List<double[]> tightPair(Geometry geometry, int dimension) {
        return List.of(filled(dimension, radius(geometry)), filled(dimension, radius(geometry) * 0.9999));
    }

    @Override
    List<double[]> diameterPair(Geometry geometry, int dimension) {
        return List.of(filled(dimension, radius(geometry)), filled(dimension, -radius(geometry)));
    }

    @Override
    double[] aligned(Geometry geometry, double[] v) {
        return direction(v);
    }

    @Override
    List<double[]> movedOut(Geometry geometry, double[] point, double distance) {
        double[] above = point.clone();
        above[0] = radius(geometry) + distance;
        double[] below = point.clone();
        below[point.length - 1] = -radius(geometry) - distance;
        return List.of(above, below);
    }

    @Override
    Enclosure[] exactStep(Geometry geometry, double[] from, double eta, double[] slope) {
        Enclosure end = Enclosures.arsinh(Enclosure.of(radius(geometry)).over(Enclosure.of(scale(geometry))));
        return Stream.of(moved(from, eta, slope))
                .map(value -> value.max(end.negated()).min(end))
                .toArray(Enclosure[]::new);
    }

    @Override
    Enclosure[] exactPoint(Geometry geometry, double[] mirror) {
        Enclosure half = Enclosure.of(scale(geometry)).times(Enclosure.of(0.5));
        Enclosure end = Enclosure.of(radius(geometry));
        return each(
                mirror,
                value -> value.exp()
                        .minus(value.negated().exp())
                        .times(half)
                        .max(end.negated())
                        .min(end));
    }

    @Override
    double mirrorError(Geometry geometry, double[] point, double[] mirror) {
        Enclosure beta = Enclosure.of(scale(geometry));
        return imageNorm(geometry, errors(each(point, value -> Enclosures.arsinh(value.over(beta))), mirror));
    }

    /** β = 4, x = 3: x/β = ¾, arsinh ¾ = ln 2, and the root of 9 + 16. */
    @Test
    void imagesAndPotentialsAreThoseComputedByHand() {
        Geometry geometry = new Hypentropy(4, 10);

        assertThat(geometry.mirror(new double[] {3})[0]).isCloseTo(Math.log(2), within(1e-15));
        assertThat(geometry.point(new double[] {Math.log(2)})[0]).isCloseTo(3, within(1e-15));
        assertThat(geometry.potential(new double[] {3})).isCloseTo(3 * Math.log(2) - 1, within(1e-15));
        assertThat(geometry.exactPotential(new double[] {3}).middle()).isCloseTo(3 * Math.log(2) - 1, within(1e-15));
        assertThat(new Hypentropy(4, 3).modulus()).isEqualTo(0.2);
    }

    @Test
    void stepsStopAtTheEnds() {
        Geometry geometry = new Hypentropy(1, 2);
        double[] mirror = new double[2];
        geometry.step(mirror, 1, new double[] {-100, 100}, mirror);

        assertThat(geometry.point(mirror)).containsExactly(new double[] {2, -2}, within(1e-15));
        assertThat(geometry.outside(geometry.point(mirror))).isZero();
    }

    @Test
    void scaleAndRadiusArePositive() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Hypentropy(0, 1))
                .withMessage("the scale of a geometry is positive, got 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Hypentropy(1, Double.POSITIVE_INFINITY))
                .withMessage("the radius of a geometry is positive, got Infinity");
    }
}
