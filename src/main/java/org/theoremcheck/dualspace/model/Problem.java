package org.theoremcheck.dualspace.model;

import org.ejml.data.DMatrixRMaj;
import org.theoremcheck.dualspace.loss.Loss;
import org.theoremcheck.dualspace.preconditioner.Preconditioner;
import org.theoremcheck.numeric.Vectors;

/**
 * A linear model to fit, X W = Y, and how: L(W) = ℓ(XW − Y) from W₀ along ∇K(∇L). The bounds of the singular values stand in the problem, so
 * that all constants are numbers that follow from it.
 *
 * @param design X, n × d, row by row
 * @param smallest lower bound of the singular values of X, positive
 * @param largest upper bound of them
 * @param labels Y, n × k
 * @param start W₀, d × k
 * @param loss ℓ
 * @param preconditioner K
 * @param steps η₀, η₁, …; the last one for ever
 * @param rounds T ≥ 1
 */
public record Problem(
        double[][] design,
        double smallest,
        double largest,
        double[][] labels,
        double[][] start,
        Loss loss,
        Preconditioner preconditioner,
        double[] steps,
        int rounds) {

    /**
     * A problem.
     *
     * @throws IllegalArgumentException if the parts do not fit together
     */
    public Problem {
        int dimension = design.length == 0 ? 0 : design[0].length;
        int outputs = labels.length == 0 ? 0 : labels[0].length;
        shaped("design", design, design.length, dimension);
        shaped("labels", labels, design.length, outputs);
        shaped("start", start, dimension, outputs);
        if (dimension == 0 || outputs == 0) {
            throw new IllegalArgumentException("a model has at least one sample, one feature and one output");
        }
        if (!(smallest > 0 && smallest <= largest && largest <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException(
                    "singular values lie between positive bounds, got %s and %s".formatted(smallest, largest));
        }
        if (steps.length == 0 || !Vectors.finite(steps)) {
            throw new IllegalArgumentException("steps are finite numbers, at least one");
        }
        if (rounds < 1) {
            throw new IllegalArgumentException("a problem has at least one round, got " + rounds);
        }
    }

    private static void shaped(String what, double[][] matrix, int rows, int columns) {
        if (matrix.length != rows) {
            throw new IllegalArgumentException("the %s has %d rows, expected %d".formatted(what, matrix.length, rows));
        }
        for (double[] row : matrix) {
            if (row.length != columns || !Vectors.finite(row)) {
                throw new IllegalArgumentException(
                        "a row of the %s has %d finite numbers, expected %d".formatted(what, row.length, columns));
            }
        }
    }

    /** n. */
    public int samples() {
        return design.length;
    }

    /** d. */
    public int dimension() {
        return start.length;
    }

    /** k. */
    public int outputs() {
        return labels[0].length;
    }

    /** ηₜ. */
    public double step(int round) {
        return steps[Math.min(round, steps.length - 1)];
    }

    /** The problem with other steps. */
    public Problem with(double... otherSteps) {
        return new Problem(design, smallest, largest, labels, start, loss, preconditioner, otherSteps, rounds);
    }

    /** The problem with another preconditioner. */
    public Problem with(Preconditioner other) {
        return new Problem(design, smallest, largest, labels, start, loss, other, steps, rounds);
    }

    /** The problem, played for so many rounds. */
    public Problem lasting(int otherRounds) {
        return new Problem(design, smallest, largest, labels, start, loss, preconditioner, steps, otherRounds);
    }

    /** The state at W₀. */
    public State initial() {
        return new LinearModel(this).at(new DMatrixRMaj(start));
    }

    /** The state at W₀ in enclosed arithmetic. */
    public ExactState initialExactly() {
        return ExactState.at(this, new DMatrixRMaj(start));
    }

    /** The constants of the theorems. */
    public Constants constants() {
        return Constants.of(this);
    }
}
