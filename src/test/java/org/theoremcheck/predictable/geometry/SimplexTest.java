package org.theoremcheck.predictable.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.numeric.Rounding;

class SimplexTest extends EuclideanChecks {

    @Override
    Stream<Domain> domains() {
        return Stream.of(new Domain.Simplex());
    }

    /** By Michelot's algorithm (J. Optim. Theory Appl. 50, 1986), which does not sort: drops coordinates until none is negative. */
    @Override
    Enclosure[] project(Domain domain, Enclosure[] point) {
        List<Enclosure> active = new ArrayList<>(List.of(point));
        while (true) {
            Enclosure sum = Enclosure.ONE.negated();
            for (Enclosure coordinate : active) {
                sum = sum.plus(coordinate);
            }
            Enclosure threshold = sum.over(Enclosure.of(active.size()));
            if (!active.removeIf(coordinate -> coordinate.low().compareTo(threshold.low()) <= 0)) {
                return Stream.of(point)
                        .map(coordinate -> coordinate.minus(threshold).max(Enclosure.ZERO))
                        .toArray(Enclosure[]::new);
            }
        }
    }

    /** Multiples of 2⁻³⁰, so that they sum to 1 exactly; often on the boundary. */
    @Override
    double[] feasible(Geometry geometry, int dimension, SplittableRandom random) {
        return Simplices.draw(dimension, random, random.nextInt(3));
    }

    @Override
    double[] minimizer(Geometry geometry, int dimension) {
        double[] uniform = new double[dimension];
        Arrays.fill(uniform, 1.0 / dimension);
        return uniform;
    }

    /** ½‖x‖² − 1/(2n), exactly. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 7})
    void thePotentialIsAccurateHoweverCloseToItsMinimum(int dimension) {
        Geometry geometry = new Euclidean(new Domain.Simplex());
        double[] x = Simplices.draw(dimension, new SplittableRandom(dimension), 0);
        double rest = 1;
        for (int i = 0; i < dimension - 1; i++) {
            x[i] = Math.rint((1 + 1e-8 * x[i]) / dimension * 0x1p52) * 0x1p-52;
            rest -= x[i];
        }
        x[dimension - 1] = rest;
        Enclosure exact = Enclosure.ONE.over(Enclosure.of(dimension)).negated();
        for (double coordinate : x) {
            exact = exact.plus(Enclosure.of(coordinate).squared());
        }
        exact = exact.times(Enclosure.of(0.5));

        assertThat(geometry.potential(x))
                .isCloseTo(
                        exact.middle(), within(geometry.divergenceError(dimension) * Rounding.UNIT * exact.middle()));
        assertThat(geometry.exactPotential(x).minus(exact).abs().exceeds(1e-70)).isFalse();
    }

    @Override
    List<double[]> farthest(Geometry geometry, double[] y) {
        return Simplices.vertices(y.length);
    }

    @Override
    List<double[]> tightPair(Geometry geometry, int dimension) {
        return diameterPair(geometry, dimension);
    }

    @Override
    List<double[]> diameterPair(Geometry geometry, int dimension) {
        return Simplices.vertices(dimension).subList(0, 2);
    }

    @Override
    List<double[]> movedOut(Geometry geometry, double[] point, double distance) {
        return Simplices.movedOut(point, distance);
    }
}
