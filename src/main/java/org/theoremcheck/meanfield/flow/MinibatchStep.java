package org.theoremcheck.meanfield.flow;

import org.theoremcheck.meanfield.model.Loss;

/**
 * One step of stochastic gradient descent: θ ← (1 − ε) θ − γ Σ xᵢ ∂ℓ(θᵀxᵢ; yᵢ)ᵀ over a batch.
 *
 * @param loss ℓ
 * @param rate γ, which is η/B for a learning rate η and batches of B
 * @param decay ε
 */
public record MinibatchStep(Loss loss, double rate, double decay) {

    private static final double[] NOT_WANTED = {};

    /**
     * Takes the step.
     *
     * @param rows xᵢ of the batch, d numbers each; a sample that is in the batch twice stands here twice
     * @param labels yᵢ of the batch
     * @param weights θ, d × m by columns, which becomes the new one
     */
    public void take(double[][] rows, double[] labels, double[] weights) {
        double[][] slopes = new double[rows.length][loss.units()];
        for (int i = 0; i < rows.length; i++) {
            loss.differentiate(outputs(rows[i], weights), labels[i], slopes[i], NOT_WANTED);
        }
        for (int j = 0; j < weights.length; j++) {
            weights[j] *= 1 - decay;
        }
        for (int i = 0; i < rows.length; i++) {
            double[] row = rows[i];
            for (int unit = 0; unit < slopes[i].length; unit++) {
                double factor = rate * slopes[i][unit];
                int first = unit * row.length;
                for (int j = 0; j < row.length; j++) {
                    weights[first + j] -= factor * row[j];
                }
            }
        }
    }

    /** In four chains, so that an addition need not wait for the one before. */
    private static double product(double[] row, double[] weights, int first) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int j = 0;
        for (; j + 3 < row.length; j += 4) {
            a += row[j] * weights[first + j];
            b += row[j + 1] * weights[first + j + 1];
            c += row[j + 2] * weights[first + j + 2];
            d += row[j + 3] * weights[first + j + 3];
        }
        for (; j < row.length; j++) {
            a += row[j] * weights[first + j];
        }
        return (a + b) + (c + d);
    }

    /** θᵀx for as many columns as θ has. */
    static double[] outputs(double[] row, double[] weights) {
        double[] outputs = new double[weights.length / row.length];
        for (int unit = 0; unit < outputs.length; unit++) {
            int first = unit * row.length;
            outputs[unit] = product(row, weights, first);
        }
        return outputs;
    }
}
