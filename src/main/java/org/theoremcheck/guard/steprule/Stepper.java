package org.theoremcheck.guard.steprule;

/** The role of an optimizer that is told gradients. Start and rule are those of the course for which it was begun. */
public interface Stepper {

    /** xₜ for the gradient at xₜ₋₁; x₀ is the start. The array handed in is the optimizer's to use until it returns. */
    double[] step(double[] gradient);
}
