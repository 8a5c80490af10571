package org.theoremcheck.dualspace.descent;

import static org.theoremcheck.claim.Alteration.drop;
import static org.theoremcheck.claim.Alteration.scale;
import static org.theoremcheck.claim.Alteration.subject;
import static org.theoremcheck.claim.Alteration.witness;
import static org.theoremcheck.claim.Term.term;

import java.util.List;
import org.theoremcheck.claim.Compare;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Theorem;
import org.theoremcheck.claim.Tightness;
import org.theoremcheck.dualspace.loss.Loss;
import org.theoremcheck.dualspace.model.Kind;
import org.theoremcheck.dualspace.model.Optimizer;
import org.theoremcheck.dualspace.model.Problem;
import org.theoremcheck.dualspace.model.Problems;
import org.theoremcheck.dualspace.model.Slips;

/**
 * What becomes of the loss, exactly, in Bregman divergences of ℓ and K.
 *
 * <p><b>Setting.</b> Any differentiable ℓ and K, any step size. D_F(a, b) = F(a) − F(b) − ⟨∇F(b), a − b⟩.
 *
 * <p><b>Algorithm.</b> Wₜ₊₁ = Wₜ − η ∇K(Gₜ).
 *
 * <p><b>Claim.</b> At every t,
 * <pre>
 *   ℓ(Rₜ)  =  ℓ(Rₜ₊₁) + η K(Gₜ₊₁) + η D_K(0, Gₜ) + Eₜ,   Eₜ = D_ℓ(Rₜ, Rₜ₊₁) − η D_K(Gₜ₊₁, Gₜ)
 * </pre>
 *
 * <p><b>Constant.</b> ℓ(Rₜ) − ℓ(Rₜ₊₁) = D_ℓ(Rₜ, Rₜ₊₁) + ⟨Sₜ₊₁, Rₜ − Rₜ₊₁⟩ with Rₜ − Rₜ₊₁ = ηX∇K(Gₜ), so that the inner product is
 * η⟨∇K(Gₜ), Gₜ₊₁⟩; and ⟨∇K(a), b⟩ = K(b) − K(0) + D_K(0, a) − D_K(b, a).
 *
 * <p><b>Hypotheses.</b> None; the families have Lipschitz ∇K, by which rounding is bounded, and steps of every size.
 *
 * <p><b>Rounding.</b> See {@link DescentMeter}. Late steps cancel: runs end at 10⁻⁴ of the first residual.
 *
 * <p><b>Tightness.</b> An equality.
 *
 * <p><b>References.</b> The abstract announces 'a novel version of the Bregman divergence with accompanying identities'; this one is derived.
 */
final class BregmanIdentity {

    private static final String ID = "bregman-identity";

    /** Not the quartic one: its β_ℓ is that of the sublevel set of W₀, which long steps leave. */
    private static final List<Loss> LIPSCHITZ = List.of(Loss.SQUARED, Loss.LOG_COSH, Loss.PSEUDO_HUBER);

    private static final Compare<Descent> STATEMENT = DescentSetting.within(Compare.compare(DescentSetting.LOSS_BEFORE)
            .equalTo(
                    DescentSetting.LOSS_AFTER,
                    DescentSetting.DUAL_AFTER,
                    DescentSetting.DIVERGENCE_TO_ZERO,
                    term("excess", "(D_ℓ(Rₜ, Rₜ₊₁) − ηD_K(Gₜ₊₁, Gₜ))", Descent::excess)));

    static final Theorem<Problem, Optimizer, Descent> THEOREM = Theorem.theorem(
                    ID,
                    "The loss of a step in Bregman divergences",
                    DescentSetting.SOURCE.at("Derived: an identity of the kind that the abstract announces"),
                    DescentSetting.setting(ID, STATEMENT, families()),
                    STATEMENT,
                    Tightness.NONE)
            .control("bregman-identity-primal", "the loss before, 0.1 % less", scale("loss-before", 0.999))
            .control(
                    "bregman-identity-without-excess",
                    "without Eₜ",
                    drop("excess"),
                    witness(DescentSetting.plain(0.5, 1)))
            .control("bregman-identity-ascent", "the sign of the step", subject(Slips::ascent))
            .control("bregman-identity-step-twice", "the step size applied twice", subject(Slips::stepTwice))
            .control(
                    "bregman-identity-elementwise", "entries clipped in place of the norm", subject(Slips::elementwise))
            .control(
                    "bregman-identity-per-sample",
                    "gradients preconditioned before they are summed",
                    subject(Slips.PerSample::new));

    private BregmanIdentity() {}

    /** Any steps, and along a quartic loss those that descend. */
    private static List<Family<Problem>> families() {
        List<Family<Problem>> families = DescentSetting.families(
                ID,
                Problems.Size.SMALL,
                (in, rounds) -> new double[] {in.uniform("theta", -1, 3)},
                LIPSCHITZ,
                DescentSetting.plain(0.5, 3),
                DescentSetting.plain(1.9, 3));
        families.add(Family.drawn(
                ID + "/quartic",
                "smooth",
                in -> Problems.draw(
                        in,
                        Problems.Size.SMALL,
                        in.oneOf("preconditioner", Kind.smooth()),
                        Problems::convergent,
                        List.of(Loss.QUARTIC))));
        return families;
    }
}
