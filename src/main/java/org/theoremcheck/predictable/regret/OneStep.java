package org.theoremcheck.predictable.regret;

import org.theoremcheck.predictable.geometry.Geometry;

/**
 * One-step optimistic mirror descent (Joulani, György, Szepesvári, ALT 2017; Orabona, arXiv 1912.13213, algorithm 6.5), one
 * projection a round, x₀ = y₀ and m₀ corrected for by a virtual round:
 *
 * <pre>
 *   xₜ = prox of xₜ₋₁ at η (gₜ₋₁ − mₜ₋₁ + mₜ)
 * </pre>
 */
public final class OneStep implements Learner {

    private final Geometry geometry;
    private final Steps steps;
    private final double[] played;
    private final double[] surprise;
    private final double[] slope;
    private int round;

    public OneStep(Game game) {
        geometry = game.geometry();
        steps = game.steps();
        played = geometry.mirror(game.start());
        surprise = new double[game.dimension()];
        slope = new double[game.dimension()];
    }

    @Override
    public double[] play(double[] hint) {
        for (int i = 0; i < slope.length; i++) {
            slope[i] = surprise[i] + hint[i];
            surprise[i] = -hint[i];
        }
        geometry.step(played, steps.at(round++), slope, played);
        return geometry.point(played);
    }

    @Override
    public void learn(double[] gradient) {
        for (int i = 0; i < surprise.length; i++) {
            surprise[i] += gradient[i];
        }
    }
}
