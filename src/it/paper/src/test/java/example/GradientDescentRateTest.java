package example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.theoremcheck.claim.Catalogue;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Compare;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Finding;
import org.theoremcheck.claim.Term;
import org.theoremcheck.claim.Verdict;
import org.theoremcheck.numeric.Enclosure;

class GradientDescentRateTest {

    private static final Claim<Problem, Descender, GradientDescentRate.Run> CLAIM = GradientDescentRate.THEOREM.claim();

    /** PEPit, examples/unconstrained_convex_minimization/gradient_descent.py: τ(n, L, γ) = L/(4nLγ + 2) for γ ≤ 1/L, "tight on some Huber loss functions". */
    @ParameterizedTest
    @CsvSource({"1, 1, 1", "1, 1, 2", "1, 1, 5", "1, 1, 100", "1, 0.5, 3", "4, 0.25, 7", "0.5, 1, 10", "8, 0.0625, 4"})
    void theConstantsAreThoseOfPEPitAndTheHuberFunctionAttainsThem(double smoothness, double step, int steps) {
        double relativeStep = smoothness * step;
        Compare<GradientDescentRate.Run> statement = (Compare<GradientDescentRate.Run>) CLAIM.statement();
        var unit = new GradientDescentRate.Run(1, relativeStep * steps, smoothness, 0);
        assertThat(sum(statement.left(), unit)).isEqualTo(4 * steps * relativeStep + 2);
        assertThat(sum(statement.right(), unit)).isEqualTo(smoothness);

        // The kink is at 1, and all numbers are small multiples of powers of two: no operation rounds.
        double radius = 2 * relativeStep * steps + 1;
        Problem huber = new Problem(
                Profile.HUBER, new double[] {smoothness}, new double[] {0}, new double[] {radius}, step, steps);
        Finding finding = CLAIM.judge(huber, GradientDescent::of);
        assertThat(finding.verdict()).isEqualTo(Verdict.HOLDS);
        assertThat(finding.measured()).isEqualTo(finding.bound()).isEqualTo(smoothness * radius * radius);
    }

    private static double sum(List<Term<GradientDescentRate.Run>> side, GradientDescentRate.Run run) {
        return side.stream()
                .mapToDouble(term -> term.coefficient() * term.value().applyAsDouble(run))
                .sum();
    }

    /** The same file: "PEPit guarantee: f(x_n) − f* ≤ 0.166667 ‖x₀ − x*‖²" for L = 3, γ = 1/L and n = 4, from a semidefinite program. */
    @Test
    void theValueThatPEPitComputedIsAttained() {
        Problem huber = new Problem(Profile.HUBER, new double[] {3}, new double[] {0}, new double[] {9}, 1.0 / 3, 4);
        GradientDescentRate.Run run = CLAIM.setting().referee().play(huber, GradientDescent::of);

        assertThat(run.gap() / 81).isCloseTo(0.166667, within(0.5e-6));
    }

    /** x = 1, ½, ¼ and LηT = 1: (4 + 2)/32 ≤ 1. */
    @Test
    void onTheParabolaHalfAStepHalvesTheDistance() {
        Finding finding = CLAIM.judge(Problem.line(Profile.QUADRATIC, 1, 0.5, 2), GradientDescent::of);

        assertThat(finding.measured()).isEqualTo(0.1875);
        assertThat(finding.bound()).isEqualTo(1);
    }

    /** Far from 0 a step of 0.3 is rounded by up to 2⁻³⁶, always to the shorter side: ten of them exceed the attained bound by 1.6·10⁻⁹. */
    @Test
    void theRoundingOfTheStepsIsInTheBudget() {
        double far = 0x1p17;
        Problem huber =
                new Problem(Profile.HUBER, new double[] {1}, new double[] {far}, new double[] {far + 7}, 0.3, 10);
        Finding finding = CLAIM.judge(huber, GradientDescent::of);

        assertThat(finding.measured()).isGreaterThan(finding.bound() + 1e-9);
        assertThat(finding.verdict()).isEqualTo(Verdict.HOLDS);
    }

    static List<Family<Problem>> families() {
        return CLAIM.setting().families();
    }

    @ParameterizedTest
    @MethodSource("families")
    void holdsOnEveryProblem(Family<Problem> family) {
        assertThat(problems(family, 200))
                .allSatisfy(problem -> assertThat(
                                CLAIM.judge(problem, GradientDescent::of).verdict())
                        .isEqualTo(Verdict.HOLDS));
    }

    @ParameterizedTest
    @MethodSource("families")
    void doublesAreWithinTheBudgetOfEnclosures(Family<Problem> family) {
        assertThat(problems(family, 20)).allSatisfy(problem -> {
            Finding finding = CLAIM.judge(problem, GradientDescent::of);
            Map<String, Enclosure> exact = CLAIM.setting().exact().orElseThrow().play(problem, GradientDescent::of);
            Enclosure slack = exact.get("distance")
                    .minus(Enclosure.of(4).times(exact.get("time")))
                    .minus(Enclosure.of(2).times(exact.get("value")));
            assertThat(slack.minus(Enclosure.of(finding.slack())).abs().high())
                    .isLessThanOrEqualTo(new BigDecimal(finding.budget()));
        });
    }

    private static List<Problem> problems(Family<Problem> family, int count) {
        return LongStream.range(0, Math.min(count, family.size()))
                .mapToObj(index -> family.draw(1, index))
                .toList();
    }

    static Stream<Claim<?, ?, ?>> controls() {
        return GradientDescentRate.THEOREM.derived().stream();
    }

    @ParameterizedTest
    @MethodSource("controls")
    <I, S, E> void everyControlIsRefutedByAFamily(Claim<I, S, E> control) {
        assertThat(control.setting().families())
                .anySatisfy(family -> assertThat(control.judge(
                                        family.draw(1, 0), control.setting().reference())
                                .verdict())
                        .isEqualTo(Verdict.VIOLATED));
    }

    @Test
    void theCatalogueFindsThePaper() {
        Catalogue catalogue = Catalogue.load(getClass().getClassLoader());

        assertThat(catalogue.papers()).hasAtLeastOneElementOfType(FirstOrderMethods.class);
        assertThat(catalogue.find(CLAIM.id())).contains(CLAIM);
    }
}
