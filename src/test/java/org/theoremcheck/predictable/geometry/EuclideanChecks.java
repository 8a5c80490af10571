package org.theoremcheck.predictable.geometry;

import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.numeric.Enclosures;

/** Φ = (w/2)‖x‖₂² on some set, for several weights w. */
abstract class EuclideanChecks extends GeometryChecks {

    abstract Stream<Domain> domains();

    /** The exact projection, by an algorithm other than that of the domain where there is one. */
    abstract Enclosure[] project(Domain domain, Enclosure[] point);

    @Override
    Stream<Geometry> geometries() {
        return domains()
                .flatMap(domain -> DoubleStream.of(1, 0.25, 3).mapToObj(weight -> new Euclidean(domain, weight)));
    }

    static Domain domain(Geometry geometry) {
        return ((Euclidean) geometry).domain();
    }

    private static double weight(Geometry geometry) {
        return ((Euclidean) geometry).weight();
    }

    @Override
    double potential(Geometry geometry, double[] x) {
        return weight(geometry) * dot(x, x) / 2;
    }

    @Override
    double[] gradient(Geometry geometry, double[] x) {
        return scaled(weight(geometry), x);
    }

    @Override
    double[] aligned(Geometry geometry, double[] v) {
        return direction(v);
    }

    @Override
    Enclosure[] exactStep(Geometry geometry, double[] from, double eta, double[] slope) {
        Enclosure weight = Enclosure.of(weight(geometry));
        Enclosure[] exact = new Enclosure[from.length];
        for (int i = 0; i < from.length; i++) {
            exact[i] = Enclosure.of(from[i])
                    .minus(Enclosure.of(eta).times(Enclosure.of(slope[i])).over(weight));
        }
        return project(domain(geometry), exact);
    }

    @Override
    Enclosure[] exactPoint(Geometry geometry, double[] mirror) {
        return Enclosures.of(mirror);
    }

    @Override
    double mirrorError(Geometry geometry, double[] point, double[] mirror) {
        return imageNorm(geometry, difference(point, mirror));
    }

    /** The image is the point and not ∇Φ: a change of slope by r moves it by r/w. */
    @Override
    double imageNorm(Geometry geometry, double[] difference) {
        return weight(geometry) * euclidean(difference);
    }
}
