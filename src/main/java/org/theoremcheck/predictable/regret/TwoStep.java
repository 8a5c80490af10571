package org.theoremcheck.predictable.regret;

import org.theoremcheck.predictable.geometry.Geometry;

/**
 * Two-step optimistic mirror descent (Chiang et al., COLT 2012; Rakhlin and Sridharan, COLT 2013):
 *
 * <pre>
 *   xₜ = prox of yₜ₋₁ at η mₜ
 *   yₜ = prox of yₜ₋₁ at η gₜ
 * </pre>
 */
public final class TwoStep implements MirrorLearner {

    private final Geometry geometry;
    private final Steps steps;
    private final double[] played;
    private final double[] anchor;
    private int round;

    public TwoStep(Game game) {
        geometry = game.geometry();
        steps = game.steps();
        anchor = geometry.mirror(game.start());
        played = anchor.clone();
    }

    @Override
    public double[] play(double[] hint) {
        geometry.step(anchor, steps.at(round), hint, played);
        return geometry.point(played);
    }

    @Override
    public void learn(double[] gradient) {
        geometry.step(anchor, steps.at(round), gradient, anchor);
        round++;
    }

    @Override
    public double[] secondary() {
        return geometry.point(anchor);
    }
}
