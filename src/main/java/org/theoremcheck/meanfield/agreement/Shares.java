package org.theoremcheck.meanfield.agreement;

import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.distribution.TDistribution;
import org.theoremcheck.claim.Test;

/**
 * What the statistical claims about simulations spend, and their tests in one unit: a statistic is scaled so that its own critical value
 * becomes that of a normal one.
 */
final class Shares {

    /** False-alarm share of each experiment that a claim is tried on. */
    static final double FALSE_ALARM = 1e-8;

    /** Missed with probability 4 · 10⁻⁹; every control is seen with more. */
    static final double SMALLEST_EFFECT = 11.5;

    /** Standard errors that a known error may be off by, with a probability far below the share. */
    static final double ERRORS = 6.5;

    private static final double CRITICAL = new Test<Object>("", any -> 0, FALSE_ALARM, SMALLEST_EFFECT).critical();

    private Shares() {}

    /** A test of a score. */
    static <E> Test<E> test(String statistic, ToDoubleFunction<E> score) {
        return new Test<>(statistic, score, FALSE_ALARM, SMALLEST_EFFECT);
    }

    /** The score of a statistic that a true claim exceeds with the false-alarm share at most at the critical value given. */
    static double score(double statistic, double critical) {
        return CRITICAL * statistic / critical;
    }

    /**
     * The score of a mean of several (Bonferroni), by Student's t: two-sided, with Welch's degrees of freedom where the variances of two means are
     * both estimated.
     */
    static double ofMean(double difference, double variance, double degrees, int of) {
        double critical = -new TDistribution(null, degrees).inverseCumulativeProbability(FALSE_ALARM / (2.0 * of));
        return variance == 0 && difference == 0 ? 0 : score(Math.abs(difference) / Math.sqrt(variance), critical);
    }
}
