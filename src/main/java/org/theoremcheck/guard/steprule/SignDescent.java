package org.theoremcheck.guard.steprule;

import static org.theoremcheck.guard.steprule.StepClaim.slip;

import org.theoremcheck.claim.Theorem;

/**
 * Sign descent: x⁺ = x − η sign(g), with sign(0) = 0.
 *
 * @param rate η
 */
public record SignDescent(double rate) implements StepRule, Coordinatewise {

    static final Theorem<Course, Stepper, Step> THEOREM = StepClaim.of(
                    "step-sign",
                    "Sign descent moves by −η sign(g)",
                    "Bernstein, Wang, Azizzadenesheli, Anandkumar: signSGD. ICML 2018",
                    in -> new SignDescent(StepClaim.rate(in)))
            .control(
                    "sign-of-zero",
                    "takes 0 for positive",
                    slip(SignDescent.class, rule -> (t, x, g, memory) -> Move.by(g < 0 ? rule.rate : -rule.rate)))
            .control(
                    "sign-plain",
                    "the gradient in place of its sign",
                    slip(SignDescent.class, rule -> (t, x, g, memory) -> Move.by(-rule.rate * g)));

    @Override
    public Move next(int t, double x, double g, double[] memory) {
        return Move.by(-rate * Math.signum(g));
    }

    @Override
    public double roundings(int t) {
        return 1;
    }
}
