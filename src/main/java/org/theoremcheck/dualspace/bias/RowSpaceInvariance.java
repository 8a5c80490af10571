package org.theoremcheck.dualspace.bias;

import static org.theoremcheck.claim.Alteration.subject;
import static org.theoremcheck.claim.Alteration.swap;
import static org.theoremcheck.claim.Alteration.without;
import static org.theoremcheck.claim.Term.term;

import java.util.ArrayList;
import java.util.List;
import org.theoremcheck.claim.Compare;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Theorem;
import org.theoremcheck.claim.Tightness;
import org.theoremcheck.dualspace.model.Kind;
import org.theoremcheck.dualspace.model.Optimizer;
import org.theoremcheck.dualspace.model.Problem;
import org.theoremcheck.dualspace.model.Slips;
import org.theoremcheck.dualspace.preconditioner.Symmetry;

/**
 * Where ∇K(G) = G M, descent never leaves the row space of the data.
 *
 * <p><b>Setting.</b> XW = Y with X ∈ R^{n×d} of full row rank; ∇K(G) = G M(G) with a k × k matrix M: every isotropic K, and every one that
 * acts on columns, such as a smoothed orthogonalization. Any loss.
 *
 * <p><b>Algorithm.</b> Wₜ₊₁ = Wₜ − ηₜ ∇K(Gₜ) with any steps: random, of either sign, too long to converge.
 *
 * <p><b>Claim.</b> At every t,
 * <pre>
 *   (I − X⁺X)(Wₜ − W₀)  =  0
 * </pre>
 *
 * <p><b>Constant.</b> Wₜ₊₁ − Wₜ = −ηₜ Xᵀ(Sₜ M).
 *
 * <p><b>Hypotheses.</b> K preserves the span; singular values of X within their bounds, by which rounding is bounded.
 *
 * <p><b>Rounding.</b> See {@link BiasMeter}.
 *
 * <p><b>Tightness.</b> An equality.
 *
 * <p><b>References.</b> Gunasekar et al. 2018, section 2.
 */
final class RowSpaceInvariance {

    private static final String ID = "row-space-invariance";

    private static final Compare<Bias> STATEMENT = BiasSetting.within(
            Compare.compare(term("orthogonal", "‖(I − X⁺X)(Wₜ − W₀)‖", Bias::orthogonal))
                    .equalTo(BiasSetting.NONE),
            Bias.Budgets::orthogonal);

    static final Theorem<Problem, Optimizer, Bias> THEOREM = Theorem.theorem(
                    ID,
                    "Descent never leaves the row space of the data",
                    BiasSetting.SOURCE,
                    BiasSetting.setting(
                            ID, STATEMENT, families(), BiasSetting.spanPreserving(ID, BiasSetting.clipped(0.2))),
                    STATEMENT,
                    Tightness.NONE)
            .control(
                    "row-space-no-move",
                    "Wₜ − W₀ is 0, and not only its part outside the row space",
                    swap("orthogonal", term("moved", "‖Wₜ − W₀‖", Bias::moved)))
            .control("row-space-clipped", "entries clipped by value", without("span-preserving"))
            .control("row-space-elementwise", "entries clipped in place of the norm", subject(Slips::elementwise));

    private RowSpaceInvariance() {}

    private static List<Family<Problem>> families() {
        List<Kind> kinds = new ArrayList<>(Kind.of(Symmetry.ISOTROPIC));
        kinds.addAll(Kind.of(Symmetry.SPAN_PRESERVING));
        return BiasSetting.families(ID, "span-preserving", kinds);
    }
}
