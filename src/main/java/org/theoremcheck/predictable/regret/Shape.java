package org.theoremcheck.predictable.regret;

import org.theoremcheck.claim.Draw;

/** How a sequence of gradients develops in time. Rows are drawn under the name {@code gradient}. */
enum Shape {
    /** Independent standard normals. */
    GAUSSIAN,
    /** Independent signs. */
    SIGNS,
    /** One vector for ever. */
    CONSTANT,
    /** v, −v, v, …: κ of the one-step predictor tends to 4. */
    ALTERNATING,
    /** Sums of independent normals. */
    RANDOM_WALK,
    /** v cos ωt + w sin ωt. */
    SINUSOID,
    /** v for a while, then w, then v again. */
    SWITCHING,
    /** Ratios of normals, cut off at 50 times the usual size. */
    HEAVY_TAILED,
    /** A random multiple of one direction, and a tenth of noise. */
    LOW_RANK;

    /** The rows of a sequence that is repeated cyclically. */
    double[][] rows(Draw in, int rounds, int dimension) {
        return switch (this) {
            case GAUSSIAN -> each(rounds, t -> in.gaussians("gradient", t, dimension));
            case SIGNS -> each(rounds, t -> in.signs("gradient", t, dimension));
            case CONSTANT -> new double[][] {in.gaussians("gradient", 0, dimension)};
            case ALTERNATING -> {
                double[] v = in.gaussians("gradient", 0, dimension);
                yield new double[][] {v, combine(-1, v, 0, v)};
            }
            case RANDOM_WALK -> {
                double[][] rows = each(rounds, t -> in.gaussians("gradient", t, dimension));
                for (int t = 1; t < rounds; t++) {
                    rows[t] = combine(1, rows[t - 1], 1, rows[t]);
                }
                yield rows;
            }
            case SINUSOID -> {
                double[] v = in.gaussians("gradient", 0, dimension);
                double[] w = in.gaussians("gradient", 1, dimension);
                double frequency = in.uniform("frequency", 0.05, 3);
                yield each(rounds, t -> combine(StrictMath.cos(frequency * t), v, StrictMath.sin(frequency * t), w));
            }
            case SWITCHING -> {
                double[] v = in.gaussians("gradient", 0, dimension);
                double[] w = in.gaussians("gradient", 1, dimension);
                int hold = in.integer("hold", 2, 10);
                yield each(rounds, t -> t / hold % 2 == 0 ? v : w);
            }
            case HEAVY_TAILED ->
                each(rounds, t -> {
                    double spread = in.gaussians("spread", t, 1)[0];
                    double[] row = in.gaussians("gradient", t, dimension);
                    return combine(1 / Math.max(Math.abs(spread), 0.02), row, 0, row);
                });
            case LOW_RANK -> {
                double[] v = in.gaussians("direction", 0, dimension);
                yield each(
                        rounds,
                        t -> combine(in.gaussians("weight", t, 1)[0], v, 0.1, in.gaussians("gradient", t, dimension)));
            }
        };
    }

    private static double[][] each(int rounds, java.util.function.IntFunction<double[]> row) {
        double[][] rows = new double[rounds][];
        for (int t = 0; t < rounds; t++) {
            rows[t] = row.apply(t);
        }
        return rows;
    }

    private static double[] combine(double a, double[] x, double b, double[] y) {
        double[] sum = new double[x.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = a * x[i] + b * y[i];
        }
        return sum;
    }
}
