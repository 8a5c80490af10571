package org.theoremcheck.guard.steprule;

import static org.theoremcheck.guard.steprule.StepClaim.slip;

import org.theoremcheck.claim.Theorem;

/**
 * RMSProp: x⁺ = x − ηg/(√v + ε), v = ρv + (1 − ρ)g².
 *
 * @param rate η
 * @param decay ρ
 * @param epsilon ε
 */
public record RmsProp(double rate, double decay, double epsilon) implements StepRule, Coordinatewise {

    static final Theorem<Course, Stepper, Step> THEOREM = StepClaim.of(
                    "step-rmsprop",
                    "RMSProp moves by −ηg/(√v + ε), v = ρv + (1 − ρ)g²",
                    "Tieleman, Hinton: Lecture 6.5, Coursera: Neural networks for machine learning, 2012; ε as libraries have it",
                    in -> new RmsProp(StepClaim.rate(in), StepClaim.kept(in, "decay"), StepClaim.epsilon(in)))
            .control(
                    "rmsprop-epsilon-under-root",
                    "ε under the root",
                    slip(
                            RmsProp.class,
                            rule -> (t, x, g, memory) ->
                                    Move.by(-rule.rate * g / Math.sqrt(rule.square(g, memory) + rule.epsilon))))
            .control(
                    "rmsprop-no-root",
                    "the root is left out",
                    slip(
                            RmsProp.class,
                            rule -> (t, x, g, memory) ->
                                    Move.by(-rule.rate * g / (rule.square(g, memory) + rule.epsilon))))
            .control(
                    "rmsprop-late",
                    "divides by the mean before this gradient",
                    slip(RmsProp.class, rule -> (t, x, g, memory) -> {
                        double before = memory[0];
                        rule.square(g, memory);
                        return Move.by(-rule.rate * g / (Math.sqrt(before) + rule.epsilon));
                    }))
            .control(
                    "rmsprop-shares-swapped",
                    "ρ and 1 − ρ are swapped",
                    slip(RmsProp.class, rule -> new RmsProp(rule.rate, 1 - rule.decay, rule.epsilon)));

    private double square(double g, double[] memory) {
        memory[0] = decay * memory[0] + (1 - decay) * g * g;
        return memory[0];
    }

    @Override
    public Move next(int t, double x, double g, double[] memory) {
        return Move.by(-rate * g / (Math.sqrt(square(g, memory)) + epsilon));
    }

    @Override
    public double roundings(int t) {
        return 4.0 * t + 8;
    }
}
