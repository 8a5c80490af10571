package org.theoremcheck.gradients;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.theoremcheck.gradients.log.GradientLog;
import org.theoremcheck.numeric.RandomStream;

/**
 * A log in memory that counts what is read.
 *
 * @param gradients its rows
 * @param byColumn what it says of its order
 * @param reads numbers that were read
 */
record ArrayLog(double[][] gradients, boolean byColumn, AtomicLong reads) implements GradientLog {

    ArrayLog(double[]... gradients) {
        this(gradients, false, new AtomicLong());
    }

    /** Standard normal numbers. */
    static double[][] noise(int rows, int columns) {
        double[][] noise = new double[rows][];
        Arrays.setAll(noise, t -> RankNull.noise(3, columns).apply(t));
        return noise;
    }

    /** Correlated in time, and of different sizes. */
    static ArrayLog drifting(int rows, int columns, boolean byColumn) {
        double[][] gradients = new double[rows][columns];
        for (int t = 0; t < rows; t++) {
            for (int i = 0; i < columns; i++) {
                double fresh = RandomStream.gaussian(RandomStream.key(columns, "row", t), i) / (1 + i % 7);
                gradients[t][i] = (t == 0 ? 0 : 0.6 * gradients[t - 1][i]) + fresh;
            }
        }
        return new ArrayLog(gradients, byColumn, new AtomicLong());
    }

    @Override
    public String name() {
        return "a log";
    }

    @Override
    public int rows() {
        return gradients.length;
    }

    @Override
    public int columns() {
        return gradients[0].length;
    }

    @Override
    public void read(int row, int rows, int column, int columns, double[][] target) {
        for (int r = 0; r < rows; r++) {
            System.arraycopy(gradients[row + r], column, target[r], 0, columns);
        }
        reads.addAndGet((long) rows * columns);
    }

    @Override
    public void close() {}
}
