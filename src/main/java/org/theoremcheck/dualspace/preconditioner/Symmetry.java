package org.theoremcheck.dualspace.preconditioner;

/** What a preconditioner does to the span of the columns of a gradient, by which the limit of descent is known. */
public enum Symmetry {
    /** K is a function of ‖G‖_F: ∇K(G) is a multiple of G. */
    ISOTROPIC,
    /** ∇K(G) = G M for a k × k matrix M that may depend on G. */
    SPAN_PRESERVING,
    /** ∇K(G) leaves the span. */
    NEITHER;

    /** Whether the columns of ∇K(G) lie in the span of those of G. */
    public boolean preservesSpan() {
        return this != NEITHER;
    }
}
