package org.theoremcheck.predictable.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.theoremcheck.numeric.Enclosure;

class BurgTest extends GeometryChecks {

    private static final Burg BURG = new Burg();

    @Override
    Stream<Geometry> geometries() {
        return Stream.of(BURG);
    }

    @Override
    double[] feasible(Geometry geometry, int dimension, SplittableRandom random) {
        double[] point = new double[dimension];
        for (int i = 0; i < dimension; i++) {
            point[i] = random.nextInt(4) == 0 ? 1 : Math.pow(10, random.nextDouble(-2, 0));
        }
        return point;
    }

    @Override
    double potential(Geometry geometry, double[] x) {
        return -Arrays.stream(x).map(Math::log).sum();
    }

    @Override
    double[] gradient(Geometry geometry, double[] x) {
        return Arrays.stream(x).map(value -> -1 / value).toArray();
    }

    @Override
    double[] minimizer(Geometry geometry, int dimension) {
        return filled(dimension, 1);
    }

    @Override
    List<double[]> farthest(Geometry geometry, double[] y) {
        return List.of();
    }

    @Override
    List<double[]> tightPair(Geometry geometry, int dimension) {
        return List.of(filled(dimension, 0.9999), filled(dimension, 1));
    }

    /** Nearly: the domain is open at 0. */
    @Override
    List<double[]> diameterPair(Geometry geometry, int dimension) {
        return List.of(filled(dimension, 1), filled(dimension, 1e-300));
    }

    @Override
    double[] aligned(Geometry geometry, double[] v) {
        return direction(v);
    }

    @Override
    List<double[]> movedOut(Geometry geometry, double[] point, double distance) {
        double[] above = point.clone();
        above[0] = 1 + distance;
        double[] below = point.clone();
        below[point.length - 1] = -distance;
        return List.of(above, below);
    }

    @Override
    Enclosure[] exactStep(Geometry geometry, double[] from, double eta, double[] slope) {
        return Stream.of(moved(from, -eta, slope))
                .map(value -> value.max(Enclosure.ONE))
                .toArray(Enclosure[]::new);
    }

    @Override
    Enclosure[] exactPoint(Geometry geometry, double[] mirror) {
        return each(mirror, Enclosure.ONE::over);
    }

    @Override
    double mirrorError(Geometry geometry, double[] point, double[] mirror) {
        return imageNorm(geometry, errors(each(point, Enclosure.ONE::over), mirror));
    }

    @Test
    void stepsAddToReciprocalsDownToOne() {
        double[] mirror = BURG.mirror(new double[] {0.5, 0.25});
        BURG.step(mirror, 2, new double[] {3, -2}, mirror);

        // 2 + 6, and 4 − 4 raised to 1.
        assertThat(BURG.point(mirror)).containsExactly(0.125, 1);
    }

    /** ½ − 1 + ln 2. */
    @Test
    void theDivergenceIsThatOfTheTables() {
        double expected = 0.19314718055994531;
        assertThat(BURG.divergence(new double[] {0.5}, new double[] {1})).isCloseTo(expected, within(1e-16));
        assertThat(BURG.exactDivergence(new double[] {0.5}, new double[] {1}).middle())
                .isEqualTo(expected);
    }

    @Test
    void zeroIsOutside() {
        assertThat(BURG.outside(new double[] {0, 1})).isPositive();
        assertThat(BURG.outside(new double[] {Double.MIN_VALUE, 1})).isZero();
        assertThat(BURG.outside(new double[] {Double.NaN, 1})).isNotEqualTo(0.0);
    }
}
