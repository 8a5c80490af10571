package org.theoremcheck.guard.steprule;

import org.theoremcheck.numeric.Rounding;
import org.theoremcheck.numeric.Vectors;

/**
 * A rule and where it is to go.
 *
 * @param rule with its hyperparameters, all of which a float holds exactly
 * @param start x₀
 * @param gradients what the optimizer is told
 * @param rounds number of steps
 * @param unit u, to which the optimizer rounds: 2⁻⁵³ in doubles, 2⁻²⁴ in floats
 */
public record Course(StepRule rule, double[] start, Gradients gradients, int rounds, double unit) {

    /** The unit roundoff of floats. */
    private static final double FLOAT = 0x1p-24;

    /** A course for an optimizer in doubles. */
    public Course(StepRule rule, double[] start, Gradients gradients, int rounds) {
        this(rule, start, gradients, rounds, Rounding.UNIT);
    }

    /** The same course for an optimizer in floats, from a start that is one. */
    Course inFloats() {
        return new Course(rule, Vectors.map(start, x -> (float) x), gradients, rounds, FLOAT);
    }

    /** By how much an optimizer rounds more than doubles do. */
    double coarseness() {
        return unit / Rounding.UNIT;
    }

    /**
     * A course.
     *
     * @throws IllegalArgumentException if the parts do not fit together
     */
    public Course {
        if (!Vectors.finite(start) || start.length == 0 || gradients.dimension() != start.length) {
            throw new IllegalArgumentException("start and gradients are finite vectors of the same dimension");
        }
        if (!(unit >= Rounding.UNIT && unit <= FLOAT)) {
            throw new IllegalArgumentException("a unit roundoff lies between those of doubles and floats, got " + unit);
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
