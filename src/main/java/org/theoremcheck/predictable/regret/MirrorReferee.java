package org.theoremcheck.predictable.regret;

import org.theoremcheck.claim.Misplay;
import org.theoremcheck.claim.Referee;
import org.theoremcheck.claim.Subject;
import org.theoremcheck.numeric.Rounding;
import org.theoremcheck.numeric.Vectors;
import org.theoremcheck.predictable.geometry.Geometry;

/** Plays a game with a learner that shows its secondary sequence, and sums the divergences between the two sequences. */
final class MirrorReferee implements Referee<Game, MirrorLearner, MirrorPlay> {

    @Override
    public MirrorPlay play(Game game, Subject<Game, MirrorLearner> subject) {
        MirrorLearner learner = subject.begin(game);
        RegretSums sums = new RegretSums(game);
        Sums mirrored = new Sums(game, learner);
        Match.play(game, learner, (round, hint, point, gradient) -> {
            sums.round(round, hint, point, gradient);
            mirrored.round(hint, point, gradient);
        });
        return mirrored.play(sums.play(), sums);
    }

    /** yₜ as the learner shows it. */
    static double[] secondary(Game game, MirrorLearner learner) {
        double[] point = Misplay.unlessVector(learner.secondary(), game.dimension(), "the secondary point");
        if (game.geometry().outside(point) > 0) {
            throw new Misplay("the secondary point lies outside the domain");
        }
        return point;
    }

    private static final class Sums {

        private final Game game;
        private final Geometry geometry;
        private final MirrorLearner learner;
        private final double[] secondary;
        private final double[] difference;
        private double before;
        private double after;
        private double stability;
        private double reached;
        private double surprise;
        private double reverse;
        private double moved;
        private double products;

        Sums(Game game, MirrorLearner learner) {
            this.game = game;
            this.geometry = game.geometry();
            this.learner = learner;
            secondary = game.start().clone();
            difference = new double[secondary.length];
        }

        void round(double[] hint, double[] point, double[] gradient) {
            for (int i = 0; i < difference.length; i++) {
                difference[i] = point[i] - secondary[i];
            }
            double norm = geometry.norm(difference);
            stability += norm * norm;
            reached += norm;
            before += geometry.divergence(point, secondary);
            double[] next = secondary(game, learner);
            System.arraycopy(next, 0, secondary, 0, secondary.length);
            after += geometry.divergence(point, secondary);
            reverse += geometry.divergence(secondary, point);
            double surpriseSquares = 0;
            for (int i = 0; i < difference.length; i++) {
                double delta = gradient[i] - hint[i];
                double step = point[i] - secondary[i];
                surprise += delta * step;
                surpriseSquares += delta * delta;
                difference[i] = step;
            }
            moved += geometry.norm(difference);
            products += Math.sqrt(surpriseSquares) * (Vectors.norm(point) + Vectors.norm(secondary));
        }

        MirrorPlay play(Play play, RegretSums sums) {
            double step = game.lastStep();
            double end = geometry.divergence(sums.comparator(), secondary) / step;
            double divergences = Math.abs(play.distance() + end) + Math.abs((before + after) / step);
            double symmetric = (after + reverse) / step;
            double relative = Rounding.gamma(geometry.divergenceError(game.dimension()) + game.rounds() + 8.0);
            // The identity holds for any points played. yₜ as shown is the step for a slope off by the change, from
            // round to
            // round, of what its rounding stands for; summed by parts, that meets the way from xₜ to xₜ₊₁ and two
            // distances.
            double across = geometry.norm(Vectors.difference(sums.comparator(), secondary));
            double ofPoints = sums.pointResidual() * (moved + reached + across) / Math.abs(step);
            // Both points are rounded, in directions that the constraint forbids too; then γ of the products.
            double inProducts = Rounding.gamma(2.0 * game.dimension() + game.rounds() + 8);
            return new MirrorPlay(
                    play,
                    end,
                    before / step,
                    after / step,
                    stability * geometry.modulus() / step,
                    Math.abs(inProducts * stability * geometry.modulus() / step)
                            + (2 * sums.residual() + 4 * geometry.modulus() * sums.pointRounding())
                                    * reached
                                    / Math.abs(step),
                    surprise,
                    symmetric,
                    sums.descentRounding() + ofPoints + relative * divergences,
                    play.magnitude() + divergences,
                    inProducts * products
                            + relative * Math.abs(symmetric)
                            + 2 * (sums.residual() + sums.pointResidual()) * moved / Math.abs(step),
                    products + Math.abs(symmetric));
        }
    }
}
