package org.theoremcheck.quartic.objective;

import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.numeric.Rounding;

/**
 * Rosenbrock's function with a quartic valley (F2): f(x, y) = x⁴ + a n² with n = y − x². Not convex; the ravine is a curve near n = 0. The
 * solution is 0.
 *
 * @param stiffness a &gt; 0
 */
public record Rosenbrock(double stiffness) implements Objective {

    @Override
    public int dimension() {
        return 2;
    }

    /** n = y − x², rounded once. */
    public static double normal(double[] point) {
        return Math.fma(-point[0], point[0], point[1]);
    }

    @Override
    public double evaluate(double[] point, double[] gradient) {
        double x = point[0];
        double n = normal(point);
        gradient[0] = 4 * x * (x * x - stiffness * n);
        gradient[1] = 2 * stiffness * n;
        return x * x * x * x + stiffness * n * n;
    }

    /** Relative, but for the difference in the first component. */
    @Override
    public Accuracy accuracy(double[] point) {
        double size = Math.abs(point[0]);
        double pull = stiffness * Math.abs(normal(point));
        return new Accuracy(
                Rounding.gamma(7) * (size * size * size * size + pull * Math.abs(normal(point))),
                Rounding.gamma(6) * (4 * size * (size * size + pull) + 2 * pull));
    }

    @Override
    public Enclosure exactGap(Enclosure[] point) {
        Enclosure square = point[0].squared();
        return square.squared()
                .plus(Enclosure.of(stiffness).times(point[1].minus(square).squared()));
    }

    @Override
    public Enclosure[] exactGradient(Enclosure[] point) {
        Enclosure pull = Enclosure.of(stiffness).times(point[1].minus(point[0].squared()));
        return new Enclosure[] {
            Enclosure.of(4).times(point[0]).times(point[0].squared().minus(pull)), pull.plus(pull)
        };
    }

    @Override
    public double order() {
        return 4;
    }

    @Override
    public double[] curvatures() {
        return new double[] {2 * stiffness, 2 * stiffness};
    }
}
