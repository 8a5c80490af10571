package org.theoremcheck.meanfield.flow;

/** X ∈ ℝⁿˣᵈ as a flow uses it. A matrix is an array of its columns; those in ℝᵈ are held in coordinates of the design's choosing. */
interface Design {

    /** The coordinates of vectors in ℝᵈ that do not depend on X. */
    double[][] coordinates(double[][] vectors);

    /** The vectors with these coordinates. */
    Pieces[] vectors(double[][] coordinates);

    /** Xθ, for the coordinates of θ. */
    Pieces[] times(double[][] coordinates);

    /** The coordinates of Xᵀg. */
    double[][] transposedTimes(Pieces[] g);
}
