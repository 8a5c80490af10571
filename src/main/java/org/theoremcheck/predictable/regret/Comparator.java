package org.theoremcheck.predictable.regret;

import org.theoremcheck.predictable.geometry.Geometry;

/** The point u in X that the learner is compared with; it may depend on the gradients of the whole run. */
public sealed interface Comparator {

    /**
     * u.
     *
     * @param game the game that was played
     * @param total Σ gₜ
     */
    double[] point(Game game, double[] total);

    /** u = y₀. */
    record Start() implements Comparator {
        @Override
        public double[] point(Game game, double[] total) {
            return game.start();
        }
    }

    /** u = the step from y₀ along all gradients at once: y_N where no constraint is active. The bound's equality case. */
    record Leader() implements Comparator {
        @Override
        public double[] point(Game game, double[] total) {
            Geometry geometry = game.geometry();
            double[] mirror = geometry.mirror(game.start());
            geometry.step(mirror, game.steps().at(game.rounds() - 1), total, mirror);
            return geometry.point(mirror);
        }
    }

    /** u = argmin over X of ⟨Σ gₜ, u⟩, which makes the linearized regret the regret proper; y₀ where X is unbounded. */
    record BestResponse() implements Comparator {
        @Override
        public double[] point(Game game, double[] total) {
            double[] best = game.geometry().bestResponse(total);
            return best == null ? game.start() : best;
        }
    }

    /** A point fixed in advance. */
    record Fixed(double[] point) implements Comparator {
        @Override
        public double[] point(Game game, double[] total) {
            return point;
        }
    }
}
