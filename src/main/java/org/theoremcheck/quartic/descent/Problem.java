package org.theoremcheck.quartic.descent;

import org.theoremcheck.numeric.Vectors;
import org.theoremcheck.quartic.objective.Objective;

/**
 * A function to descend on, with everything that a run needs.
 *
 * @param objective f − f*
 * @param infimum f*
 * @param estimate f̂, what the method is told about f*
 * @param start x₀
 * @param step η, the short step
 * @param shortSteps K₀, the short steps of the first epoch
 * @param growth by how much each epoch has more of them than the one before: Kᵢ = K₀ + i · growth
 * @param epochs I
 * @param trigger τ, for the method that takes a long step where ‖∇f‖ ≤ τ (f − f̂)^¾; the others have no use for it
 */
public record Problem(
        Objective objective,
        double infimum,
        double estimate,
        double[] start,
        double step,
        int shortSteps,
        int growth,
        int epochs,
        double trigger) {

    /**
     * A problem.
     *
     * @throws IllegalArgumentException if the parts do not fit together
     */
    public Problem {
        if (start.length != objective.dimension() || !Vectors.finite(start)) {
            throw new IllegalArgumentException("the start is a finite vector of dimension %d, got %d numbers"
                    .formatted(objective.dimension(), start.length));
        }
        if (!Vectors.finite(new double[] {infimum, estimate, step, trigger})) {
            throw new IllegalArgumentException("infimum, estimate, step and trigger are finite numbers");
        }
        if (shortSteps < 0 || growth < 0 || epochs < 1) {
            throw new IllegalArgumentException(
                    "short steps and growth are at least 0, epochs at least 1, got %d, %d, %d"
                            .formatted(shortSteps, growth, epochs));
        }
    }

    /** A problem with f* = 0, known, and always as many short steps. */
    public static Problem of(Objective objective, double[] start, double step, int shortSteps, int epochs) {
        return new Problem(objective, 0, 0, start, step, shortSteps, 0, epochs, 0);
    }

    /** The same with other numbers of short steps and epochs. */
    public Problem scheduled(int otherShortSteps, int otherGrowth, int otherEpochs) {
        return new Problem(
                objective, infimum, estimate, start, step, otherShortSteps, otherGrowth, otherEpochs, trigger);
    }

    /** The same with another minimum, and another belief about it. */
    public Problem above(double otherInfimum, double otherEstimate) {
        return new Problem(objective, otherInfimum, otherEstimate, start, step, shortSteps, growth, epochs, trigger);
    }

    /** The same with another τ. */
    public Problem triggeredAt(double otherTrigger) {
        return new Problem(objective, infimum, estimate, start, step, shortSteps, growth, epochs, otherTrigger);
    }

    /** d. */
    public int dimension() {
        return start.length;
    }

    /** Kᵢ. */
    public int shortSteps(int epoch) {
        return shortSteps + epoch * growth;
    }

    /** Updates of the first so many epochs, Σ (Kᵢ + 1). */
    public long updates(int firstEpochs) {
        return firstEpochs * (shortSteps + 1L) + growth * (firstEpochs * (firstEpochs - 1L) / 2);
    }

    /** Largest |1 − ηλ| over the nonzero curvatures λ at the minimizers: what a short step leaves across the ravine; 0 where H = 0. */
    public double contraction() {
        double largest = 0;
        for (double curvature : objective.curvatures()) {
            largest = Math.max(largest, Math.abs(1 - step * curvature));
        }
        return largest;
    }
}
