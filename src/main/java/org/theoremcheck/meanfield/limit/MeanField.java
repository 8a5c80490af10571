package org.theoremcheck.meanfield.limit;

import org.theoremcheck.meanfield.model.Loss;
import org.theoremcheck.meanfield.model.Model;

/**
 * A solution of the mean-field equations. Entry (k, i) of a matrix, step k and unit i of m, has the index km + i.
 *
 * @param model what was solved
 * @param covariance C_θ = E θ_k θ_jᵀ, (K+1)m × (K+1)m
 * @param response R_θ(k, j) = ∂θ_k/∂u_j, rows of km numbers, (K+1)m of them
 * @param memory Δt R_ℓ(k, j) for j &lt; k and Γ_k at j = k, Km rows of (k+1)m numbers
 * @param force E g_k g_jᵀ, as far as step K − 1
 * @param fromStart a in θ_k = a_k θ⁰ + b_k θ* + Gaussian, m numbers a row
 * @param fromSignal b, q numbers a row
 * @param trainingError mean training error at each step
 */
public record MeanField(
        Model model,
        double[][] covariance,
        double[][] response,
        double[][] memory,
        double[][] force,
        double[][] fromStart,
        double[][] fromSignal,
        double[] trainingError) {

    /**
     * The solution for the linear loss, exactly.
     *
     * @throws IllegalArgumentException if the loss is another
     */
    public static MeanField linear(Model model, Equations equations) {
        if (!(model.loss() instanceof Loss.Linear)) {
            throw new IllegalArgumentException("only the linear loss has an exact solution, got " + model.loss());
        }
        return solve(model, equations, new LinearSide(model, equations));
    }

    /**
     * A solution by Monte Carlo, with an error that is random and falls like samples^(−1/2).
     *
     * @param samples how many
     * @param seed what they are drawn from
     */
    public static MeanField sampled(Model model, Equations equations, int samples, long seed) {
        return solve(model, equations, new MonteCarloSide(model, equations, samples, seed));
    }

    /** Labels times outputs after the last step, of so many samples of a solution by Monte Carlo; for one unit. */
    public static double[] margins(Model model, Equations equations, int samples, long seed) {
        MonteCarloSide side = new MonteCarloSide(model, equations, samples, seed);
        solve(model, equations, side);
        return side.margins();
    }

    private static MeanField solve(Model model, Equations equations, SampleSide sample) {
        WeightSide weights = new WeightSide(model, equations);
        double[] trainingError = new double[model.steps() + 1];
        for (int k = 0; k <= model.steps(); k++) {
            Moments moments = sample.moments(k, weights);
            trainingError[k] = moments.trainingError();
            if (k < model.steps()) {
                weights.advance(k, moments);
            }
        }
        return new MeanField(
                model,
                weights.covariance,
                weights.response,
                weights.memory,
                weights.force,
                weights.fromStart,
                weights.fromSignal,
                trainingError);
    }

    /** E θ_k θ_j of one unit; for the first of several. */
    public double covariance(int k, int j) {
        int m = model.loss().units();
        return covariance[k * m][j * m];
    }

    /** Q_k = E θ_k θ* of a unit and a teacher. */
    public double overlap(int k, int unit, int teacher) {
        return model.signal() * fromSignal[k * model.loss().units() + unit][teacher];
    }
}
