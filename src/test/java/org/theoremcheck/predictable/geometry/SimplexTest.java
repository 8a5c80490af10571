package org.theoremcheck.predictable.geometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.theoremcheck.numeric.Enclosure;

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
