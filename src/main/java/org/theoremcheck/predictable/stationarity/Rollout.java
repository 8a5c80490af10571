package org.theoremcheck.predictable.stationarity;

import org.theoremcheck.claim.Misplay;
import org.theoremcheck.claim.Subject;
import org.theoremcheck.predictable.stationarity.Proxy.Source;

/** The protocol: gradient, proxy direction, next point. The subject sees a copy of the direction and nothing else. */
final class Rollout {

    private Rollout() {}

    /** Sees θₜ, ∇F(θₜ) and mₜ for t = 0, …, T; at t = T nobody moves any more. The arrays are overwritten by the next round. */
    interface Observer {
        void round(int round, double[] point, double[] gradient, double[] proxy);
    }

    /**
     * Plays all rounds.
     *
     * @throws Misplay if an answer is not a finite vector of the right dimension
     */
    static void play(Problem problem, Subject<Problem, Descender> subject, Observer observer) {
        int dimension = problem.dimension();
        double[] point = problem.start().clone();
        double[] gradient = new double[dimension];
        Source source = problem.proxy().begin(dimension);
        Descender descender = subject.begin(problem);
        for (int round = 0; round <= problem.rounds(); round++) {
            problem.objective().gradient(point, gradient);
            double[] proxy = source.next(gradient);
            observer.round(round, point, gradient, proxy);
            if (round < problem.rounds()) {
                double[] next =
                        Misplay.unlessVector(descender.step(proxy.clone()), dimension, "the point after step " + round);
                System.arraycopy(next, 0, point, 0, dimension);
            }
        }
    }
}
