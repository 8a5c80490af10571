package org.theoremcheck.meanfield.limit;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.theoremcheck.meanfield.model.StartLaw;

/**
 * The law of one coordinate of a linear combination of weights and signal: half N(μ, s²) and half N(−μ, s²), which is a Gaussian for μ = 0.
 *
 * @param offset μ ≥ 0
 * @param deviation s &gt; 0
 */
public record CoordinateLaw(double offset, double deviation) {

    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

    /** The law of θ_k, for one unit. */
    public static CoordinateLaw at(MeanField solution, int step) {
        double variance = solution.covariance(step, step);
        if (solution.model().start() instanceof StartLaw.Signs signs) {
            double offset = Math.abs(solution.fromStart()[step][0] * signs.size());
            return new CoordinateLaw(offset, Math.sqrt(variance - offset * offset));
        }
        return gaussian(variance);
    }

    /** N(0, variance). */
    public static CoordinateLaw gaussian(double variance) {
        return new CoordinateLaw(0, Math.sqrt(variance));
    }

    /** E x². */
    public double secondMoment() {
        return offset * offset + deviation * deviation;
    }

    /**
     * The Wasserstein distance W₂ of the law to a sample, exactly: with the parts mᵢ = ∫ x dF between the quantiles of (i−1)/N and i/N,
     * W₂² = mean x² + E x² − 2 Σ x₍ᵢ₎ mᵢ. In O(N log N).
     *
     * @param sorted the sample in increasing order
     */
    public double distance(double[] sorted) {
        int n = sorted.length;
        double squares = 0;
        for (double x : sorted) {
            squares += x * x;
        }
        double products = 0;
        double before = 0;
        double quantile = Double.NEGATIVE_INFINITY;
        // The law is symmetric: m of the i-th from above is −m of the i-th from below, and 0 in the middle.
        for (int i = 0; i < n / 2; i++) {
            quantile = quantile((i + 1.0) / n, quantile);
            double below = meanBelow(quantile);
            products += (sorted[i] - sorted[n - 1 - i]) * (below - before);
            before = below;
        }
        return Math.sqrt(Math.max(0, squares / n + secondMoment() - 2 * products));
    }

    /** F⁻¹(p); for two Gaussians by Newton's method from an earlier quantile, or from μ where there is none. */
    private double quantile(double p, double earlier) {
        if (offset == 0) {
            return deviation * NORMAL.inverseCumulativeProbability(p);
        }
        double low = -offset + deviation * NORMAL.inverseCumulativeProbability(p);
        double high = offset + deviation * NORMAL.inverseCumulativeProbability(p);
        double x = Math.max(earlier, low);
        while (high - low > 1e-12 * (offset + deviation)) {
            double excess = (cumulative(x, offset) + cumulative(x, -offset)) / 2 - p;
            if (excess > 0) {
                high = x;
            } else {
                low = x;
            }
            double newton = x - excess / ((density(x, offset) + density(x, -offset)) / (2 * deviation));
            double next = newton > low && newton < high ? newton : (low + high) / 2;
            if (Math.abs(next - x) <= 1e-13 * (offset + deviation)) {
                return next;
            }
            x = next;
        }
        return x;
    }

    /** ∫ x dF up to x. */
    private double meanBelow(double x) {
        double drift = offset == 0 ? 0 : offset * (cumulative(x, offset) - cumulative(x, -offset)) / 2;
        return drift - deviation * (density(x, offset) + density(x, -offset)) / 2;
    }

    private double cumulative(double x, double mean) {
        return NORMAL.cumulativeProbability((x - mean) / deviation);
    }

    /** Of (x − mean)/s. */
    private double density(double x, double mean) {
        return NORMAL.density((x - mean) / deviation);
    }
}
