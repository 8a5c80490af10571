package org.theoremcheck.predictable.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.special.Gamma;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.theoremcheck.claim.Verdict;

class TailBoundTest {

    private static final double SHARE = 1e-9;

    /** χ²ₙ by the incomplete gamma function: the bound is never exceeded too often, and costs less than a half of the deviation. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 16, 256, 4000, 320_000})
    void chiSquaredLeavesTheDeviationNoMoreOftenThanTheShare(int n) {
        double deviation = new TailBound(2.0 * n, 2, 0).deviation();

        assertThat(outside(n, deviation)).isLessThan(SHARE);
        assertThat(outside(n, deviation / 1.6)).isGreaterThan(SHARE);
    }

    private static double outside(int n, double deviation) {
        double low = deviation < n ? Gamma.regularizedGammaP(n / 2.0, (n - deviation) / 2) : 0;
        return low + Gamma.regularizedGammaQ(n / 2.0, (n + deviation) / 2);
    }

    /** Binomial tails by the incomplete beta function. */
    @ParameterizedTest
    @CsvSource({"1000, 0.257", "1000, 1e-6", "1000, 0.5", "50, 0.1", "20000, 0.01"})
    void aShareLeavesTheDeviationNoMoreOftenThanTheShare(int n, double p) {
        double deviation = new TailBound(p * (1 - p) / n, 1 / (3.0 * n), 0).deviation();
        int above = (int) Math.ceil(n * (p + deviation));
        int below = (int) Math.floor(n * (p - deviation));
        double high = above > n ? 0 : Beta.regularizedBeta(p, above, n - above + 1.0);
        double low = below < 0 ? 0 : 1 - Beta.regularizedBeta(p, below + 1.0, n - below);

        assertThat(high + low).isLessThan(SHARE);
    }

    @Test
    void aScoreReachesTheCriticalValueAtTheDeviation() {
        TailBound bound = new TailBound(0.01, 0.001, 0.0005);
        var test = TailBound.<Double>test("Z", mean -> bound.score(mean, 3));

        assertThat(test.critical()).isCloseTo(6.1094, within(1e-4));
        assertThat(test.judge(3 + 0.999 * bound.deviation()).verdict()).isEqualTo(Verdict.HOLDS);
        assertThat(test.judge(3 + 1.001 * bound.deviation()).verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(test.judge(3 - 1.001 * bound.deviation()).verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(test.miss()).isLessThan(1e-9);
    }

    @Test
    void unitsAreLargerThanStandardErrors() {
        assertThat(new TailBound(1, 0, 0).score(1, 0)).isBetween(0.9, 1.0);
    }
}
