package org.theoremcheck.meanfield.limit;

import static org.theoremcheck.meanfield.limit.Equations.Term.CURVATURE;
import static org.theoremcheck.meanfield.limit.Equations.Term.MEMORY;
import static org.theoremcheck.meanfield.limit.Equations.Term.REACTION;
import static org.theoremcheck.meanfield.limit.Equations.Term.WEIGHT_NOISE;

import java.util.Arrays;
import org.apache.commons.math3.util.MathArrays;
import org.theoremcheck.meanfield.model.Model;
import org.theoremcheck.numeric.RandomStream;
import org.theoremcheck.numeric.Vectors;

/**
 * The effective process of N independent samples, each with its impulse responses S(k, j) = ∂r_k/∂w_j:
 * <pre>
 *   r_k = w_k − c Σ_{j&lt;k} R_θ(k, j) g_j,    S(k, j) = −c Σ_{j≤i&lt;k} R_θ(k, i) D(i, j),    D(i, j) = ξ_i ∂²ℓ_i S(i, j),    S(k, k) = I,
 *   Δt R_ℓ(k, j) = E ∂²ℓ_k S(k, j),          κ_k = (E ∂ℓ_k w*ᵀ − Γ_k Q_k − Σ_j Δt R_ℓ(k, j) Q_j)/ρ,    c = Δt/δ.
 * </pre>
 * κ is by Stein's lemma, so that labels need no derivative; ξ_k is integrated out of the moments of step k. Two things make the averages
 * less noisy: (w*, w) has exactly its covariance over the N samples, and c Γ_k R_θ(k, j) mean((ξ_j − 1) ∂²ℓ_j), of mean 0, is added to Δt R_ℓ.
 * (Antithetic pairs would not: the losses are odd in (r, y), so that both of a pair contribute the same.)
 *
 * <p>Sums run over blocks of samples in their order.
 */
final class MonteCarloSide implements SampleSide {

    private final Model model;
    private final Equations equations;
    private final int m;
    private final int q;
    private final int samples;
    private final SampleBlock[] blocks;
    private final WhitenedProcess process;

    /** mean((ξ_j − 1) ∂²ℓ_j), m × m, for each step. */
    private final double[][] control;

    MonteCarloSide(Model model, Equations equations, int samples, long seed) {
        this.model = model;
        this.equations = equations;
        this.samples = samples;
        m = model.loss().units();
        q = model.loss().teachers();
        control = new double[model.steps() + 1][];
        blocks = new SampleBlock[(samples + SampleBlock.SIZE - 1) / SampleBlock.SIZE];
        for (int b = 0; b < blocks.length; b++) {
            int size = Math.min(SampleBlock.SIZE, samples - b * SampleBlock.SIZE);
            blocks[b] = new SampleBlock(model, equations, RandomStream.key(seed, "block", b), size);
        }
        process = new WhitenedProcess(q + m * (model.steps() + 1));
        double[][] teachers = new double[q][];
        for (int f = 0; f < q; f++) {
            double[] covariance = new double[f + 1];
            covariance[f] = model.signal();
            teachers[f] = process.extend(covariance, products(f));
        }
        for (SampleBlock block : blocks) {
            block.label(teachers);
        }
    }

    /** The products of the new row of normals with all rows, averaged over the samples. */
    private double[] products(int row) {
        float[][] products = new float[row + 1][SampleBlock.SIZE];
        for (SampleBlock block : blocks) {
            block.draw(row, products);
        }
        return SampleSums.means(products, samples);
    }

    @Override
    public Moments moments(int k, WeightSide weights) {
        double[][] rows = new double[m][];
        for (int i = 0; i < m; i++) {
            int row = k * m + i;
            double[] covariance = new double[q + row + 1];
            for (int f = 0; f < q; f++) {
                covariance[f] = weights.overlap(row, f);
            }
            System.arraycopy(weights.covariance[row], 0, covariance, q, row + 1);
            rows[i] = process.extend(covariance, products(q + row));
        }
        SampleSums sums = new SampleSums(m, q, k);
        for (SampleBlock block : blocks) {
            block.step(k, rows, weights.response, sums);
        }
        double[][] curvature = SampleSums.means(sums.curvature, samples);
        control[k] = MathArrays.concatenate(SampleSums.means(sums.control, samples));
        double[][] memory = SampleSums.means(sums.memory, samples);
        steady(k, curvature, memory, weights);
        double[][] taught = SampleSums.means(sums.taught, samples);
        return new Moments(
                curvature, memory, teaching(k, taught, curvature, memory, weights), force(sums), sums.error / samples);
    }

    /** E g_k g_jᵀ for j ≤ k. */
    private double[][] force(SampleSums sums) {
        double[][] force = SampleSums.means(sums.force, samples);
        double spread = 1 + equations.of(WEIGHT_NOISE) * model.samplingVariance();
        for (int i = 0; i < m; i++) {
            force[i] = MathArrays.concatenate(
                    force[i], Vectors.scaled(spread, SampleSums.means(sums.squares[i], samples)));
        }
        return force;
    }

    /** Labels times the outputs of the first unit in the step that came last. */
    double[] margins() {
        return Arrays.stream(blocks)
                .flatMapToDouble(block -> Arrays.stream(block.margins()))
                .toArray();
    }

    /** Adds c Γ_k R_θ(k, j) control_j to Δt R_ℓ(k, j). */
    private void steady(int k, double[][] curvature, double[][] memory, WeightSide weights) {
        double c = equations.of(REACTION) * model.step() / model.ratio();
        for (int i = 0; i < m; i++) {
            double[] carried = new double[k * m];
            for (int a = 0; a < m; a++) {
                double[] response = weights.response[k * m + a];
                for (int j = 0; j < k * m; j++) {
                    carried[j] += c * curvature[i][a] * response[j];
                }
            }
            for (int j = 0; j < k * m; j++) {
                for (int b = 0; b < m; b++) {
                    memory[i][j] += carried[j - j % m + b] * control[j / m][b * m + j % m];
                }
            }
        }
    }

    /** κ_k, of the equations as they stand. */
    private double[][] teaching(int k, double[][] taught, double[][] curvature, double[][] memory, WeightSide weights) {
        double[][] teaching = new double[m][q];
        for (int i = 0; i < m; i++) {
            for (int f = 0; f < q; f++) {
                double known = 0;
                for (int j = 0; j < m; j++) {
                    known += equations.of(CURVATURE) * curvature[i][j] * weights.overlap(k * m + j, f);
                }
                for (int j = 0; j < k * m; j++) {
                    known += equations.of(MEMORY) * memory[i][j] * weights.overlap(j, f);
                }
                teaching[i][f] = (taught[i][f] - known) / model.signal();
            }
        }
        return teaching;
    }
}
