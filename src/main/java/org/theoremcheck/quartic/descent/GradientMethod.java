package org.theoremcheck.quartic.descent;

import org.theoremcheck.numeric.Vectors;

/** x⁺ = x − α∇f(x) with the step length of the method. */
public final class GradientMethod implements Descender {

    private final double[] point;
    private final StepLength length;

    GradientMethod(Problem problem, StepLength length) {
        point = problem.start().clone();
        this.length = length;
    }

    /** Gradient descent with the constant step η. */
    public static Descender gradientDescent(Problem problem) {
        return new GradientMethod(problem, (excess, gradient) -> problem.step());
    }

    /** Polyak's method: every step is a {@link #polyakStep}. */
    public static Descender polyak(Problem problem) {
        return new GradientMethod(problem, GradientMethod::polyakStep);
    }

    /** (f(x) − f̂)/‖∇f(x)‖²: to where the tangent plane would reach f̂. */
    public static double polyakStep(double excess, double[] gradient) {
        return excess / Vectors.squaredNorm(gradient);
    }

    @Override
    public double[] step(double excess, double[] gradient) {
        double alpha = length.of(excess, gradient);
        for (int i = 0; i < point.length; i++) {
            point[i] -= alpha * gradient[i];
        }
        return point;
    }
}
