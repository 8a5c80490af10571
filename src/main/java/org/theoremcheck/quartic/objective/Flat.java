package org.theoremcheck.quartic.objective;

import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.numeric.Rounding;
import org.theoremcheck.numeric.Vectors;

/** f(x, y) = x² + exp(−1/y²): along y it grows more slowly than any power. The solution is 0. */
public record Flat() implements Objective {

    @Override
    public int dimension() {
        return 2;
    }

    @Override
    public double evaluate(double[] point, double[] gradient) {
        double x = point[0];
        double y = point[1];
        double bump = y == 0 ? 0 : StrictMath.exp(-1 / (y * y));
        gradient[0] = 2 * x;
        gradient[1] = bump == 0 ? 0 : 2 * bump / (y * y * y);
        return x * x + bump;
    }

    /** The exponent −1/y² is off by two roundings of itself. */
    @Override
    public Accuracy accuracy(double[] point) {
        double[] gradient = new double[2];
        double gap = evaluate(point, gradient);
        double roundings = Rounding.gamma(8 + 2 / (point[1] * point[1]));
        return new Accuracy(roundings * gap, roundings * Vectors.norm(gradient));
    }

    @Override
    public Enclosure exactGap(Enclosure[] point) {
        return point[0].squared().plus(bump(point[1]));
    }

    @Override
    public Enclosure[] exactGradient(Enclosure[] point) {
        Enclosure twice = Enclosure.of(2);
        return new Enclosure[] {
            twice.times(point[0]), twice.times(bump(point[1])).over(point[1]).over(point[1].squared())
        };
    }

    private static Enclosure bump(Enclosure y) {
        return Enclosure.ONE.over(y.squared()).negated().exp();
    }

    @Override
    public double order() {
        return Double.POSITIVE_INFINITY;
    }

    @Override
    public double[] curvatures() {
        return new double[] {2, 2};
    }
}
