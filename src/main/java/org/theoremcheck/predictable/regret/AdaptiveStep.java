package org.theoremcheck.predictable.regret;

import org.theoremcheck.claim.NotApplicable;
import org.theoremcheck.predictable.geometry.Geometry;

/**
 * Two-step optimistic mirror descent that makes its own steps from what it was surprised by (in the manner of Rakhlin and Sridharan,
 * NIPS 2013, corollary 2), with D² = sup over x and y of B(x, y) and ‖gₜ − mₜ‖_* at most L:
 *
 * <pre>
 *   ηₜ = D√λ / √(L² + Σ_{s&lt;t} ‖gₛ − mₛ‖²_*)
 * </pre>
 *
 * The game's step is the first one, D√λ/L.
 */
public final class AdaptiveStep implements Learner {

    private final Geometry geometry;
    private final double squaredWidth;
    private final double[] played;
    private final double[] anchor;
    private final double[] lastHint;
    private double squaredSurprises;

    /** @throws NotApplicable if D is infinite */
    public AdaptiveStep(Game game) {
        geometry = game.geometry();
        squaredWidth = geometry.modulus() * geometry.largestDivergence(game.dimension());
        if (!(squaredWidth < Double.POSITIVE_INFINITY)) {
            throw new NotApplicable("sup B(x, y) is infinite");
        }
        squaredSurprises = squaredWidth / (game.lastStep() * game.lastStep());
        anchor = geometry.mirror(game.start());
        played = anchor.clone();
        lastHint = new double[anchor.length];
    }

    private double step() {
        return Math.sqrt(squaredWidth / squaredSurprises);
    }

    @Override
    public double[] play(double[] hint) {
        System.arraycopy(hint, 0, lastHint, 0, lastHint.length);
        geometry.step(anchor, step(), hint, played);
        return geometry.point(played);
    }

    @Override
    public void learn(double[] gradient) {
        geometry.step(anchor, step(), gradient, anchor);
        squaredSurprises += geometry.squaredDualDistance(gradient, lastHint);
    }
}
