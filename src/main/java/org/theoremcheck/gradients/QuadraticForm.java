package org.theoremcheck.gradients;

import java.util.function.IntFunction;
import org.theoremcheck.numeric.Vectors;

/**
 * A symmetric matrix W of order N, by what the first two moments of Σ Wₛₜ K_{π(s)π(t)} over random permutations π need of it.
 *
 * @param diagonal Wₛₛ
 * @param beside rₛ = Σ_{t≠s} Wₛₜ
 * @param squares Σ_{s≠t} Wₛₜ²
 */
record QuadraticForm(double[] diagonal, double[] beside, double squares) {

    /**
     * BᵀB, where row t of B is given backwards from column t.
     *
     * @param order N
     * @param row the numbers B_{t,t}, B_{t,t−1}, …: one in row 0, at most two in row 1, and at most three in the others
     */
    static QuadraticForm banded(int order, IntFunction<double[]> row) {
        double[] diagonal = new double[order];
        double[][] above = new double[3][order];
        for (int t = 0; t < order; t++) {
            double[] backwards = row.apply(t);
            for (int i = 0; i < backwards.length; i++) {
                diagonal[t - i] += backwards[i] * backwards[i];
                for (int j = 0; j < i; j++) {
                    above[i - j][t - i] += backwards[i] * backwards[j];
                }
            }
        }
        double[] beside = new double[order];
        double squares = 0;
        for (int lag = 1; lag < above.length; lag++) {
            for (int s = 0; s + lag < order; s++) {
                beside[s] += above[lag][s];
                beside[s + lag] += above[lag][s];
                squares += 2 * above[lag][s] * above[lag][s];
            }
        }
        return new QuadraticForm(diagonal, beside, squares);
    }

    /**
     * That of mₜ = β mₜ₋₁ + (1 − β) gₜ₋₁ with m₀ = 0: summing the geometric series of BᵀB,
     * Wₛₜ = βᵗ⁻ˢ qₜ for s < t, and Wₜₜ = 1 + (1 − β)/(1 + β) pₜ, with pₜ = 1 − β^(2(N−1−t)) and qₜ = (1 − β)/β (β pₜ/(1 + β) − 1).
     */
    static QuadraticForm averaged(int order, double decay) {
        double share = 1 - decay;
        double[] weights = new double[order];
        double[] diagonal = new double[order];
        double[] beside = new double[order];
        double power = 1;
        double after = 0;
        for (int t = order - 1; t >= 0; t--) {
            double started = 1 - power;
            weights[t] = share / decay * (decay * started / (1 + decay) - 1);
            diagonal[t] = 1 + share / (1 + decay) * started;
            beside[t] = after;
            after = decay * (after + weights[t]);
            power *= decay * decay;
        }
        double before = 0;
        double squaresBefore = 0;
        double squares = 0;
        for (int t = 0; t < order; t++) {
            beside[t] += weights[t] * before;
            squares += 2 * weights[t] * weights[t] * squaresBefore;
            before = decay * (1 + before);
            squaresBefore = decay * decay * (1 + squaresBefore);
        }
        return new QuadraticForm(diagonal, beside, squares);
    }

    int order() {
        return diagonal.length;
    }

    double trace() {
        return Vectors.sum(diagonal);
    }

    /** Σ_{s≠t} Wₛₜ. */
    double besideSum() {
        return Vectors.sum(beside);
    }
}
