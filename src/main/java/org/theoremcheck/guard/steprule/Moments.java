package org.theoremcheck.guard.steprule;

/**
 * Exponential means of gradients and of their squares, without the bias of their start at 0: m̂ = m/(1 − β₁ᵗ) with m = β₁m + (1 − β₁)g, and
 * v̂ = v/(1 − β₂ᵗ) with v = β₂v + (1 − β₂)g².
 *
 * @param mean m̂
 * @param square v̂
 * @param size m̂ from |g|
 * @param biasedMean m
 * @param biasedSquare v
 */
record Moments(double mean, double square, double size, double biasedMean, double biasedSquare) {

    /**
     * The means after step t.
     *
     * @param memory m, v and m of |g|, which move on
     */
    static Moments next(int t, double g, double beta1, double beta2, double[] memory) {
        memory[0] = beta1 * memory[0] + (1 - beta1) * g;
        memory[1] = beta2 * memory[1] + (1 - beta2) * g * g;
        memory[2] = beta1 * memory[2] + (1 - beta1) * Math.abs(g);
        double ofMean = 1 - StrictMath.pow(beta1, t);
        double ofSquare = 1 - StrictMath.pow(beta2, t);
        return new Moments(memory[0] / ofMean, memory[1] / ofSquare, memory[2] / ofMean, memory[0], memory[1]);
    }

    /** Three roundings a step of each mean, those of a quotient, and of 1 − βᵗ, which t roundings of βᵗ change by β/(1 − β) at most. */
    static double roundings(int t, double beta1, double beta2) {
        return 6.0 * t + 16 + 2 / (1 - beta1) + 2 / (1 - beta2);
    }
}
