package org.theoremcheck.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class ExponentialTest {

    /** Twice the bound: StrictMath is off by less than a unit in the last place itself. */
    private static final double ROUNDING = 8 * Rounding.UNIT;

    @Property
    void equalsTheStandardFunction(@ForAll @DoubleRange(min = -708, max = 0) double x) {
        double exact = StrictMath.exp(x);

        assertThat(Exponential.of(x)).isCloseTo(exact, within(ROUNDING * exact));
    }

    @Test
    void hasItsLimitsAtTheEnds() {
        assertThat(Exponential.of(0)).isOne();
        assertThat(Exponential.of(-0.0)).isOne();
        assertThat(Exponential.of(-1e-300)).isOne();
        assertThat(Exponential.of(-709)).isZero();
        assertThat(Exponential.of(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(Exponential.of(Double.NaN)).isNaN();
    }
}
