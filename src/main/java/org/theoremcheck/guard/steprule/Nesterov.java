package org.theoremcheck.guard.steprule;

import static org.theoremcheck.guard.steprule.StepClaim.slip;

import org.theoremcheck.claim.Theorem;

/**
 * Nesterov's momentum in the form that needs no gradient elsewhere: v = μv + g and x⁺ = x − η(g + μv), from v = 0.
 *
 * @param rate η
 * @param momentum μ
 */
public record Nesterov(double rate, double momentum) implements StepRule, Coordinatewise {

    static final Theorem<Course, Stepper, Step> THEOREM = StepClaim.of(
                    "step-nesterov",
                    "Nesterov's momentum moves by −η(g + μv), v = μv + g",
                    "Nesterov: A method of solving a convex programming problem with convergence rate O(1/k²). Soviet Mathematics "
                            + "Doklady 27(2), 1983; in this form Bengio, Boulanger-Lewandowski, Pascanu, ICASSP 2013",
                    in -> new Nesterov(StepClaim.rate(in), StepClaim.kept(in, "momentum")))
            .control(
                    "nesterov-heavy-ball",
                    "no look ahead: the heavy ball",
                    slip(
                            Nesterov.class,
                            rule -> (t, x, g, memory) ->
                                    Move.by(-rule.rate * (memory[0] = rule.momentum * memory[0] + g))))
            .control(
                    "nesterov-damped",
                    "the gradient enters the velocity times 1 − μ",
                    slip(Nesterov.class, rule -> (t, x, g, memory) -> {
                        memory[0] = rule.momentum * memory[0] + (1 - rule.momentum) * g;
                        return Move.by(-rule.rate * (g + rule.momentum * memory[0]));
                    }));

    @Override
    public Move next(int t, double x, double g, double[] memory) {
        memory[0] = momentum * memory[0] + g;
        memory[1] = momentum * memory[1] + Math.abs(g);
        return new Move(-rate * (g + momentum * memory[0]), rate * (Math.abs(g) + momentum * memory[1]));
    }

    @Override
    public double roundings(int t) {
        return 3.0 * t + 4;
    }
}
