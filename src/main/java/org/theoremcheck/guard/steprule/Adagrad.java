package org.theoremcheck.guard.steprule;

import static org.theoremcheck.guard.steprule.StepClaim.slip;

import org.theoremcheck.claim.Theorem;

/**
 * Adagrad: x⁺ = x − ηg/(√v + ε), v = v + g².
 *
 * @param rate η
 * @param epsilon ε
 */
public record Adagrad(double rate, double epsilon) implements StepRule, Coordinatewise {

    static final Theorem<Course, Stepper, Step> THEOREM = StepClaim.of(
                    "step-adagrad",
                    "Adagrad moves by −ηg/(√v + ε), v = Σ g²",
                    "Duchi, Hazan, Singer: Adaptive subgradient methods. Journal of Machine Learning Research 12, 2011",
                    in -> new Adagrad(StepClaim.rate(in), StepClaim.epsilon(in)))
            .control(
                    "adagrad-no-root",
                    "the root is left out",
                    slip(
                            Adagrad.class,
                            rule -> (t, x, g, memory) ->
                                    Move.by(-rule.rate * g / ((memory[0] += g * g) + rule.epsilon))))
            .control(
                    "adagrad-epsilon-under-root",
                    "ε under the root",
                    slip(
                            Adagrad.class,
                            rule -> (t, x, g, memory) ->
                                    Move.by(-rule.rate * g / Math.sqrt((memory[0] += g * g) + rule.epsilon))))
            .control(
                    "adagrad-late",
                    "the new square is not in the sum yet",
                    slip(Adagrad.class, rule -> (t, x, g, memory) -> {
                        double before = memory[0];
                        memory[0] += g * g;
                        return Move.by(-rule.rate * g / (Math.sqrt(before) + rule.epsilon));
                    }));

    @Override
    public Move next(int t, double x, double g, double[] memory) {
        memory[0] += g * g;
        return Move.by(-rate * g / (Math.sqrt(memory[0]) + epsilon));
    }

    @Override
    public double roundings(int t) {
        return t + 8.0;
    }
}
