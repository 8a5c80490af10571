package org.theoremcheck.meanfield.agreement;

import java.util.function.Function;
import org.theoremcheck.claim.Draw;
import org.theoremcheck.claim.Family;
import org.theoremcheck.meanfield.flow.EntryLaw;
import org.theoremcheck.meanfield.flow.Experiment;
import org.theoremcheck.meanfield.model.Loss;
import org.theoremcheck.meanfield.model.Model;
import org.theoremcheck.meanfield.model.StartLaw;

/**
 * The experiments, each one test: n = 2d and t ≤ 4 in steps of 0.1, or of 0.2 where that is enough, for the claims are exact at every step; the
 * committee t ≤ 2.
 */
final class Experiments {

    /** Linear regression on a noisy teacher, at τ = 1. */
    static final Model LINEAR = Model.of(new Loss.Linear(0.5), 2, 1, 0.2, 10);

    /** Logistic regression on the sign of a teacher, at τ = 1. */
    static final Model LOGISTIC = Model.of(new Loss.Logistic(), 2, 1, 0.1, 40);

    /** tanh regression on a noisy teacher, at τ = 1. */
    static final Model TANH = Model.of(Loss.tanh(0.3), 2, 1, 0.1, 40);

    /** Logistic regression in steps twice as long, at a quarter of the cost. */
    static final Model COARSE_LOGISTIC = LOGISTIC.in(0.2, 20);

    /** tanh regression in such steps. */
    static final Model COARSE_TANH = TANH.in(0.2, 20);

    /** tanh regression with labels as noisy as the teacher is large. */
    static final Model NOISY_TANH = Model.of(Loss.tanh(1), 2, 1, 0.2, 20);

    /** Two units and two teachers. */
    static final Model COMMITTEE = Model.of(
                    new Loss.Committee(new double[] {1, -0.6}, new double[] {1, -0.6}, 0.3), 2, 0.5, 0.1, 20)
            .from(new StartLaw.Gaussian(0.25), 0);

    /** Coordinates that start at ±1 and shrink: a mixture of two Gaussians. */
    static final Model MIXTURE = Model.of(new Loss.Logistic(), 2, 0.5, 0.2, 20).from(new StartLaw.Signs(1), 0.2);

    private Experiments() {}

    /** One experiment with a Gaussian design. */
    static Family<Experiment> of(String name, Model model, int dimension, int runs) {
        return of(name, in -> new Experiment(model, EntryLaw.GAUSSIAN, dimension, runs, seed(in)));
    }

    /** One experiment with another design. */
    static Family<Experiment> of(String name, Model model, EntryLaw entries, int dimension, int runs) {
        return of(name, in -> new Experiment(model, entries, dimension, runs, seed(in)));
    }

    private static Family<Experiment> of(String name, Function<Draw, Experiment> sampler) {
        return new Family<>("flow/" + name, name, 1, sampler);
    }

    private static long seed(Draw in) {
        return in.integer("seed", 0, 1 << 30);
    }
}
