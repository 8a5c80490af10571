package org.theoremcheck.meanfield.limit;

import static org.theoremcheck.meanfield.limit.Equations.Term.CURVATURE;
import static org.theoremcheck.meanfield.limit.Equations.Term.FORCE;
import static org.theoremcheck.meanfield.limit.Equations.Term.MEMORY;

import java.util.Arrays;
import org.theoremcheck.meanfield.model.Model;
import org.theoremcheck.numeric.Vectors;

/**
 * The effective process of one coordinate of the weights. It is linear, so that θ_k = a_k θ⁰ + b_k θ* + a Gaussian of known covariance.
 * Entry (k, i) of a matrix, step k and unit i, has the index km + i.
 */
final class WeightSide {

    private final Model model;
    private final Equations equations;
    private final int m;
    private final int q;

    /** R_θ(k, j) = ∂θ_k/∂u_j, by rows: j &lt; k, and the identity at j = k − 1. */
    final double[][] response;

    /** a, m numbers a row. */
    final double[][] fromStart;

    /** b, q numbers a row. */
    final double[][] fromSignal;

    /** E θ_k θ_jᵀ, both triangles. */
    final double[][] covariance;

    /** E g_k g_jᵀ, both triangles. */
    final double[][] force;

    /** Δt R_ℓ(k, j), and Γ_k at j = k. */
    final double[][] memory;

    WeightSide(Model model, Equations equations) {
        this.model = model;
        this.equations = equations;
        m = model.loss().units();
        q = model.loss().teachers();
        int rows = m * (model.steps() + 1);
        response = new double[rows][];
        fromStart = new double[rows][];
        fromSignal = new double[rows][];
        covariance = new double[rows][rows];
        force = new double[rows][rows];
        memory = new double[rows][];
        for (int i = 0; i < m; i++) {
            response[i] = new double[0];
            fromStart[i] = new double[m];
            fromStart[i][i] = 1;
            fromSignal[i] = new double[q];
        }
        covary(0);
    }

    /** E θ_k θ*ᵀ, an entry. */
    double overlap(int row, int teacher) {
        return model.signal() * fromSignal[row][teacher];
    }

    /** Takes the step from k to k + 1. */
    void advance(int k, Moments moments) {
        for (int i = 0; i < m; i++) {
            int row = k * m + i;
            memory[row] = new double[row - i + m];
            for (int j = 0; j < k * m; j++) {
                memory[row][j] = equations.of(MEMORY) * moments.memory()[i][j];
            }
            for (int j = 0; j < m; j++) {
                memory[row][k * m + j] = equations.of(CURVATURE) * moments.curvature()[i][j];
            }
            for (int j = 0; j < (k + 1) * m; j++) {
                force[row][j] = moments.force()[i][j];
                force[j][row] = moments.force()[i][j];
            }
        }
        for (int i = 0; i < m; i++) {
            int next = (k + 1) * m + i;
            response[next] = advanced(k, i, response, (k + 1) * m);
            response[next][k * m + i] = 1;
            fromStart[next] = advanced(k, i, fromStart, m);
            fromSignal[next] = advanced(k, i, fromSignal, q);
            for (int j = 0; j < q; j++) {
                fromSignal[next][j] -= model.step() * moments.teaching()[i][j];
            }
        }
        covary(k + 1);
    }

    /** x_{k+1} = x_k − Δt (λx_k + Σ_{j≤k} memory(k, j) x_j) for unit i, the rows of x filled up with zeros to the width. */
    private double[] advanced(int k, int unit, double[][] x, int width) {
        int row = k * m + unit;
        double[] next = new double[width];
        for (int j = 0; j < memory[row].length; j++) {
            subtract(model.step() * memory[row][j], x[j], next);
        }
        double kept = 1 - model.step() * model.ridge();
        subtract(-kept, x[row], next);
        return next;
    }

    private static void subtract(double factor, double[] x, double[] from) {
        for (int i = 0; i < x.length; i++) {
            from[i] -= factor * x[i];
        }
    }

    /** The rows of the covariance for step k: v a aᵀ + ρ b bᵀ + (Δt²/δ) R E[ggᵀ] Rᵀ. */
    private void covary(int k) {
        double scale = equations.of(FORCE) * model.step() * model.step() / model.ratio();
        for (int i = 0; i < m; i++) {
            int row = k * m + i;
            double[] pushed = new double[k * m];
            for (int j = 0; j < k * m; j++) {
                subtract(-scale * response[row][j], Arrays.copyOf(force[j], k * m), pushed);
            }
            for (int other = 0; other <= row; other++) {
                double sum = model.start().variance() * Vectors.dot(fromStart[row], fromStart[other])
                        + model.signal() * Vectors.dot(fromSignal[row], fromSignal[other])
                        + Vectors.dot(response[other], pushed);
                covariance[row][other] = sum;
                covariance[other][row] = sum;
            }
        }
    }
}
