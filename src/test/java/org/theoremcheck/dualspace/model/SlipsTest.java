package org.theoremcheck.dualspace.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.theoremcheck.dualspace.loss.Loss;
import org.theoremcheck.dualspace.preconditioner.Blockwise;
import org.theoremcheck.dualspace.preconditioner.Preconditioner;
import org.theoremcheck.dualspace.preconditioner.Profile;
import org.theoremcheck.dualspace.preconditioner.Profile.Shape;

/** Each of the wrong optimizers does what it is said to do, by hand. */
class SlipsTest {

    private static final Blockwise UNIT = Blockwise.isotropic(Profile.of(Shape.ABSOLUTE));

    /** X = ((3, 4), (0, 1)), Y = (1, −2) from 0: residuals −1 and 2, G = −(3, 4) + 2(0, 1) = (−3, −2). */
    private static Problem problem(Preconditioner preconditioner, double... steps) {
        return new Problem(
                new double[][] {{3, 4}, {0, 1}},
                0.5,
                6,
                new double[][] {{1}, {-2}},
                new double[2][1],
                Loss.SQUARED,
                preconditioner,
                steps,
                2);
    }

    private static void assertSteps(Optimizer optimizer, double[] first, double[] second) {
        assertThat(optimizer.step(new double[] {-3, -2})).containsExactly(first, within(1e-15));
        assertThat(optimizer.step(new double[] {-3, -2})).containsExactly(second, within(1e-15));
    }

    @Test
    void ascentGoesAgainstEveryStep() {
        assertSteps(Slips.ascent(problem(Blockwise.gradientDescent(), 0.5, -2)), new double[] {-1.5, -1}, new double[] {
            4.5, 3
        });
    }

    @Test
    void everyStepSizeIsAppliedTwice() {
        assertSteps(
                Slips.stepTwice(problem(Blockwise.gradientDescent(), 0.5, -2)),
                new double[] {0.75, 0.5},
                new double[] {12.75, 8.5});
    }

    @Test
    void entriesAreNormalizedInPlaceOfTheNorm() {
        assertSteps(Slips.elementwise(problem(UNIT, 0.5)), new double[] {0.5, 0.5}, new double[] {1, 1});
        assertSteps(
                Slips.signs(problem(Blockwise.gradientDescent(), 0.5)), new double[] {0.5, 0.5}, new double[] {1, 1});
    }

    @Test
    void aPreconditionerIsLeftOut() {
        assertSteps(Slips.plain(problem(UNIT, 0.5)), new double[] {1.5, 1}, new double[] {3, 2});
    }

    /** Unit vectors −(0.6, 0.8) and (0, 1); from (0.3, −0.1) residuals are −0.5 and 1.9, of the same signs. */
    @Test
    void gradientsOfSamplesAreNormalizedBeforeTheyAreSummed() {
        assertSteps(new Slips.PerSample(problem(UNIT, 0.5, 1)), new double[] {0.3, -0.1}, new double[] {0.9, -0.3});
    }
}
