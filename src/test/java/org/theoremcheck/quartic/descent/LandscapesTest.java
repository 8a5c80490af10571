package org.theoremcheck.quartic.descent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.theoremcheck.claim.Draw;
import org.theoremcheck.claim.Slot;
import org.theoremcheck.numeric.Vectors;
import org.theoremcheck.quartic.objective.BalancedFactorization;
import org.theoremcheck.quartic.objective.RavinePolynomial;
import org.theoremcheck.quartic.objective.RidgeSum;
import org.theoremcheck.quartic.objective.Rosenbrock;
import org.theoremcheck.quartic.objective.Sensing;
import org.theoremcheck.quartic.objective.SymmetricFactorization;
import org.theoremcheck.quartic.objective.TwoNeurons;

/** Random functions are what their descriptions say, in size too. */
class LandscapesTest {

    private static List<Problem> drawn(Landscape landscape) {
        return IntStream.range(0, 100)
                .mapToObj(index -> landscape.problem(new Draw(3, "landscapes", index)))
                .toList();
    }

    /** All in the range, and some near its ends. */
    private static void assertFills(
            List<Problem> problems, double low, double high, ToDoubleFunction<Problem> number, double room) {
        double[] numbers = problems.stream().mapToDouble(number).sorted().toArray();
        double edge = room * (high - low);

        assertThat(numbers[0]).isBetween(low - 1e-12, low + edge);
        assertThat(numbers[numbers.length - 1]).isBetween(high - edge, high + 1e-12);
    }

    private static void assertFills(List<Problem> problems, double low, double high, ToDoubleFunction<Problem> number) {
        assertFills(problems, low, high, number, 0.1);
    }

    private static double steepest(Problem problem) {
        return problem.objective().curvatures()[1];
    }

    private static double meanSquare(List<double[]> vectors) {
        return vectors.stream().mapToDouble(Vectors::squaredNorm).average().orElseThrow();
    }

    @Test
    void separableOnesStartSoThatNoShortStepEndsTheRun() {
        List<Problem> problems = drawn(Landscape.SEPARABLE);

        assertFills(problems, 1, 6, LandscapesTest::steepest);
        assertFills(problems, 0.3, 0.9, problem -> problem.step() * steepest(problem));
        assertFills(problems, 0.15, 0.7, problem -> Math.abs(problem.start()[0]));
        assertFills(problems, 0.15, 0.7, problem -> Math.abs(problem.start()[1]));
        assertFills(problems, -1, 1, problem -> Math.signum(problem.start()[0]));
        assertFills(problems, -1, 1, problem -> Math.signum(problem.start()[1]));
        assertThat(problems)
                .allMatch(problem -> 4 * problem.step() * problem.start()[1] * problem.start()[1] <= 0.5 + 1e-15)
                .anyMatch(problem -> 4 * problem.step() * problem.start()[1] * problem.start()[1] > 0.4);
    }

    @Test
    void rosenbrocksStartBesideTheValley() {
        List<Problem> problems = drawn(Landscape.ROSENBROCK);

        assertFills(problems, 1, 15, problem -> ((Rosenbrock) problem.objective()).stiffness());
        assertFills(problems, 0.2, 0.45, problem -> problem.step() * steepest(problem));
        assertFills(problems, 0.3, 0.7, problem -> Math.abs(problem.start()[0]));
        assertFills(problems, -0.2, 0.2, problem -> Rosenbrock.normal(problem.start()));
    }

    @Test
    void ridgesHaveThePlantedConditionNumberAndRandomRidgesOfLengthOne() {
        List<Problem> problems = drawn(Landscape.RIDGES);

        assertFills(problems, 2, 8, LandscapesTest::steepest, 0.25);
        assertFills(problems, 2, 8, problem -> problem.objective().curvatures()[0], 0.25);
        assertThat(problems).allSatisfy(problem -> {
            RidgeSum ridges = (RidgeSum) problem.objective();
            double[] curvatures = ridges.curvatures();
            double[] squares =
                    Arrays.stream(ridges.quadratic()).limit(3).sorted().toArray();
            assertThat(curvatures).containsExactly(new double[] {squares[0], squares[2]}, within(1e-13));
            assertThat(problem.step() * curvatures[1]).isCloseTo(0.7, within(1e-15));
            assertThat((double) problem.shortSteps()).isCloseTo(43 * curvatures[1] / curvatures[0], within(0.51));
            assertThat(ridges.rows()).hasDimensions(15, 6);
            assertThat(Arrays.stream(ridges.quadratic()).skip(3)).containsOnly(0.0);
            assertThat(ridges.quartic()).startsWith(0, 0, 0, 1).endsWith(1);
        });
        assertThat(meanSquare(problems.stream()
                        .flatMap(problem -> Arrays.stream(((RidgeSum) problem.objective()).rows())
                                .skip(3))
                        .toList()))
                .isCloseTo(1, within(0.05));
    }

    /** Every coordinate of a random unit vector has the mean square ⅙. */
    @Test
    void theSteepRidgesHaveAllDirections() {
        double[] squares = new double[6];
        for (Problem problem : drawn(Landscape.RIDGES)) {
            for (double[] row : Arrays.copyOf(((RidgeSum) problem.objective()).rows(), 3)) {
                Arrays.setAll(squares, i -> squares[i] + row[i] * row[i] / 300);
            }
        }

        assertThat(squares).containsExactly(Vectors.filled(6, 1 / 6.0), within(0.04));
    }

    @Test
    void sensingHasAsManyShortStepsAsItsCurvaturesAskFor() {
        assertThat(drawn(Landscape.SENSING).subList(0, 40)).allSatisfy(problem -> {
            Sensing sensing = (Sensing) problem.objective();
            assertThat(Arrays.stream(sensing.planted())
                            .mapToDouble(Vectors::squaredNorm)
                            .sum())
                    .isCloseTo(1, within(1e-14));
            assertThat(problem.step()).isEqualTo(Math.min(0.02, 1 / steepest(problem)));
            assertThat(StrictMath.log(problem.contraction()) * (problem.shortSteps() + 0.51))
                    .isLessThan(-20);
            assertThat(problem.shortSteps()).isGreaterThanOrEqualTo(150);
            assertThat(problem.shortSteps() == 150
                            || StrictMath.log(problem.contraction()) * (problem.shortSteps() - 0.51) > -20)
                    .isTrue();
        });
    }

    /** From [P 0] with as much noise for each number. */
    @Test
    void factorizationsStartNearASolution() {
        assertNear(Landscape.SENSING, 0.1);
        assertNear(Landscape.SYMMETRIC, 0.2);
        assertNear(Landscape.BALANCED, 0.2);
        assertThat(drawn(Landscape.SYMMETRIC)).allSatisfy(problem -> {
            assertThat(steepest(problem)).isCloseTo(2, within(1e-14));
            assertThat(((SymmetricFactorization) problem.objective()).planted()).hasDimensions(6, 1);
        });
        assertThat(drawn(Landscape.BALANCED)).allSatisfy(problem -> {
            assertThat(steepest(problem)).isCloseTo(2, within(1e-14));
            assertThat(((BalancedFactorization) problem.objective()).right()).hasDimensions(6, 1);
        });
    }

    private static void assertNear(Landscape landscape, double noise) {
        List<double[]> off = drawn(landscape).stream()
                .map(problem ->
                        Vectors.difference(problem.start(), problem.objective().solution()))
                .toList();

        assertThat(meanSquare(off) / off.get(0).length).isCloseTo(noise * noise, within(0.15 * noise * noise));
    }

    @Test
    void neuronsShareTheirTargetUnevenly() {
        List<Problem> problems = drawn(Landscape.NEURONS);
        List<double[]> off = problems.stream()
                .map(problem -> {
                    double[] target = ((TwoNeurons) problem.objective()).target();
                    assertThat(Vectors.norm(target)).isCloseTo(1, within(1e-15));
                    return IntStream.range(0, 16)
                            .mapToDouble(i -> problem.start()[i] - (i < 8 ? 0.6 : 0.4) * target[i % 8])
                            .toArray();
                })
                .toList();
        // How much of each coordinate of the target is left in the start: 0 up to (0.3/√8)/√(100/8) = 0.03.
        double[] left = IntStream.range(0, 16)
                .mapToDouble(i -> {
                    double inner = 0;
                    double square = 0;
                    for (int k = 0; k < problems.size(); k++) {
                        double of = ((TwoNeurons) problems.get(k).objective()).target()[i % 8];
                        inner += of * off.get(k)[i];
                        square += of * of;
                    }
                    return inner / square;
                })
                .toArray();

        // Two vectors of mean square 0.3².
        assertThat(meanSquare(off)).isCloseTo(0.18, within(0.03));
        assertThat(Vectors.largest(left)).isLessThan(0.12);
    }

    @Test
    void polynomialsHaveRidgesThatSpanAndNumbersOfTheSizeStated() {
        List<Problem> problems = drawn(Landscape.POLYNOMIAL);

        assertThat(problems).allSatisfy(problem -> {
            RavinePolynomial polynomial = (RavinePolynomial) problem.objective();
            assertThat(problem.step() * steepest(problem)).isCloseTo(0.6, within(1e-15));
            for (double[][] bend : polynomial.bends()) {
                assertThat(bend[0][1]).isEqualTo(bend[1][0]);
            }
            double[][] ridges = polynomial.ridges();
            assertThat(ridges).hasDimensions(3, 2);
            assertThat(new double[] {ridges[0][1], ridges[1][0]}).containsOnly(0);
            assertThat(List.of(ridges[0][0], ridges[1][1], 2 * ridges[2][0], 2 * ridges[2][1]))
                    .allMatch(size -> size >= 0.7 && size <= 1.2);
        });
        assertFills(problems, 1, 4, problem -> problem.objective().curvatures()[0], 0.2);
        assertFills(problems, 1, 4, LandscapesTest::steepest, 0.2);
        for (int i = 0; i < 2; i++) {
            int across = i;
            int along = 2 + i;
            assertFills(problems, -0.2, 0.2, problem -> problem.start()[across]);
            assertFills(problems, 0.15, 0.4, problem -> Math.abs(problem.start()[along]));
            assertFills(problems, -1, 1, problem -> Math.signum(problem.start()[along]));
        }
    }

    /** Search may ask for a target 0, which becomes a coordinate vector. */
    @Test
    void aTargetThatIsZeroHasADirectionAllTheSame() {
        Draw zero = new Draw(3, "landscapes", 0).edited(Map.of(new Slot("target", 0), new double[8]));

        assertThat(((TwoNeurons) Landscape.NEURONS.problem(zero).objective()).target())
                .containsExactly(1, 0, 0, 0, 0, 0, 0, 0);
    }

    @ParameterizedTest
    @EnumSource
    void everyOneHasItsNameAndEnoughShortStepsToReachTheRavine(Landscape landscape) {
        Problem problem = landscape.problem(new Draw(3, "landscapes", 1));

        assertThat(landscape.label()).isEqualToIgnoringCase(landscape.name()).isLowerCase();
        assertThat(problem.contraction()).isLessThan(1);
        assertThat(problem.start()).hasSize(problem.dimension());
        assertThat(StrictMath.log(problem.contraction() + 1e-300) * problem.shortSteps())
                .isLessThan(-8 * Math.log(10));
    }
}
