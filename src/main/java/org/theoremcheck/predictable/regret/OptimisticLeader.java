package org.theoremcheck.predictable.regret;

import org.theoremcheck.predictable.geometry.Geometry;

/**
 * Optimistic follow-the-regularized-leader, or dual averaging (Rakhlin and Sridharan, COLT 2013; Orabona, section 7.12):
 *
 * <pre>
 *   xₜ = argmin over X of Φ(x)/η + ⟨g₀ + … + gₜ₋₁ + mₜ, x⟩
 * </pre>
 */
public final class OptimisticLeader implements Learner {

    private final Geometry geometry;
    private final Steps steps;
    private final double[] origin;
    private final double[] total;
    private final double[] slope;
    private final double[] played;
    private int round;

    public OptimisticLeader(Game game) {
        geometry = game.geometry();
        steps = game.steps();
        origin = geometry.origin(game.dimension());
        total = new double[game.dimension()];
        slope = new double[game.dimension()];
        played = origin.clone();
    }

    @Override
    public double[] play(double[] hint) {
        for (int i = 0; i < slope.length; i++) {
            slope[i] = total[i] + hint[i];
        }
        geometry.step(origin, steps.at(round++), slope, played);
        return geometry.point(played);
    }

    @Override
    public void learn(double[] gradient) {
        for (int i = 0; i < total.length; i++) {
            total[i] += gradient[i];
        }
    }
}
