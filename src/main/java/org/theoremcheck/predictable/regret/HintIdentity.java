package org.theoremcheck.predictable.regret;

import static org.theoremcheck.claim.Alteration.everywhere;
import static org.theoremcheck.claim.Alteration.scale;
import static org.theoremcheck.claim.Alteration.subject;
import static org.theoremcheck.claim.Term.term;

import org.theoremcheck.claim.Compare;
import org.theoremcheck.claim.Theorem;
import org.theoremcheck.claim.Tightness;

/**
 * What an error of the hint moves, exactly.
 *
 * <p><b>Setting.</b> As for {@link RegretTwoStep}, with no constraint but affine ones ever active.
 *
 * <p><b>Algorithm.</b> {@link TwoStep}, which shows yₜ.
 *
 * <p><b>Claim.</b>
 * <pre>
 *   Σ ⟨gₜ − mₜ, xₜ − yₜ⟩  =  Σ (B(xₜ, yₜ) + B(yₜ, xₜ))/η
 * </pre>
 *
 * <p><b>Constant.</b> Both steps start from yₜ₋₁, so ∇Φ(xₜ) − ∇Φ(yₜ) = η(gₜ − mₜ) up to what is orthogonal to X; and
 * ⟨∇Φ(x) − ∇Φ(y), x − y⟩ = B(x, y) + B(y, x).
 *
 * <p><b>Hypotheses.</b> As for {@link RegretTwoStep}.
 *
 * <p><b>Rounding.</b> γ of Σ‖g − m‖(‖x‖ + ‖y‖), the relative error of each divergence, and two residuals a round times ‖x − y‖/η.
 *
 * <p><b>Tightness.</b> An equality. A learner whose hint is flipped or shifted satisfies {@link RegretIdentity} and breaks this one.
 *
 * <p><b>References.</b> Orabona, arXiv 1912.13213, Lemma 6.7.
 */
final class HintIdentity {

    static final Theorem<Game, MirrorLearner, MirrorPlay> THEOREM = Theorem.theorem(
                    "hint-identity",
                    "What an error of the hint moves, exactly",
                    RegretSetting.SOURCE.at("Derived: the step in the proof of (i) that uses the hint"),
                    RegretSetting.mirrored(
                            "affine games",
                            "Online learning with hints where only affine constraints can be active; the learner is two-step "
                                    + "optimistic mirror descent and shows its secondary sequence",
                            Games.steady(
                                    Arena.EUCLID,
                                    Arena.ENTROPY,
                                    Arena.P_NORM,
                                    Arena.MAHALANOBIS,
                                    Arena.LOG_BARRIER,
                                    Arena.BINARY_ENTROPY)),
                    Compare.compare(term("surprise", "Σ ⟨gₜ − mₜ, xₜ − yₜ⟩", MirrorPlay::surprise))
                            .equalTo(term("symmetric", "Σ (B(xₜ, yₜ) + B(yₜ, xₜ))/η", MirrorPlay::symmetric))
                            .within(
                                    1e-10,
                                    "γ-bounds of the sums, of each divergence, and of two residuals a round",
                                    MirrorPlay::hintRounding,
                                    MirrorPlay::hintMagnitude),
                    new Tightness(1, "an equality"))
            .control("hint-half", "half of the symmetric divergence", scale("symmetric", 0.5), everywhere())
            .control("hint-flipped", "the hint's sign is flipped", subject(Slips.FlippedHint::new), everywhere());

    private HintIdentity() {}
}
