package org.theoremcheck.meanfield.agreement;

import java.util.Arrays;
import java.util.List;

/**
 * Means of independent vectors, such as the observables of runs or of solutions.
 *
 * @param mean by coordinate
 * @param variance of the mean, by coordinate
 * @param degrees of freedom of the variance; infinite for numbers that are known
 */
record Sample(double[] mean, double[] variance, double degrees) {

    /** Of at least two vectors of one length. */
    static Sample of(List<double[]> vectors) {
        int n = vectors.size();
        double[] mean = new double[vectors.get(0).length];
        for (double[] vector : vectors) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += vector[i] / n;
            }
        }
        double[] variance = new double[mean.length];
        for (double[] vector : vectors) {
            for (int i = 0; i < mean.length; i++) {
                double deviation = vector[i] - mean[i];
                variance[i] += deviation * deviation / (n * (n - 1.0));
            }
        }
        return new Sample(mean, variance, n - 1.0);
    }

    /** Numbers that are known. */
    static Sample known(double[] values) {
        return new Sample(values, new double[values.length], Double.POSITIVE_INFINITY);
    }

    /** These means, as uncertain as others. */
    Sample withErrorsOf(Sample other) {
        return new Sample(mean, other.variance, other.degrees);
    }

    /**
     * The largest score of a difference of means, beyond what is allowed for bias: Welch's test, Bonferroni over the coordinates.
     *
     * @param allowance share of the expected value by which a mean may be off
     */
    double score(Sample expected, double allowance) {
        return Shares.score(ratio(expected, allowance, Shares.OF_MEANS), 1);
    }

    /** The same as a multiple of the critical value of another share of false alarms. */
    double ratio(Sample expected, double allowance, double share) {
        double[] ratios = new double[mean.length];
        for (int i = 0; i < ratios.length; i++) {
            double beyond = Math.abs(mean[i] - expected.mean[i]) - allowance * Math.abs(expected.mean[i]);
            double sum = variance[i] + expected.variance[i];
            double degrees = sum
                    * sum
                    / (variance[i] * variance[i] / this.degrees
                            + expected.variance[i] * expected.variance[i] / expected.degrees);
            ratios[i] = Double.isNaN(beyond)
                    ? Double.POSITIVE_INFINITY
                    : Shares.ofMean(
                            Math.max(0, beyond), sum, Double.isNaN(degrees) ? 1e9 : degrees, ratios.length, share);
        }
        return Arrays.stream(ratios).max().orElse(0);
    }
}
