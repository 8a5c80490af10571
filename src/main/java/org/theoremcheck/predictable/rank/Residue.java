package org.theoremcheck.predictable.rank;

import org.theoremcheck.numeric.Rounding;
import org.theoremcheck.numeric.Vectors;

/** H − Σ aₖ bₖᵀ as factors are taken away one by one, in the units of H. */
final class Residue {

    private final double unit;
    private final double[][] rest;
    private final int entries;
    private double involved;
    private int taken;

    Residue(Increments increments) {
        unit = increments.unit();
        rest = new double[increments.count()][];
        for (int t = 0; t < rest.length; t++) {
            rest[t] = increments.rows()[t].clone();
        }
        entries = rest.length * increments.dimension();
        involved = Math.sqrt(increments.energy());
    }

    /** What is left when all these are taken away. */
    static Residue of(Increments increments, Factors factors) {
        Residue residue = new Residue(increments);
        for (int k = 0; k < factors.count(); k++) {
            residue.take(factors, k);
        }
        return residue;
    }

    /** Takes the k-th factor away. */
    void take(Factors factors, int k) {
        double[] direction = Vectors.scaled(1 / unit, factors.directions()[k]);
        double[] weights = factors.weights()[k];
        for (int t = 0; t < rest.length; t++) {
            double[] row = rest[t];
            double weight = weights[t];
            for (int i = 0; i < row.length; i++) {
                row[i] -= weight * direction[i];
            }
        }
        involved += Vectors.norm(direction) * Vectors.norm(weights);
        taken++;
    }

    /** ‖H − Ĥ‖²_F. */
    double squares() {
        double squares = 0;
        for (double[] row : rest) {
            squares += Vectors.squaredNorm(row);
        }
        return squares;
    }

    /** The same with the coordinates but the first weighted by 10. */
    double weightedSquares() {
        double squares = 0;
        for (double[] row : rest) {
            for (int i = 0; i < row.length; i++) {
                squares += (i == 0 ? 1 : Slips.WEIGHT) * row[i] * row[i];
            }
        }
        return squares;
    }

    /**
     * Bound on the error of H − Ĥ in the Frobenius norm: one rounding for a difference of gradients and two for each factor, of
     * partial sums of absolute size at most |H| + Σ|aₖ||bₖ|ᵀ, whose norm is at most ‖H‖_F + Σ‖aₖ‖‖bₖ‖; and a relative γ of the norm
     * of what is left, for the squares and their sum.
     */
    double error() {
        return Rounding.gamma(2.0 * taken + 2) * involved + Rounding.gamma(entries + 2.0) * Math.sqrt(squares());
    }
}
