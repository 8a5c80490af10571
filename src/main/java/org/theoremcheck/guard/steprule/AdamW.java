package org.theoremcheck.guard.steprule;

import static org.theoremcheck.guard.steprule.StepClaim.slip;

import java.util.List;
import org.theoremcheck.claim.Theorem;

/**
 * Adam with decoupled weight decay: x⁺ = x − ηλx − η m̂/(√v̂ + ε), with the rate times the decay as libraries have it.
 *
 * @param rate η
 * @param beta1 β₁
 * @param beta2 β₂
 * @param epsilon ε
 * @param decay λ
 */
public record AdamW(double rate, double beta1, double beta2, double epsilon, double decay)
        implements StepRule, Coordinatewise {

    static final Theorem<Course, Stepper, Step> THEOREM = StepClaim.of(
                    "step-adamw",
                    "AdamW moves by −ηλx − η m̂/(√v̂ + ε)",
                    "Loshchilov, Hutter: Decoupled weight decay regularization. ICLR 2019, Algorithm 2, with the rate as the schedule multiplier",
                    in -> {
                        Adam adam = Adam.draw(in);
                        return new AdamW(
                                adam.rate(),
                                adam.beta1(),
                                adam.beta2(),
                                adam.epsilon(),
                                in.oneOf("decay", List.of(0.5, 0.0625)));
                    })
            .control(
                    "adamw-coupled",
                    "the decay goes into the gradient, as λx",
                    slip(AdamW.class, rule -> (t, x, g, memory) -> rule.adam().next(t, x, g + rule.decay * x, memory)))
            .control("adamw-undecayed", "no decay", slip(AdamW.class, AdamW::adam))
            .control(
                    "adamw-decay-without-rate",
                    "decays by λx, not ηλx",
                    slip(
                            AdamW.class,
                            rule -> (t, x, g, memory) ->
                                    Move.by(rule.adam().next(t, x, g, memory).by() - rule.decay * x)))
            .control(
                    "adamw-decay-last",
                    "decays where the step has led",
                    slip(AdamW.class, rule -> (t, x, g, memory) -> {
                        double by = rule.adam().next(t, x, g, memory).by();
                        return Move.by(by - rule.rate * rule.decay * (x + by));
                    }));

    private Adam adam() {
        return new Adam(rate, beta1, beta2, epsilon);
    }

    @Override
    public Move next(int t, double x, double g, double[] memory) {
        Move move = adam().next(t, x, g, memory);
        double decayed = rate * decay * x;
        return new Move(move.by() - decayed, move.size() + Math.abs(decayed));
    }

    @Override
    public double roundings(int t) {
        return Moments.roundings(t, beta1, beta2) + 3;
    }
}
