package org.theoremcheck.predictable.regret;

import static org.theoremcheck.claim.Alteration.everywhere;
import static org.theoremcheck.claim.Alteration.scale;
import static org.theoremcheck.claim.Alteration.subject;
import static org.theoremcheck.claim.Alteration.witness;
import static org.theoremcheck.predictable.regret.Games.at;
import static org.theoremcheck.predictable.regret.Games.gradients;
import static org.theoremcheck.predictable.regret.Games.hints;
import static org.theoremcheck.predictable.regret.Games.line;
import static org.theoremcheck.predictable.regret.RegretSetting.instead;

import org.theoremcheck.claim.Theorem;
import org.theoremcheck.claim.Tightness;

/**
 * The regret of optimistic follow-the-regularized-leader.
 *
 * <p><b>Setting.</b> As for {@link RegretTwoStep}; the start of the game plays no part.
 *
 * <p><b>Algorithm.</b> {@link OptimisticLeader}: xₜ = argmin over X of Φ(x)/η + ⟨g₀ + … + gₜ₋₁ + mₜ, x⟩.
 *
 * <p><b>Claim.</b> For every u in X,
 * <pre>
 *   Σ fₜ(xₜ) − fₜ(u)  ≤  (Φ(u) − min Φ)/η + (η/2λ) Σ ‖gₜ − mₜ‖²_*
 * </pre>
 *
 * <p><b>Constant.</b> The objective of round t is (λ/η)-strongly convex; comparing its minimizers with and without the hint and
 * telescoping leaves ⟨gₜ − mₜ, xₜ − yₜ⟩ − (λ/2η)‖xₜ − yₜ‖², and Young's inequality the constant ½. The right D² is the range of Φ:
 * with B(u, x₀) the bound is false where ∇Φ does not vanish at the minimizer (control a-nc8).
 *
 * <p><b>Hypotheses.</b> As for {@link RegretTwoStep}.
 *
 * <p><b>Rounding.</b> As for {@link RegretTwoStep}, and Σ g in floating point counts as hints that are off by u‖Σ g‖.
 *
 * <p><b>Tightness.</b> Ratio 1, on the same instances. The second term alone is not reached where Φ curves no more than λ only away
 * from its minimizer (p-norms, hypentropy, Burg): the leader cannot start there.
 *
 * <p><b>References.</b> Rakhlin and Sridharan, COLT 2013, Lemma 2; Orabona, arXiv 1912.13213, section 7.12.
 */
final class RegretFtrl {

    static final Theorem<Game, Learner, Play> THEOREM = Theorem.theorem(
                    "regret-ftrl",
                    "Regret of optimistic follow-the-regularized-leader",
                    RegretSetting.SOURCE,
                    RegretSetting.played(
                            "leader games",
                            "Online learning with hints on a convex domain; the learner is optimistic follow-the-regularized-leader",
                            OptimisticLeader::new),
                    RegretSetting.bound(RegretSetting.RANGE),
                    new Tightness(1, "attained by one round on [−1, 1]: g = 1, m = 0, η = 1, u = −1"))
            .control(
                    "ftrl-path",
                    "η/2 lowered to 0.4995 η",
                    scale("path", 0.999),
                    everywhere("p-norm", "p-norm-ball", "hypentropy", "burg"))
            .control("ftrl-range", "1/η lowered to 0.999/η", scale("range", 0.999), everywhere())
            .control(
                    "a-nc8",
                    "the divergence from the first point in place of the range of Φ",
                    instead("range", "from-first", "B(u, x₀)/η", Variants::fromFirst),
                    everywhere(),
                    witness(line(RegretSetting.ONE_TO_TWO, 1, 1, gradients(-1), hints(-1), at(2), 2)))
            .control(
                    "ftrl-forgetful",
                    "all gradients but the last are forgotten",
                    subject(Slips.Forgetful::new),
                    everywhere());

    private RegretFtrl() {}
}
