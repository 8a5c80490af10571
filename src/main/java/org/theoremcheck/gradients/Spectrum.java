package org.theoremcheck.gradients;

import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.theoremcheck.numeric.Rounding;
import org.theoremcheck.numeric.Vectors;

/**
 * The squared singular values of the increments H, falling, from the Gram matrix of their shorter side.
 *
 * @param energies σ₁² ≥ σ₂² ≥ …
 * @param total ‖H‖²_F
 * @param error that a sum of the smallest energies may be off, by rounding
 */
record Spectrum(double[] energies, double total, double error) {

    /** Of gradients in order. */
    static Spectrum of(double[][] gradients, Workers workers) {
        return of(gradients.length, gradients[0].length, t -> gradients[t], workers);
    }

    /**
     * Of gradients in order that need not all be in memory.
     *
     * @param gradient of each time from 0 on, asked for once and in order; its array may be the same each time
     */
    static Spectrum of(int count, int width, IntFunction<double[]> gradient, Workers workers) {
        if (width < count) {
            Increments increments = new Increments(width, workers);
            for (int t = 0; t < count; t++) {
                increments.add(gradient.apply(t));
            }
            return of(increments.gram(), count);
        }
        double[][] steps = new double[count - 1][];
        double[] last = gradient.apply(0).clone();
        for (int t = 1; t < count; t++) {
            double[] next = gradient.apply(t).clone();
            steps[t - 1] = Vectors.difference(next, last);
            last = next;
        }
        return of(Gram.of(steps, workers), width);
    }

    /**
     * Of a Gram matrix A of so many vectors. Its entries are sums of that many products: they are off by γ = n u/(1 − n u) of their
     * absolute sums, so that ‖ΔA‖_F ≤ γ‖H‖²_F; and its eigenvalues are those of a matrix nearer to it than
     * 16 order u ‖A‖_F, by the rule of thumb for stable decompositions. A sum of eigenvalues moves by at most √order times as much.
     */
    static Spectrum of(Gram gram, int vectors) {
        double[] energies = gram.eigenvalues();
        double total = gram.trace();
        double error = Math.sqrt(energies.length)
                * (Rounding.gamma(vectors + 2) + 16 * energies.length * Rounding.UNIT)
                * total;
        return new Spectrum(energies, total, error);
    }

    /** min(d, T), beyond which there is no rank. */
    int cap() {
        return energies.length;
    }

    /** r*(ε): the least r with tail_r ≤ ε tail₀. */
    int rank(double share) {
        double tail = 0;
        int rank = energies.length;
        while (rank > 0 && tail + energies[rank - 1] <= share * total) {
            tail += energies[rank - 1];
            rank--;
        }
        return rank;
    }

    /** Whether another rank lies within rounding: |tail_r − ε tail₀| below the error for some r. */
    boolean isTie(double share) {
        int rank = rank(share);
        return IntStream.of(rank - 1, rank)
                .filter(r -> r >= 0)
                .anyMatch(r -> Math.abs(tail(r) - share * total) <= error && total > 0);
    }

    /** σᵢ²/Σσⱼ²; zeros where there is no increment at all. */
    double[] fractions() {
        return Vectors.map(energies, energy -> total > 0 ? energy / total : 0);
    }

    /** (Σσᵢ²)²/Σσᵢ⁴. */
    double participation() {
        return total * total / Vectors.squaredNorm(energies);
    }

    /** The sum of all but the r largest energies, from the smallest. */
    double tail(int rank) {
        double tail = 0;
        for (int i = energies.length - 1; i >= rank; i--) {
            tail += energies[i];
        }
        return tail;
    }
}
