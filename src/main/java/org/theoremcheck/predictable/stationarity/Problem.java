package org.theoremcheck.predictable.stationarity;

import org.theoremcheck.numeric.Vectors;
import org.theoremcheck.predictable.predictor.Predictor;

/**
 * A function to descend on, with everything that a run needs.
 *
 * @param objective F
 * @param infimum F_*, a lower bound of F
 * @param start θ₀
 * @param step η
 * @param proxy makes the directions mₜ
 * @param rounds T ≥ 1
 * @param balance a &gt; 0, how Young's inequality balances gradients against proxy errors in {@link StationarityExtendedStep}; the other
 *     theorems have no use for it
 */
public record Problem(
        Objective objective, double infimum, double[] start, double step, Proxy proxy, int rounds, double balance) {

    /**
     * A problem.
     *
     * @throws IllegalArgumentException if the parts do not fit together
     */
    public Problem {
        if (!Vectors.finite(start)) {
            throw new IllegalArgumentException("the start is a finite vector");
        }
        if (!Double.isFinite(step) || !Double.isFinite(infimum) || !Double.isFinite(balance)) {
            throw new IllegalArgumentException("step, infimum and balance are finite numbers");
        }
        if (rounds < 1) {
            throw new IllegalArgumentException("a problem has at least one round, got " + rounds);
        }
        fits("objective", objective.dimension(), start.length);
        if (proxy instanceof Proxy.History history) {
            if (history.first().length > 0) {
                given("first proxy", history.first(), start.length);
            }
            if (history.predictor() instanceof Predictor.Announced announced) {
                for (double[] hint : announced.hints()) {
                    given("announced proxy", hint, start.length);
                }
            }
        }
        if (proxy instanceof Proxy.Noisy noisy) {
            for (double[] row : noisy.noise()) {
                given("noise", row, start.length);
            }
        }
    }

    private static void given(String what, double[] v, int dimension) {
        fits(what, v.length, dimension);
        if (!Vectors.finite(v)) {
            throw new IllegalArgumentException("the " + what + " is a finite vector");
        }
    }

    private static void fits(String what, int dimension, int expected) {
        if (dimension != expected) {
            throw new IllegalArgumentException(
                    "the %s has dimension %d, the start has %d".formatted(what, dimension, expected));
        }
    }

    /** The same problem with another lower bound. */
    Problem above(double otherInfimum) {
        return new Problem(objective, otherInfimum, start, step, proxy, rounds, balance);
    }

    /** The same problem with another a. */
    Problem balanced(double otherBalance) {
        return new Problem(objective, infimum, start, step, proxy, rounds, otherBalance);
    }

    /** d. */
    int dimension() {
        return start.length;
    }

    /** L η, rounded once. */
    double relativeStep() {
        return objective.smoothness() * step;
    }

    /**
     * What gradients are measured in: 1 unless squares would be near the ends of the doubles; then the power of two below the largest
     * entry of ∇F(θ₀) and of all proxies given in advance.
     */
    double unit() {
        double[] gradient = new double[dimension()];
        objective.gradient(start, gradient);
        double size = proxy.size();
        for (double entry : gradient) {
            size = Math.max(size, Math.abs(entry));
        }
        // One ulp is 2⁻⁵² of the power of two below; of a subnormal number it is that of the smallest normal one.
        return size == 0 || (size > 0x1p-256 && size < 0x1p256) ? 1 : 0x1p52 * Math.ulp(size);
    }
}
