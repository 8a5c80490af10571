package org.theoremcheck.dualspace.model;

/**
 * The role of an optimizer that is told gradients. Start and steps are those of the problem for which it was begun. Matrices of shape
 * d × k go row by row; the array handed in is the optimizer's to use until it returns.
 */
public interface Optimizer {

    /** Wₜ₊₁ for the gradient Gₜ at Wₜ; t = 0 at the first call. */
    double[] step(double[] gradient);
}
