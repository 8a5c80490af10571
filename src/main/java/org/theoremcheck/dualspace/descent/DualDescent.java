package org.theoremcheck.dualspace.descent;

import static org.theoremcheck.claim.Alteration.scale;
import static org.theoremcheck.claim.Alteration.subject;
import static org.theoremcheck.claim.Alteration.without;
import static org.theoremcheck.claim.Term.term;

import org.theoremcheck.claim.Compare;
import org.theoremcheck.claim.Theorem;
import org.theoremcheck.claim.Tightness;
import org.theoremcheck.dualspace.model.Optimizer;
import org.theoremcheck.dualspace.model.Problem;
import org.theoremcheck.dualspace.model.Slips;

/**
 * The dual potential of the gradient decreases at every step: no strong convexity is needed.
 *
 * <p><b>Setting.</b> As in {@link LossDescent}.
 *
 * <p><b>Algorithm.</b> Wₜ₊₁ = Wₜ − η ∇K(Gₜ), of which Sₜ = ∇ℓ(Rₜ) sees Rₜ₊₁ = Rₜ − η ∇K̃(Sₜ) with K̃(S) = K(XᵀS).
 *
 * <p><b>Claim.</b> With θ = η β β_ℓ σ₁², at every t,
 * <pre>
 *   η K(Gₜ₊₁) + (1 − θ/2) ‖Sₜ₊₁ − Sₜ‖²/β_ℓ  ≤  η K(Gₜ)
 * </pre>
 *
 * <p><b>Constant.</b> K̃ is convex with a βσ₁²-Lipschitz gradient, so that K̃(Sₜ₊₁) ≤ K̃(Sₜ) + ⟨(Rₜ − Rₜ₊₁)/η, Sₜ₊₁ − Sₜ⟩ + ½βσ₁²‖Sₜ₊₁ − Sₜ‖², and ∇ℓ is
 * co-coercive: ⟨Rₜ₊₁ − Rₜ, Sₜ₊₁ − Sₜ⟩ ≥ ‖Sₜ₊₁ − Sₜ‖²/β_ℓ. Of a separable ℓ that is so on the sublevel set alone.
 *
 * <p><b>Hypotheses.</b> 0 &lt; θ ≤ 2 with the Lipschitz constant of ∇K, singular values of X within their bounds.
 *
 * <p><b>Rounding.</b> See {@link DescentMeter}.
 *
 * <p><b>Tightness.</b> Ratio 1: gradient descent on a squared loss with n = 1, for every θ.
 *
 * <p><b>References.</b> Maddison, Paulin, Teh, Doucet 2021; Nesterov 2004, Theorem 2.1.5.
 */
final class DualDescent {

    private static final String ID = "dual-descent";

    private static final Compare<Descent> STATEMENT = DescentSetting.within(Compare.compare(
                    DescentSetting.DUAL_AFTER,
                    term("co-coercivity", "(1 − θ/2)‖Sₜ₊₁ − Sₜ‖²/β_ℓ", Descent::coCoercivity))
            .atMost(term("dual-before", "ηK(Gₜ)", step -> step.eta() * step.dualBefore())));

    static final Theorem<Problem, Optimizer, Descent> THEOREM = Theorem.theorem(
                    ID,
                    "The dual potential of the gradient decreases at every step",
                    DescentSetting.SOURCE,
                    DescentSetting.descending(ID, STATEMENT, DescentSetting.longQuarticStep()),
                    STATEMENT,
                    new Tightness(1, "attained by gradient descent on ½w²"))
            .control("dual-descent-constant", "1 % more than the guaranteed decrease", scale("co-coercivity", 1.01))
            .control(
                    "dual-descent-normalized",
                    "normalized descent, whose ∇K is not Lipschitz",
                    without("Lipschitz gradient"))
            .control("dual-descent-longer-step", "a step beyond 2/(β β_ℓ σ₁²)", without("step at most 2/(β β_ℓ σ₁²)"))
            .control("dual-descent-understated", "a spectrum larger than it is said to be", without("singular values"))
            .control("dual-descent-ascent", "the sign of the step", subject(Slips::ascent));

    private DualDescent() {}
}
