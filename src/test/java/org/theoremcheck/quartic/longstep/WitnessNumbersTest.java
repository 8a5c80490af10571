package org.theoremcheck.quartic.longstep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.theoremcheck.claim.Finding;
import org.theoremcheck.quartic.descent.GDPolyak;
import org.theoremcheck.quartic.descent.GradientMethod;
import org.theoremcheck.quartic.descent.Problem;
import org.theoremcheck.quartic.descent.Rollout;
import org.theoremcheck.quartic.objective.Rosenbrock;
import org.theoremcheck.quartic.objective.Separable;

/** Numbers worked out by hand. */
class WitnessNumbersTest {

    /** x² + y⁴ on the ravine: y → ¾y in one long step. */
    @ParameterizedTest
    @ValueSource(doubles = {2, 3, 4, 6})
    void onTheLineALongStepLeavesOneMinusOneOverP(double power) {
        Problem line =
                Problem.of(new Separable(new double[] {1}, new double[] {power}, false), new double[] {1}, 0.1, 0, 1);
        Finding finding = LongStepHomogeneous.THEOREM.claim().judge(line, GDPolyak::begin);

        assertThat(finding.bound()).isCloseTo(1 - 1 / power, within(1e-15));
        assertThat(finding.ratio()).isCloseTo(1, within(1e-15));
    }

    /** On |x| one step gains all of the distance. */
    @Test
    void theClassicalBoundIsAttainedByTheAbsoluteValue() {
        Problem absolute =
                Problem.of(new Separable(new double[] {1}, new double[] {1}, false), new double[] {3}, 0.1, 0, 1);

        assertThat(PolyakClassical.THEOREM
                        .claim()
                        .judge(absolute, GradientMethod::polyak)
                        .measured())
                .isEqualTo(1);
    }

    /** a < 9/8 with one short step of 1/(2a) an epoch: N/X² → −1/(9 − 8a), which is −1/5 for a = ½. */
    @Test
    void oneShortStepAnEpochLandsAtMinusAFifth() {
        Problem problem = Problem.of(new Rosenbrock(0.5), new double[] {0.5, 0.375}, 1, 1, 40);
        double[] landing = {0};
        Rollout.epochs(
                problem,
                GDPolyak::begin,
                (epoch, before, gap, gradient, after) -> landing[0] = Rosenbrock.normal(after) / (after[0] * after[0]));

        assertThat(landing[0]).isCloseTo(-0.2, within(1e-6));
    }

    /** r⁺ = r/2 − 1/(ar) + O(y²): the error over y² settles as y halves. */
    @ParameterizedTest
    @CsvSource({"2, 0.7", "1, -3", "0.5, 5"})
    void theDistanceFromNewtonsMapIsOfSecondOrder(double a, double r) {
        double previous = Double.NaN;
        for (double y = 1.0 / 64; y > 1e-4; y /= 2) {
            Problem at = Problem.of(Separable.ravine(a, 1, 4), new double[] {r * y * y, y}, 0.1, 0, 1);
            double share =
                    PolyakNewtonMap.LIMIT.claim().judge(at, GDPolyak::begin).measured() / (y * y);
            assertThat(Double.isNaN(previous) ? 1 : share / previous).isCloseTo(1, within(0.1));
            previous = share;
        }
    }
}
