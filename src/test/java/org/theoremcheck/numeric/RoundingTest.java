package org.theoremcheck.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoundingTest {

    @Test
    void theUnitIsHalfTheDistanceFromOneToTheNextDouble() {
        assertThat(Rounding.UNIT).isEqualTo(Math.ulp(1.0) / 2);
        assertThat(1 + Rounding.UNIT).isEqualTo(1);
        assertThat(1 + 1.0000001 * Rounding.UNIT).isGreaterThan(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 7, 1000, 1_000_000_007, 1L << 52})
    void gammaIsNuOverOneMinusNu(long n) {
        // n / (2⁵³ − n)
        double exact = new BigFraction(n, (1L << 53) - n).doubleValue();

        assertThat(Rounding.gamma((double) n)).isCloseTo(exact, within(4 * Math.ulp(exact)));
    }

    @Test
    void gammaBoundsTheErrorOfASumThatRoundsAlwaysTheSameWay() {
        // Each addition of 0.75 u rounds up to u: the worst of it is within γ₄.
        double sum = 1;
        for (int i = 0; i < 4; i++) {
            sum += 0.75 * 2 * Rounding.UNIT;
        }
        double exact = 1 + 4 * 0.75 * 2 * Rounding.UNIT;

        assertThat(sum - exact).isPositive().isLessThanOrEqualTo(Rounding.gamma(4) * exact);
    }
}
