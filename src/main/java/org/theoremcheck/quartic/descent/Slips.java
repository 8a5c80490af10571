package org.theoremcheck.quartic.descent;

import org.theoremcheck.claim.Subject;

/** GDPolyak with one thing wrong: the subjects that the theorems must refute. */
public final class Slips {

    private Slips() {}

    /** The long step is so many times as long. */
    public static Subject<Problem, Descender> longer(double factor) {
        return problem ->
                GDPolyak.with(problem, (excess, gradient) -> factor * GradientMethod.polyakStep(excess, gradient));
    }

    /** Gradient descent with so many times the step. */
    public static Subject<Problem, Descender> shorter(double factor) {
        return problem -> new GradientMethod(problem, (excess, gradient) -> factor * problem.step());
    }

    /** The long step goes for 0 and not for f*: α = f/‖∇f‖². */
    public static Descender valueForGap(Problem problem) {
        return GDPolyak.with(
                problem, (excess, gradient) -> GradientMethod.polyakStep(excess + problem.estimate(), gradient));
    }

    /** One short step too many. */
    public static Descender lateLongStep(Problem problem) {
        return GDPolyak.begin(problem.scheduled(problem.shortSteps() + 1, problem.growth(), problem.epochs()));
    }

    /** The long step goes along the gradient of the point before. */
    public static final class StaleGradient implements Descender {

        private final StepLength length;
        private final double[] point;
        private double[] previous;
        private boolean stale;

        public StaleGradient(Problem problem) {
            length = new GDPolyak(problem, (excess, gradient) -> {
                stale = true;
                return GradientMethod.polyakStep(excess, gradient);
            });
            point = problem.start().clone();
            previous = new double[point.length];
        }

        @Override
        public double[] step(double excess, double[] gradient) {
            stale = false;
            double alpha = length.of(excess, gradient);
            double[] direction = stale ? previous : gradient;
            for (int i = 0; i < point.length; i++) {
                point[i] -= alpha * direction[i];
            }
            previous = gradient;
            return point;
        }
    }
}
