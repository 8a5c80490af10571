package org.theoremcheck.predictable.geometry;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.theoremcheck.numeric.Enclosure;

class BallTest extends EuclideanChecks {

    @Override
    Stream<Domain> domains() {
        return Stream.of(new Domain.Ball(1), new Domain.Ball(2.5));
    }

    private static double radius(Geometry geometry) {
        return ((Domain.Ball) domain(geometry)).radius();
    }

    @Override
    Enclosure[] project(Domain domain, Enclosure[] point) {
        Enclosure radius = Enclosure.of(((Domain.Ball) domain).radius());
        Enclosure sum = Enclosure.ZERO;
        for (Enclosure coordinate : point) {
            sum = sum.plus(coordinate.squared());
        }
        Enclosure norm = sum.sqrt();
        if (norm.high().compareTo(radius.low()) <= 0) {
            return point;
        }
        return Stream.of(point)
                .map(coordinate -> coordinate.times(radius).over(norm))
                .toArray(Enclosure[]::new);
    }

    @Override
    double[] feasible(Geometry geometry, int dimension, SplittableRandom random) {
        double[] direction = slope(random, dimension, 1);
        double share = random.nextBoolean() ? 1 : random.nextDouble();
        return scaled(share * radius(geometry) / Math.sqrt(dot(direction, direction)), direction);
    }

    @Override
    double[] minimizer(Geometry geometry, int dimension) {
        return new double[dimension];
    }

    @Override
    List<double[]> farthest(Geometry geometry, double[] y) {
        return List.of(scaled(-radius(geometry) / Math.sqrt(dot(y, y)), y));
    }

    @Override
    List<double[]> tightPair(Geometry geometry, int dimension) {
        return diameterPair(geometry, dimension);
    }

    @Override
    List<double[]> diameterPair(Geometry geometry, int dimension) {
        double[] pole = new double[dimension];
        pole[0] = radius(geometry);
        return List.of(pole, scaled(-1, pole));
    }

    @Override
    List<double[]> movedOut(Geometry geometry, double[] point, double distance) {
        return List.of(scaled((radius(geometry) + distance) / Math.sqrt(dot(point, point)), point));
    }
}
