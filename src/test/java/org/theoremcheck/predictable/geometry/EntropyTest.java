package org.theoremcheck.predictable.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.theoremcheck.numeric.Enclosure;

class EntropyTest extends GeometryChecks {

    private static final Entropy ENTROPY = new Entropy();

    @Override
    Stream<Geometry> geometries() {
        return Stream.of(ENTROPY);
    }

    @Override
    double[] feasible(Geometry geometry, int dimension, SplittableRandom random) {
        return Simplices.draw(dimension, random, random.nextInt(3));
    }

    @Override
    double[] start(Geometry geometry, int dimension, SplittableRandom random) {
        return Simplices.draw(dimension, random, 0);
    }

    @Override
    double potential(Geometry geometry, double[] x) {
        return Arrays.stream(x)
                .map(value -> value == 0 ? 0 : value * Math.log(value))
                .sum();
    }

    @Override
    double[] gradient(Geometry geometry, double[] x) {
        return Arrays.stream(x).map(value -> Math.log(value) + 1).toArray();
    }

    @Override
    double[] minimizer(Geometry geometry, int dimension) {
        double[] uniform = new double[dimension];
        Arrays.fill(uniform, 1.0 / dimension);
        return uniform;
    }

    @Override
    List<double[]> farthest(Geometry geometry, double[] y) {
        return Simplices.vertices(y.length);
    }

    /** Pinsker's inequality is attained where half of the coordinates of the uniform point grow by a little. */
    @Override
    List<double[]> tightPair(Geometry geometry, int dimension) {
        double[] uniform = minimizer(geometry, dimension);
        double[] near = uniform.clone();
        for (int i = 0; i < dimension; i++) {
            near[i] *= i % 2 == 0 ? 1.001 : 0.999;
        }
        return List.of(near, uniform);
    }

    @Override
    List<double[]> diameterPair(Geometry geometry, int dimension) {
        return Simplices.vertices(dimension).subList(0, 2);
    }

    @Override
    double[] aligned(Geometry geometry, double[] v) {
        return axis(v);
    }

    @Override
    List<double[]> movedOut(Geometry geometry, double[] point, double distance) {
        return Simplices.movedOut(point, distance);
    }

    @Override
    Enclosure[] exactStep(Geometry geometry, double[] from, double eta, double[] slope) {
        return moved(from, eta, slope);
    }

    @Override
    Enclosure[] exactPoint(Geometry geometry, double[] mirror) {
        Enclosure[] weights = each(mirror, Enclosure::exp);
        Enclosure sum = Arrays.stream(weights).reduce(Enclosure.ZERO, Enclosure::plus);
        return Arrays.stream(weights).map(weight -> weight.over(sum)).toArray(Enclosure[]::new);
    }

    @Override
    double mirrorError(Geometry geometry, double[] point, double[] mirror) {
        return spread(errors(each(point, Enclosure::log), mirror));
    }

    @Override
    double imageNorm(Geometry geometry, double[] difference) {
        return spread(difference);
    }

    @Test
    void nothingUnderflowsInTheLogarithms() {
        double[] mirror = ENTROPY.mirror(new double[] {0.5, 0.5});
        ENTROPY.step(mirror, 1, new double[] {0, 800}, mirror);
        assertThat(ENTROPY.point(mirror)).containsExactly(1, 0);
        ENTROPY.step(mirror, 1, new double[] {800, 0}, mirror);

        assertThat(ENTROPY.point(mirror)).containsExactly(0.5, 0.5);
    }

    @Test
    void stepsMultiplyWeights() {
        double[] mirror = ENTROPY.mirror(new double[] {0.25, 0.75});
        ENTROPY.step(mirror, 2, new double[] {Math.log(3) / 2, 0}, mirror);

        // 0.25/3 : 0.75 is 1 : 9.
        assertThat(ENTROPY.point(mirror)[0]).isCloseTo(0.1, within(1e-15));
        assertThat(ENTROPY.point(mirror)[1]).isCloseTo(0.9, within(1e-15));
    }

    /** ½ ln(½/¼) + ½ ln(½/¾) = ½ ln(4/3), and ln 2 − ¼ ln 4 − ¾ ln(4/3) by mpmath. */
    @Test
    void divergenceAndPotentialAreThoseOfTheTables() {
        double[] half = {0.5, 0.5};
        double[] quarter = {0.25, 0.75};

        assertThat(ENTROPY.divergence(half, quarter)).isCloseTo(0.14384103622589045, within(1e-16));
        assertThat(ENTROPY.exactDivergence(half, quarter).middle()).isEqualTo(0.14384103622589045);
        assertThat(ENTROPY.potential(quarter)).isCloseTo(0.13081203594113697, within(1e-16));
        assertThat(ENTROPY.exactPotential(quarter).middle()).isEqualTo(0.13081203594113697);
        assertThat(ENTROPY.supDivergence(quarter)).isEqualTo(1.3862943611198906);
    }

    @Test
    void aVertexIsAsFarAsItsWeightIsSmall() {
        double[] vertex = {0, 1};

        // −ln 1e-300
        assertThat(ENTROPY.divergence(vertex, new double[] {1, 1e-300})).isCloseTo(690.7755278982137, within(1e-12));
        assertThat(ENTROPY.potential(vertex)).isCloseTo(0.6931471805599453, within(1e-16));
        assertThat(ENTROPY.exactPotential(vertex).middle()).isEqualTo(0.6931471805599453);
    }
}
