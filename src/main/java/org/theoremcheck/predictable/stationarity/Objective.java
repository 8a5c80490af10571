package org.theoremcheck.predictable.stationarity;

import org.theoremcheck.numeric.Enclosure;

/** A function F ≥ 0 on R^d, not convex in general, whose gradient is L-Lipschitz on all of R^d with a known L. */
public sealed interface Objective permits Separable, Network {

    /** d. */
    int dimension();

    /** L: a double that is at least a Lipschitz constant of ∇F, where there is one. */
    double smoothness();

    /** Whether ∇F has that Lipschitz constant. */
    boolean smooth();

    /** F(θ)/unit, with neither overflow nor underflow where that number is a double of moderate size. */
    double value(double[] point, double unit);

    /** Writes ∇F(θ). */
    void gradient(double[] point, double[] gradient);

    /** Bound on |computed − exact| of a value computed in the unit. */
    double valueError(double[] point, double value, double unit);

    /** Bound on ‖computed − exact‖₂/unit of a gradient whose norm was computed as that many units. */
    double gradientError(double[] point, double norm, double unit);

    /** F(θ), enclosed. */
    Enclosure exactValue(double[] point);

    /** ∇F(θ), enclosed. */
    Enclosure[] exactGradient(double[] point);
}
