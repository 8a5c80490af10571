package org.theoremcheck.quartic.descent;

import org.theoremcheck.claim.Misplay;
import org.theoremcheck.claim.Subject;
import org.theoremcheck.numeric.Vectors;

/** The protocol: gap and gradient, next point. The subject sees the excess over its estimate and a copy of the gradient. */
public final class Rollout {

    private Rollout() {}

    /** Sees x_t, f(x_t) − f* and ∇f(x_t) for t = 0, 1, …. The arrays are overwritten by the next update. */
    @FunctionalInterface
    public interface Observer {

        /** Returns whether to go on. */
        boolean at(long update, double[] point, double gap, double[] gradient);
    }

    /** Sees the long step of each epoch: from where, with which gap and gradient, and to where. */
    @FunctionalInterface
    public interface LongSteps {

        void longStep(int epoch, double[] before, double gap, double[] gradient, double[] after);
    }

    /**
     * Plays until the observer has seen enough, or the minimum is reached: f(x) ≤ f*, or ∇f(x) = 0; or until a descent that diverges is lost where f and ∇f
     * are no numbers, unless the subject finds back from there.
     *
     * @throws Misplay if an answer is not a finite vector of the right dimension
     */
    public static void play(Problem problem, Subject<Problem, Descender> subject, Observer observer) {
        double[] point = problem.start().clone();
        double[] gradient = new double[point.length];
        double offset = problem.infimum() - problem.estimate();
        Descender descender = subject.begin(problem);
        for (long update = 0; ; update++) {
            double gap = problem.objective().evaluate(point, gradient);
            boolean goesOn = observer.at(update, point, gap, gradient);
            double steepest = Vectors.largest(gradient);
            if (!goesOn || gap <= 0 || steepest == 0) {
                return;
            }
            double[] answer = descender.step(gap + offset, gradient.clone());
            boolean numbers = Double.isFinite(gap) && Double.isFinite(steepest);
            if (!numbers && answer != null && !Double.isFinite(Vectors.largest(answer))) {
                return;
            }
            double[] next = Misplay.unlessVector(answer, point.length, "a point of the descent");
            System.arraycopy(next, 0, point, 0, point.length);
        }
    }

    /** Plays all epochs of the problem, whose updates after Kᵢ short ones are the long steps, whatever the subject makes of them. */
    public static void epochs(Problem problem, Subject<Problem, Descender> subject, LongSteps observer) {
        class Watch implements Observer {
            private int epoch;
            private long due = problem.shortSteps(0);
            private double[] before = new double[0];
            private double[] slope = new double[0];
            private double height;

            @Override
            public boolean at(long update, double[] point, double gap, double[] gradient) {
                if (update == due + 1) {
                    observer.longStep(epoch, before, height, slope, point);
                    epoch++;
                    due = update + problem.shortSteps(epoch);
                }
                if (update == due) {
                    before = point.clone();
                    slope = gradient.clone();
                    height = gap;
                }
                return epoch < problem.epochs();
            }
        }
        play(problem, subject, new Watch());
    }
}
