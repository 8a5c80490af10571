package org.theoremcheck.meanfield.flow;

import org.theoremcheck.meanfield.model.Loss;
import org.theoremcheck.numeric.Vectors;

/**
 * One step of stochastic gradient descent: θ ← (1 − ε) θ − γ Σ xᵢ ∂ℓ(θᵀxᵢ; yᵢ)ᵀ over a batch.
 *
 * @param loss ℓ
 * @param rate γ, which is η/B for a learning rate η and batches of B
 * @param decay ε
 */
public record MinibatchStep(Loss loss, double rate, double decay) {

    private static final double[][] NOT_WANTED = {};

    /**
     * Takes the step.
     *
     * @param rows xᵢ of the batch, d numbers each; a sample that is in the batch twice stands here twice
     * @param labels yᵢ of the batch
     * @param weights θ, d × m by columns, which becomes the new one
     */
    public void take(double[][] rows, double[] labels, double[] weights) {
        double[][] outputs = new double[loss.units()][rows.length];
        for (int i = 0; i < rows.length; i++) {
            double[] output = outputs(rows[i], weights);
            for (int unit = 0; unit < output.length; unit++) {
                outputs[unit][i] = output[unit];
            }
        }
        double[][] slopes = new double[outputs.length][rows.length];
        loss.differentiate(outputs, labels, slopes, NOT_WANTED);
        for (int j = 0; j < weights.length; j++) {
            weights[j] *= 1 - decay;
        }
        for (int i = 0; i < rows.length; i++) {
            double[] row = rows[i];
            for (int unit = 0; unit < slopes.length; unit++) {
                double factor = rate * slopes[unit][i];
                int first = unit * row.length;
                for (int j = 0; j < row.length; j++) {
                    weights[first + j] -= factor * row[j];
                }
            }
        }
    }

    /** θᵀx for as many columns as θ has. */
    static double[] outputs(double[] row, double[] weights) {
        double[] outputs = new double[weights.length / row.length];
        for (int unit = 0; unit < outputs.length; unit++) {
            int first = unit * row.length;
            outputs[unit] = Vectors.dotInChains(row, weights, first);
        }
        return outputs;
    }
}
