package org.theoremcheck.predictable.geometry;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.theoremcheck.numeric.Enclosure;

/** Φ = ½‖x‖² for some norm, on R^d and on balls of that norm. */
abstract class SquaredNormChecks extends GeometryChecks {

    abstract Stream<SquaredNorm> norms();

    /** ‖x‖ by its definition. */
    abstract double norm(SquaredNorm whole, double[] x);

    /** The exact image of the step in the whole space. */
    abstract Enclosure[] unconstrained(SquaredNorm whole, double[] from, double eta, double[] slope);

    /** The exact norm of the point with this mirror image. */
    abstract Enclosure exactMirrorNorm(SquaredNorm whole, Enclosure[] mirror);

    @Override
    Stream<Geometry> geometries() {
        return norms().flatMap(whole -> Stream.of(whole, new NormBall(whole, 2.5)));
    }

    static SquaredNorm whole(Geometry geometry) {
        return geometry instanceof NormBall ball ? ball.whole() : (SquaredNorm) geometry;
    }

    private static double radius(Geometry geometry) {
        return ((NormBall) geometry).radius();
    }

    @Override
    double[] feasible(Geometry geometry, int dimension, SplittableRandom random) {
        double[] direction = slope(random, dimension, 5);
        double share = random.nextBoolean() ? 1 : random.nextDouble();
        return geometry instanceof NormBall ? ofNorm(geometry, share * radius(geometry), direction) : direction;
    }

    private double[] ofNorm(Geometry geometry, double norm, double[] direction) {
        return scaled(norm / norm(whole(geometry), direction), direction);
    }

    @Override
    double potential(Geometry geometry, double[] x) {
        double norm = norm(whole(geometry), x);
        return norm * norm / 2;
    }

    @Override
    double[] minimizer(Geometry geometry, int dimension) {
        return new double[dimension];
    }

    @Override
    List<double[]> farthest(Geometry geometry, double[] y) {
        return geometry instanceof NormBall ? List.of(ofNorm(geometry, -radius(geometry), y)) : List.of();
    }

    @Override
    List<double[]> diameterPair(Geometry geometry, int dimension) {
        double[] direction = slope(new SplittableRandom(1), dimension, 5);
        return geometry instanceof NormBall
                ? List.of(ofNorm(geometry, radius(geometry), direction), ofNorm(geometry, -radius(geometry), direction))
                : List.of();
    }

    @Override
    List<double[]> movedOut(Geometry geometry, double[] point, double distance) {
        return geometry instanceof NormBall ? List.of(ofNorm(geometry, radius(geometry) + distance, point)) : List.of();
    }

    @Override
    Enclosure[] exactStep(Geometry geometry, double[] from, double eta, double[] slope) {
        Enclosure[] image = unconstrained(whole(geometry), from, eta, slope);
        if (!(geometry instanceof NormBall)) {
            return image;
        }
        Enclosure factor = Enclosure.of(radius(geometry))
                .over(exactMirrorNorm(whole(geometry), image))
                .min(Enclosure.ONE);
        return Stream.of(image).map(value -> value.times(factor)).toArray(Enclosure[]::new);
    }
}
