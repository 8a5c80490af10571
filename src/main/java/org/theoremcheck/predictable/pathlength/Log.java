package org.theoremcheck.predictable.pathlength;

import org.theoremcheck.numeric.Vectors;
import org.theoremcheck.predictable.predictor.Predictor;

/**
 * Gradients as a run left them, and the predictor they are held against.
 *
 * @param predictor makes mₜ from g₀, …, gₜ₋₁
 * @param gradients g₀, …, g_T, at least one row, all of one length
 */
public record Log(Predictor predictor, double[][] gradients) {

    /**
     * A log.
     *
     * @throws IllegalArgumentException if the gradients are no rows of one length with finite numbers
     */
    public Log {
        if (gradients.length == 0 || gradients[0].length == 0) {
            throw new IllegalArgumentException("a log has at least one gradient of at least one number");
        }
        for (double[] gradient : gradients) {
            if (gradient.length != gradients[0].length || !Vectors.finite(gradient)) {
                throw new IllegalArgumentException("gradients are rows of one length with finite numbers");
            }
        }
    }

    /** T + 1. */
    int rounds() {
        return gradients.length;
    }

    int dimension() {
        return gradients[0].length;
    }

    /** The same gradients held against another predictor. */
    Log with(Predictor other) {
        return new Log(other, gradients);
    }

    /** Other gradients held against the same predictor. */
    Log with(double[][] others) {
        return new Log(predictor, others);
    }
}
