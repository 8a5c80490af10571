package org.theoremcheck.predictable.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.numeric.Rounding;

/**
 * What every mirror map must do. A subclass names its geometries, draws points of their sets, and knows by heart what is compared
 * with: Φ, its gradient, its minimizer, the farthest points.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class GeometryChecks {

    private static final double TINY = 1e-11;

    /** The geometries under test. */
    abstract Stream<Geometry> geometries();

    /** A random point of the set, often on its boundary. */
    abstract double[] feasible(Geometry geometry, int dimension, SplittableRandom random);

    /** A random point of the set where Φ is differentiable. */
    double[] start(Geometry geometry, int dimension, SplittableRandom random) {
        return feasible(geometry, dimension, random);
    }

    /** Φ by its definition, up to a constant. */
    abstract double potential(Geometry geometry, double[] x);

    /** ∇Φ by its formula. */
    abstract double[] gradient(Geometry geometry, double[] x);

    /** Where Φ is smallest. */
    abstract double[] minimizer(Geometry geometry, int dimension);

    /** Points of the set among which one is farthest from y in the divergence; none where there is no such point. */
    abstract List<double[]> farthest(Geometry geometry, double[] y);

    /** Two points for which B(x, y) is (λ/2)‖x − y‖² up to a thousandth. */
    abstract List<double[]> tightPair(Geometry geometry, int dimension);

    /** Two points as far apart in the norm as any. */
    abstract List<double[]> diameterPair(Geometry geometry, int dimension);

    /** A vector of norm 1 along which ⟨v, x⟩ is the dual norm of v. */
    abstract double[] aligned(double[] v);

    /** The point moved out of the set by so much; none where there is no outside. */
    abstract List<double[]> movedOut(Geometry geometry, double[] point, double distance);

    /** The dual norm of the change of slope that makes the step from z to x exact, measured in exact arithmetic. */
    abstract double residual(Geometry geometry, double[] z, double eta, double[] slope, double[] x);

    @ParameterizedTest
    @MethodSource("geometries")
    void stepsMeetTheirOptimalityCondition(Geometry geometry) {
        forRandomSteps(geometry, (random, z, eta, slope, next) -> {
            double[] atNext = gradient(geometry, next);
            double[] atStart = gradient(geometry, z);
            for (int trial = 0; trial < 10; trial++) {
                double[] u = feasible(geometry, z.length, random);
                double product = 0;
                double size = 0;
                for (int i = 0; i < u.length; i++) {
                    double direction = eta * slope[i] + atNext[i] - atStart[i];
                    product += direction * (u[i] - next[i]);
                    size += (Math.abs(eta * slope[i]) + Math.abs(atNext[i]) + Math.abs(atStart[i]))
                            * (Math.abs(u[i]) + Math.abs(next[i]));
                }
                assertThat(product).isGreaterThanOrEqualTo(-TINY * size);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("geometries")
    void stepsMeetTheThreePointInequalityAndWithAffineConstraintsTheEquality(Geometry geometry) {
        forRandomSteps(geometry, (random, z, eta, slope, next) -> {
            for (int trial = 0; trial < 10; trial++) {
                double[] u = feasible(geometry, z.length, random);
                double left = 0;
                double size = 0;
                for (int i = 0; i < u.length; i++) {
                    left += eta * slope[i] * (next[i] - u[i]);
                    size += Math.abs(eta * slope[i]) * (Math.abs(next[i]) + Math.abs(u[i]));
                }
                double fromStart = geometry.divergence(u, z);
                double fromNext = geometry.divergence(u, next);
                double moved = geometry.divergence(next, z);
                double tolerance = TINY * (size + fromStart + fromNext + moved + 1);
                double right = fromStart - fromNext - moved;

                assertThat(left).isLessThanOrEqualTo(right + tolerance);
                if (geometry.affine()) {
                    assertThat(left).isCloseTo(right, within(tolerance));
                }
            }
        });
    }

    @ParameterizedTest
    @MethodSource("geometries")
    void theStepFromTheOriginIsThatOfTheLeader(Geometry geometry) {
        SplittableRandom random = new SplittableRandom(3);
        for (int dimension = 1; dimension <= 6; dimension++) {
            double[] total = slope(random, dimension, 2);
            double[] to = new double[dimension];
            geometry.step(geometry.origin(dimension), 0.5, total, to);
            double[] leader = geometry.point(to);
            double value = potential(geometry, leader) + 0.5 * dot(total, leader);

            for (int trial = 0; trial < 50; trial++) {
                double[] u = feasible(geometry, dimension, random);
                assertThat(value).isLessThanOrEqualTo(potential(geometry, u) + 0.5 * dot(total, u) + TINY);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("geometries")
    void aStepMayReplaceTheMirrorImageItComesFrom(Geometry geometry) {
        SplittableRandom random = new SplittableRandom(4);
        double[] from = geometry.mirror(start(geometry, 5, random));
        double[] slope = slope(random, 5, 1);
        double[] to = new double[5];
        geometry.step(from, 0.3, slope, to);
        geometry.step(from, 0.3, slope, from);

        assertThat(from).containsExactly(to);
    }

    @ParameterizedTest
    @MethodSource("geometries")
    void theMirrorImageOfAPointLeadsBackToIt(Geometry geometry) {
        SplittableRandom random = new SplittableRandom(5);
        double[] point = start(geometry, 5, random);
        double[] before = point.clone();
        double[] mirror = geometry.mirror(point);
        double[] again = geometry.point(mirror.clone());
        Arrays.fill(mirror, Double.NaN);

        assertThat(point).containsExactly(before);
        for (int i = 0; i < 5; i++) {
            assertThat(again[i]).isCloseTo(point[i], within(1e-15));
        }
    }

    @ParameterizedTest
    @MethodSource("geometries")
    void divergenceIsStronglyConvexAndNoConstantIsLarger(Geometry geometry) {
        SplittableRandom random = new SplittableRandom(6);
        for (int trial = 0; trial < 300; trial++) {
            int dimension = 2 * random.nextInt(1, 4);
            double[] x = feasible(geometry, dimension, random);
            double[] y = start(geometry, dimension, random);
            double distance = geometry.norm(difference(x, y));

            assertThat(geometry.divergence(x, y))
                    .isGreaterThanOrEqualTo((1 - 1e-12) * geometry.modulus() / 2 * distance * distance);
        }
        List<double[]> pair = tightPair(geometry, 4);
        double distance = geometry.norm(difference(pair.get(0), pair.get(1)));
        double ratio = geometry.divergence(pair.get(0), pair.get(1)) / (geometry.modulus() / 2 * distance * distance);
        assertThat(ratio).isCloseTo(1, within(1e-3));
    }

    @ParameterizedTest
    @MethodSource("geometries")
    void divergenceIsThatOfThePotential(Geometry geometry) {
        SplittableRandom random = new SplittableRandom(7);
        for (int trial = 0; trial < 100; trial++) {
            double[] x = feasible(geometry, 4, random);
            double[] y = start(geometry, 4, random);
            double definition =
                    potential(geometry, x) - potential(geometry, y) - dot(gradient(geometry, y), difference(x, y));

            assertThat(geometry.divergence(x, y)).isNotNegative().isCloseTo(definition, within(TINY));
            assertThat(geometry.divergence(y, y)).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("geometries")
    void divergenceIsAccurateHoweverCloseThePoints(Geometry geometry) {
        SplittableRandom random = new SplittableRandom(8);
        for (double gap : new double[] {1, 1e-3, 1e-8}) {
            double[] y = start(geometry, 3, random);
            double[] x = y.clone();
            for (int i = 0; i < x.length; i++) {
                x[i] *= 1 + gap * random.nextDouble(-1, 1);
            }
            Enclosure exact = geometry.exactDivergence(x, y);
            Enclosure error =
                    Enclosure.of(geometry.divergence(x, y)).minus(exact).over(exact);

            assertThat(error.abs().high().doubleValue())
                    .isLessThanOrEqualTo(geometry.divergenceError(x.length) * Rounding.UNIT);
        }
    }

    @ParameterizedTest
    @MethodSource("geometries")
    void thePotentialIsCountedFromItsMinimum(Geometry geometry) {
        SplittableRandom random = new SplittableRandom(9);
        for (int dimension = 1; dimension <= 5; dimension++) {
            double[] smallest = minimizer(geometry, dimension);
            assertThat(geometry.potential(smallest)).isCloseTo(0, within(1e-15));
            for (int trial = 0; trial < 30; trial++) {
                double[] x = feasible(geometry, dimension, random);
                assertThat(geometry.potential(x))
                        .isNotNegative()
                        .isCloseTo(potential(geometry, x) - potential(geometry, smallest), within(TINY));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("geometries")
    void thePotentialIsEnclosed(Geometry geometry) {
        // Four coordinates: the coordinates of the uniform point, and their sum, are exact.
        double[] x = feasible(geometry, 4, new SplittableRandom(10));

        assertThat(geometry.exactPotential(x).middle())
                .isCloseTo(potential(geometry, x) - potential(geometry, minimizer(geometry, 4)), within(TINY));
    }

    @ParameterizedTest
    @MethodSource("geometries")
    void noPointIsFartherThanTheSupremumAndOneIsAsFar(Geometry geometry) {
        SplittableRandom random = new SplittableRandom(11);
        for (int dimension = 1; dimension <= 5; dimension++) {
            double[] y = start(geometry, dimension, random);
            double supremum = geometry.supDivergence(y);
            for (int trial = 0; trial < 50; trial++) {
                assertThat(geometry.divergence(feasible(geometry, dimension, random), y))
                        .isLessThanOrEqualTo(supremum * (1 + TINY));
            }
            double reached = farthest(geometry, y).stream()
                    .mapToDouble(u -> geometry.divergence(u, y))
                    .max()
                    .orElse(Double.POSITIVE_INFINITY);
            assertThat(supremum).isCloseTo(reached, within(TINY * (1 + supremum)));
        }
    }

    @ParameterizedTest
    @MethodSource("geometries")
    void noTwoPointsAreFartherApartThanTheDiameter(Geometry geometry) {
        SplittableRandom random = new SplittableRandom(12);
        double diameter = geometry.diameter(4);
        for (int trial = 0; trial < 100; trial++) {
            double[] difference = difference(feasible(geometry, 4, random), feasible(geometry, 4, random));
            assertThat(geometry.norm(difference)).isLessThanOrEqualTo(diameter * (1 + TINY));
        }
        List<double[]> pair = diameterPair(geometry, 4);
        if (pair.isEmpty()) {
            assertThat(diameter).isInfinite();
        } else {
            assertThat(geometry.norm(difference(pair.get(0), pair.get(1)))).isCloseTo(diameter, within(TINY));
        }
    }

    @ParameterizedTest
    @MethodSource("geometries")
    void noPointBeatsTheBestResponse(Geometry geometry) {
        SplittableRandom random = new SplittableRandom(13);
        for (int trial = 0; trial < 100; trial++) {
            double[] total = slope(random, 4, 3);
            double[] best = geometry.bestResponse(total);
            double[] u = feasible(geometry, 4, random);
            if (best == null) {
                assertThat(geometry.diameter(4)).isInfinite();
            } else {
                assertThat(geometry.outside(best)).isZero();
                assertThat(dot(total, best)).isLessThanOrEqualTo(dot(total, u) + TINY);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("geometries")
    void stepsStayInsideAndAMillionthOutsideIsNoticed(Geometry geometry) {
        SplittableRandom random = new SplittableRandom(14);
        for (int trial = 0; trial < 300; trial++) {
            int dimension = random.nextInt(1, 60);
            double[] to = new double[dimension];
            double size = Math.pow(10, random.nextDouble(-6, 6));
            geometry.step(geometry.mirror(start(geometry, dimension, random)), 1, slope(random, dimension, size), to);
            double[] point = geometry.point(to);

            assertThat(geometry.outside(point)).isZero();
            for (double[] out : movedOut(geometry, point, 1e-6)) {
                assertThat(geometry.outside(out)).isBetween(0.9e-6, 1.1e-6);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("geometries")
    void theResidualBoundsWhatRoundingDoesToAStep(Geometry geometry) {
        SplittableRandom random = new SplittableRandom(15);
        for (int trial = 0; trial < 5; trial++) {
            int dimension = random.nextInt(2, 4);
            double[] start = start(geometry, dimension, random);
            double[] mirror = geometry.mirror(start);
            double[] drift = new double[dimension];
            double eta = random.nextDouble(0.1, 2);
            double size = Math.pow(10, -trial);
            for (int round = 0; round < 3; round++) {
                double[] slope = slope(random, dimension, size);
                double[] from = geometry.point(mirror.clone());
                geometry.step(mirror, eta, slope, mirror);
                double[] to = geometry.point(mirror.clone());
                double largestDrift = 0;
                for (int i = 0; i < dimension; i++) {
                    drift[i] += eta * slope[i];
                    largestDrift = Math.max(largestDrift, Math.abs(drift[i]));
                }
                double length = eta * Math.sqrt(geometry.squaredDualDistance(slope, new double[dimension]));
                double bound = geometry.residual(
                        start, Math.sqrt(Math.max(dot(from, from), dot(to, to))), largestDrift, length);

                assertThat(residual(geometry, from, eta, slope, to)).isLessThanOrEqualTo(bound);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("geometries")
    void theDualNormIsTheLargestProductWithUnitVectors(Geometry geometry) {
        SplittableRandom random = new SplittableRandom(16);
        for (int trial = 0; trial < 100; trial++) {
            double[] a = slope(random, 4, 3);
            double[] b = slope(random, 4, 3);
            double[] v = difference(a, b);
            double dual = Math.sqrt(geometry.squaredDualDistance(a, b));
            double[] x = slope(random, 4, 1);

            assertThat(dot(v, x)).isLessThanOrEqualTo(dual * geometry.norm(x) * (1 + TINY));
            assertThat(geometry.norm(aligned(v))).isCloseTo(1, within(TINY));
            assertThat(dot(v, aligned(v))).isCloseTo(dual, within(TINY));
            if (geometry.euclideanDual()) {
                assertThat(dual).isCloseTo(Math.sqrt(dot(v, v)), within(TINY));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("geometries")
    void normsAreEnclosed(Geometry geometry) {
        SplittableRandom random = new SplittableRandom(17);
        double[] a = slope(random, 4, 3);
        double[] b = slope(random, 4, 3);
        Enclosure[] v = new Enclosure[4];
        for (int i = 0; i < v.length; i++) {
            v[i] = Enclosure.of(a[i]).minus(Enclosure.of(b[i]));
        }
        double norm = geometry.norm(difference(a, b));
        double squaredDual = geometry.squaredDualDistance(a, b);

        assertThat(geometry.exactSquaredNorm(v).middle()).isCloseTo(norm * norm, within(1e-14 * norm * norm));
        assertThat(geometry.exactSquaredDualNorm(v).middle()).isCloseTo(squaredDual, within(1e-14 * squaredDual));
    }

    /** What is checked of a step. */
    private interface StepCheck {
        void accept(SplittableRandom random, double[] z, double eta, double[] slope, double[] next);
    }

    private void forRandomSteps(Geometry geometry, StepCheck check) {
        SplittableRandom random = new SplittableRandom(2);
        for (int trial = 0; trial < 100; trial++) {
            int dimension = random.nextInt(1, 7);
            double[] z = start(geometry, dimension, random);
            double eta = random.nextDouble(0.01, 2);
            double[] slope = slope(random, dimension, 2);
            double[] to = new double[dimension];
            geometry.step(geometry.mirror(z), eta, slope, to);
            check.accept(random, z, eta, slope, geometry.point(to));
        }
    }

    static double[] slope(SplittableRandom random, int dimension, double size) {
        return random.doubles(dimension, -size, size).toArray();
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    static double[] difference(double[] a, double[] b) {
        double[] difference = a.clone();
        for (int i = 0; i < a.length; i++) {
            difference[i] -= b[i];
        }
        return difference;
    }

    static double[] scaled(double factor, double[] a) {
        return Arrays.stream(a).map(value -> factor * value).toArray();
    }
}
