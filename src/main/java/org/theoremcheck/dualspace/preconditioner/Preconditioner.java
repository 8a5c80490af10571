package org.theoremcheck.dualspace.preconditioner;

import org.ejml.data.DMatrixRMaj;
import org.theoremcheck.numeric.Enclosure;

/**
 * A convex potential K of gradients G ∈ R^{d×k}, K(0) = 0 its minimum, and the map ∇K. The constants are bounds in the Frobenius norm.
 */
public sealed interface Preconditioner permits Blockwise, Spectral, RightMultiplication, Diagonal, HalfSquaredNorm {

    /** K(G). */
    double value(DMatrixRMaj gradient);

    /** ∇K(G) as a new matrix; 0 for G = 0. */
    DMatrixRMaj gradient(DMatrixRMaj gradient);

    /** Its class, for gradients of k columns. */
    Symmetry symmetry(int columns);

    /** Whether ∇K is Lipschitz. */
    default boolean smooth() {
        return true;
    }

    /** Whether 0 is the only minimizer of K. */
    default boolean uniqueMinimizer() {
        return true;
    }

    /** β with ‖∇K(G) − ∇K(H)‖ ≤ β‖G − H‖; 1, and wrong, where there is none. */
    double lipschitz();

    /** β with ‖∇K(G)‖² ≤ β⟨∇K(G), G⟩: at most {@link #lipschitz}. */
    default double upperSecant() {
        return lipschitz();
    }

    /**
     * μ with ⟨∇K(G), G⟩ ≥ μ‖G‖² for ‖G‖ ≤ radius.
     *
     * @param entries d k
     */
    double lowerSecant(double radius, int entries);

    /** Whether ∇K(G) = A(G) G with A symmetric and μ ≤ A ≤ β: the angle between ∇K(G) and G is then smaller. */
    default boolean symmetricSecant() {
        return true;
    }

    /** Whether ∇K(sG) = φ(s) ∇K(G). */
    boolean homogeneous();

    /** Bound on ‖M‖ where ∇K(G) = G M; of no meaning for preconditioners that leave the span. */
    double amplification(DMatrixRMaj gradient);

    /** Bound on the rounding of K and ∇K, in units of u relative to K(G) and β‖G‖. */
    double roundings(DMatrixRMaj gradient);

    /** K(G), enclosed. */
    Enclosure exactValue(Enclosure[][] gradient);

    /** ∇K(G), enclosed. */
    Enclosure[][] exactGradient(Enclosure[][] gradient);
}
