package org.theoremcheck.predictable.rank;

import org.theoremcheck.numeric.Vectors;

/**
 * Increments Ĥ = Σ aₖ bₖᵀ of rank at most the number of factors.
 *
 * @param directions aₖ in R^d
 * @param weights bₖ in R^T
 */
public record Factors(double[][] directions, double[][] weights) {

    /** No increments. */
    static final Factors NONE = new Factors(new double[0][], new double[0][]);

    int count() {
        return directions.length;
    }

    /**
     * Refuses factors that do not fit.
     *
     * @throws IllegalArgumentException if there are more than so many, or they are not of these dimensions, or not finite
     */
    void check(int rank, int dimension, int increments) {
        if (directions.length != weights.length || directions.length > rank) {
            throw new IllegalArgumentException("expected at most %d factors, got %d directions and %d weights"
                    .formatted(rank, directions.length, weights.length));
        }
        for (int k = 0; k < directions.length; k++) {
            if (directions[k].length != dimension
                    || weights[k].length != increments
                    || !Vectors.finite(directions[k])
                    || !Vectors.finite(weights[k])) {
                throw new IllegalArgumentException(
                        "factor %d is not finite, of dimension %d and %d weights".formatted(k, dimension, increments));
            }
        }
    }
}
