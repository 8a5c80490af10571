package org.theoremcheck.guard.steprule;

import static org.theoremcheck.guard.steprule.StepClaim.slip;

import org.theoremcheck.claim.Theorem;

/**
 * The heavy ball, v = μv + g and x⁺ = x − ηv, from v = 0.
 *
 * @param rate η
 * @param momentum μ
 */
public record Momentum(double rate, double momentum) implements StepRule, Coordinatewise {

    static final Theorem<Course, Stepper, Step> THEOREM = StepClaim.of(
                    "step-momentum",
                    "The heavy ball moves by −ηv, v = μv + g",
                    "Polyak: Some methods of speeding up the convergence of iteration methods. USSR Computational Mathematics and "
                            + "Mathematical Physics 4(5), 1964; in this form Sutskever, Martens, Dahl, Hinton, ICML 2013",
                    in -> new Momentum(StepClaim.rate(in), StepClaim.kept(in, "momentum")))
            .control(
                    "momentum-damped",
                    "the gradient enters times 1 − μ",
                    slip(
                            Momentum.class,
                            rule -> (t, x, g, memory) -> Move.by(
                                    -rule.rate * (memory[0] = rule.momentum * memory[0] + (1 - rule.momentum) * g))))
            .control(
                    "momentum-late",
                    "moves by the velocity before the gradient",
                    slip(Momentum.class, rule -> (t, x, g, memory) -> {
                        double before = memory[0];
                        memory[0] = rule.momentum * before + g;
                        return Move.by(-rule.rate * before);
                    }))
            .control(
                    "momentum-forgotten",
                    "the velocity is not kept",
                    slip(Momentum.class, rule -> (t, x, g, memory) -> Move.by(-rule.rate * g)));

    @Override
    public Move next(int t, double x, double g, double[] memory) {
        memory[0] = momentum * memory[0] + g;
        memory[1] = momentum * memory[1] + Math.abs(g);
        return new Move(-rate * memory[0], rate * memory[1]);
    }

    @Override
    public double roundings(int t) {
        return 3.0 * t + 2;
    }
}
