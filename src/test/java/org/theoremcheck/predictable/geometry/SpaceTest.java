package org.theoremcheck.predictable.geometry;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.theoremcheck.numeric.Enclosure;

class SpaceTest extends EuclideanChecks {

    @Override
    Stream<Domain> domains() {
        return Stream.of(new Domain.Space());
    }

    @Override
    Enclosure[] project(Domain domain, Enclosure[] point) {
        return point;
    }

    @Override
    double[] feasible(Geometry geometry, int dimension, SplittableRandom random) {
        return slope(random, dimension, 5);
    }

    @Override
    double[] minimizer(Geometry geometry, int dimension) {
        return new double[dimension];
    }

    @Override
    List<double[]> farthest(Geometry geometry, double[] y) {
        return List.of();
    }

    @Override
    List<double[]> tightPair(Geometry geometry, int dimension) {
        return List.of(slope(new SplittableRandom(1), dimension, 5), new double[dimension]);
    }

    @Override
    List<double[]> diameterPair(Geometry geometry, int dimension) {
        return List.of();
    }

    @Override
    List<double[]> movedOut(Geometry geometry, double[] point, double distance) {
        return List.of();
    }
}
