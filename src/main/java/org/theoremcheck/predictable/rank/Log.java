package org.theoremcheck.predictable.rank;

import org.theoremcheck.numeric.Vectors;

/**
 * A sequence of gradients, with the singular values of its increments known by construction.
 *
 * @param gradients g₀, …, g_T in R^d, T ≥ 0
 * @param firstHint m₀, which no increment predicts
 * @param rank r ≤ min(d, T)
 * @param epsilon ε in [0, 1), of r*(ε)
 * @param spectrum σ₁ ≥ σ₂ ≥ …, min(d, T) of them, of the increments H
 * @param rival other increments of rank at most r, to be no better than the best
 */
public record Log(
        double[][] gradients, double[] firstHint, int rank, double epsilon, double[] spectrum, Factors rival) {

    /**
     * A log.
     *
     * @throws IllegalArgumentException if the parts do not fit together
     */
    public Log {
        requireSequence(gradients);
        int dimension = gradients[0].length;
        int full = Math.min(dimension, gradients.length - 1);
        if (firstHint.length != dimension || !Vectors.finite(firstHint)) {
            throw new IllegalArgumentException("the first hint is a finite vector of dimension " + dimension);
        }
        requireRank(rank, gradients);
        requireShare(epsilon);
        if (spectrum.length != full || !Vectors.finite(spectrum)) {
            throw new IllegalArgumentException(
                    "the spectrum has %d finite values, got %d".formatted(full, spectrum.length));
        }
        for (int i = 0; i < full; i++) {
            if (spectrum[i] < 0 || (i > 0 && spectrum[i] > spectrum[i - 1])) {
                throw new IllegalArgumentException("the spectrum descends and is nowhere negative");
            }
        }
        rival.check(rank, dimension, gradients.length - 1);
    }

    static void requireSequence(double[][] gradients) {
        if (gradients.length == 0) {
            throw new IllegalArgumentException("a log has at least one gradient");
        }
        for (double[] gradient : gradients) {
            if (gradient.length != gradients[0].length || !Vectors.finite(gradient)) {
                throw new IllegalArgumentException("gradients are finite vectors of one dimension");
            }
        }
    }

    static void requireRank(int rank, double[][] gradients) {
        int full = Math.min(gradients[0].length, gradients.length - 1);
        if (rank < 0 || rank > full) {
            throw new IllegalArgumentException("the rank is from 0 to %d, got %d".formatted(full, rank));
        }
    }

    static void requireShare(double epsilon) {
        if (!(epsilon >= 0 && epsilon < 1)) {
            throw new IllegalArgumentException("epsilon is in [0, 1), got " + epsilon);
        }
    }

    /** The power of two that everything is divided by. */
    double unit() {
        return Increments.unit(gradients, new double[][] {firstHint}, rival.directions());
    }
}
