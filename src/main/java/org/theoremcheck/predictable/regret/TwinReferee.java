package org.theoremcheck.predictable.regret;

import java.util.ArrayList;
import java.util.List;
import org.theoremcheck.claim.Referee;
import org.theoremcheck.claim.Subject;
import org.theoremcheck.numeric.Vectors;
import org.theoremcheck.predictable.geometry.Geometry;

/** Plays a game and its twin, and measures how far apart the points are. */
final class TwinReferee implements Referee<Twins, Learner, TwinReferee.Distance> {

    /**
     * The distance of two runs.
     *
     * @param moved Σ ‖xₜ − xₜ′‖
     * @param size Σ ‖xₜ‖ + ‖xₜ′‖
     * @param rounding bound on the rounding of the distance
     */
    record Distance(double moved, double size, double rounding) {}

    /** The points of both runs. */
    record Runs(List<double[]> first, List<double[]> second) {

        static Runs of(Twins twins, Subject<Twins, Learner> subject, RegretSums first, RegretSums second) {
            Game changed = twins.changed();
            return new Runs(
                    points(twins.game(), subject.begin(twins), first),
                    points(changed, twin(twins, subject, changed), second));
        }

        private static Learner twin(Twins twins, Subject<Twins, Learner> subject, Game changed) {
            if (twins.change() instanceof Twins.Other other) {
                return other == Twins.Other.ONE_STEP ? new OneStep(changed) : new OptimisticLeader(changed);
            }
            return subject.begin(new Twins(changed, twins.change()));
        }

        private static List<double[]> points(Game game, Learner learner, RegretSums sums) {
            List<double[]> points = new ArrayList<>();
            Match.play(game, learner, (round, hint, point, gradient) -> {
                points.add(point.clone());
                sums.round(round, hint, point, gradient);
            });
            sums.play();
            return points;
        }
    }

    @Override
    public Distance play(Twins twins, Subject<Twins, Learner> subject) {
        RegretSums first = new RegretSums(twins.game());
        RegretSums second = new RegretSums(twins.changed());
        Runs runs = Runs.of(twins, subject, first, second);
        Geometry geometry = twins.game().geometry();
        double moved = 0;
        double size = 0;
        for (int t = 0; t < runs.first().size(); t++) {
            moved += geometry.norm(
                    Vectors.difference(runs.first().get(t), runs.second().get(t)));
            size += geometry.norm(runs.first().get(t))
                    + geometry.norm(runs.second().get(t));
        }
        // A mirror image that is off by r moves the point by ‖r‖_*/λ at most, and residuals add up, one for each step
        // of each run.
        int rounds = twins.game().rounds();
        double perPoint = (first.residual() + second.residual()) * (rounds + 1) / geometry.modulus()
                + first.pointRounding()
                + second.pointRounding();
        return new Distance(moved, size, 2 * rounds * perPoint);
    }
}
