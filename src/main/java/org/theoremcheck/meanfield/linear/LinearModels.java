package org.theoremcheck.meanfield.linear;

import org.theoremcheck.claim.Draw;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Hypothesis;
import org.theoremcheck.meanfield.model.Loss;
import org.theoremcheck.meanfield.model.Model;
import org.theoremcheck.meanfield.model.Sampling;
import org.theoremcheck.meanfield.model.StartLaw;

/** Models with the linear loss. */
final class LinearModels {

    private LinearModels() {}

    /** σ = ½, δ = 2, τ = ½, from a distance of variance 1. */
    static Model standard(double step, int steps) {
        return Model.of(new Loss.Linear(0.5), 2, 0.5, step, steps);
    }

    /** At most ten steps and a time of 4 in units of the largest eigenvalue, so that rounding cannot grow. */
    static Family<Model> brief(String claim) {
        return Family.drawn(claim + "/brief", "linear", LinearModels::draw);
    }

    /** Breaks the hypothesis that there is no ridge, alone. */
    static Hypothesis<Model> withoutRidge(String claim) {
        Model ridge = standard(0.5, 2).from(new StartLaw.Gaussian(0), 1);
        return new Hypothesis<>("no ridge", model -> -model.ridge(), Family.of(claim + "/ridge", "ridge", ridge));
    }

    private static Model draw(Draw in) {
        double ratio = in.logUniform("ratio", 0.3, 4);
        int steps = in.integer("steps", 1, 10);
        double longest = Math.min(4.0 / steps, 1.8) * ratio / new MarchenkoPastur(ratio).largest();
        double step = in.uniform("share of the longest step", 0.05, 1) * longest;
        return new Model(
                new Loss.Linear(in.uniform("label noise", 0, 1)),
                ratio,
                in.uniform("temperature", 0, 1.8),
                step,
                steps,
                0,
                new StartLaw.Gaussian(in.uniform("start", 0, 2)),
                in.uniform("signal", 0.1, 2),
                Sampling.GAUSSIAN);
    }
}
