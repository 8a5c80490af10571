package org.theoremcheck.gradients;

import org.apache.commons.math3.util.FastMath;

/** The history-based predictors of arXiv 2601.04270, each with m₀ = 0, and what they cost where time means nothing. */
public enum HistoryPredictor {
    /** mₜ = 0. */
    ZERO("zero"),
    /** mₜ = gₜ₋₁. */
    ONE_STEP("one-step"),
    /** mₜ = 0.9 mₜ₋₁ + 0.1 gₜ₋₁. */
    EMA_9("ema-0.9"),
    /** mₜ = 0.99 mₜ₋₁ + 0.01 gₜ₋₁. */
    EMA_99("ema-0.99"),
    /** m₁ = g₀, then mₜ = 2gₜ₋₁ − gₜ₋₂. */
    TREND("trend");

    private final String label;

    HistoryPredictor(String label) {
        this.label = label;
    }

    /** The name in tables and in JSON. */
    public String label() {
        return label;
    }

    /** E κ on N independent rows of mean zero and equal energy: Σₜ (1 + Σ aₜ²)/N for the weights aₜ of mₜ in the gradients before it. */
    double noiseMean(int rows) {
        return switch (this) {
            case ZERO -> 1;
            case ONE_STEP -> 2 - 1.0 / rows;
            case EMA_9 -> averagedNoise(0.9, rows);
            case EMA_99 -> averagedNoise(0.99, rows);
            case TREND -> 6 - 9.0 / rows;
        };
    }

    /**
     * E P over all orders in time of N gradients, exactly. With P = Σ Wₛₜ⟨gₛ, gₜ⟩, it is tr W S/N + (Σ W − tr W)(‖Σ gₜ‖² − S)/(N(N − 1)), where
     * tr W = N E κ of noise, and Σ W is the path length of N equal unit vectors.
     *
     * @param energy S = Σ‖gₜ‖²
     * @param totalSquared ‖Σ gₜ‖²
     */
    double permutationMean(int rows, double energy, double totalSquared) {
        double beside = constantCost(rows) - rows * noiseMean(rows);
        return noiseMean(rows) * energy + beside * (totalSquared - energy) / (rows * (rows - 1.0));
    }

    /** The quadratic form W with P = Σ Wₛₜ⟨gₛ, gₜ⟩ on N rows. */
    QuadraticForm form(int rows) {
        return switch (this) {
            case ZERO -> QuadraticForm.banded(rows, t -> new double[] {1});
            case ONE_STEP -> QuadraticForm.banded(rows, t -> t == 0 ? new double[] {1} : new double[] {1, -1});
            case EMA_9 -> QuadraticForm.averaged(rows, 0.9);
            case EMA_99 -> QuadraticForm.averaged(rows, 0.99);
            case TREND ->
                QuadraticForm.banded(rows, t -> switch (t) {
                    case 0 -> new double[] {1};
                    case 1 -> new double[] {1, -1};
                    default -> new double[] {1, -2, 1};
                });
        };
    }

    /** P of N equal unit vectors. */
    private double constantCost(int rows) {
        return switch (this) {
            case ZERO -> rows;
            case ONE_STEP, TREND -> 1;
            case EMA_9 -> powers(0.9, rows);
            case EMA_99 -> powers(0.99, rows);
        };
    }

    private static double averagedNoise(double decay, int rows) {
        return 1 + (1 - decay) / (1 + decay) * (1 - powers(decay, rows) / rows);
    }

    /** Σ_{t<N} β²ᵗ: the error of an exponential mean on a constant is βᵗ. */
    private static double powers(double decay, int rows) {
        return (1 - FastMath.pow(decay, 2.0 * rows)) / (1 - decay * decay);
    }
}
