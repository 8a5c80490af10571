package org.theoremcheck.quartic.longstep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.theoremcheck.claim.Setting;
import org.theoremcheck.claim.Subject;
import org.theoremcheck.quartic.descent.Descender;
import org.theoremcheck.quartic.descent.Problem;
import org.theoremcheck.quartic.longstep.RosenbrockClosedForms.Deviation;
import org.theoremcheck.quartic.objective.Rosenbrock;

/** The referee of the closed forms, shown runs that follow them, but for one epoch. */
class ClosedFormsTest {

    private static final Setting<Problem, Descender, Deviation> SETTING =
            RosenbrockClosedForms.THEOREM.claim().setting();
    private static final double STIFFNESS = 4;

    /** x before a long step and after it, and y so that n/x⁴ or N/X² are what they should be, times a factor. */
    private static double[] point(double x, boolean before, double factor) {
        double square = x * x;
        return new double[] {x, square + factor * (before ? 4 / STIFFNESS * square * square : -square / 9)};
    }

    /** Ten epochs of one short and one long step along the closed forms; at the one given, factors on n, N and x. */
    private static Deviation play(int epoch, double normal, double landing, double along) {
        Subject<Problem, Descender> script = problem -> {
            int[] updates = {0};
            return (excess, gradient) -> {
                int update = updates[0]++;
                int at = update / 2;
                double x = -0.004 * Math.pow(0.75, at) * (at == epoch ? along : 1);
                return update % 2 == 0
                        ? point(x, true, at == epoch ? normal : 1)
                        : point(0.75 * x, false, at == epoch ? landing : 1);
            };
        };
        Problem problem = Problem.of(new Rosenbrock(STIFFNESS), new double[] {-0.004, 0}, 0.1, 1, 10);
        return SETTING.referee().play(problem, script);
    }

    /** The last six epochs of ten are the fourth to the ninth, counted from 0. */
    @ParameterizedTest
    @CsvSource({"0, false", "3, false", "4, true", "7, true", "9, true"})
    void onlyTheLastSixEpochsCount(int epoch, boolean counts) {
        Deviation high = play(epoch, 1.2, 1.1, 1);
        Deviation low = play(epoch, 0.8, 0.9, 1);

        assertThat(high.manifold()).isCloseTo(counts ? 0.2 : 0, within(1e-4));
        assertThat(high.landing()).isCloseTo(counts ? 0.1 : 0, within(1e-4));
        assertThat(low.manifold()).isCloseTo(counts ? 0.2 : 0, within(1e-4));
        assertThat(low.landing()).isCloseTo(counts ? 0.1 : 0, within(1e-4));
        assertThat(high.ratios()).isLessThan(1e-4);
        assertThat(high.margin()).isCloseTo(counts ? -19 : 1, within(0.05));
    }

    /** A tenth more of x is 1.1⁴ of the gap, to which the next epoch is compared too. */
    @ParameterizedTest
    @CsvSource({"2, 0", "3, 0.31699", "4, 0.4641", "9, 0.4641"})
    void theEpochBeforeThemIsComparedWith(int epoch, double deviation) {
        assertThat(play(epoch, 1, 1, 1.1).ratios()).isCloseTo(deviation, within(1e-4));
    }

    /** Margins are 1 at no deviation and 0 at the tolerance, by the worst of three. */
    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 1",
        "0.01, 0, 0, 0",
        "0, 0.02, 0, 0",
        "0, 0, 0.005, 0",
        "0.005, 0, 0, 0.5",
        "0, 0.005, 0, 0.75",
        "0.002, 0, 0.003, 0.4",
        "0.03, 0, 0, -2"
    })
    void tolerancesAreOneTwoAndHalfAPerCent(double manifold, double landing, double ratios, double margin) {
        assertThat(new Deviation(manifold, landing, ratios).margin()).isCloseTo(margin, within(1e-14));
    }

    /** a = 4.5 and μ = ½: 100 · 2aμ^K/9 is 100/2^K, and x² falls by 9/16 an epoch. */
    @ParameterizedTest
    @CsvSource({
        "10, 1, 0",
        "10, 2, 0.3",
        "11, 1, 0.16666666666666666",
        "9, 1, -0.16666666666666666",
        "2, 1000, 0",
        "1, 1000, -1"
    })
    void enoughShortStepsLeaveAHundredthOfTheThreshold(int shortSteps, double factor, double margin) {
        double x = factor * Math.sqrt(100.0 / 1024 * 256 / 81);
        Problem problem = Problem.of(new Rosenbrock(4.5), new double[] {x, 0}, 0.5 / 9, shortSteps, 2);

        assertThat(SETTING.hypotheses().get(0).margin().applyAsDouble(problem)).isCloseTo(margin, within(1e-14));
    }
}
