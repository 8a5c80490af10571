package org.theoremcheck.guard.steprule;

import static org.theoremcheck.guard.steprule.StepClaim.slip;

import org.theoremcheck.claim.Theorem;

/**
 * Adam in its efficient form, in which ε is added before the bias is taken out: x⁺ = x − η √(1 − β₂ᵗ)/(1 − β₁ᵗ) m/(√v + ε̂).
 *
 * @param rate η
 * @param beta1 β₁
 * @param beta2 β₂
 * @param epsilon ε̂
 */
public record AdamHat(double rate, double beta1, double beta2, double epsilon) implements StepRule, Coordinatewise {

    static final Theorem<Course, Stepper, Step> THEOREM = StepClaim.of(
                    "step-adam-hat",
                    "Adam's efficient form moves by −η √(1 − β₂ᵗ)/(1 − β₁ᵗ) m/(√v + ε̂)",
                    "Kingma, Ba: Adam: A method for stochastic optimization. ICLR 2015, end of section 2",
                    in -> {
                        Adam adam = Adam.draw(in);
                        return new AdamHat(adam.rate(), adam.beta1(), adam.beta2(), adam.epsilon());
                    })
            .control(
                    "adam-hat-multiplied",
                    "multiplies by √v + ε̂ instead of dividing by it",
                    slip(
                            AdamHat.class,
                            rule -> (t, x, g, memory) ->
                                    product(t, g, rule.rate, rule.beta1, rule.beta2, rule.epsilon, memory)))
            .control(
                    "adam-hat-first-mean-alone",
                    "the bias of v stays",
                    slip(AdamHat.class, rule -> (t, x, g, memory) -> {
                        Moments now = Moments.next(t, g, rule.beta1, rule.beta2, memory);
                        return Move.by(-rule.rate * now.mean() / (Math.sqrt(now.biasedSquare()) + rule.epsilon));
                    }));

    /** The slip that Tribuo 4.3.2 has. */
    static Move product(int t, double g, double rate, double beta1, double beta2, double epsilon, double[] memory) {
        Moments now = Moments.next(t, g, beta1, beta2, memory);
        double corrected = rate * Math.sqrt(1 - StrictMath.pow(beta2, t)) * now.mean();
        return Move.by(-corrected * (Math.sqrt(now.biasedSquare()) + epsilon));
    }

    @Override
    public Move next(int t, double x, double g, double[] memory) {
        Moments now = Moments.next(t, g, beta1, beta2, memory);
        double correction = Math.sqrt(1 - StrictMath.pow(beta2, t));
        double scale = rate * correction / (Math.sqrt(now.biasedSquare()) + epsilon);
        return new Move(-scale * now.mean(), scale * now.size());
    }

    @Override
    public double roundings(int t) {
        return Moments.roundings(t, beta1, beta2) + 3;
    }
}
