package org.theoremcheck.dualspace.descent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.theoremcheck.dualspace.Sizes;
import org.theoremcheck.dualspace.loss.Loss;
import org.theoremcheck.dualspace.model.DualSpaceDescent;
import org.theoremcheck.dualspace.model.Problem;
import org.theoremcheck.dualspace.model.Rollout;
import org.theoremcheck.dualspace.preconditioner.Blockwise;
import org.theoremcheck.dualspace.preconditioner.RightMultiplication;
import org.theoremcheck.numeric.Rounding;

/** What the referee sees of a step, and its bounds on rounding, in other units and at other sizes. */
class DescentMeterTest {

    /** Features in units of a, labels in units of b, and ∇K in units of p: all powers of two. */
    private static List<Descent> run(Loss loss, double a, double b, double p) {
        Problem open = new Problem(
                new double[][] {{a, 0.5 * a, -0.25 * a}, {0.3 * a, -a, 0.7 * a}},
                0.9 * a,
                1.4 * a,
                new double[][] {{b, -2 * b}, {0.3 * b, 1.7 * b}},
                new double[][] {{b / a, 0}, {-b / a, 0.6 * b / a}, {0.1 * b / a, b / a}},
                loss,
                new RightMultiplication(new double[][] {{2 * p, p}, {p, 2 * p}}, p, 3 * p),
                new double[] {1},
                3);
        Problem problem = open.with(0.75 / open.constants().lipschitzStep(open));
        List<Descent> seen = new ArrayList<>();
        DescentMeter meter = new DescentMeter(problem);
        Rollout.play(problem, DualSpaceDescent::new, problem, step -> seen.add(meter.read(step)));
        return seen;
    }

    private static double[] energies(Descent step) {
        return new double[] {
            step.lossBefore(),
            step.lossAfter(),
            step.eta() * step.inner(),
            step.eta() * step.dualBefore(),
            step.eta() * step.dualAfter(),
            step.coCoercivity(),
            step.excess(),
            step.rounding(),
            step.accumulated(),
            step.magnitude()
        };
    }

    @ParameterizedTest
    @CsvSource({"SQUARED, 2", "QUARTIC, 4"})
    void inOtherUnitsEverythingIsTheSameNumber(Loss loss, int degree) {
        List<Descent> one = run(loss, 1, 1, 1);
        for (double[] units : new double[][] {{8, 1, 1}, {1, 0x1p-5, 1}, {1, 1, 16}, {0.25, 4, 2}}) {
            List<Descent> other = run(loss, units[0], units[1], units[2]);
            for (int t = 0; t < one.size(); t++) {
                double[] expected = energies(one.get(t));
                for (int i = 0; i < expected.length; i++) {
                    expected[i] *= Math.pow(units[1], degree);
                }
                assertThat(energies(other.get(t))).containsExactly(expected);
                assertThat(other.get(t).stepRounding()).isEqualTo(one.get(t).stepRounding() * units[1] / units[0]);
                assertThat(other.get(t).theta()).isEqualTo(one.get(t).theta());
                assertThat(other.get(t).rate()).isEqualTo(one.get(t).rate());
                assertThat(other.get(t).rateWithoutDesign())
                        .isEqualTo(one.get(t).rateWithoutDesign());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1, 1500", "24, 25, 2, 100"})
    void noBoundOnRoundingShrinksWhereWhatIsRoundedGrows(int samples, int dimension, int outputs, int tries) {
        Sizes.assertNoneShrinks(tries, sizes -> {
            Problem problem = Sizes.problem(samples, dimension, outputs, sizes);
            Descent step = new DescentMeter(problem).read(Sizes.step(problem, sizes));
            return new double[] {step.rounding(), step.stepRounding()};
        });
    }

    /** Whatever is computed is off by a rounding of itself. */
    @Test
    void noBoundIsLessThanOneRoundingOfWhatIsComputed() {
        for (double[] sizes : Sizes.many(1000)) {
            Descent step = read(sizes);
            assertThat(step.rounding() / Rounding.UNIT)
                    .isGreaterThanOrEqualTo(step.lossBefore())
                    .isGreaterThanOrEqualTo(step.lossAfter())
                    .isGreaterThanOrEqualTo(step.eta() * step.dualBefore())
                    .isGreaterThanOrEqualTo(step.eta() * step.dualAfter())
                    .isGreaterThanOrEqualTo(step.eta() * step.inner())
                    .isGreaterThanOrEqualTo(step.slopeMove())
                    .isGreaterThanOrEqualTo(sizes[8] * (sizes[3] + sizes[7]))
                    .isGreaterThanOrEqualTo(step.eta() * sizes[5] * (sizes[5] + sizes[9]));
            assertThat(step.stepRounding() / Rounding.UNIT)
                    .isGreaterThanOrEqualTo(sizes[6])
                    .isGreaterThanOrEqualTo(step.eta() * sizes[5]);
        }
    }

    @Test
    void everyPartIsRounded() {
        Sizes.assertGrowsWith(sizes -> read(sizes).rounding(), 0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        // η, Y, and the point and what follows from it before, and the point after.
        Sizes.assertGrowsWith(sizes -> read(sizes).stepRounding(), 0, 1, 2, 4, 5, 6);
    }

    private static Descent read(double[] sizes) {
        Problem problem = Sizes.problem(1, 1, 1, sizes);
        return new DescentMeter(problem).read(Sizes.step(problem, sizes));
    }

    /** Of gradient descent on a squared loss it is θ(2 − θ), which a smaller σₙ does not change. */
    @ParameterizedTest
    @CsvSource({"1", "0.5", "0.125"})
    void theRateWithoutTheDesignIsThatOfOneSingularValue(double smallest) {
        Problem problem = new Problem(
                new double[][] {{1, 0}, {0, smallest}},
                smallest,
                1,
                new double[2][1],
                new double[][] {{1}, {1}},
                Loss.SQUARED,
                Blockwise.gradientDescent(),
                new double[] {0.5},
                1);
        List<Descent> seen = new ArrayList<>();
        Rollout.play(problem, DualSpaceDescent::new, problem, step -> seen.add(new DescentMeter(problem).read(step)));

        assertThat(seen.get(0).rateWithoutDesign()).isCloseTo(0.75, Percentage.withPercentage(1e-9));
        assertThat(seen.get(0).rate()).isCloseTo(0.75 * smallest * smallest, Percentage.withPercentage(1e-9));
    }
}
