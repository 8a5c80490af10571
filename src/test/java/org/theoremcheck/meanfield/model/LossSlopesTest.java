package org.theoremcheck.meanfield.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.util.FastMath;
import org.junit.jupiter.api.Test;

/** Slopes against Commons Math, over all sizes from where functions are linear to where they have long been flat. */
class LossSlopesTest {

    /** Four units in the last place of 1: an exponential, a sum, a quotient and a difference. */
    private static final double ROUNDING = 4 * 0x1p-52;

    @Test
    void theSlopeOfTheLogisticLossIsTheChanceOfAnError() {
        for (int i = -4000; i <= 4000; i++) {
            double r = i * Math.abs(i) * 1e-4 * 0.9876;
            for (int label = -1; label <= 1; label += 2) {
                double[] slope = new Loss.Logistic().slopes(new double[] {r}, new double[] {label});

                assertThat(slope[0]).isCloseTo(-label / (1 + FastMath.exp(label * r)), within(ROUNDING));
            }
        }
    }

    @Test
    void theSlopeOfTheTanhLossIsTheResidualTimesTheRate() {
        for (int i = -4000; i <= 4000; i++) {
            double r = i * Math.abs(i) * 1e-4 * 0.9876;
            double[] slope = Loss.tanh(0).slopes(new double[] {r}, new double[] {0.5});

            double active = FastMath.tanh(r);
            // The rate is 1 − tanh², which doubles the error, and the residual is at most 3/2.
            assertThat(slope[0]).isCloseTo((active - 0.5) * (1 - active * active), within(4 * ROUNDING));
        }
    }
}
