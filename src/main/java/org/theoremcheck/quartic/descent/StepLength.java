package org.theoremcheck.quartic.descent;

/** How far a method moves against the gradient. Asked once an update; may count. */
@FunctionalInterface
interface StepLength {

    /** α in x − α∇f(x). */
    double of(double excess, double[] gradient);
}
