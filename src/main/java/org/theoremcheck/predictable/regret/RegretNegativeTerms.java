package org.theoremcheck.predictable.regret;

import static org.theoremcheck.claim.Alteration.everywhere;
import static org.theoremcheck.claim.Alteration.scale;
import static org.theoremcheck.claim.Alteration.subject;
import static org.theoremcheck.claim.Alteration.witness;
import static org.theoremcheck.claim.Term.term;
import static org.theoremcheck.predictable.regret.Games.gradients;
import static org.theoremcheck.predictable.regret.Games.hints;
import static org.theoremcheck.predictable.regret.Games.line;

import org.theoremcheck.claim.Compare;
import org.theoremcheck.claim.Term;
import org.theoremcheck.claim.Theorem;
import org.theoremcheck.claim.Tightness;

/**
 * The regret of two-step mirror descent with the terms that learning in games lives on (RVU: regret bounded by variation in
 * utilities).
 *
 * <p><b>Setting.</b> As for {@link RegretTwoStep}, on every domain.
 *
 * <p><b>Algorithm.</b> {@link TwoStep}, which shows yₜ.
 *
 * <p><b>Claim.</b> For every u in X,
 * <pre>
 *   Σ ⟨gₜ, xₜ − u⟩ + (λ/2η) Σ ‖xₜ − yₜ₋₁‖²  ≤  B(u, y₀)/η + (η/2λ) Σ ‖gₜ − mₜ‖²_*
 * </pre>
 * The negative terms stand on the left, so that the bound is positive and a ratio means something.
 *
 * <p><b>Constant.</b> The proof of {@link RegretTwoStep} drops −B(xₜ, yₜ₋₁)/η ≤ −(λ/2η)‖xₜ − yₜ₋₁‖². The whole λ/η would be too much
 * (control a-nc19).
 *
 * <p><b>Hypotheses.</b> As for {@link RegretTwoStep}.
 *
 * <p><b>Rounding.</b> As for {@link RegretIdentity}.
 *
 * <p><b>Tightness.</b> Ratio 1, for any hints in R^d whose surprise is orthogonal to them, and for m = 0.
 *
 * <p><b>References.</b> Syrgkanis, Agarwal, Luo, Schapire: Fast convergence of regularized learning in games. NIPS 2015.
 */
final class RegretNegativeTerms {

    static final Term<MirrorPlay> LINEAR =
            term("linear", "Σ ⟨gₜ, xₜ − u⟩", evidence -> evidence.play().linear());
    static final Term<MirrorPlay> DISTANCE =
            term("distance", "B(u, y₀)/η", evidence -> evidence.play().distance());

    static final Theorem<Game, MirrorLearner, MirrorPlay> THEOREM = Theorem.theorem(
                    "regret-negative-terms",
                    "Regret of two-step mirror descent with its negative terms",
                    RegretSetting.SOURCE.at("Derived: (i) before its negative terms are dropped"),
                    RegretSetting.mirrored(
                            "shown games",
                            "Online learning with hints on a convex domain; the learner is two-step optimistic mirror descent and "
                                    + "shows its secondary sequence",
                            Games.everywhere()),
                    Compare.compare(LINEAR, term("stability", 0.5, "(λ/η) Σ ‖xₜ − yₜ₋₁‖²", MirrorPlay::stability))
                            .atMost(
                                    DISTANCE,
                                    term(
                                            "path",
                                            0.5,
                                            "(η/λ) Σ ‖gₜ − mₜ‖²_*",
                                            evidence -> evidence.play().path()))
                            .within(
                                    1e-9,
                                    "γ-bounds of the sums, of each divergence, and of the residuals of the learner's steps",
                                    evidence -> evidence.play().rounding() + evidence.stabilityRounding(),
                                    evidence -> evidence.play().magnitude() + evidence.stability()),
                    new Tightness(1, "attained on R^d by m = 0, u = y_N"))
            .control("negative-path", "η/2 lowered to 0.4995 η", scale("path", 0.999), everywhere())
            .control(
                    "a-nc19",
                    "twice the negative terms",
                    scale("stability", 2),
                    everywhere(),
                    witness(line(RegretSetting.LINE, 0, 1, gradients(1), hints(1), RegretSetting.LEADER, 1)))
            .control("negative-flipped", "the hint's sign is flipped", subject(Slips.FlippedHint::new), everywhere());

    private RegretNegativeTerms() {}
}
