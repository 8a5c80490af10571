package org.theoremcheck.predictable.projection;

import java.util.function.ToDoubleFunction;
import org.theoremcheck.claim.Test;

/**
 * A mean that leaves its expectation by more than √(2vx) + cx with probability at most e^−x on each side, whatever the sample size. Of
 * independent numbers at most b above and below their mean, n of them, v is the variance of their mean and c = b/(3n) (Bernstein); of Σ aⱼχ²₁,
 * v = 2 Σ aⱼ² and c = 2 max aⱼ (Laurent and Massart).
 *
 * @param variance v
 * @param scale c
 * @param bias what is allowed on top, for the mean of a quantity cut off
 */
record TailBound(double variance, double scale, double bias) {

    private static final double FALSE_ALARM = 1e-9;

    /** In standard errors: a shift that is missed with probability 6 · 10⁻¹⁰. */
    private static final double SMALLEST_EFFECT = 12.3;

    private static final double CRITICAL = new Test<Object>("", any -> 0, FALSE_ALARM, SMALLEST_EFFECT).critical();

    /** The deviation exceeded, on either side together, no more often than a test may raise a false alarm. */
    double deviation() {
        double x = -StrictMath.log(FALSE_ALARM / 2);
        return Math.sqrt(2 * variance * x) + scale * x + bias;
    }

    /** How far off a mean is, in units that reach the critical value at the {@link #deviation}; less than standard errors. */
    double score(double mean, double expected) {
        return CRITICAL * (mean - expected) / deviation();
    }

    /** A test of such a score. */
    static <E> Test<E> test(String statistic, ToDoubleFunction<E> score) {
        return new Test<>(statistic, score, FALSE_ALARM, SMALLEST_EFFECT);
    }
}
