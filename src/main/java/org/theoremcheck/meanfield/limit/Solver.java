package org.theoremcheck.meanfield.limit;

/** Solutions of the mean-field equations of one model, each as good as any other. Times are steps; matrices are row by row. */
public interface Solver {

    /** E θ_k θ_jᵀ for j, k ≤ step, a square matrix of (step + 1)m rows. */
    double[] covariance(int solution, int step);

    /** R_θ(k, j) for j, k ≤ step, zero for j ≥ k. */
    double[] response(int solution, int step);
}
