package org.theoremcheck.predictable.geometry;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.theoremcheck.numeric.Enclosure;

class BoxTest extends EuclideanChecks {

    @Override
    Stream<Domain> domains() {
        return Stream.of(new Domain.Box(-1, 1), new Domain.Box(1, 2), new Domain.Box(-3, -0.5));
    }

    private static Domain.Box box(Geometry geometry) {
        return (Domain.Box) domain(geometry);
    }

    @Override
    Enclosure[] project(Domain domain, Enclosure[] point) {
        Domain.Box box = (Domain.Box) domain;
        return Stream.of(point)
                .map(coordinate -> coordinate.max(Enclosure.of(box.low())).min(Enclosure.of(box.high())))
                .toArray(Enclosure[]::new);
    }

    @Override
    double[] feasible(Geometry geometry, int dimension, SplittableRandom random) {
        Domain.Box box = box(geometry);
        double[] point = random.doubles(dimension, box.low(), box.high()).toArray();
        for (int i = 0; i < dimension; i++) {
            int face = random.nextInt(4);
            point[i] = face == 0 ? box.low() : face == 1 ? box.high() : point[i];
        }
        return point;
    }

    @Override
    double[] minimizer(Geometry geometry, int dimension) {
        double[] point = new double[dimension];
        Arrays.fill(
                point,
                box(geometry).low() > 0
                        ? box(geometry).low()
                        : Math.min(box(geometry).high(), 0));
        return point;
    }

    /** All vertices. */
    @Override
    List<double[]> farthest(Geometry geometry, double[] y) {
        List<double[]> vertices = new ArrayList<>();
        for (int bits = 0; bits < 1 << y.length; bits++) {
            double[] vertex = new double[y.length];
            for (int i = 0; i < y.length; i++) {
                vertex[i] = (bits >> i & 1) == 0
                        ? box(geometry).low()
                        : box(geometry).high();
            }
            vertices.add(vertex);
        }
        return vertices;
    }

    @Override
    List<double[]> tightPair(Geometry geometry, int dimension) {
        return diameterPair(geometry, dimension);
    }

    @Override
    List<double[]> diameterPair(Geometry geometry, int dimension) {
        double[] low = new double[dimension];
        double[] high = new double[dimension];
        Arrays.fill(low, box(geometry).low());
        Arrays.fill(high, box(geometry).high());
        return List.of(low, high);
    }

    @Override
    List<double[]> movedOut(Geometry geometry, double[] point, double distance) {
        double[] above = point.clone();
        above[0] = box(geometry).high() + distance;
        double[] below = point.clone();
        below[point.length - 1] = box(geometry).low() - distance;
        return List.of(above, below);
    }

    @Test
    void aBoxHasAnInside() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Domain.Box(2, 1))
                .withMessage("a box needs low < high, got 2.0 and 1.0");
        assertThatIllegalArgumentException().isThrownBy(() -> new Domain.Box(1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Domain.Box(Double.NaN, 1));
    }
}
