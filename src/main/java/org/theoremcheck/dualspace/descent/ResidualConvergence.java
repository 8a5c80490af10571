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
import org.theoremcheck.dualspace.model.Problems;
import org.theoremcheck.dualspace.model.Slips;

/**
 * Residuals converge to 0, as fast as 1/t in the dual potential, without strong convexity.
 *
 * <p><b>Setting.</b> As in {@link LossDescent}; the quartic loss is among the losses.
 *
 * <p><b>Algorithm.</b> Wₜ₊₁ = Wₜ − η ∇K(Gₜ).
 *
 * <p><b>Claim.</b> With θ = η β β_ℓ σ₁², at every t,
 * <pre>
 *   (t + 1) η (1 − θ/2) K(Gₜ)  ≤  ℓ(R₀)
 * </pre>
 * Hence K(Gₜ) → 0, Gₜ → 0 where 0 is the only minimizer of K, Sₜ → 0 where X has full row rank, and Rₜ → 0: the run interpolates.
 *
 * <p><b>Constant.</b> {@link LossDescent} summed, with ⟨∇K(G), G⟩ ≥ K(G), and K(Gₜ) the smallest so far by {@link DualDescent}.
 *
 * <p><b>Hypotheses.</b> θ ≤ 2, ∇K Lipschitz, singular values of X within their bounds.
 *
 * <p><b>Rounding.</b> That of all steps so far, t + 1 times: an error of K at an early step is one of all sums after it. See {@link DescentMeter}.
 *
 * <p><b>Tightness.</b> ½ at the first step: gradient descent on ½w² with θ = 1. For K near ‖G‖ and losses near |r| the sum is nearly an equality
 * until residuals end, after very many short steps: not among the families.
 *
 * <p><b>References.</b> Maddison, Paulin, Teh, Doucet 2021.
 */
final class ResidualConvergence {

    private static final String ID = "residual-convergence";

    private static final Compare<Descent> STATEMENT = Compare.compare(
                    term("accumulated-dual", "(t + 1)η(1 − θ/2)K(Gₜ)", Descent::accumulatedDual))
            .atMost(term("initial-loss", "ℓ(R₀)", step -> step.constants().initialLoss()))
            .within(
                    DescentSetting.RESOLUTION,
                    DescentSetting.BUDGET + ", of all steps so far, t + 1 times",
                    step -> (step.round() + 1) * step.accumulated(),
                    step -> (step.round() + 1) * (step.round() + 1) * step.magnitude());

    static final Theorem<Problem, Optimizer, Descent> THEOREM = Theorem.theorem(
                    ID,
                    "Residuals converge to 0",
                    DescentSetting.SOURCE.at(
                            "Abstract, 'always converge to a point satisfying XW = Y', with the step bound and the Lipschitz ∇K that it needs"),
                    DescentSetting.setting(
                            ID,
                            STATEMENT,
                            DescentSetting.families(
                                    ID,
                                    Problems.Size.SMALL,
                                    Problems::convergent,
                                    DescentSetting.LOSSES,
                                    DescentSetting.plain(1, 2)),
                            Problems.singularValues(ID, DescentSetting.understated(0.75)),
                            Problems.lipschitz(ID, DescentSetting.normalizedCycle())),
                    STATEMENT,
                    Tightness.NONE)
            .control("residual-convergence-constant", "less than half of ℓ(R₀)", scale("initial-loss", 0.49))
            .control(
                    "residual-convergence-normalized",
                    "normalized descent, whose ∇K is not Lipschitz",
                    without("Lipschitz gradient"))
            .control(
                    "residual-convergence-understated",
                    "a spectrum larger than it is said to be",
                    without("singular values"))
            .control("residual-convergence-ascent", "the sign of the step", subject(Slips::ascent));

    private ResidualConvergence() {}
}
