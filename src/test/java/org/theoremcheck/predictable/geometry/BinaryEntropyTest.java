package org.theoremcheck.predictable.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.theoremcheck.numeric.Enclosure;

class BinaryEntropyTest extends GeometryChecks {

    private static final BinaryEntropy ENTROPY = new BinaryEntropy();

    @Override
    Stream<Geometry> geometries() {
        return Stream.of(ENTROPY);
    }

    @Override
    double[] feasible(Geometry geometry, int dimension, SplittableRandom random) {
        double[] point = start(geometry, dimension, random);
        for (int i = 0; i < dimension; i++) {
            int face = random.nextInt(4);
            point[i] = face < 2 ? face : point[i];
        }
        return point;
    }

    @Override
    double[] start(Geometry geometry, int dimension, SplittableRandom random) {
        return random.doubles(dimension, 0.001, 0.999).toArray();
    }

    @Override
    double[] near(Geometry geometry, double[] y, double gap, SplittableRandom random) {
        return along(y, gap, difference(start(geometry, y.length, random), y));
    }

    @Override
    double potential(Geometry geometry, double[] x) {
        return Arrays.stream(x)
                .map(value ->
                        value == 0 || value == 1 ? 0 : value * Math.log(value) + (1 - value) * Math.log(1 - value))
                .sum();
    }

    @Override
    double[] gradient(Geometry geometry, double[] x) {
        return Arrays.stream(x).map(value -> Math.log(value / (1 - value))).toArray();
    }

    @Override
    double[] minimizer(Geometry geometry, int dimension) {
        return filled(dimension, 0.5);
    }

    /** All vertices. */
    @Override
    List<double[]> farthest(Geometry geometry, double[] y) {
        List<double[]> vertices = new ArrayList<>();
        for (int bits = 0; bits < 1 << y.length; bits++) {
            double[] vertex = new double[y.length];
            for (int i = 0; i < y.length; i++) {
                vertex[i] = bits >> i & 1;
            }
            vertices.add(vertex);
        }
        return vertices;
    }

    @Override
    List<double[]> tightPair(Geometry geometry, int dimension) {
        return List.of(filled(dimension, 0.501), filled(dimension, 0.5));
    }

    @Override
    List<double[]> diameterPair(Geometry geometry, int dimension) {
        return List.of(new double[dimension], filled(dimension, 1));
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
        return moved(from, eta, slope);
    }

    @Override
    Enclosure[] exactPoint(Geometry geometry, double[] mirror) {
        return each(mirror, logit -> Enclosure.ONE.over(logit.negated().exp().plus(Enclosure.ONE)));
    }

    @Override
    double mirrorError(Geometry geometry, double[] point, double[] mirror) {
        if (Arrays.stream(point).anyMatch(value -> value == 1)) {
            return Double.POSITIVE_INFINITY;
        }
        Enclosure[] exact =
                each(point, value -> value.over(Enclosure.ONE.minus(value)).log());
        return imageNorm(geometry, errors(exact, mirror));
    }

    /** ln(3/4 : 1/4) = ln 3, and one step back by it. */
    @Test
    void stepsAddToLogits() {
        double[] mirror = ENTROPY.mirror(new double[] {0.75});
        assertThat(mirror[0]).isCloseTo(Math.log(3), within(1e-15));
        ENTROPY.step(mirror, 2, new double[] {Math.log(3)}, mirror);

        assertThat(ENTROPY.point(mirror)[0]).isCloseTo(0.25, within(1e-15));
    }

    /** From the ends ln 4 and ln 4/3, and ½ ln 4/3 from ½. */
    @Test
    void divergencesAreThoseOfTheTables() {
        assertThat(ENTROPY.divergence(new double[] {0, 1}, new double[] {0.75, 0.75}))
                .isCloseTo(Math.log(4) + Math.log(4.0 / 3), within(1e-15));
        assertThat(ENTROPY.divergence(new double[] {0.5}, new double[] {0.75}))
                .isCloseTo(0.14384103622589045, within(1e-16));
        assertThat(ENTROPY.supDivergence(new double[] {0.75})).isCloseTo(Math.log(4), within(1e-15));
        assertThat(ENTROPY.potential(new double[] {1, 0})).isCloseTo(2 * Math.log(2), within(1e-15));
    }
}
