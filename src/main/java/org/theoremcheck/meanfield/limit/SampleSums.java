package org.theoremcheck.meanfield.limit;

/** Sums over samples in step k, and then means, with the shapes of {@link Moments}. */
final class SampleSums {

    /** Of ∂²ℓ_k. */
    final double[][] curvature;

    /** Of ∂²ℓ_k S(k, j). */
    final double[][] memory;

    /** Of ∂ℓ_k w*ᵀ. */
    final double[][] taught;

    /** Of ∂ℓ_k g_jᵀ; at j = k of ∂ℓ_k ∂ℓ_kᵀ times E ξ². */
    final double[][] force;

    /** Of (ξ_k − 1) ∂²ℓ_k, row by row. */
    final double[] control;

    /** Of the training error. */
    double error;

    SampleSums(int m, int q, int k) {
        curvature = new double[m][m];
        memory = new double[m][k * m];
        taught = new double[m][q];
        force = new double[m][(k + 1) * m];
        control = new double[m * m];
    }

    void divide(double samples) {
        for (double[][] matrix : new double[][][] {curvature, memory, taught, force, {control}}) {
            for (double[] row : matrix) {
                for (int i = 0; i < row.length; i++) {
                    row[i] /= samples;
                }
            }
        }
        error /= samples;
    }
}
