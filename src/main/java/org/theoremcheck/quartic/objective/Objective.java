package org.theoremcheck.quartic.objective;

import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.numeric.Vectors;

/** A function on R^d with minimum f*, seen through its gap f(x) − f*, which is known without cancellation. */
public sealed interface Objective
        permits Separable,
                Rosenbrock,
                RidgeSum,
                Sensing,
                SymmetricFactorization,
                BalancedFactorization,
                TwoNeurons,
                RavinePolynomial,
                Flat {

    /** d. */
    int dimension();

    /** f(x) − f* ≥ 0; writes ∇f(x) over the second argument. */
    double evaluate(double[] point, double[] gradient);

    /** Bounds on the rounding of {@link #evaluate}. */
    Accuracy accuracy(double[] point);

    /**
     * Absolute errors.
     *
     * @param gap bound on |computed − exact| of f(x) − f*
     * @param gradient bound on ‖computed − exact‖₂ of ∇f(x)
     */
    record Accuracy(double gap, double gradient) {}

    /** f(x) − f*, enclosed. */
    Enclosure exactGap(Enclosure[] point);

    /** ∇f(x), enclosed. */
    Enclosure[] exactGradient(Enclosure[] point);

    /** A minimizer; 0 unless there are others. */
    default double[] solution() {
        return new double[dimension()];
    }

    /** Distance to the set of minimizers; ‖x‖ where 0 is the only one. */
    default double distance(double[] point) {
        return Vectors.norm(point);
    }

    /** p, the order of growth along the ravine: 2 where there is none, ∞ where growth is slower than any power. */
    double order();

    /** Smallest and largest nonzero eigenvalue of ∇²f at the minimizers; empty where ∇²f vanishes there. */
    double[] curvatures();

    /** Whether ∇f is Lipschitz near the minimizers. */
    default boolean smooth() {
        return true;
    }
}
