package org.theoremcheck.guard.steprule;

/** How an optimizer moves, rightly or not. */
@FunctionalInterface
public interface Method {

    /** A method in progress. */
    @FunctionalInterface
    interface Memory {
        /**
         * The moves of the next step.
         *
         * @param point xₜ₋₁
         * @param gradient gₜ, the gradient there
         */
        Move[] next(double[] point, double[] gradient);
    }

    /** Begins with nothing remembered. */
    Memory begin(int dimension);
}
