package org.theoremcheck.gradients;

import java.util.Arrays;
import java.util.List;
import org.theoremcheck.numeric.Vectors;

/**
 * Some coordinates of the gradients as they pass, oldest first: what each predictor holds of them, and the squares of its errors.
 *
 * <p>Squares of errors are summed for each coordinate, then over coordinates when a window ends, so that no loop waits for the sum
 * before: each is one that the compiler turns into vector instructions; which it does only where all arrays have the same index.
 */
final class Coordinates {

    /** Coordinates that are followed at once: few enough for what is held of them to stay in the cache next to the processor. */
    private static final int STRIP = 256;

    private static final double SLOW = 0.01;
    private static final double FAST = 0.1;

    private final int width;
    private final double[] last;
    private final double[] lastButOne;
    private final double[] fastMean;
    private final double[] slowMean;
    private final double[] total;
    private final double[] oneStep;
    private final double[] trend;
    private final double[] fast;
    private final double[] slow;

    private final WindowErrors errors;

    private int observed;
    private double firstStep;

    Coordinates(int width, int windows) {
        this.width = width;
        this.last = new double[width];
        this.lastButOne = new double[width];
        this.fastMean = new double[width];
        this.slowMean = new double[width];
        this.total = new double[width];
        this.oneStep = new double[width];
        this.trend = new double[width];
        this.fast = new double[width];
        this.slow = new double[width];
        this.errors = new WindowErrors(windows);
    }

    int width() {
        return width;
    }

    /**
     * Takes the next gradients of the same window.
     *
     * @param gradients the rows from, …, to − 1 are taken
     * @param energies what the sums of their squares are added to, from {@code at} on
     */
    void observe(double[][] gradients, int from, int to, double[] energies, int at) {
        int row = from;
        // The trend begins in a way of its own, with the first two gradients.
        for (; row < to && observed < 2; row++) {
            follow(gradients, row, row + 1, energies, at + row - from);
            if (observed == 0) {
                System.arraycopy(last, 0, lastButOne, 0, width);
            } else {
                firstStep = lastStep();
            }
            observed++;
        }
        follow(gradients, row, to, energies, at + row - from);
    }

    private void follow(double[][] gradients, int from, int to, double[] energies, int at) {
        double[] before = lastButOne;
        double[] now = last;
        for (int start = 0; start < width; start += STRIP) {
            int end = Math.min(width, start + STRIP);
            before = lastButOne;
            now = last;
            for (int row = from; row < to; row++) {
                double[] next = gradients[row];
                energies[at + row - from] += squares(next, start, end);
                predict(before, now, next, start, end);
                before = now;
                now = next;
            }
        }
        System.arraycopy(before, 0, lastButOne, 0, width);
        System.arraycopy(now, 0, last, 0, width);
    }

    private void predict(double[] before, double[] now, double[] next, int from, int to) {
        for (int i = from; i < to; i++) {
            double step = next[i] - now[i];
            double bend = step - (now[i] - before[i]);
            oneStep[i] += step * step;
            trend[i] += bend * bend;
            total[i] += next[i];
        }
        average(fastMean, fast, FAST, next, from, to);
        average(slowMean, slow, SLOW, next, from, to);
    }

    private static void average(double[] mean, double[] squares, double share, double[] gradient, int from, int to) {
        for (int i = from; i < to; i++) {
            double error = gradient[i] - mean[i];
            squares[i] += error * error;
            mean[i] += share * error;
        }
    }

    private static double squares(double[] numbers, int from, int to) {
        // Four sums, so that none waits for the one before.
        double first = 0;
        double second = 0;
        double third = 0;
        double fourth = 0;
        int i = from;
        for (; i + 3 < to; i += 4) {
            first += numbers[i] * numbers[i];
            second += numbers[i + 1] * numbers[i + 1];
            third += numbers[i + 2] * numbers[i + 2];
            fourth += numbers[i + 3] * numbers[i + 3];
        }
        for (; i < to; i++) {
            first += numbers[i] * numbers[i];
        }
        return (first + second) + (third + fourth);
    }

    /** Ends a window. */
    void close(int window) {
        double steps = 0;
        double bends = 0;
        double fastErrors = 0;
        double slowErrors = 0;
        for (int i = 0; i < width; i++) {
            steps += oneStep[i];
            bends += trend[i];
            fastErrors += fast[i];
            slowErrors += slow[i];
        }
        errors.of(HistoryPredictor.ONE_STEP)[window] = steps;
        errors.of(HistoryPredictor.TREND)[window] = bends;
        errors.of(HistoryPredictor.EMA_9)[window] = fastErrors;
        errors.of(HistoryPredictor.EMA_99)[window] = slowErrors;
        for (double[] squares : List.of(oneStep, trend, fast, slow)) {
            Arrays.fill(squares, 0);
        }
    }

    /**
     * What the predictors did on these coordinates.
     *
     * @param errors Σ‖gₜ − mₜ‖² by predictor and closed window; without those of the zero predictor, which are the energies
     * @param firstStep ‖g₁ − g₀‖²
     * @param lastStep ‖g_T − g_T₋₁‖²
     * @param totalSquared ‖Σ gₜ‖²
     */
    record Sums(WindowErrors errors, double firstStep, double lastStep, double totalSquared) {}

    /** Of all that have passed. */
    Sums sums() {
        return new Sums(errors, firstStep, lastStep(), Vectors.squaredNorm(total));
    }

    private double lastStep() {
        return Vectors.squaredDistance(last, lastButOne);
    }
}
