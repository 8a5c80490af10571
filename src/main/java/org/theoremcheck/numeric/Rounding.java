package org.theoremcheck.numeric;

/** The standard model of double arithmetic (Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed., chapters 2 and 3). */
public final class Rounding {

    /** Unit roundoff u = 2⁻⁵³: fl(a ∘ b) = (a ∘ b)(1 + δ) with |δ| ≤ u, barring underflow and overflow. */
    public static final double UNIT = 0x1p-53;

    private Rounding() {}

    /**
     * γₙ = n u / (1 − n u), the bound on the relative error of a product of n factors (1 + δᵢ)^±1; an inner product of length n,
     * summed in any order, is off by at most γₙ Σ|aᵢ||bᵢ| (Higham, Lemma 3.1 and equation 3.5).
     *
     * @param n number of roundings, with n u &lt; 1
     */
    public static double gamma(double n) {
        double accumulated = n * UNIT;
        return accumulated / (1 - accumulated);
    }
}
