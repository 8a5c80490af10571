package org.theoremcheck.quartic.descent;

import org.theoremcheck.numeric.Vectors;

/**
 * GDPolyak without a schedule: a long step where ‖∇f(x)‖ ≤ τ (f(x) − f̂)^¾, as it is on a ravine of fourth-order growth, and else a
 * short one. A plausible form of the adaptive variant of arXiv 2604.13393, whose rule could not be read.
 */
public final class TriggeredPolyak {

    private TriggeredPolyak() {}

    /** The method at the start of a problem. */
    public static Descender begin(Problem problem) {
        return new GradientMethod(
                problem,
                (excess, gradient) -> Vectors.norm(gradient) <= threshold(problem, excess)
                        ? GradientMethod.polyakStep(excess, gradient)
                        : problem.step());
    }

    /** τ (f − f̂)^¾; not a number below f̂, where no long step is taken. */
    public static double threshold(Problem problem, double excess) {
        double root = Math.sqrt(excess);
        return problem.trigger() * root * Math.sqrt(root);
    }
}
