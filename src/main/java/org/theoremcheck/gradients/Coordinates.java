package org.theoremcheck.gradients;

import java.util.Arrays;

/**
 * A few coordinates of the gradients as they pass, oldest first: what each predictor holds of them, and the squares of its errors.
 *
 * <p>Squares are summed for each coordinate, then over coordinates when a window ends, so that no loop waits for the sum before: each
 * is one that the compiler turns into vector instructions; which it does only where all arrays have the same index.
 */
final class Coordinates {

    /** Small enough for all arrays to stay in the cache that is next to the processor. */
    static final int MOST = 512;

    private static final int TOGETHER = 4;
    private static final double SLOW = 0.01;
    private static final double FAST = 0.1;

    private final int width;
    private final double[][] numbers;
    private final double[] last;
    private final double[] increment;
    private final double[] fastMean;
    private final double[] slowMean;
    private final double[] total;
    private final double[] oneStep;
    private final double[] trend;
    private final double[] fast;
    private final double[] slow;

    private final WindowErrors errors;

    private long observed;
    private double firstStep;

    Coordinates(int width, int windows) {
        this.width = width;
        this.numbers = new double[TOGETHER][width];
        this.last = new double[width];
        this.increment = new double[width];
        this.fastMean = new double[width];
        this.slowMean = new double[width];
        this.total = new double[width];
        this.oneStep = new double[width];
        this.trend = new double[width];
        this.fast = new double[width];
        this.slow = new double[width];
        this.errors = new WindowErrors(windows);
    }

    /**
     * Takes the next gradients of the same window.
     *
     * @param gradients holds the first from an offset on, and each other a stride behind the one before
     * @param rows how many
     * @param energies where the sums of their squares go, from {@code at} on
     */
    void observe(double[] gradients, int offset, int stride, int rows, double[] energies, int at) {
        int row = 0;
        while (row < rows) {
            // The trend begins in a way of its own, with the first two gradients.
            int together = observed < 2 || rows - row < TOGETHER ? 1 : TOGETHER;
            for (int r = 0; r < together; r++) {
                System.arraycopy(gradients, offset + (row + r) * stride, numbers[r], 0, width);
                energies[at + row + r] = squares(numbers[r]);
            }
            if (together == 1) {
                observe(numbers[0]);
            } else {
                observe(numbers[0], numbers[1], numbers[2], numbers[3]);
            }
            row += together;
        }
    }

    private void observe(double[] gradient) {
        for (int i = 0; i < width; i++) {
            double step = gradient[i] - last[i];
            double bend = step - increment[i];
            oneStep[i] += step * step;
            trend[i] += bend * bend;
            last[i] = gradient[i];
            increment[i] = step;
            total[i] += gradient[i];
        }
        average(fastMean, fast, FAST, gradient);
        average(slowMean, slow, SLOW, gradient);
        if (observed == 0) {
            // The trend begins as the one step does.
            Arrays.fill(increment, 0);
        } else if (observed == 1) {
            firstStep = squares(increment);
        }
        observed++;
    }

    private void average(double[] mean, double[] squares, double share, double[] gradient) {
        for (int i = 0; i < width; i++) {
            double error = gradient[i] - mean[i];
            squares[i] += error * error;
            mean[i] += share * error;
        }
    }

    /** The same for four gradients: what is held is loaded and stored once for all of them. */
    private void observe(double[] first, double[] second, double[] third, double[] fourth) {
        for (int i = 0; i < width; i++) {
            double one = first[i] - last[i];
            double two = second[i] - first[i];
            double three = third[i] - second[i];
            double four = fourth[i] - third[i];
            oneStep[i] += one * one + two * two + three * three + four * four;
        }
        for (int i = 0; i < width; i++) {
            double one = first[i] - last[i];
            double two = second[i] - first[i];
            double three = third[i] - second[i];
            double four = fourth[i] - third[i];
            double bendOne = one - increment[i];
            double bendTwo = two - one;
            double bendThree = three - two;
            double bendFour = four - three;
            trend[i] += bendOne * bendOne + bendTwo * bendTwo + bendThree * bendThree + bendFour * bendFour;
            increment[i] = four;
            last[i] = fourth[i];
        }
        for (int i = 0; i < width; i++) {
            total[i] += first[i] + second[i] + third[i] + fourth[i];
        }
        average(fastMean, fast, FAST, first, second, third, fourth);
        average(slowMean, slow, SLOW, first, second, third, fourth);
        observed += TOGETHER;
    }

    private void average(
            double[] mean,
            double[] squares,
            double share,
            double[] first,
            double[] second,
            double[] third,
            double[] fourth) {
        for (int i = 0; i < width; i++) {
            double before = mean[i];
            double one = first[i] - before;
            before += share * one;
            double two = second[i] - before;
            before += share * two;
            double three = third[i] - before;
            before += share * three;
            double four = fourth[i] - before;
            squares[i] += one * one + two * two + three * three + four * four;
            mean[i] = before + share * four;
        }
    }

    private static double squares(double[] numbers) {
        // Four sums, so that none waits for the one before.
        double first = 0;
        double second = 0;
        double third = 0;
        double fourth = 0;
        int i = 0;
        for (; i + 3 < numbers.length; i += 4) {
            first += numbers[i] * numbers[i];
            second += numbers[i + 1] * numbers[i + 1];
            third += numbers[i + 2] * numbers[i + 2];
            fourth += numbers[i + 3] * numbers[i + 3];
        }
        for (; i < numbers.length; i++) {
            first += numbers[i] * numbers[i];
        }
        return (first + second) + (third + fourth);
    }

    /** Ends a window. */
    void close(int window) {
        errors.of(HistoryPredictor.ONE_STEP)[window] = drain(oneStep);
        errors.of(HistoryPredictor.TREND)[window] = drain(trend);
        errors.of(HistoryPredictor.EMA_9)[window] = drain(fast);
        errors.of(HistoryPredictor.EMA_99)[window] = drain(slow);
    }

    /** Σ‖gₜ − mₜ‖² by predictor and closed window; without those of the zero predictor, which are the energies. */
    WindowErrors errors() {
        return errors;
    }

    /** ‖g₁ − g₀‖². */
    double firstStep() {
        return firstStep;
    }

    /** ‖g_T − g_T₋₁‖². */
    double lastStep() {
        return squares(increment);
    }

    /** ‖Σ gₜ‖². */
    double totalSquared() {
        return squares(total);
    }

    private static double drain(double[] squares) {
        double sum = 0;
        for (double square : squares) {
            sum += square;
        }
        Arrays.fill(squares, 0);
        return sum;
    }
}
