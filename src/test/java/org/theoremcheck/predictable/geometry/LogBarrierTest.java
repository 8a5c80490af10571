package org.theoremcheck.predictable.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.numeric.Enclosures;

class LogBarrierTest extends GeometryChecks {

    private static final LogBarrier BARRIER = new LogBarrier();

    @Override
    Stream<Geometry> geometries() {
        return Stream.of(BARRIER);
    }

    @Override
    double[] feasible(Geometry geometry, int dimension, SplittableRandom random) {
        return Simplices.draw(dimension, random, 0);
    }

    @Override
    double far() {
        return 1e6;
    }

    @Override
    double potential(Geometry geometry, double[] x) {
        return -Arrays.stream(x).map(Math::log).sum();
    }

    @Override
    double[] gradient(Geometry geometry, double[] x) {
        return Arrays.stream(x).map(value -> -1 / value).toArray();
    }

    @Override
    double[] minimizer(Geometry geometry, int dimension) {
        return filled(dimension, 1.0 / dimension);
    }

    @Override
    List<double[]> farthest(Geometry geometry, double[] y) {
        return y.length == 1 ? List.of(y) : List.of();
    }

    /** Halves, but for the least of the others. */
    @Override
    List<double[]> tightPair(Geometry geometry, int dimension) {
        double[] halves = filled(dimension, 0x1p-20);
        halves[0] = 0.5 - 0x1p-20;
        halves[1] = halves[0];
        double[] moved = halves.clone();
        moved[0] += 0x1p-12;
        moved[1] -= 0x1p-12;
        return List.of(moved, halves);
    }

    /** Nearly vertices: the domain is open. */
    @Override
    List<double[]> diameterPair(Geometry geometry, int dimension) {
        double[] one = filled(dimension, 1e-13);
        one[0] = 1;
        double[] other = filled(dimension, 1e-13);
        other[1] = 1;
        return List.of(one, other);
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
        return moved(from, -eta, slope);
    }

    /** By Newton's method for a shift of all reciprocals, from nearly the root to all digits. */
    @Override
    Enclosure[] exactPoint(Geometry geometry, double[] mirror) {
        Enclosure[] point = new Enclosure[0];
        Enclosure shift = Enclosure.ZERO;
        for (int k = 0; k < 4; k++) {
            Enclosure from = shift;
            point = each(mirror, value -> Enclosure.ONE.over(value.plus(from)));
            Enclosure excess = Arrays.stream(point).reduce(Enclosure.ONE.negated(), Enclosure::plus);
            shift = shift.plus(excess.over(Enclosures.squaredNorm(point)));
        }
        return point;
    }

    @Override
    double mirrorError(Geometry geometry, double[] point, double[] mirror) {
        return imageNorm(geometry, errors(each(point, Enclosure.ONE::over), mirror));
    }

    /** What is common to all reciprocals is orthogonal to the simplex. */
    @Override
    double imageNorm(Geometry geometry, double[] difference) {
        return spread(difference);
    }

    /** 1/z + ηa = (2, 6) + ν with ν = √5 − 3: the reciprocals of √5 − 1 and √5 + 3 sum to 1. */
    @Test
    void aStepIsThatComputedByHand() {
        double[] mirror = BARRIER.mirror(new double[] {0.5, 0.5});
        BARRIER.step(mirror, 2, new double[] {0, 2}, mirror);

        assertThat(BARRIER.point(mirror))
                .containsExactly(new double[] {1 / (Math.sqrt(5) - 1), 1 / (Math.sqrt(5) + 3)}, within(1e-15));
    }

    @Test
    void stepsOfAnySizeStayOnTheSimplex() {
        for (double size : new double[] {1e-300, 1e-8, 1, 1e8, 1e15}) {
            double[] mirror = BARRIER.mirror(new double[] {0.25, 0.25, 0.5});
            BARRIER.step(mirror, size, new double[] {1, -1, 0.5}, mirror);

            assertThat(Arrays.stream(BARRIER.point(mirror)).sum()).isCloseTo(1, within(1e-15));
        }
    }

    @Test
    void theBoundaryIsOutside() {
        assertThat(BARRIER.outside(new double[] {0, 1})).isPositive();
        assertThat(BARRIER.outside(new double[] {0.5, 0.5})).isZero();
    }
}
