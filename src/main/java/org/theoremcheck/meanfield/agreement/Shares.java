package org.theoremcheck.meanfield.agreement;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.theoremcheck.claim.Test;

/**
 * What the statistical claims about simulations spend, and their tests in one unit: a statistic is scaled so that its own critical value
 * becomes that of a normal one.
 */
final class Shares {

    /** False-alarm share of each experiment that a claim is tried on. */
    static final double FALSE_ALARM = 1e-8;

    /** What the t test of means spends of it. */
    static final double OF_MEANS = 0.9 * FALSE_ALARM;

    /** What the sign test spends. */
    static final double OF_SIGNS = 0.1 * FALSE_ALARM;

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
     * The size of a mean of several over its critical value (Bonferroni), by Student's t: two-sided, with Welch's degrees of freedom where the
     * variances of two means are both estimated.
     *
     * @param share of false alarms
     */
    static double ofMean(double difference, double variance, double degrees, int of, double share) {
        double critical = -new TDistribution(null, degrees).inverseCumulativeProbability(share / (2.0 * of));
        return variance == 0 && difference == 0 ? 0 : Math.abs(difference) / Math.sqrt(variance) / critical;
    }

    /**
     * The score of the sign test: how often runs lie above what is expected, by the coordinate that is furthest from half of them (Bonferroni, two-sided). It
     * needs no law of the runs but a median; runs too few to tell score 0.
     */
    static double ofSigns(List<double[]> runs, double[] expected) {
        int n = runs.size();
        BinomialDistribution law = new BinomialDistribution(null, n, 0.5);
        int critical = n;
        while (2.0 * expected.length * law.cumulativeProbability(n - critical) <= OF_SIGNS) {
            critical--;
        }
        if (critical == n) {
            return 0;
        }
        double furthest = 0;
        for (int i = 0; i < expected.length; i++) {
            int coordinate = i;
            long above = runs.stream()
                    .filter(run -> run[coordinate] > expected[coordinate])
                    .count();
            furthest = Math.max(furthest, Math.abs(above - n / 2.0));
        }
        // The least count that is rejected is one more than the one where the loop stopped.
        return score(furthest, critical + 0.5 - n / 2.0);
    }
}
