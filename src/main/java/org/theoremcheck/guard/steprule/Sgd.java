package org.theoremcheck.guard.steprule;

import static org.theoremcheck.guard.steprule.StepClaim.slip;

import org.theoremcheck.claim.Theorem;

/**
 * Gradient descent: x⁺ = x − ηg.
 *
 * @param rate η
 */
public record Sgd(double rate) implements StepRule, Coordinatewise {

    static final Theorem<Course, Stepper, Step> THEOREM = StepClaim.of(
                    "step-sgd",
                    "Gradient descent moves by −ηg",
                    "Robbins, Monro: A stochastic approximation method. Annals of Mathematical Statistics 22(3), 1951",
                    in -> new Sgd(StepClaim.rate(in)))
            .control(
                    "sgd-ascent",
                    "moves along the gradient, not against it",
                    slip(Sgd.class, rule -> (t, x, g, memory) -> Move.by(rule.rate * g)))
            .control(
                    "sgd-normalized",
                    "the sign of the gradient in its place",
                    slip(Sgd.class, rule -> (t, x, g, memory) -> Move.by(-rule.rate * Math.signum(g))))
            .control(
                    "sgd-decreasing",
                    "a rate that falls as 1/√t",
                    slip(Sgd.class, rule -> (t, x, g, memory) -> Move.by(-rule.rate / Math.sqrt(t) * g)));

    @Override
    public Move next(int t, double x, double g, double[] memory) {
        return Move.by(-rate * g);
    }

    @Override
    public double roundings(int t) {
        return 2;
    }
}
