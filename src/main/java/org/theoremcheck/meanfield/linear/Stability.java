package org.theoremcheck.meanfield.linear;

import org.theoremcheck.meanfield.model.Loss;
import org.theoremcheck.meanfield.model.Model;

/** Which steps and temperatures a model bears. */
public final class Stability {

    private Stability() {}

    /**
     * Refuses a step from which on gradient descent itself diverges, Δt (λ₊ max ℓ″/δ + λ) ≥ 2 with λ₊ = (1 + √δ)²; and for the linear loss a
     * temperature from which on the training error has no bound.
     *
     * @throws IllegalArgumentException naming the bound
     */
    public static void require(Model model) {
        MarchenkoPastur law = new MarchenkoPastur(model.ratio());
        double longest = 2 / (law.largest() * model.loss().curvatureBound() / model.ratio() + model.ridge());
        if (!(model.step() < longest)) {
            throw new IllegalArgumentException("the step Δt is below %.6g, where gradient descent diverges, got %s"
                    .formatted(longest, model.step()));
        }
        if (model.loss() instanceof Loss.Linear && model.ridge() == 0) {
            double hottest = law.largestTemperature(model.step());
            if (!(model.temperature() < hottest)) {
                throw new IllegalArgumentException(
                        "the temperature τ is below %.6g, where the linear loss diverges at the step %s, got %s"
                                .formatted(hottest, model.step(), model.temperature()));
            }
        }
    }
}
