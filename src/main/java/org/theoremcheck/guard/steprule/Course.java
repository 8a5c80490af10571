package org.theoremcheck.guard.steprule;

import org.theoremcheck.numeric.Vectors;

/**
 * A rule and where it is to go.
 *
 * @param rule with its hyperparameters, all of which a float holds exactly
 * @param start x₀
 * @param gradients what the optimizer is told
 * @param rounds number of steps
 */
public record Course(StepRule rule, double[] start, Gradients gradients, int rounds) {

    /**
     * A course.
     *
     * @throws IllegalArgumentException if the parts do not fit together
     */
    public Course {
        if (!Vectors.finite(start) || start.length == 0 || gradients.dimension() != start.length) {
            throw new IllegalArgumentException("start and gradients are finite vectors of the same dimension");
        }
        if (rounds < 1) {
            throw new IllegalArgumentException("a course has at least one round, got " + rounds);
        }
        if (rule instanceof Muon muon && muon.rows() * muon.columns() != start.length) {
            throw new IllegalArgumentException("a matrix of %d rows and %d columns is no vector of %d numbers"
                    .formatted(muon.rows(), muon.columns(), start.length));
        }
    }
}
