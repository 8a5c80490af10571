package org.theoremcheck.meanfield.linear;

import org.theoremcheck.meanfield.limit.Equations;
import org.theoremcheck.meanfield.limit.MeanField;
import org.theoremcheck.meanfield.model.Model;

/**
 * The reference: the exact recursion.
 *
 * @param solution of the equations
 */
record Recursion(MeanField solution) implements LinearCurves {

    Recursion(Model model) {
        this(model, Equations.TRUE);
    }

    Recursion(Model model, Equations equations) {
        this(MeanField.linear(model, equations));
    }

    @Override
    public double[] distances() {
        double[] distances = new double[solution.trainingError().length];
        for (int k = 0; k < distances.length; k++) {
            distances[k] = solution.covariance(k, k)
                    - 2 * solution.overlap(k, 0, 0)
                    + solution.model().signal();
        }
        return distances;
    }

    @Override
    public double[] trainingErrors() {
        return solution.trainingError();
    }

    @Override
    public double[] increments() {
        double[] increments = new double[solution.trainingError().length - 1];
        for (int k = 0; k < increments.length; k++) {
            increments[k] =
                    solution.covariance(k + 1, k + 1) - 2 * solution.covariance(k + 1, k) + solution.covariance(k, k);
        }
        return increments;
    }
}
