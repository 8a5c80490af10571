package org.theoremcheck.guard.steprule;

import static org.theoremcheck.guard.steprule.StepClaim.slip;

import org.theoremcheck.claim.Draw;
import org.theoremcheck.claim.Theorem;

/**
 * Adam: x⁺ = x − η m̂/(√v̂ + ε) with the means of {@link Moments}.
 *
 * @param rate η
 * @param beta1 β₁
 * @param beta2 β₂
 * @param epsilon ε
 */
public record Adam(double rate, double beta1, double beta2, double epsilon) implements StepRule, Coordinatewise {

    static final Theorem<Course, Stepper, Step> THEOREM = StepClaim.of(
                    "step-adam",
                    "Adam moves by −η m̂/(√v̂ + ε)",
                    "Kingma, Ba: Adam: A method for stochastic optimization. ICLR 2015, Algorithm 1",
                    Adam::draw)
            .control(
                    "adam-product",
                    "multiplies by √v̂ + ε instead of dividing by it",
                    slip(Adam.class, rule -> (t, x, g, memory) -> {
                        Moments now = Moments.next(t, g, rule.beta1, rule.beta2, memory);
                        return Move.by(-rule.rate * now.mean() * (Math.sqrt(now.square()) + rule.epsilon));
                    }))
            .control(
                    "adam-hat-product",
                    "multiplies by √v + ε̂ instead of dividing by it, the bias taken out by the rate",
                    slip(
                            Adam.class,
                            rule -> (t, x, g, memory) ->
                                    AdamHat.product(t, g, rule.rate, rule.beta1, rule.beta2, rule.epsilon, memory)))
            .control("adam-biased", "neither mean is freed of its bias", slip(Adam.class, rule -> (t, x, g, memory) -> {
                Moments now = Moments.next(t, g, rule.beta1, rule.beta2, memory);
                return Move.by(-rule.rate * now.biasedMean() / (Math.sqrt(now.biasedSquare()) + rule.epsilon));
            }))
            .control("adam-epsilon-under-root", "ε under the root", slip(Adam.class, rule -> (t, x, g, memory) -> {
                Moments now = Moments.next(t, g, rule.beta1, rule.beta2, memory);
                return Move.by(-rule.rate * now.mean() / Math.sqrt(now.square() + rule.epsilon));
            }))
            .control(
                    "adam-epsilon-before-correction",
                    "ε is added before the bias is taken out of v: the rule of step-adam-hat",
                    slip(Adam.class, rule -> new AdamHat(rule.rate, rule.beta1, rule.beta2, rule.epsilon)))
            .control(
                    "adam-betas-swapped",
                    "β₁ and β₂ are swapped",
                    slip(Adam.class, rule -> new Adam(rule.rate, rule.beta2, rule.beta1, rule.epsilon)))
            .control(
                    "adam-counts-from-zero",
                    "the step is counted from 0 after the first: one correction too many",
                    slip(Adam.class, rule -> (t, x, g, memory) -> {
                        Moments now = Moments.next(Math.max(1, t - 1), g, rule.beta1, rule.beta2, memory);
                        return Move.by(-rule.rate * now.mean() / (Math.sqrt(now.square()) + rule.epsilon));
                    }));

    static Adam draw(Draw in) {
        return new Adam(
                StepClaim.rate(in),
                StepClaim.kept(in, "beta1"),
                StepClaim.keptLonger(in, "beta2"),
                StepClaim.epsilon(in));
    }

    @Override
    public Move next(int t, double x, double g, double[] memory) {
        Moments now = Moments.next(t, g, beta1, beta2, memory);
        double scale = rate / (Math.sqrt(now.square()) + epsilon);
        return new Move(-scale * now.mean(), scale * now.size());
    }

    @Override
    public double roundings(int t) {
        return Moments.roundings(t, beta1, beta2);
    }
}
