package org.theoremcheck.predictable.regret;

import org.theoremcheck.numeric.Vectors;
import org.theoremcheck.predictable.geometry.Geometry;
import org.theoremcheck.predictable.predictor.Predictor;

/**
 * One game of online learning, with everything that a run needs.
 *
 * @param geometry domain and mirror map
 * @param start y₀, where Φ is differentiable; its length is the dimension
 * @param steps η
 * @param adversary chooses the losses
 * @param predictor makes the hints
 * @param comparator the point to compare with
 * @param rounds N ≥ 1
 */
public record Game(
        Geometry geometry,
        double[] start,
        Steps steps,
        Adversary adversary,
        Predictor predictor,
        Comparator comparator,
        int rounds) {

    /**
     * A game.
     *
     * @throws IllegalArgumentException if the parts do not fit together
     */
    public Game {
        if (start.length == 0 || !Vectors.finite(start)) {
            throw new IllegalArgumentException("the start is a finite vector of at least one number");
        }
        if (!geometry.fits(start.length)) {
            throw new IllegalArgumentException("the geometry %s has no points of dimension %d"
                    .formatted(geometry.getClass().getSimpleName(), start.length));
        }
        if (rounds < 1) {
            throw new IllegalArgumentException("a game has at least one round, got " + rounds);
        }
        fits("adversary", adversary.dimension(), start.length);
        if (predictor instanceof Predictor.Announced announced) {
            for (double[] hint : announced.hints()) {
                fits("announced hints", hint.length, start.length);
            }
        }
        if (comparator instanceof Comparator.Fixed fixed) {
            fits("comparator", fixed.point().length, start.length);
            if (!Vectors.finite(fixed.point())) {
                throw new IllegalArgumentException("the comparator is a finite vector");
            }
        }
    }

    private static void fits(String what, int dimension, int expected) {
        if (dimension != -1 && dimension != expected) {
            throw new IllegalArgumentException(
                    "the %s has dimension %d, the start has %d".formatted(what, dimension, expected));
        }
    }

    int dimension() {
        return start.length;
    }

    /** η of the last round. */
    double lastStep() {
        return steps.at(rounds - 1);
    }
}
