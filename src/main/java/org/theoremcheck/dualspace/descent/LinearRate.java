package org.theoremcheck.dualspace.descent;

import static org.theoremcheck.claim.Alteration.scale;
import static org.theoremcheck.claim.Alteration.subject;
import static org.theoremcheck.claim.Alteration.swap;
import static org.theoremcheck.claim.Alteration.without;
import static org.theoremcheck.claim.Alteration.witness;
import static org.theoremcheck.claim.Term.term;

import org.theoremcheck.claim.Compare;
import org.theoremcheck.claim.Theorem;
import org.theoremcheck.claim.Tightness;
import org.theoremcheck.dualspace.loss.Loss;
import org.theoremcheck.dualspace.model.Optimizer;
import org.theoremcheck.dualspace.model.Problem;
import org.theoremcheck.dualspace.model.Slips;
import org.theoremcheck.dualspace.preconditioner.Blockwise;

/**
 * The loss contracts by a constant factor at every step.
 *
 * <p><b>Setting.</b> As in {@link LossDescent}, with ‖∇ℓ(R)‖² ≥ 2μ_ℓ ℓ(R) on the sublevel set of W₀ and ⟨∇K(G), G⟩ ≥ μ‖G‖² for ‖G‖ ≤
 * σ₁√(2β_ℓ ℓ(R₀)), which no gradient of the run exceeds.
 *
 * <p><b>Algorithm.</b> Wₜ₊₁ = Wₜ − η ∇K(Gₜ).
 *
 * <p><b>Claim.</b> With θ = η β β_ℓ σ₁², κ_K = β/μ, κ_ℓ = β_ℓ/μ_ℓ and κ_X = σ₁/σₙ, at every t,
 * <pre>
 *   ℓ(Rₜ₊₁) + θ(2 − θ)/(κ_K κ_ℓ κ_X²) ℓ(Rₜ)  ≤  ℓ(Rₜ)
 * </pre>
 *
 * <p><b>Constant.</b> ⟨∇K(G), G⟩ ≥ μ‖G‖² ≥ μσₙ²‖S‖² ≥ 2μμ_ℓσₙ² ℓ in {@link LossDescent}. With a quartic loss μ_ℓ = 0, and the loss need only
 * not grow.
 *
 * <p><b>Hypotheses.</b> 0 &lt; θ ≤ 2, ∇K Lipschitz, singular values of X within their bounds.
 *
 * <p><b>Rounding.</b> See {@link DescentMeter}.
 *
 * <p><b>Tightness.</b> Ratio 1: gradient descent on a squared loss with κ_X = 1, for every θ.
 *
 * <p><b>References.</b> Polyak 1963; Karimi, Nutini, Schmidt, ECML 2016.
 */
final class LinearRate {

    private static final String ID = "linear-rate";

    private static final Compare<Descent> STATEMENT = DescentSetting.within(Compare.compare(
                    DescentSetting.LOSS_AFTER,
                    term("rate", "θ(2 − θ)/(κ_K κ_ℓ κ_X²) ℓ(Rₜ)", step -> step.rate() * step.lossBefore()))
            .atMost(DescentSetting.LOSS_BEFORE));

    static final Theorem<Problem, Optimizer, Descent> THEOREM = Theorem.theorem(
                    ID,
                    "The loss contracts by a constant factor at every step",
                    DescentSetting.SOURCE,
                    DescentSetting.descending(ID, STATEMENT, twoScales(2.1)),
                    STATEMENT,
                    new Tightness(1, "attained by gradient descent on ½w²"))
            .control("linear-rate-constant", "1 % more than the guaranteed rate", scale("rate", 1.01))
            .control(
                    "linear-rate-without-design",
                    "a rate that does not depend on the condition of X",
                    swap(
                            "rate",
                            term(
                                    "rate-without-design",
                                    "θ(2 − θ)/(κ_K κ_ℓ) ℓ(Rₜ)",
                                    step -> step.rateWithoutDesign() * step.lossBefore())),
                    witness(twoScales(0.5)))
            .control(
                    "linear-rate-normalized",
                    "normalized descent, whose ∇K is not Lipschitz",
                    without("Lipschitz gradient"))
            .control("linear-rate-longer-step", "a step beyond 2/(β β_ℓ σ₁²)", without("step at most 2/(β β_ℓ σ₁²)"))
            .control("linear-rate-understated", "a spectrum larger than it is said to be", without("singular values"))
            .control("linear-rate-ascent", "the sign of the step", subject(Slips::ascent))
            .control("linear-rate-step-twice", "the step size applied twice", subject(Slips::stepTwice));

    private LinearRate() {}

    /** X = diag(1, ½), Y = 0, from (1, 1): the second coordinate is the slow one, and the first diverges for η &gt; 2. */
    private static Problem twoScales(double step) {
        return new Problem(
                new double[][] {{1, 0}, {0, 0.5}},
                0.5,
                1,
                new double[2][1],
                new double[][] {{1}, {1}},
                Loss.SQUARED,
                Blockwise.gradientDescent(),
                new double[] {step},
                6);
    }
}
