package org.theoremcheck.dualspace.descent;

import static org.theoremcheck.claim.Alteration.scale;
import static org.theoremcheck.claim.Alteration.subject;
import static org.theoremcheck.claim.Alteration.without;

import org.theoremcheck.claim.Compare;
import org.theoremcheck.claim.Theorem;
import org.theoremcheck.claim.Tightness;
import org.theoremcheck.dualspace.model.Optimizer;
import org.theoremcheck.dualspace.model.Problem;
import org.theoremcheck.dualspace.model.Problems;
import org.theoremcheck.dualspace.model.Slips;

/**
 * For short steps the loss decreases by all of K and its divergence.
 *
 * <p><b>Setting.</b> As in {@link LossDescent}.
 *
 * <p><b>Algorithm.</b> Wₜ₊₁ = Wₜ − η ∇K(Gₜ).
 *
 * <p><b>Claim.</b> With θ = η β β_ℓ σ₁² ≤ 1, at every t,
 * <pre>
 *   ℓ(Rₜ₊₁) + η K(Gₜ₊₁) + η D_K(0, Gₜ)  ≤  ℓ(Rₜ)
 * </pre>
 * that is, Eₜ ≥ 0 in {@link BregmanIdentity}: dual relative smoothness along the run. Summed, η Σ K(Gₜ) ≤ ℓ(R₀) over t ≥ 1.
 *
 * <p><b>Constant.</b> D_K(Gₜ₊₁, Gₜ) ≤ ½βσ₁²‖Sₜ₊₁ − Sₜ‖² and D_ℓ(Rₜ, Rₜ₊₁) ≥ ‖Sₜ₊₁ − Sₜ‖²/(2β_ℓ).
 *
 * <p><b>Hypotheses.</b> 0 &lt; θ ≤ 1, ∇K Lipschitz, singular values of X within their bounds.
 *
 * <p><b>Rounding.</b> See {@link DescentMeter}.
 *
 * <p><b>Tightness.</b> Ratio 1: gradient descent on ½w² with θ = 1. At θ = 1.9 the sides differ by 3.249 ℓ(Rₜ) the other way (control ds-n14).
 *
 * <p><b>References.</b> Maddison, Paulin, Teh, Doucet 2021.
 */
final class BregmanNonnegative {

    private static final String ID = "bregman-nonnegative";

    private static final Compare<Descent> STATEMENT = DescentSetting.within(
            Compare.compare(DescentSetting.LOSS_AFTER, DescentSetting.DUAL_AFTER, DescentSetting.DIVERGENCE_TO_ZERO)
                    .atMost(DescentSetting.LOSS_BEFORE));

    static final Theorem<Problem, Optimizer, Descent> THEOREM = Theorem.theorem(
                    ID,
                    "For short steps the excess of the Bregman identity is nonnegative",
                    DescentSetting.SOURCE,
                    DescentSetting.setting(
                            ID,
                            STATEMENT,
                            DescentSetting.families(
                                    ID,
                                    Problems.Size.SMALL,
                                    Problems::cautious,
                                    DescentSetting.LOSSES,
                                    DescentSetting.plain(1, 1)),
                            Problems.singularValues(ID, DescentSetting.understated(0.75)),
                            Problems.lipschitz(ID, DescentSetting.normalizedCycle()),
                            Problems.step(ID, 1, DescentSetting.plain(1.9, 1))),
                    STATEMENT,
                    new Tightness(1, "attained by gradient descent on ½w² with θ = 1"))
            .control("bregman-nonnegative-constant", "ℓ(Rₜ) at 0.999", scale("loss-before", 0.999))
            .control("ds-n14", "θ = 1.9, between 1 and 2", without("step at most 1/(β β_ℓ σ₁²)"))
            .control(
                    "bregman-nonnegative-normalized",
                    "normalized descent, whose ∇K is not Lipschitz",
                    without("Lipschitz gradient"))
            .control(
                    "bregman-nonnegative-understated",
                    "a spectrum larger than it is said to be",
                    without("singular values"))
            .control("bregman-nonnegative-ascent", "the sign of the step", subject(Slips::ascent));

    private BregmanNonnegative() {}
}
