package org.theoremcheck.quartic.longstep;

import org.theoremcheck.numeric.Rounding;
import org.theoremcheck.numeric.Vectors;
import org.theoremcheck.quartic.objective.Objective;

/**
 * What rounding does to a Polyak step x − (f/‖g‖²)g.
 *
 * @param relative bound on the relative error of f/‖g‖, of f²/‖g‖², and of the length of the step along g: that of f, thrice that of g, and the
 *     roundings of ‖g‖², of quotients and products
 * @param absolute bound on the distance of the point computed from the exact one
 */
record StepError(double relative, double absolute) {

    static StepError at(Objective objective, double[] point, double gap, double[] gradient) {
        Objective.Accuracy accuracy = objective.accuracy(point);
        double slope = Vectors.norm(gradient);
        double relative =
                2 * (accuracy.gap() / gap + 3 * accuracy.gradient() / slope + Rounding.gamma(point.length + 8.0));
        double length = gap / slope;
        return new StepError(relative, length * relative + Rounding.gamma(2) * (Vectors.norm(point) + length));
    }
}
