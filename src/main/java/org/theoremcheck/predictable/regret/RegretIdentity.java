package org.theoremcheck.predictable.regret;

import static org.theoremcheck.claim.Alteration.drop;
import static org.theoremcheck.claim.Alteration.scale;
import static org.theoremcheck.claim.Alteration.subject;
import static org.theoremcheck.claim.Term.term;

import org.theoremcheck.claim.Compare;
import org.theoremcheck.claim.Theorem;
import org.theoremcheck.claim.Tightness;

/**
 * The regret of two-step mirror descent, exactly.
 *
 * <p><b>Setting.</b> As for {@link RegretTwoStep}, with no constraint but affine ones ever active: R^d, or the simplex with entropy. In
 * the other geometries the bound on what rounding does to points can exceed 10⁻¹³.
 *
 * <p><b>Algorithm.</b> {@link TwoStep}, which shows yₜ.
 *
 * <p><b>Claim.</b> For every u in X,
 * <pre>
 *   Σ ⟨gₜ, xₜ − u⟩ + B(u, y_N)/η + Σ B(xₜ, yₜ₋₁)/η  =  B(u, y₀)/η + Σ B(xₜ, yₜ)/η
 * </pre>
 *
 * <p><b>Constant.</b> The three-point identity of yₜ = prox of yₜ₋₁ at η gₜ, once at u and once at xₜ, summed. It holds for any played
 * points xₜ, so it sees the gradient steps and not the hints; {@link HintIdentity} sees those.
 *
 * <p><b>Hypotheses.</b> As for {@link RegretTwoStep}.
 *
 * <p><b>Rounding.</b> γ_{d+N+8} of Σ‖g‖(‖x‖ + ‖u‖), the relative error of each divergence, and the residuals of the steps; decided where
 * all that is at most 10⁻¹³ of Σ‖g‖(‖x‖ + ‖u‖) + (Σ B)/η.
 *
 * <p><b>Tightness.</b> An equality.
 *
 * <p><b>References.</b> Three-point identity: Chen and Teboulle, SIAM J. Optim. 3(3), 1993; Orabona, arXiv 1912.13213, Lemma 6.7.
 */
final class RegretIdentity {

    static final Theorem<Game, MirrorLearner, MirrorPlay> THEOREM = Theorem.theorem(
                    "regret-identity",
                    "The regret of two-step mirror descent is known exactly",
                    RegretSetting.SOURCE.at("Derived: the equality behind (i)"),
                    RegretSetting.mirrored(
                            "affine games",
                            "Online learning with hints where only affine constraints can be active; the learner is two-step "
                                    + "optimistic mirror descent and shows its secondary sequence",
                            Games.steady(Arena.EUCLID, Arena.ENTROPY)),
                    Compare.compare(
                                    RegretNegativeTerms.LINEAR,
                                    term("end", "B(u, y_N)/η", MirrorPlay::end),
                                    term("before", "Σ B(xₜ, yₜ₋₁)/η", MirrorPlay::before))
                            .equalTo(RegretNegativeTerms.DISTANCE, term("after", "Σ B(xₜ, yₜ)/η", MirrorPlay::after))
                            .within(
                                    1e-13,
                                    "γ-bounds of the sums, of each divergence, and of the residuals of the learner's steps",
                                    MirrorPlay::rounding,
                                    MirrorPlay::magnitude),
                    new Tightness(1, "an equality"))
            .control("identity-end", "without the distance left at the end", drop("end"))
            .control("identity-after", "the moves after the gradient at 0.999 of their size", scale("after", 0.999))
            .control(
                    "identity-from-played",
                    "the gradient step starts from the point played",
                    subject(Slips.FromPlayed::new));

    private RegretIdentity() {}
}
