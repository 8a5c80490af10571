package org.theoremcheck.meanfield.limit;

import java.util.Arrays;
import org.theoremcheck.numeric.Floats;

/**
 * Sums over samples in step k, with the shapes of {@link Moments}; each as partial sums side by side, one for each place in a block, so that adding a
 * block is one pass over it.
 */
final class SampleSums {

    /** Of ∂²ℓ_k. */
    final float[][][] curvature;

    /** Of ∂²ℓ_k S(k, j). */
    final float[][][] memory;

    /** Of ∂ℓ_k w*ᵀ. */
    final float[][][] taught;

    /** Of ∂ℓ_k g_jᵀ, j < k. */
    final float[][][] force;

    /** Of ∂ℓ_k ∂ℓ_kᵀ. */
    final float[][][] squares;

    /** Of (ξ_k − 1) ∂²ℓ_k. */
    final float[][][] control;

    /** Of the training error. */
    double error;

    SampleSums(int m, int q, int k) {
        curvature = zero(m, m);
        memory = zero(m, k * m);
        taught = zero(m, q);
        force = zero(m, k * m);
        squares = zero(m, m);
        control = zero(m, m);
    }

    private static float[][][] zero(int rows, int columns) {
        return new float[rows][columns][SampleBlock.SIZE];
    }

    /** The means of a matrix of sums. */
    static double[][] means(float[][][] sums, int samples) {
        return Arrays.stream(sums).map(row -> means(row, samples)).toArray(double[][]::new);
    }

    /** The means of a row of sums. */
    static double[] means(float[][] row, int samples) {
        return Arrays.stream(row)
                .mapToDouble(sums -> Floats.sum(sums) / samples)
                .toArray();
    }
}
