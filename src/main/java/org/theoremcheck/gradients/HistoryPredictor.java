package org.theoremcheck.gradients;

import org.apache.commons.math3.util.FastMath;

/**
 * The history-based predictors of arXiv 2601.04270, each with m₀ = 0, and what they cost on white noise.
 *
 * <p>With N = T + 1 independent rows of mean zero and equal energy, E κ = Σₜ (1 + Σ aₜ²)/N, where aₜ are the weights of mₜ in the
 * gradients before it.
 */
public enum HistoryPredictor {
    /** mₜ = 0. */
    ZERO("zero") {
        @Override
        double noiseMean(int rows) {
            return 1;
        }

        @Override
        QuadraticForm form(int rows) {
            return QuadraticForm.banded(rows, t -> new double[] {1});
        }
    },
    /** mₜ = gₜ₋₁. */
    ONE_STEP("one-step") {
        @Override
        double noiseMean(int rows) {
            return 2 - 1.0 / rows;
        }

        @Override
        QuadraticForm form(int rows) {
            return QuadraticForm.banded(rows, t -> t == 0 ? new double[] {1} : new double[] {1, -1});
        }
    },
    /** mₜ = 0.9 mₜ₋₁ + 0.1 gₜ₋₁. */
    EMA_9("ema-0.9") {
        @Override
        double noiseMean(int rows) {
            return averaged(0.9, rows);
        }

        @Override
        QuadraticForm form(int rows) {
            return QuadraticForm.averaged(rows, 0.9);
        }
    },
    /** mₜ = 0.99 mₜ₋₁ + 0.01 gₜ₋₁. */
    EMA_99("ema-0.99") {
        @Override
        double noiseMean(int rows) {
            return averaged(0.99, rows);
        }

        @Override
        QuadraticForm form(int rows) {
            return QuadraticForm.averaged(rows, 0.99);
        }
    },
    /** m₁ = g₀, then mₜ = 2gₜ₋₁ − gₜ₋₂. */
    TREND("trend") {
        @Override
        double noiseMean(int rows) {
            return 6 - 9.0 / rows;
        }

        @Override
        QuadraticForm form(int rows) {
            return QuadraticForm.banded(rows, t -> switch (t) {
                case 0 -> new double[] {1};
                case 1 -> new double[] {1, -1};
                default -> new double[] {1, -2, 1};
            });
        }
    };

    private final String label;

    HistoryPredictor(String label) {
        this.label = label;
    }

    /** The name in tables and in JSON. */
    public String label() {
        return label;
    }

    /** E κ on white noise of so many rows (at least 2). */
    abstract double noiseMean(int rows);

    /** The quadratic form W with P = Σ Wₛₜ⟨gₛ, gₜ⟩ on so many rows. */
    abstract QuadraticForm form(int rows);

    /** 1 + (1 − β)/(1 + β) (1 − (1 − β²ᴺ)/(N(1 − β²))). */
    private static double averaged(double decay, int rows) {
        double started = (1 - FastMath.pow(decay, 2.0 * rows)) / (rows * (1 - decay * decay));
        return 1 + (1 - decay) / (1 + decay) * (1 - started);
    }
}
