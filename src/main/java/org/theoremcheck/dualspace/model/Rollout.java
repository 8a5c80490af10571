package org.theoremcheck.dualspace.model;

import org.ejml.data.DMatrixRMaj;
import org.theoremcheck.claim.Misplay;
import org.theoremcheck.claim.Subject;

/** The protocol: the gradient at the last answer, computed from the problem, and the next answer. */
public final class Rollout {

    private Rollout() {}

    /**
     * A step that was taken.
     *
     * @param round t, from 0
     * @param eta ηₜ
     * @param before the state at Wₜ
     * @param after the state at Wₜ₊₁
     */
    public record Step(int round, double eta, State before, State after) {}

    /** Sees every step. */
    public interface Observer {
        /** Whether to go on. */
        boolean saw(Step step);
    }

    /**
     * Plays until the rounds are over or the observer has seen enough.
     *
     * @throws Misplay if an answer is not a finite vector of the right dimension
     */
    public static <I> void play(Problem problem, Subject<I, Optimizer> subject, I instance, Observer observer) {
        int rows = problem.dimension();
        int columns = problem.outputs();
        Optimizer optimizer = subject.begin(instance);
        LinearModel model = new LinearModel(problem);
        State now = model.at(new DMatrixRMaj(problem.start()));
        for (int round = 0; round < problem.rounds(); round++) {
            double[] answer = Misplay.unlessVector(
                    optimizer.step(now.gradient().data.clone()), rows * columns, "the point after step " + round);
            State next = model.at(DMatrixRMaj.wrap(rows, columns, answer.clone()));
            if (!observer.saw(new Step(round, problem.step(round), now, next))) {
                return;
            }
            now = next;
        }
    }
}
