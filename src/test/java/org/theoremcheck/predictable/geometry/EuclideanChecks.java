package org.theoremcheck.predictable.geometry;

import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.theoremcheck.numeric.Enclosure;

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
    double[] aligned(double[] v) {
        return scaled(1 / Math.sqrt(dot(v, v)), v);
    }

    /** w‖x − p‖ for the exact step p: a change of slope by r moves the minimizer by r/w. */
    @Override
    double residual(Geometry geometry, double[] z, double eta, double[] slope, double[] x) {
        Enclosure weight = Enclosure.of(weight(geometry));
        Enclosure[] exact = new Enclosure[x.length];
        for (int i = 0; i < x.length; i++) {
            exact[i] = Enclosure.of(z[i])
                    .minus(Enclosure.of(eta).times(Enclosure.of(slope[i])).over(weight));
        }
        exact = project(domain(geometry), exact);
        Enclosure sum = Enclosure.ZERO;
        for (int i = 0; i < x.length; i++) {
            sum = sum.plus(Enclosure.of(x[i]).minus(exact[i]).squared());
        }
        return sum.sqrt().times(weight).high().doubleValue();
    }
}
