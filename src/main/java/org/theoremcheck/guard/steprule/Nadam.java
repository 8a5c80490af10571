package org.theoremcheck.guard.steprule;

import static org.theoremcheck.guard.steprule.StepClaim.slip;

import java.util.List;
import org.theoremcheck.claim.Theorem;

/**
 * Adam with Nesterov's momentum on a schedule:
 *
 * <pre>
 *   x⁺ = x − η (μₜ₊₁ m/(1 − μ₁ ⋯ μₜ₊₁) + (1 − μₜ) g/(1 − μ₁ ⋯ μₜ))/(√v̂ + ε),   μₜ = β₁(1 − ½ 0.96^(tψ))
 * </pre>
 *
 * with m = β₁m + (1 − β₁)g and v̂ as in {@link Moments}.
 *
 * @param rate η
 * @param beta1 β₁
 * @param beta2 β₂
 * @param epsilon ε
 * @param schedule ψ
 */
public record Nadam(double rate, double beta1, double beta2, double epsilon, double schedule)
        implements StepRule, Coordinatewise {

    private static final int PRODUCT = 3;

    static final Theorem<Course, Stepper, Step> THEOREM = StepClaim.of(
                    "step-nadam",
                    "Nadam moves by Adam's step with Nesterov's momentum",
                    "Dozat: Incorporating Nesterov momentum into Adam. ICLR 2016 workshop, with the schedule that libraries have",
                    in -> {
                        Adam adam = Adam.draw(in);
                        return new Nadam(
                                adam.rate(),
                                adam.beta1(),
                                adam.beta2(),
                                adam.epsilon(),
                                in.oneOf("schedule", List.of(1.0, 0x1p-8)));
                    })
            .control(
                    "nadam-adam",
                    "no look ahead: Adam",
                    slip(Nadam.class, rule -> new Adam(rule.rate, rule.beta1, rule.beta2, rule.epsilon)))
            .control(
                    "nadam-unscheduled",
                    "μ is β₁ at every step",
                    slip(Nadam.class, rule -> (t, x, g, memory) -> rule.moved(t, g, memory, rule.beta1, rule.beta1, 1)))
            .control(
                    "nadam-momentum-twice",
                    "μₜ is in the product up to μₜ₊₁ twice",
                    slip(
                            Nadam.class,
                            rule -> (t, x, g, memory) ->
                                    rule.moved(t, g, memory, rule.momentum(t), rule.momentum(t + 1), rule.momentum(t))))
            .control(
                    "nadam-schedule-late",
                    "the schedule counts from 0",
                    slip(
                            Nadam.class,
                            rule -> (t, x, g, memory) ->
                                    rule.moved(t, g, memory, rule.momentum(t - 1), rule.momentum(t), 1)));

    private double momentum(int t) {
        return beta1 * (1 - 0.5 * StrictMath.pow(0.96, t * schedule));
    }

    /**
     * The move of a step.
     *
     * @param now μₜ
     * @param next μₜ₊₁
     * @param surplus a factor that the product up to μₜ₊₁ should not have
     */
    private Move moved(int t, double g, double[] memory, double now, double next, double surplus) {
        Moments moments = Moments.next(t, g, beta1, beta2, memory);
        double product = now * (t == 1 ? 1 : memory[PRODUCT]);
        memory[PRODUCT] = product;
        double scale = rate / (Math.sqrt(moments.square()) + epsilon);
        double ofMean = scale * next / (1 - product * next * surplus);
        double ofGradient = scale * (1 - now) / (1 - product);
        return new Move(-ofMean * memory[0] - ofGradient * g, ofMean * memory[2] + ofGradient * Math.abs(g));
    }

    @Override
    public Move next(int t, double x, double g, double[] memory) {
        return moved(t, g, memory, momentum(t), momentum(t + 1), 1);
    }

    /** Those of Adam, and of μ and its product in 1 − μ and 1 − μ₁ ⋯ μₜ, which are at least 1 − β₁. */
    @Override
    public double roundings(int t) {
        return Moments.roundings(t, beta1, beta2) + (8.0 * t + 16) / (1 - beta1);
    }
}
