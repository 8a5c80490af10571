package org.theoremcheck.predictable.rank;

import org.ejml.data.DMatrixRMaj;
import org.theoremcheck.numeric.Rounding;
import org.theoremcheck.numeric.Vectors;

/**
 * The increments hₜ = gₜ − gₜ₋₁ of a sequence of gradients, t = 1, …, T, in units of a power of two: 1 for gradients whose squares neither
 * overflow nor vanish.
 *
 * @param unit what all is divided by
 * @param rows hₜ / unit
 * @param dimension d
 * @param energy ‖H‖²_F, in units²
 * @param startEnergy ‖g₀‖², in units²
 * @param gradientEnergy Σ ‖gₜ‖², in units²
 */
record Increments(
        double unit, double[][] rows, int dimension, double energy, double startEnergy, double gradientEnergy) {

    private static final double LARGEST = 0x1p200;

    /** The increments in the unit that suits them. */
    static Increments of(double[][] gradients) {
        return of(gradients, unit(gradients));
    }

    /** The increments in a unit. */
    static Increments of(double[][] gradients, double unit) {
        int dimension = gradients[0].length;
        double[][] rows = new double[gradients.length - 1][dimension];
        double energy = 0;
        double startEnergy = 0;
        double gradientEnergy = 0;
        for (int t = 0; t < gradients.length; t++) {
            for (int i = 0; i < dimension; i++) {
                double gradient = gradients[t][i] / unit;
                gradientEnergy += gradient * gradient;
                if (t > 0) {
                    rows[t - 1][i] = gradient - gradients[t - 1][i] / unit;
                }
            }
            energy += t > 0 ? Vectors.squaredNorm(rows[t - 1]) : 0;
            startEnergy = t == 0 ? gradientEnergy : startEnergy;
        }
        return new Increments(unit, rows, dimension, energy, startEnergy, gradientEnergy);
    }

    /** 1, or the power of two at the largest entry where that is beyond 2²⁰⁰ or below 2⁻²⁰⁰. */
    static double unit(double[][]... sequences) {
        double largest = 0;
        for (double[][] sequence : sequences) {
            largest = Math.max(largest, Vectors.largest(sequence));
        }
        return largest == 0 || (largest <= LARGEST && largest >= 1 / LARGEST) ? 1 : 0x1p52 * Math.ulp(largest);
    }

    int count() {
        return rows.length;
    }

    /** min(d, T), beyond which there is no rank. */
    int fullRank() {
        return Math.min(dimension, rows.length);
    }

    /** κ = P_T/Σ‖gₜ‖² of the one-step predictor with m₀ = 0; NaN for a log of zeros, where it is undefined. */
    double oneStepKappa() {
        return (startEnergy + energy) / gradientEnergy;
    }

    /** H, d × T. */
    DMatrixRMaj columns() {
        DMatrixRMaj columns = new DMatrixRMaj(dimension, rows.length);
        for (int t = 0; t < rows.length; t++) {
            for (int i = 0; i < dimension; i++) {
                columns.set(i, t, rows[t][i]);
            }
        }
        return columns;
    }

    /**
     * ρ = 16 max(d, T) u ‖H‖_F, the distance in the Frobenius norm that a stable decomposition may be off: it is that of H + E with
     * ‖E‖ ≤ p(d, T) u ‖H‖, p a modestly growing function (LAPACK Users' Guide, 3rd ed., 4.9; Golub and Van Loan, 8.6), with
     * max(d, T) in the place of p by the rule of thumb that errors grow as the square root of their bound dT; and as much again for the
     * rounding of both sets of vectors. By Mirsky, ‖σ(H + E) − σ(H)‖ ≤ ‖E‖_F, so that √tail is off by at most ρ, and a tail by
     * 2√tail ρ + ρ², which is below 64 max(d, T) u ‖H‖²_F.
     */
    double stability() {
        return 16 * Math.max(dimension, rows.length) * Rounding.UNIT * Math.sqrt(energy);
    }

    /** u (Σ ‖gₜ‖²)^½: what H is off, in the Frobenius norm, if gradients were summed from planned increments. */
    double summation() {
        return Rounding.UNIT * Math.sqrt(gradientEnergy);
    }

    /** What a² is off where a is off by so much. */
    static double ofSquare(double a, double error) {
        return (2 * a + error) * error;
    }
}
