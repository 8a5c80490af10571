package org.theoremcheck.dualspace.descent;

import static org.theoremcheck.claim.Alteration.scale;
import static org.theoremcheck.claim.Alteration.subject;
import static org.theoremcheck.claim.Alteration.without;
import static org.theoremcheck.claim.Alteration.witness;
import static org.theoremcheck.claim.Term.term;

import org.theoremcheck.claim.Compare;
import org.theoremcheck.claim.Theorem;
import org.theoremcheck.claim.Tightness;
import org.theoremcheck.dualspace.model.Optimizer;
import org.theoremcheck.dualspace.model.Problem;
import org.theoremcheck.dualspace.model.Slips;

/**
 * The loss decreases at every step.
 *
 * <p><b>Setting.</b> XW = Y with X ∈ R^{n×d}, ℓ convex with β_ℓ-Lipschitz ∇ℓ on the sublevel set of W₀, K convex with minimum K(0) = 0 and
 * β-Lipschitz ∇K.
 *
 * <p><b>Algorithm.</b> Dual-space preconditioned descent, Wₜ₊₁ = Wₜ − η ∇K(Gₜ), Gₜ = Xᵀ∇ℓ(Rₜ).
 *
 * <p><b>Claim.</b> With θ = η β β_ℓ σ₁², at every t,
 * <pre>
 *   ℓ(Rₜ₊₁) + η (1 − θ/2) ⟨∇K(Gₜ), Gₜ⟩  ≤  ℓ(Rₜ)
 * </pre>
 *
 * <p><b>Constant.</b> W → ℓ(XW − Y) has a β_ℓσ₁²-Lipschitz gradient, so that ℓ decreases by at least η⟨G, ∇K⟩ − ½β_ℓσ₁²η²‖∇K‖², and ‖∇K‖² ≤
 * β⟨∇K, G⟩. The quartic loss is smooth on the sublevel set only, which the segment of a step of θ &lt; 2 does not leave.
 *
 * <p><b>Hypotheses.</b> 0 &lt; θ ≤ 2, ∇K Lipschitz, singular values of X within their bounds.
 *
 * <p><b>Rounding.</b> See {@link DescentMeter}.
 *
 * <p><b>Tightness.</b> Ratio 1: gradient descent on a squared loss with n = 1, for every θ.
 *
 * <p><b>References.</b> Nesterov 2004, Theorem 2.1.5.
 */
final class LossDescent {

    private static final String ID = "loss-descent";

    private static final Compare<Descent> STATEMENT = DescentSetting.within(
            Compare.compare(DescentSetting.LOSS_AFTER, term("decrease", "η(1 − θ/2)⟨∇K(Gₜ), Gₜ⟩", Descent::decrease))
                    .atMost(DescentSetting.LOSS_BEFORE));

    static final Theorem<Problem, Optimizer, Descent> THEOREM = Theorem.theorem(
                    ID,
                    "The loss decreases at every step",
                    DescentSetting.SOURCE,
                    DescentSetting.descending(ID, STATEMENT, DescentSetting.longQuarticStep()),
                    STATEMENT,
                    new Tightness(1, "attained by gradient descent on ½w²"))
            .control("loss-descent-constant", "1 % more than the guaranteed decrease", scale("decrease", 1.01))
            .control(
                    "loss-descent-normalized",
                    "normalized descent, whose ∇K is not Lipschitz",
                    without("Lipschitz gradient"),
                    witness(DescentSetting.normalizedCycleOfTenths()))
            .control("loss-descent-longer-step", "a step beyond 2/(β β_ℓ σ₁²)", without("step at most 2/(β β_ℓ σ₁²)"))
            .control("loss-descent-understated", "a spectrum larger than it is said to be", without("singular values"))
            .control("loss-descent-ascent", "the sign of the step", subject(Slips::ascent))
            .control("loss-descent-step-twice", "the step size applied twice", subject(Slips::stepTwice))
            .control(
                    "loss-descent-per-sample",
                    "gradients preconditioned before they are summed",
                    subject(Slips.PerSample::new));

    private LossDescent() {}
}
