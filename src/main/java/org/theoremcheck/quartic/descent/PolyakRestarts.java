package org.theoremcheck.quartic.descent;

import org.theoremcheck.numeric.Vectors;

/**
 * GDPolyak for an unknown f* (as in the authors' program): I epochs with long steps of half of Polyak's length towards a lower bound of
 * f*; then the bound rises to the mean of itself and the least value seen, and all begins again at x₀. The bound stays below f*, for a mean
 * of two numbers lies between them only if the least value is above f*, and halves its distance with each restart; so the accuracy is limited
 * by the number of restarts, and in the end by that of f − f̂.
 */
public final class PolyakRestarts implements Descender {

    private final Problem problem;
    private Descender descent;
    private double raised;
    private double least = Double.POSITIVE_INFINITY;
    private long left;

    private PolyakRestarts(Problem problem) {
        this.problem = problem;
        descent = halved();
        left = problem.updates(problem.epochs());
    }

    /** The method at the start of a problem, whose estimate is a lower bound of f*. */
    public static Descender begin(Problem problem) {
        return new PolyakRestarts(problem);
    }

    private Descender halved() {
        return GDPolyak.with(problem, (excess, gradient) -> GradientMethod.polyakStep(excess, gradient) / 2);
    }

    /** A long step beyond the bound may lead so far away that short ones diverge: then too it is time to restart. */
    @Override
    public double[] step(double excess, double[] gradient) {
        least = Math.min(least, excess);
        double[] next = descent.step(excess - raised, gradient);
        if (left > 0 && Vectors.finite(next)) {
            left--;
            return next;
        }
        raised += (least - raised) / 2;
        descent = halved();
        left = problem.updates(problem.epochs());
        return problem.start().clone();
    }
}
