package org.theoremcheck.meanfield.limit;

import static org.theoremcheck.meanfield.limit.Equations.Term.CROSS;
import static org.theoremcheck.meanfield.limit.Equations.Term.CURVATURE;
import static org.theoremcheck.meanfield.limit.Equations.Term.MEMORY;
import static org.theoremcheck.meanfield.limit.Equations.Term.OUTPUT_NOISE;
import static org.theoremcheck.meanfield.limit.Equations.Term.REACTION;
import static org.theoremcheck.meanfield.limit.Equations.Term.WEIGHT_NOISE;

import java.util.Arrays;
import org.theoremcheck.meanfield.model.Loss;
import org.theoremcheck.meanfield.model.Model;
import org.theoremcheck.numeric.Vectors;

/**
 * The samples under the linear loss, exactly: with s = w* + σz and the noise η_k = (ξ_k − 1)ℓ_k, uncorrelated over the steps,
 * <pre>
 *   ℓ = G(w − s) + (G − I)η,   g = G(w − s) + Gη,   G = (I + (Δt/δ)R_θ)⁻¹ = I + Δt R_ℓ.
 * </pre>
 */
final class LinearSide implements SampleSide {

    private final Model model;
    private final Equations equations;
    private final double labelNoise;

    /** G, by rows. */
    private final double[][] impulse;

    /** Var η_k = (τδ/Δt) E ℓ_k². */
    private final double[] noise;

    LinearSide(Model model, Equations equations) {
        this.model = model;
        this.equations = equations;
        labelNoise = ((Loss.Linear) model.loss()).noise();
        impulse = new double[model.steps() + 1][];
        noise = new double[model.steps() + 1];
    }

    @Override
    public Moments moments(int k, WeightSide weights) {
        impulse[k] = impulse(k, weights.response[k]);
        double[] memory = Arrays.copyOf(impulse[k], k);
        double[] mixed = mixed(k, weights);
        double[] force = new double[k + 1];
        for (int j = 0; j <= k; j++) {
            double plain = 0;
            for (int i = 0; i <= j; i++) {
                plain += impulse[j][i] * mixed[i];
            }
            for (int i = 0; i < j; i++) {
                plain += equations.of(OUTPUT_NOISE)
                        * equations.of(OUTPUT_NOISE)
                        * impulse[k][i]
                        * impulse[j][i]
                        * noise[i];
            }
            force[j] =
                    plain + (j < k ? equations.of(CROSS) * equations.of(OUTPUT_NOISE) * impulse[k][j] * noise[j] : 0);
        }
        double error = force[k];
        noise[k] = model.samplingVariance() * error;
        force[k] += equations.of(WEIGHT_NOISE) * noise[k];
        // The loss depends on w − w* only, so the teacher's pull is minus that of the weights, whatever that is.
        double teaching = -equations.of(CURVATURE) - equations.of(MEMORY) * Vectors.sum(memory);
        return new Moments(
                new double[][] {{1}},
                new double[][] {memory},
                new double[][] {{teaching}},
                new double[][] {force},
                error);
    }

    /** Row k of G: G(k, j) = −(Δt/δ) Σ_{i&lt;k} R(k, i) G(i, j). */
    private double[] impulse(int k, double[] response) {
        double[] row = new double[k + 1];
        row[k] = 1;
        double c = equations.of(REACTION) * model.step() / model.ratio();
        for (int i = 0; i < k; i++) {
            for (int j = 0; j <= i; j++) {
                row[j] -= c * response[i] * impulse[i][j];
            }
        }
        return row;
    }

    /** G(k, ·) Cov(w − s). */
    private double[] mixed(int k, WeightSide weights) {
        double level = model.signal() + labelNoise * labelNoise;
        double[] mixed = new double[k + 1];
        for (int j = 0; j <= k; j++) {
            for (int i = 0; i <= k; i++) {
                double covariance = weights.covariance[i][j] - weights.overlap(i, 0) - weights.overlap(j, 0) + level;
                mixed[j] += impulse[k][i] * covariance;
            }
        }
        return mixed;
    }
}
