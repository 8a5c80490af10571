package org.theoremcheck.quartic.descent;

/**
 * GDPolyak (Davis, Drusvyatskiy, Jiang, arXiv 2409.19791, algorithm 1): in epoch i, Kᵢ short steps with η and one long step with Polyak's
 * length. The short steps bring the point to the ravine, where the long one is long.
 */
public final class GDPolyak implements StepLength {

    private final Problem problem;
    private final StepLength longStep;
    private int epoch;
    private int left;

    /** The schedule of a problem with the long step given. */
    GDPolyak(Problem problem, StepLength longStep) {
        this.problem = problem;
        this.longStep = longStep;
        left = problem.shortSteps(0);
    }

    /** The method at the start of a problem. */
    public static Descender begin(Problem problem) {
        return with(problem, GradientMethod::polyakStep);
    }

    /** The method with another long step. */
    static Descender with(Problem problem, StepLength longStep) {
        return new GradientMethod(problem, new GDPolyak(problem, longStep));
    }

    @Override
    public double of(double excess, double[] gradient) {
        if (left > 0) {
            left--;
            return problem.step();
        }
        epoch++;
        left = problem.shortSteps(epoch);
        return longStep.of(excess, gradient);
    }
}
