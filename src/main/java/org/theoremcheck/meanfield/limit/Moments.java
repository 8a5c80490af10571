package org.theoremcheck.meanfield.limit;

/**
 * What the samples do to the weights in one step k, m units and q teachers.
 *
 * @param curvature Γ_k, m × m
 * @param memory Δt R_ℓ(k, j) for j &lt; k: m rows of km numbers, block j at jm
 * @param teaching κ_k, the response of E ∂ℓ_k to the teacher's outputs, m × q
 * @param force E g_k g_jᵀ for j ≤ k: m rows of (k+1)m numbers
 * @param trainingError mean of {@link org.theoremcheck.meanfield.model.Loss#error} over the samples
 */
record Moments(double[][] curvature, double[][] memory, double[][] teaching, double[][] force, double trainingError) {}
