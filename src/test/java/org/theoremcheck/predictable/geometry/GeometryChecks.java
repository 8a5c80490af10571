package org.theoremcheck.predictable.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
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
    abstract double[] aligned(Geometry geometry, double[] v);

    /** The point moved out of the set by so much; none where there is no outside. */
    abstract List<double[]> movedOut(Geometry geometry, double[] point, double distance);

    /** The exact mirror image of the step from a mirror image. */
    abstract Enclosure[] exactStep(Geometry geometry, double[] from, double eta, double[] slope);

    /** The exact point with this mirror image. */
    abstract Enclosure[] exactPoint(Geometry geometry, double[] mirror);

    /** The dual norm of what a mirror image is off from the exact one of the point. */
    abstract double mirrorError(Geometry geometry, double[] point, double[] mirror);

    /** The dual norm of a difference of two mirror images. */
    double imageNorm(Geometry geometry, double[] difference) {
        return dualNorm(geometry, difference);
    }

    /** A point at so small a relative distance. */
    double[] near(Geometry geometry, double[] y, double gap, SplittableRandom random) {
        return Arrays.stream(y)
                .map(value -> value * (1 + gap * random.nextDouble(-1, 1)))
                .toArray();
    }

    /** The smallest relative distance of two points at which their divergence is accurate. */
    double smallestGap() {
        return 1e-8;
    }

    /** The share of a budget for rounding that a few steps use up at least. */
    double attained() {
        return 0.005;
    }

    /** The size of slopes that lead far from the origin. */
    double far() {
        return 12;
    }

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
    void stepsMeetTheThreePointInequalityAndWithAffineConstraintsAloneTheEquality(Geometry geometry) {
        List<Boolean> strict = new ArrayList<>();
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
                strict.add(left < right - tolerance);
            }
        });
        assertThat(strict.contains(true)).isEqualTo(!geometry.affine());
    }

    @ParameterizedTest
    @MethodSource("geometries")
    void theStepFromTheOriginIsThatOfTheLeader(Geometry geometry) {
        SplittableRandom random = new SplittableRandom(3);
        for (int dimension : dimensions(geometry, 6)) {
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
        int dimension = dimension(geometry);
        double[] from = geometry.mirror(start(geometry, dimension, random));
        double[] slope = slope(random, dimension, 1);
        double[] to = new double[dimension];
        geometry.step(from, 0.3, slope, to);
        geometry.step(from, 0.3, slope, from);

        assertThat(from).containsExactly(to);
    }

    @ParameterizedTest
    @MethodSource("geometries")
    void theMirrorImageOfAPointLeadsBackToIt(Geometry geometry) {
        SplittableRandom random = new SplittableRandom(5);
        double[] point = start(geometry, dimension(geometry), random);
        double[] before = point.clone();
        double[] mirror = geometry.mirror(point);
        double[] again = geometry.point(mirror.clone());
        Arrays.fill(mirror, Double.NaN);

        double norm = euclidean(point);
        double tolerance = Rounding.UNIT * geometry.pointError(point.length) * norm
                + geometry.residual(point, norm, 0, 0) / geometry.modulus();
        assertThat(point).containsExactly(before);
        for (int i = 0; i < point.length; i++) {
            assertThat(again[i]).isCloseTo(point[i], within(tolerance));
        }
    }

    @ParameterizedTest
    @MethodSource("geometries")
    void divergenceIsStronglyConvexAndNoConstantIsLarger(Geometry geometry) {
        SplittableRandom random = new SplittableRandom(6);
        for (int trial = 0; trial < 300; trial++) {
            int dimension = any(geometry, 6, random);
            double[] x = feasible(geometry, dimension, random);
            double[] y = start(geometry, dimension, random);
            double distance = geometry.norm(difference(x, y));

            assertThat(geometry.divergence(x, y))
                    .isGreaterThanOrEqualTo((1 - 1e-12) * geometry.modulus() / 2 * distance * distance);
        }
        List<double[]> pair = tightPair(geometry, dimension(geometry));
        double distance = geometry.norm(difference(pair.get(0), pair.get(1)));
        double ratio = geometry.divergence(pair.get(0), pair.get(1)) / (geometry.modulus() / 2 * distance * distance);
        assertThat(ratio).isCloseTo(1, within(1e-3));
    }

    @ParameterizedTest
    @MethodSource("geometries")
    void divergenceIsThatOfThePotential(Geometry geometry) {
        SplittableRandom random = new SplittableRandom(7);
        for (int trial = 0; trial < 100; trial++) {
            double[] x = feasible(geometry, dimension(geometry), random);
            double[] y = start(geometry, dimension(geometry), random);
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
            double[] y = start(geometry, dimension(geometry), random);
            double[] x = near(geometry, y, Math.max(gap, smallestGap()), random);

            assertThat(relativeError(geometry.divergence(x, y), geometry.exactDivergence(x, y)))
                    .isLessThanOrEqualTo(geometry.divergenceError(x.length) * Rounding.UNIT);
        }
    }

    @ParameterizedTest
    @MethodSource("geometries")
    void thePotentialIsCountedFromItsMinimum(Geometry geometry) {
        SplittableRandom random = new SplittableRandom(9);
        for (int dimension : dimensions(geometry, 5)) {
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
        int dimension = dimension(geometry);
        double[] x = feasible(geometry, dimension, new SplittableRandom(10));
        Enclosure exact = geometry.exactPotential(x);

        assertThat(exact.middle())
                .isCloseTo(potential(geometry, x) - potential(geometry, minimizer(geometry, dimension)), within(TINY));
        assertThat(relativeError(geometry.potential(x), exact))
                .isLessThanOrEqualTo(geometry.potentialError(dimension) * Rounding.UNIT);
    }

    @ParameterizedTest
    @MethodSource("geometries")
    void noPointIsFartherThanTheSupremumAndOneIsAsFar(Geometry geometry) {
        SplittableRandom random = new SplittableRandom(11);
        for (int dimension : dimensions(geometry, 5)) {
            double[] y = start(geometry, dimension, random);
            double supremum = geometry.supDivergence(y);
            for (int trial = 0; trial < 50; trial++) {
                assertThat(geometry.divergence(feasible(geometry, dimension, random), y))
                        .isLessThanOrEqualTo(supremum * (1 + TINY) + TINY * TINY);
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
        int dimension = dimension(geometry);
        double diameter = geometry.diameter(dimension);
        for (int trial = 0; trial < 100; trial++) {
            double[] difference =
                    difference(feasible(geometry, dimension, random), feasible(geometry, dimension, random));
            assertThat(geometry.norm(difference)).isLessThanOrEqualTo(diameter * (1 + TINY));
        }
        List<double[]> pair = diameterPair(geometry, dimension);
        if (pair.isEmpty()) {
            assertThat(diameter).isInfinite();
        } else {
            assertThat(geometry.norm(difference(pair.get(0), pair.get(1)))).isCloseTo(diameter, within(TINY));
        }
    }

    @ParameterizedTest
    @MethodSource("geometries")
    void noDivergenceIsLargerThanTheLargestAndTheEndsOfADiameterHaveIt(Geometry geometry) {
        SplittableRandom random = new SplittableRandom(18);
        int dimension = dimension(geometry);
        double largest = geometry.largestDivergence(dimension);
        for (int trial = 0; trial < 100; trial++) {
            double[] x = feasible(geometry, dimension, random);
            assertThat(geometry.divergence(x, start(geometry, dimension, random)))
                    .isLessThanOrEqualTo(largest * (1 + TINY));
        }
        if (largest < Double.POSITIVE_INFINITY) {
            List<double[]> pair = diameterPair(geometry, dimension);
            assertThat(geometry.divergence(pair.get(0), pair.get(1))).isCloseTo(largest, within(TINY * largest));
        } else {
            assertThat(geometry.divergence(driven(geometry, dimension, -500), driven(geometry, dimension, 500)))
                    .isGreaterThan(30);
        }
    }

    /** The step from the origin along a multiple of the first axis. */
    private static double[] driven(Geometry geometry, int dimension, double size) {
        double[] slope = new double[dimension];
        slope[0] = size;
        double[] to = new double[dimension];
        geometry.step(geometry.origin(dimension), 1, slope, to);
        return geometry.point(to);
    }

    @ParameterizedTest
    @MethodSource("geometries")
    void noPointBeatsTheBestResponse(Geometry geometry) {
        SplittableRandom random = new SplittableRandom(13);
        for (int trial = 0; trial < 100; trial++) {
            double[] total = slope(random, dimension(geometry), 3);
            double[] best = geometry.bestResponse(total);
            double[] u = feasible(geometry, total.length, random);
            if (best == null) {
                // The domain is unbounded or open.
                assertThat(geometry.supDivergence(start(geometry, total.length, random)))
                        .isInfinite();
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
            int dimension = any(geometry, 60, random);
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
    void budgetsBoundWhatRoundingDoesToStepsAndPoints(Geometry geometry) {
        SplittableRandom random = new SplittableRandom(15);
        for (int trial = 0; trial < 5; trial++) {
            double[] start = start(geometry, any(geometry, 4, random), random);
            double eta = random.nextDouble(0.1, 2);
            double size = Math.pow(10, 2 - trial);
            double[] mirror = geometry.mirror(start);
            double[] drift = new double[start.length];
            double farthest = euclidean(start);
            double largestDrift = 0;
            double longest = 0;
            // The first image is rounded too, and counts with the first step.
            double error = mirrorError(geometry, start, mirror);
            for (int round = 0; round < 3; round++) {
                double[] slope = slope(random, start.length, size);
                double[] from = mirror.clone();
                geometry.step(mirror, eta, slope, mirror);
                double[] point = geometry.point(mirror.clone());
                double norm = euclidean(point);
                for (int i = 0; i < drift.length; i++) {
                    drift[i] += eta * slope[i];
                }
                farthest = Math.max(farthest, norm);
                largestDrift = Math.max(largestDrift, dualNorm(geometry, drift));
                longest = Math.max(longest, eta * dualNorm(geometry, slope));
                error += imageNorm(geometry, errors(exactStep(geometry, from, eta, slope), mirror));
                double[] off = errors(exactPoint(geometry, mirror), point);

                assertThat(error)
                        .as("residual")
                        .isLessThanOrEqualTo(geometry.residual(start, farthest, largestDrift, longest));
                assertThat(euclidean(off))
                        .as("error of the point")
                        .isLessThanOrEqualTo(Rounding.UNIT * geometry.pointError(start.length) * norm);
                assertThat(mirrorError(geometry, point, mirror))
                        .as("residual of the point")
                        .isLessThanOrEqualTo(geometry.pointResidual(start, largestDrift, longest));
                error = 0;
            }
        }
    }

    @ParameterizedTest
    @MethodSource("geometries")
    void whoKnowsLessOfARunIsNotPromisedMore(Geometry geometry) {
        double[] sizes = {0, 1e-9, 1e-6, 1e-3, 1, 1e3, 1e6};
        for (int dimension : dimensions(geometry, 6)) {
            double[] start = start(geometry, dimension, new SplittableRandom(20));
            for (double size : sizes) {
                double[] budgets = new double[3];
                double[] pointBudgets = new double[3];
                for (double larger : sizes) {
                    double[][] runs = {{larger, size, size}, {size, larger, size}, {size, size, larger}};
                    for (int i = 0; i < runs.length; i++) {
                        double[] run = runs[i];
                        double budget = geometry.residual(start, run[0], run[1], run[2]);
                        double pointBudget = geometry.pointResidual(start, run[1], run[2]);
                        assertThat(budget).isGreaterThanOrEqualTo(budgets[i]);
                        assertThat(pointBudget).isGreaterThanOrEqualTo(pointBudgets[i]);
                        budgets[i] = budget;
                        pointBudgets[i] = pointBudget;
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("geometries")
    void moreCoordinatesAreNotMoreAccurateAndNoneIsTooFew(Geometry geometry) {
        assertThat(geometry.fits(0)).isFalse();
        // Norms and divergences are rounded at least once.
        double[] largest = {1, 1, 1, 0, 0, 0};
        for (int dimension : dimensions(geometry, 40)) {
            double[] errors = {
                geometry.normError(dimension),
                geometry.divergenceError(dimension),
                geometry.potentialError(dimension),
                geometry.pointError(dimension),
                geometry.normRatio(dimension),
                geometry.diameter(dimension)
            };
            for (int i = 0; i < errors.length; i++) {
                assertThat(errors[i]).isGreaterThanOrEqualTo(largest[i]);
                largest[i] = errors[i];
            }
        }
    }

    /** From anywhere; from nearly where Φ is smallest, where errors may be small; and from far away, where constraints may swallow them. */
    @ParameterizedTest
    @MethodSource("geometries")
    void budgetsAreAttainedUpToAFractionWhereStepsAreShort(Geometry geometry) {
        SplittableRandom random = new SplittableRandom(19);
        int dimension = dimension(geometry);
        double[] smallest = minimizer(geometry, dimension);
        double[] far = new double[dimension];
        geometry.step(geometry.origin(dimension), 1, slope(random, dimension, far()), far);
        List<double[]> starts = List.of(
                start(geometry, dimension, random),
                along(smallest, 1e-3, difference(start(geometry, dimension, random), smallest)),
                geometry.point(far));
        for (int i = 0; i < starts.size(); i++) {
            double[] shares = shares(geometry, starts.get(i), i == 0 ? 2 : 1, random);
            boolean attained = i == 0 || (i == 1 && geometry instanceof NormBall) || (i == 2 && geometry.affine());
            for (double share : shares) {
                assertThat(share).isBetween(attained ? attained() : 0, 1.0);
            }
        }
    }

    /** The shares of budgets that some short steps use up: for steps, and where points are not their own images for these too. */
    private double[] shares(Geometry geometry, double[] start, int trials, SplittableRandom random) {
        double[] from = geometry.mirror(start);
        double ofImage = mirrorError(geometry, start, from);
        double ofStep = 0;
        double ofPoint = 0;
        double ofPointResidual = 0;
        for (int trial = 0; trial < trials; trial++) {
            double[] slope = slope(random, start.length, 1e-6);
            double[] to = new double[start.length];
            geometry.step(from, 1, slope, to);
            double[] point = geometry.point(to.clone());
            double norm = euclidean(point);
            double length = dualNorm(geometry, slope);
            double error = ofImage + imageNorm(geometry, errors(exactStep(geometry, from, 1, slope), to));
            double pointError = euclidean(errors(exactPoint(geometry, to), point));
            double budget = geometry.residual(start, Math.max(euclidean(start), norm), length, length);
            ofStep = Math.max(ofStep, error / budget);
            ofPoint = Math.max(ofPoint, pointError / (Rounding.UNIT * geometry.pointError(start.length) * norm));
            double pointBudget = geometry.pointResidual(start, length, length);
            double share = mirrorError(geometry, point, to) / pointBudget;
            // An infinite budget promises nothing.
            ofPointResidual = Math.max(ofPointResidual, pointBudget < Double.POSITIVE_INFINITY ? share : 1);
        }
        return geometry instanceof Euclidean ? new double[] {ofStep} : new double[] {ofStep, ofPoint, ofPointResidual};
    }

    @ParameterizedTest
    @MethodSource("geometries")
    void budgetsCoverAThousandCoordinatesThatAreAllOffAlike(Geometry geometry) {
        if (!(geometry instanceof EuclideanNorm) || geometry instanceof Euclidean) {
            return;
        }
        SplittableRandom random = new SplittableRandom(21);
        double root = Math.sqrt(1000);
        for (int trial = 0; trial < 10; trial++) {
            double[] single = start(geometry, 1, random);
            double[] start = filled(1000, single[0]);
            double[] from = geometry.mirror(single);
            double[] point = geometry.point(from.clone());

            assertThat(root * mirrorError(geometry, single, from))
                    .isLessThanOrEqualTo(geometry.residual(start, root, 0, 0));
            assertThat(root * mirrorError(geometry, point, from))
                    .isLessThanOrEqualTo(geometry.pointResidual(start, 0, 0));
        }
    }

    @ParameterizedTest
    @MethodSource("geometries")
    void theDualNormIsTheLargestProductWithUnitVectors(Geometry geometry) {
        SplittableRandom random = new SplittableRandom(16);
        for (int trial = 0; trial < 100; trial++) {
            double[] a = slope(random, dimension(geometry), 3);
            double[] b = slope(random, a.length, 3);
            double[] v = difference(a, b);
            double dual = Math.sqrt(geometry.squaredDualDistance(a, b));
            double[] x = slope(random, a.length, 1);

            assertThat(dot(v, x)).isLessThanOrEqualTo(dual * geometry.norm(x) * (1 + TINY));
            assertThat(geometry.norm(aligned(geometry, v))).isCloseTo(1, within(TINY));
            assertThat(dot(v, aligned(geometry, v))).isCloseTo(dual, within(TINY));
            assertThat(geometry.norm(v)).isLessThanOrEqualTo(geometry.normRatio(v.length) * euclidean(v) * (1 + TINY));
            assertThat(dual).isLessThanOrEqualTo(geometry.dualRatio() * euclidean(v) * (1 + TINY));
            assertThat(Math.abs(dual - euclidean(v)) <= TINY).isEqualTo(geometry.euclideanDual());
        }
    }

    @ParameterizedTest
    @MethodSource("geometries")
    void normsAreEnclosed(Geometry geometry) {
        SplittableRandom random = new SplittableRandom(17);
        int dimension = dimension(geometry);
        double[] a = slope(random, dimension, 3);
        double[] b = slope(random, dimension, 3);
        Enclosure[] v = new Enclosure[dimension];
        for (int i = 0; i < dimension; i++) {
            v[i] = Enclosure.of(a[i]).minus(Enclosure.of(b[i]));
        }
        double norm = geometry.norm(difference(a, b));
        double squaredDual = geometry.squaredDualDistance(a, b);
        // Of the squares; the differences are rounded too.
        double error = (2 * geometry.normError(dimension) + 3) * Rounding.UNIT;

        assertThat(relativeError(norm * norm, geometry.exactSquaredNorm(v))).isLessThanOrEqualTo(error);
        assertThat(relativeError(squaredDual, geometry.exactSquaredDualNorm(v))).isLessThanOrEqualTo(error);
    }

    /** What is checked of a step. */
    private interface StepCheck {
        void accept(SplittableRandom random, double[] z, double eta, double[] slope, double[] next);
    }

    private void forRandomSteps(Geometry geometry, StepCheck check) {
        SplittableRandom random = new SplittableRandom(2);
        for (int trial = 0; trial < 100; trial++) {
            int dimension = any(geometry, 6, random);
            double[] z = start(geometry, dimension, random);
            double eta = random.nextDouble(0.01, 2);
            double[] slope = slope(random, dimension, 2);
            double[] to = new double[dimension];
            geometry.step(geometry.mirror(z), eta, slope, to);
            check.accept(random, z, eta, slope, geometry.point(to));
        }
    }

    /** The dimensions up to the largest that the geometry has points of. */
    private static int[] dimensions(Geometry geometry, int largest) {
        return IntStream.rangeClosed(1, largest).filter(geometry::fits).toArray();
    }

    private static int any(Geometry geometry, int largest, SplittableRandom random) {
        int[] dimensions = dimensions(geometry, largest);
        return dimensions[random.nextInt(dimensions.length)];
    }

    /** Four, or less where there are no points of that dimension. */
    private static int dimension(Geometry geometry) {
        int[] dimensions = dimensions(geometry, 4);
        return dimensions[dimensions.length - 1];
    }

    static double relativeError(double value, Enclosure exact) {
        return Enclosure.of(value).minus(exact).over(exact).abs().high().doubleValue();
    }

    /** What each number is off. */
    static double[] errors(Enclosure[] exact, double[] values) {
        double[] errors = new double[values.length];
        for (int i = 0; i < errors.length; i++) {
            errors[i] = exact[i].minus(Enclosure.of(values[i])).middle();
        }
        return errors;
    }

    /** z − ηa, exactly. */
    static Enclosure[] moved(double[] from, double eta, double[] slope) {
        Enclosure[] moved = new Enclosure[from.length];
        for (int i = 0; i < moved.length; i++) {
            moved[i] = Enclosure.of(from[i]).minus(Enclosure.of(eta).times(Enclosure.of(slope[i])));
        }
        return moved;
    }

    static Enclosure[] each(double[] values, UnaryOperator<Enclosure> function) {
        return Arrays.stream(values).mapToObj(Enclosure::of).map(function).toArray(Enclosure[]::new);
    }

    /** ‖v‖_∞ up to what is common to all coordinates. */
    static double spread(double[] v) {
        return (Arrays.stream(v).max().orElse(0) - Arrays.stream(v).min().orElse(0)) / 2;
    }

    /** v over its Euclidean norm. */
    static double[] direction(double[] v) {
        return scaled(1 / euclidean(v), v);
    }

    /** The axis, with its sign, of the largest entry. */
    static double[] axis(double[] v) {
        int largest = 0;
        for (int i = 1; i < v.length; i++) {
            largest = Math.abs(v[i]) > Math.abs(v[largest]) ? i : largest;
        }
        double[] unit = new double[v.length];
        unit[largest] = Math.signum(v[largest]);
        return unit;
    }

    static double[] filled(int dimension, double value) {
        double[] vector = new double[dimension];
        Arrays.fill(vector, value);
        return vector;
    }

    /** (1, −1, 1, −1, …). */
    static double[] alternating(int dimension) {
        return IntStream.range(0, dimension)
                .mapToDouble(i -> i % 2 == 0 ? 1 : -1)
                .toArray();
    }

    /** a + c v. */
    static double[] along(double[] a, double factor, double[] v) {
        return IntStream.range(0, a.length)
                .mapToDouble(i -> a[i] + factor * v[i])
                .toArray();
    }

    private static double dualNorm(Geometry geometry, double[] v) {
        return Math.sqrt(geometry.squaredDualDistance(v, new double[v.length]));
    }

    static double euclidean(double[] v) {
        return Math.sqrt(dot(v, v));
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
