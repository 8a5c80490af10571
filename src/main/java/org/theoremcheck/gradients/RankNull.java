package org.theoremcheck.gradients;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.theoremcheck.numeric.RandomStream;
import org.theoremcheck.numeric.Vectors;

/**
 * What r* is where time means nothing: for white noise of the same size, and for the gradients themselves in random order. Differencing
 * alone compresses either, so that a small r* is no evidence of structure in time unless it lies below these.
 *
 * @param mean r*(ε) on average over the draws, by ε
 * @param spectrum σᵢ²/Σσⱼ² on average over the draws
 */
record RankNull(double[] mean, double[] spectrum) {

    private static final int MOST_DRAWS = 10;

    /** Multiplications that a null may cost. */
    private static final double EFFORT = 2e9;

    private static final long KEY = RandomStream.key(260104270, "rank null", 0);

    /** Of independent standard normal numbers. */
    static RankNull noise(int rows, int width, List<Double> shares, Workers workers) {
        return of(rows, width, shares, workers, draw -> noise(RandomStream.key(KEY, "noise", draw), width));
    }

    /** Of gradients in random order. */
    static RankNull shuffled(double[][] gradients, List<Double> shares, Workers workers) {
        return of(gradients.length, gradients[0].length, shares, workers, draw -> shuffled(gradients, draw));
    }

    /** Rows of standard normal numbers, all in the same array. */
    static IntFunction<double[]> noise(long key, int width) {
        double[] numbers = new double[width];
        return row -> {
            long rowKey = RandomStream.key(key, "row", row);
            Arrays.setAll(numbers, i -> RandomStream.gaussian(rowKey, i));
            return numbers;
        };
    }

    private static IntFunction<double[]> shuffled(double[][] gradients, int draw) {
        long key = RandomStream.key(KEY, "shuffle", draw);
        double[][] order = gradients.clone();
        for (int i = order.length - 1; i > 0; i--) {
            int j = RandomStream.below(key, i, i + 1);
            double[] last = order[i];
            order[i] = order[j];
            order[j] = last;
        }
        return t -> order[t];
    }

    private static RankNull of(
            int rows, int width, List<Double> shares, Workers workers, IntFunction<IntFunction<double[]>> sample) {
        // A Gram matrix takes order² · longer side multiplications, its eigenvalues about 10 order³.
        double order = Math.min(rows, width);
        double cost = order * order * (Math.max(rows, width) + 10 * order);
        int draws = (int) Math.max(1, Math.min(MOST_DRAWS, EFFORT / cost));
        double[] mean = new double[shares.size()];
        double[] fractions = new double[Math.min(rows - 1, width)];
        for (int draw = 0; draw < draws; draw++) {
            Spectrum spectrum = Spectrum.of(rows, width, sample.apply(draw), workers);
            for (int i = 0; i < mean.length; i++) {
                mean[i] += spectrum.rank(shares.get(i));
            }
            double[] drawn = spectrum.fractions();
            for (int i = 0; i < fractions.length; i++) {
                fractions[i] += drawn[i];
            }
        }
        return new RankNull(Vectors.map(mean, sum -> sum / draws), Vectors.map(fractions, sum -> sum / draws));
    }
}
