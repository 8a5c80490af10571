package org.theoremcheck.quartic.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.assertj.core.data.Percentage;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.theoremcheck.claim.Draw;
import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.numeric.Enclosures;
import org.theoremcheck.numeric.Vectors;
import org.theoremcheck.quartic.descent.Landscape;
import org.theoremcheck.quartic.descent.Problem;

/** Values, gradients, solutions and curvatures against eighty-digit differences of the value alone. */
@Execution(ExecutionMode.CONCURRENT)
class ObjectivesTest {

    /** A function at a point where it is smooth. */
    record Sample(Objective objective, double[] point) {

        @Override
        public String toString() {
            return objective.getClass().getSimpleName();
        }
    }

    private static final Measurements PLUS = new Measurements(
            new double[][] {{1, 0.5, -0.2, 0.7, 0.1}, {0.3, -1, 0.8, 0.4, -0.6}, {-0.5, 0.2, 0.9, -0.3, 1}});
    private static final Measurements MINUS = new Measurements(
            new double[][] {{0.4, 1, 0.1, -0.8, 0.6}, {-0.6, 0.2, 0.7, 1, 0.3}, {0.8, -0.4, 0.5, 0.2, -0.9}});

    static Stream<Sample> samples() {
        List<Sample> samples = new ArrayList<>();
        for (Landscape landscape : Landscape.values()) {
            Problem problem = landscape.problem(new Draw(11, "objectives", 0));
            samples.add(new Sample(problem.objective(), problem.start()));
        }
        double[] four = {0.3, -0.7, 0.4, 0.9};
        double[] ones = {1, 0.5, 2, 0.25};
        for (boolean mixed : new boolean[] {false, true}) {
            samples.add(new Sample(new Separable(ones, new double[] {2, 2, 4, 4}, mixed), four));
            samples.add(new Sample(new Separable(ones, new double[] {6, 8, 3, 2}, mixed), four));
            samples.add(new Sample(new Separable(ones, new double[] {1.5, 1, 4, 2}, mixed), four));
        }
        // Factors of different heights, and of rank 2, where rows and columns cannot be mistaken for each other.
        samples.add(new Sample(
                new BalancedFactorization(
                        new double[][] {{0.6}, {0.8}}, new double[][] {{2.0 / 3}, {2.0 / 3}, {1.0 / 3}}, 2),
                new double[] {0.3, -0.7, 0.4, 0.9, -0.2, 0.6, 0.1, -0.5, 0.8, 0.2}));
        samples.add(new Sample(
                Sensing.of(PLUS, MINUS, new double[][] {{1, 0.2}, {-0.4, 0.9}, {0.3, 0.5}}, 2), new double[] {
                    0.3, -0.7, 0.4, 0.9, -0.2, 0.6
                }));
        samples.add(new Sample(new Flat(), new double[] {0.5, 0.4}));
        samples.add(new Sample(new Flat(), new double[] {-0.5, -0.9}));
        samples.add(new Sample(
                new RidgeSum(
                        new double[][] {{1, 2}, {-1, 0.5}}, new double[] {1, 2}, new double[] {0.5, -1}, new double[] {
                            1, 3
                        }),
                new double[] {0.2, -0.6}));
        return samples.stream();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theGradientIsThatOfAnEightyDigitDifference(Sample sample) {
        double[] gradient = new double[sample.point().length];
        sample.objective().evaluate(sample.point(), gradient);
        Enclosure[] exact = sample.objective().exactGradient(Enclosures.of(sample.point()));
        Enclosure[] difference = difference(sample);
        Enclosure[] doubles = Enclosures.of(gradient);

        // The rest of a central difference with h = 2⁻⁸⁰ is near h² = 10⁻⁴⁸.
        assertThat(norm(exact, difference)).isLessThan(1e-40);
        assertThat(norm(exact, doubles))
                .isLessThanOrEqualTo(sample.objective().accuracy(sample.point()).gradient());
        assertThat(sample.objective().accuracy(sample.point()).gradient()).isLessThan(1e-11);
    }

    private static Enclosure[] difference(Sample sample) {
        double h = 0x1p-80;
        Enclosure[] at = Enclosures.of(sample.point());
        Enclosure[] difference = new Enclosure[at.length];
        for (int i = 0; i < at.length; i++) {
            Enclosure here = at[i];
            at[i] = here.plus(Enclosure.of(h));
            Enclosure above = sample.objective().exactGap(at);
            at[i] = here.minus(Enclosure.of(h));
            Enclosure below = sample.objective().exactGap(at);
            at[i] = here;
            difference[i] = above.minus(below).over(Enclosure.of(2 * h));
        }
        return difference;
    }

    private static double norm(Enclosure[] a, Enclosure[] b) {
        return Math.sqrt(Enclosures.squaredDistance(a, b).high().doubleValue());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theGapIsWithinItsAccuracy(Sample sample) {
        double gap = sample.objective().evaluate(sample.point(), new double[sample.point().length]);
        Enclosure exact = sample.objective().exactGap(Enclosures.of(sample.point()));
        double allowed = sample.objective().accuracy(sample.point()).gap();

        assertThat(exact.minus(Enclosure.of(gap)).abs().high()).isLessThanOrEqualTo(new BigDecimal(allowed));
        assertThat(allowed).isLessThan(1e-11);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theSolutionHasNoGapNoSlopeAndNoDistance(Sample sample) {
        double[] solution = sample.objective().solution();
        double[] gradient = new double[solution.length];

        assertThat(sample.objective().evaluate(solution, gradient)).isCloseTo(0, within(1e-28));
        boolean kink = sample.objective() instanceof Separable powers && powers.powers()[1] == 1;
        assertThat(kink ? 0 : Vectors.norm(gradient)).isLessThan(1e-13);
        assertThat(sample.objective().distance(solution)).isLessThan(1e-14);
        assertThat(sample.objective().distance(sample.point()))
                .isLessThanOrEqualTo(Vectors.norm(Vectors.difference(sample.point(), solution)) * (1 + 1e-14));
    }

    /** a = (1, 0), (0, 2) and b = (0, 1), (1, 1) with P = (3, 4): 9 − 16 and 64 − 49. */
    @Test
    void theDataOfSensingAreThoseOfThePlantedFactor() {
        Measurements plus = new Measurements(new double[][] {{1, 0}, {0, 2}});
        Measurements minus = new Measurements(new double[][] {{0, 1}, {1, 1}});

        assertThat(Sensing.of(plus, minus, new double[][] {{3}, {4}}, 2).targets())
                .containsExactly(-7, 15);
    }

    /** Rank-one factors are the planted one and its negative. */
    @Test
    void theDistanceIsToTheNearerOfTwoSolutions() {
        double[][] planted = {{0.6}, {-0.8}};
        double[] near = {0.5, -0.7};
        double[] nearOther = {-0.5, 0.7};
        double expected = Math.sqrt(0.02);

        for (Objective objective : List.of(
                new SymmetricFactorization(planted, 1),
                Sensing.of(
                        new Measurements(new double[][] {{1, 0.5, -0.2}, {0.3, -1, 0.8}}),
                        new Measurements(new double[][] {{0.4, 1, 0.1}, {-0.6, 0.2, 0.7}}),
                        planted,
                        1))) {
            assertThat(objective.distance(near)).isCloseTo(expected, within(1e-14));
            assertThat(objective.distance(nearOther)).isCloseTo(expected, within(1e-14));
        }
        assertThat(new BalancedFactorization(planted, new double[][] {{0}, {1}, {0}}, 1)
                        .distance(new double[] {-0.5, 0.7, 0.1, -0.8, 0}))
                .isCloseTo(Math.sqrt(0.02 + 0.01 + 0.04), within(1e-14));
    }

    /** A path t ↦ x(t) along which f − f* is its leading power of t but for a factor 1 + O(t). */
    record Ravine(Objective objective, DoubleFunction<double[]> path) {

        @Override
        public String toString() {
            return objective.getClass().getSimpleName();
        }
    }

    static Stream<Ravine> ravines() {
        RavinePolynomial polynomial = new RavinePolynomial(
                new double[] {2},
                new double[][][] {{{1, 0.5}, {0.5, -1}}},
                new double[][] {{0.1, 0.2}},
                new double[][] {{0.5, -0.4}},
                new double[][] {{1, 0.2}, {-0.3, 1}});
        return Stream.of(
                new Ravine(new Rosenbrock(10), t -> new double[] {t, t * t}),
                new Ravine(polynomial, t -> new double[] {polynomial.ravine(new double[] {t, -t})[0], t, -t}),
                new Ravine(Separable.ravine(3, 1, 6), t -> new double[] {0, t}),
                new Ravine(new Separable(new double[] {1, 2}, new double[] {2, 2}, false), t -> new double[] {t, t}),
                new Ravine(
                        new RidgeSum(
                                new double[][] {{1, 1}, {1, -1}}, new double[] {1, 0}, new double[2], new double[] {0, 1
                                }),
                        t -> new double[] {t, -t}),
                new Ravine(Sensing.of(PLUS, MINUS, new double[][] {{1}, {0}, {0}}, 2), t ->
                        new double[] {1, 0, 0, t, 0, 0}),
                new Ravine(new TwoNeurons(new double[] {1, 0}), t -> new double[] {0.5, t, 0.5, -t}),
                new Ravine(new SymmetricFactorization(new double[][] {{1}, {0}}, 2), t -> new double[] {1, 0, 0, t}),
                new Ravine(new BalancedFactorization(new double[][] {{1}, {0}}, new double[][] {{1}, {0}}, 2), t ->
                        new double[] {1, 0, 0, t, 1, 0, 0, t}));
    }

    @ParameterizedTest
    @MethodSource("ravines")
    void theOrderIsThePowerOfGrowthAlongTheRavine(Ravine ravine) {
        double t = 1e-4;
        double[] gradient = new double[ravine.objective().dimension()];
        double near = ravine.objective().evaluate(ravine.path().apply(t), gradient);
        double far = ravine.objective().evaluate(ravine.path().apply(2 * t), gradient);

        assertThat(StrictMath.log(far / near) / StrictMath.log(2))
                .isCloseTo(ravine.objective().order(), within(1e-2));
    }

    /** d ln f/d ln y is 2/y², larger than any power as y becomes small. */
    @Test
    void aFlatFunctionGrowsMoreSlowlyThanAnyPower() {
        Flat flat = new Flat();
        for (double y : new double[] {0.4, 0.2, 0.1, 0.05}) {
            double near = flat.evaluate(new double[] {0, y}, new double[2]);
            double far = flat.evaluate(new double[] {0, y * (1 + 1e-6)}, new double[2]);
            assertThat(StrictMath.log(far / near) / 1e-6).isCloseTo(2 / (y * y), Percentage.withPercentage(1e-2));
        }
        assertThat(flat.order()).isInfinite();
        assertThat(flat.distance(new double[] {3, 4})).isEqualTo(5);
    }

    /** Two weights of length ½ at angles ±θ to v: f is (h(2θ) − 4h(θ))/8π, where at small angles only a series has digits. */
    @Test
    void alongTheRavineOfNeuronsSmallValuesKeepTheirDigits() {
        TwoNeurons neurons = new TwoNeurons(new double[] {1, 0});
        for (double angle : new double[] {1e-5, 1e-3, 0.01, 0.02, 0.024, 0.04, 0.06}) {
            double along = StrictMath.cos(angle) / 2;
            double across = StrictMath.sin(angle) / 2;
            double[] point = {along, across, along, -across};
            double value = neurons.evaluate(point, new double[4]);
            Enclosure exact = neurons.exactGap(Enclosures.of(point));

            assertThat(Enclosure.of(value).minus(exact).abs().middle()).isLessThan(1e-15 * value + 5e-18);
        }
    }

    /** The nearest of ten thousand pairs (cv, (1 − c)v). */
    @ParameterizedTest
    @CsvSource({"0.7, 0.9, 0.1, -0.3", "2, -0.5, -1, 0.2", "-1, 0.3, 3, 1", "0.4, 0.8, 0.6, 1.2", "1, 2.1, 0.1, 0.1"})
    void theDistanceOfNeuronsIsToASegment(double a, double b, double c, double d) {
        double[] target = {1, 2};
        double[] point = {a, b, c, d};
        double nearest = IntStream.rangeClosed(0, 10_000)
                .mapToDouble(k -> k / 1e4)
                .map(share -> Vectors.norm(
                        Vectors.difference(point, new double[] {share, 2 * share, 1 - share, 2 - 2 * share})))
                .min()
                .orElseThrow();

        assertThat(new TwoNeurons(target).distance(point)).isBetween(nearest - 3e-4, nearest + 1e-15);
    }

    /** f is a quadratic in u, and kᵢ its second derivatives; u = φ(v) has no slope across. */
    @Test
    void theRavineOfAPolynomialIsWhereItsSlopeAcrossVanishes() {
        RavinePolynomial polynomial = new RavinePolynomial(
                new double[] {2, 3},
                new double[][][] {{{1, 0.5}, {0.5, -1}}, {{0.3, 0.25}, {0.25, 0.7}}},
                new double[][] {{0.1, 0.2}, {-0.3, 0.1}},
                new double[][] {{0.5, -0.4}, {0.2, 0.6}},
                new double[][] {{1, 0.2}, {-0.3, 1}});
        double[] v = {0.6, -0.8};
        double[] u = polynomial.ravine(v);
        double[] slope = new double[4];
        polynomial.evaluate(new double[] {u[0], u[1], v[0], v[1]}, slope);
        double[] steeper = new double[4];
        polynomial.evaluate(new double[] {u[0] + 1, u[1] + 1, v[0], v[1]}, steeper);

        assertThat(Math.abs(slope[0]) + Math.abs(slope[1])).isLessThan(1e-15);
        assertThat(polynomial.stiffnessAt(v)).containsExactly(new double[] {steeper[0], steeper[1]}, within(1e-14));
        assertThat(u[0]).isNotCloseTo(0, within(1e-2));
        assertThat(polynomial.bendSize(0)).isCloseTo(Math.sqrt(2.5), within(1e-15));
    }

    /** ∇f(hz)/h for h = 2⁻¹⁰⁰. */
    @Test
    void theHessianOfRidgesAtTheSolutionIsTheSlopeOfTheirGradient() {
        RidgeSum ridges = new RidgeSum(
                new double[][] {{1, 2, 0.5}, {-1, 0.5, 3}}, new double[] {1, 2}, new double[] {0.5, -1}, new double[] {
                    1, 3
                });
        double[] z = {0.25, -0.75, 1.5};
        double[] gradient = new double[3];
        ridges.evaluate(Vectors.scaled(0x1p-100, z), gradient);

        assertThat(ridges.hessianTimes(z)).containsExactly(Vectors.scaled(0x1p100, gradient), within(1e-14));
    }

    /** ψ″ = α + βt + 3γt² is least where t = −β/6γ, and 12γ times that is what is asked for: by hand 11 and 2. */
    @Test
    void ridgesAreConvexWhereTheLeastOfAllIs() {
        double[][] rows = {{1}, {1}};
        double[] quadratic = {1, 2};
        double[] cubic = {1, -2};

        assertThat(new RidgeSum(rows, quadratic, cubic, new double[] {1, 0.25}).convexity())
                .isEqualTo(2);
        assertThat(new RidgeSum(rows, quadratic, cubic, new double[] {0, 0.25}).convexity())
                .isEqualTo(-1);
    }

    /** Parallel ridges are steepest together, at the end of the interval: f″(r) by a difference of f′. */
    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.5, 4})
    void theSmoothnessOfRidgesIsAttainedByParallelOnes(double radius) {
        RidgeSum ridges = new RidgeSum(
                new double[][] {{2}, {0.3}}, new double[] {1, 5}, new double[] {0.5, 7}, new double[] {3, 0.25});
        double h = radius * 0x1p-20;
        double[] above = new double[1];
        double[] below = new double[1];
        ridges.evaluate(new double[] {radius + h}, above);
        ridges.evaluate(new double[] {radius - h}, below);
        RidgeSum mirrored =
                new RidgeSum(ridges.rows(), ridges.quadratic(), Vectors.scaled(-1, ridges.cubic()), ridges.quartic());

        assertThat(ridges.smoothness(radius))
                .isCloseTo((above[0] - below[0]) / (2 * h), Percentage.withPercentage(1e-6));
        assertThat(mirrored.smoothness(radius)).isEqualTo(ridges.smoothness(radius));
    }

    /** Σ mⱼtⱼ⁴/‖t‖⁴ is least where tⱼ² ~ 1/mⱼ: with m = 2 and 4 it is 4/3 there. */
    @Test
    void onlyCoordinatesOfFourthPowerCountForQuarticGrowth() {
        Separable powers = new Separable(new double[] {2, 9, 4, 0.125}, new double[] {4, 2, 4, 2}, true);
        Separable along = new Separable(new double[] {2, 4}, new double[] {4, 4}, false);
        double[] least = {Math.sqrt(2.0 / 3), Math.sqrt(1.0 / 3)};

        assertThat(powers.leastQuartic()).isCloseTo(along.evaluate(least, new double[2]), within(1e-15));
        assertThat(powers.exactQuarticInverses()).isEqualTo(Enclosure.of(0.75));
        assertThat(powers.largestQuartic()).isEqualTo(4);
    }

    @Test
    void aRavineHasTheCurvatureAskedForAndASmoothOneNoPowerBelowTwo() {
        assertThat(Separable.ravine(3, 1, 2.0).curvatures()).containsExactly(2, 3);
        assertThat(Separable.ravine(3, 1, 2.0).smooth()).isTrue();
        assertThat(Separable.ravine(3, 1, 1.5).smooth()).isFalse();
        assertThat(new Rosenbrock(1).smooth()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1e-12, 1e12})
    void whichEigenvaluesAreZeroDoesNotDependOnTheUnit(double unit) {
        DMatrixRMaj hessian = CommonOps_DDRM.diag(3 * unit, 1e-15 * unit, 2 * unit, 0);

        assertThat(Spectra.nonzero(hessian)).containsExactly(new double[] {2 * unit, 3 * unit}, within(1e-14 * unit));
        assertThat(Spectra.nonzero(new DMatrixRMaj(2, 2))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void whatTheGradientIsWrittenOverDoesNotMatter(Sample sample) {
        double[] clean = new double[sample.point().length];
        double[] used = Vectors.filled(clean.length, 7);

        assertThat(sample.objective().evaluate(sample.point(), used))
                .isEqualTo(sample.objective().evaluate(sample.point(), clean));
        assertThat(used).isEqualTo(clean);
    }

    /** λ·1·2, m·4·3r² and the harmonic sum r²/λ + 1/m, by hand for λ = ½, m = 3 and r = 2. */
    @Test
    void powersAreAsSmoothAndGrowAsFastAsTheirWeightsSay() {
        Separable powers = new Separable(new double[] {0.5, 3}, new double[] {2, 4}, false);

        assertThat(powers.smoothness(2)).isEqualTo(144);
        assertThat(powers.smoothness(0.1)).isEqualTo(1);
        assertThat(powers.quarticGrowth(2)).isCloseTo(1 / (8 + 1.0 / 3), within(1e-15));
    }

    /** Eigenvalues of a central difference of the gradient with h = 10⁻⁵, which is off by 10⁻⁵ where third derivatives jump. */
    @ParameterizedTest
    @MethodSource("samples")
    void curvaturesAreTheEigenvaluesOfTheHessianAtTheSolution(Sample sample) {
        Objective objective = sample.objective();
        boolean kink = objective instanceof Separable && !objective.smooth();
        if (kink) {
            return;
        }
        double[] at = objective.solution();
        DMatrixRMaj hessian = new DMatrixRMaj(at.length, at.length);
        double h = 1e-5;
        double[] above = new double[at.length];
        double[] below = new double[at.length];
        for (int i = 0; i < at.length; i++) {
            double here = at[i];
            at[i] = here + h;
            objective.evaluate(at, above);
            at[i] = here - h;
            objective.evaluate(at, below);
            at[i] = here;
            for (int j = 0; j < at.length; j++) {
                double entry = (above[j] - below[j]) / (2 * h);
                hessian.add(i, j, entry / 2);
                hessian.add(j, i, entry / 2);
            }
        }
        for (int i = 0; i < hessian.getNumElements(); i++) {
            hessian.data[i] = Math.abs(hessian.data[i]) < 2e-5 ? 0 : hessian.data[i];
        }
        List<Double> values = eigenvalues(hessian);
        double[] curvatures = objective.curvatures();

        assertThat(values.get(values.size() - 1)).isCloseTo(curvatures[1], within(1e-3 * curvatures[1]));
        assertThat(values.stream().filter(value -> value > 1e-3 * curvatures[1]).findFirst())
                .hasValueSatisfying(least -> assertThat(least).isCloseTo(curvatures[0], within(1e-3 * curvatures[1])));
    }

    private static List<Double> eigenvalues(DMatrixRMaj symmetric) {
        double[][] rows = new double[symmetric.numRows][symmetric.numCols];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows.length; j++) {
                rows[i][j] = symmetric.get(i, j);
            }
        }
        return Arrays.stream(new EigenDecomposition(new Array2DRowRealMatrix(rows)).getRealEigenvalues())
                .sorted()
                .boxed()
                .toList();
    }
}
