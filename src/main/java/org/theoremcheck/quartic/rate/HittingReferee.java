package org.theoremcheck.quartic.rate;

import java.util.Arrays;
import org.apache.commons.math3.util.FastMath;
import org.theoremcheck.claim.Referee;
import org.theoremcheck.claim.Subject;
import org.theoremcheck.quartic.descent.Descender;
import org.theoremcheck.quartic.descent.GDPolyak;
import org.theoremcheck.quartic.descent.Problem;
import org.theoremcheck.quartic.descent.Rollout;

/**
 * Plays until the best gap so far has fallen by sixteen decades. A nearly linear run does so within the epochs of the problem; others are
 * given ten times as many updates as GDPolyak takes, or ten times those epochs where it does not do it either.
 */
final class HittingReferee implements Referee<Problem, Descender, HittingTimes> {

    private static final int PATIENCE = 10;

    @Override
    public HittingTimes play(Problem problem, Subject<Problem, Descender> subject) {
        Hits hits = new Hits(problem.updates(problem.epochs()));
        Rollout.play(problem, subject, (update, point, gap, gradient) -> {
            if (update == hits.allowed && !hits.done()) {
                hits.limit = PATIENCE * updatesOfReference(problem);
            }
            return hits.see(update, gap);
        });
        return hits.times();
    }

    private static long updatesOfReference(Problem problem) {
        Hits hits = new Hits(problem.updates(problem.epochs()));
        Rollout.play(problem, GDPolyak::begin, (update, point, gap, gradient) -> hits.see(update, gap));
        return hits.done() ? hits.times().last() : hits.allowed;
    }

    private static final class Hits {

        final long allowed;
        long limit;
        private double[] best = new double[1024];
        private int updates;
        private final long[] at = {-1, -1, -1};
        private static final double[] DECADES = {1e-2, 1e-9, 1e-16};

        Hits(long allowed) {
            this.allowed = allowed;
            limit = allowed;
        }

        boolean done() {
            return at[2] >= 0;
        }

        /** Whether to go on. */
        boolean see(long update, double gap) {
            updates = (int) update;
            if (updates == best.length) {
                best = Arrays.copyOf(best, 2 * updates);
            }
            best[updates] = updates == 0 ? gap : Math.min(best[updates - 1], gap);
            for (int k = 0; k < at.length; k++) {
                if (at[k] < 0 && best[updates] <= DECADES[k] * best[0]) {
                    at[k] = update;
                }
            }
            return !done() && update < limit;
        }

        HittingTimes times() {
            double halved = best[updates / 2] / best[updates];
            double doubling = halved == Double.POSITIVE_INFINITY ? halved : FastMath.log(2, halved);
            return new HittingTimes(at[0], at[1], at[2], doubling, updates, allowed);
        }
    }
}
