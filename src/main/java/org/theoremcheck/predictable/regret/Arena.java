package org.theoremcheck.predictable.regret;

import java.util.List;
import org.theoremcheck.claim.Draw;
import org.theoremcheck.predictable.geometry.Domain;
import org.theoremcheck.predictable.geometry.Entropy;
import org.theoremcheck.predictable.geometry.Euclidean;
import org.theoremcheck.predictable.geometry.Geometry;

/** A geometry to draw games in, by the name under which its instances are counted. */
enum Arena {
    EUCLID,
    BALL,
    BOX,
    SIMPLEX,
    ENTROPY;

    /** Its geometries, the plainest one first. */
    private List<Geometry> geometries() {
        return switch (this) {
            case EUCLID ->
                List.of(euclidean(SPACE, 1), euclidean(SPACE, 0.25), euclidean(SPACE, 0.5), euclidean(SPACE, 2));
            case BALL ->
                List.of(
                        euclidean(new Domain.Ball(1), 1),
                        euclidean(new Domain.Ball(0.5), 1),
                        euclidean(new Domain.Ball(2), 1),
                        euclidean(new Domain.Ball(1), 0.5));
            case BOX ->
                List.of(
                        euclidean(new Domain.Box(-1, 1), 1),
                        euclidean(new Domain.Box(-2, 2), 1),
                        euclidean(new Domain.Box(-1, 1), 0.5),
                        euclidean(new Domain.Box(1, 2), 1));
            case SIMPLEX -> List.of(euclidean(new Domain.Simplex(), 1));
            case ENTROPY -> List.of(new Entropy());
        };
    }

    private static final Domain SPACE = new Domain.Space();

    private static Geometry euclidean(Domain domain, double weight) {
        return new Euclidean(domain, weight);
    }

    /** Any of its geometries. */
    Geometry geometry(Draw in) {
        return in.oneOf("geometry", geometries());
    }

    /** The plainest of its geometries. */
    Geometry plain() {
        return geometries().get(0);
    }

    /** The group of its families: the name in small letters. */
    String group() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Whether points are distributions, so that there are at least two coordinates. */
    boolean ofDistributions() {
        return this == SIMPLEX || this == ENTROPY;
    }

    /** A dimension up to the largest. */
    int dimension(Draw in, int largest) {
        return in.integer("dimension", ofDistributions() ? 2 : 1, largest);
    }

    /** The minimizer of Φ. */
    static double[] centre(Geometry geometry, int dimension) {
        double[] mirror = geometry.origin(dimension);
        geometry.step(mirror, 0, new double[dimension], mirror);
        return geometry.point(mirror);
    }

    /** A point of X: the step from the minimizer of Φ along a normal vector. */
    static double[] anywhere(Draw in, String name, Geometry geometry, int dimension) {
        return near(in, name, geometry, dimension, in.oneOf(name + "-spread", List.of(1.0, 0.25, 4.0)));
    }

    /** The step from the minimizer of Φ along a normal vector of the given size. */
    static double[] near(Draw in, String name, Geometry geometry, int dimension, double spread) {
        double[] mirror = geometry.origin(dimension);
        geometry.step(mirror, -spread, in.gaussians(name, 0, dimension), mirror);
        return geometry.point(mirror);
    }
}
