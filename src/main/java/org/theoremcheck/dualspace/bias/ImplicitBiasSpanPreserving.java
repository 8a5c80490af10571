package org.theoremcheck.dualspace.bias;

import static org.theoremcheck.claim.Alteration.subject;
import static org.theoremcheck.claim.Alteration.swap;
import static org.theoremcheck.claim.Alteration.without;
import static org.theoremcheck.claim.Term.term;

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
 * Preconditioners that mix columns only find the solution of gradient descent too, although they are not isotropic.
 *
 * <p><b>Setting.</b> As in {@link ImplicitBiasIsotropic}, with ∇K(G) = G M(G): smoothed orthogonalization as in Muon, normalization or clipping of
 * columns, G P with a fixed P. One-sided Shampoo is one of them on either side: (GGᵀ + e²I)^(−1/2) G = G (GᵀG + e²I)^(−1/2).
 *
 * <p><b>Algorithm.</b> Wₜ₊₁ = Wₜ − ηₜ ∇K(Gₜ) with any steps.
 *
 * <p><b>Claim.</b> At every t,
 * <pre>
 *   Wₜ − W_GD  =  X⁺Rₜ
 * </pre>
 *
 * <p><b>Constant.</b> As in {@link ImplicitBiasIsotropic}; ‖X⁺Rₜ‖ ≤ ‖Rₜ‖/σₙ.
 *
 * <p><b>Hypotheses.</b> K preserves the span; singular values of X within their bounds, by which rounding is bounded.
 *
 * <p><b>Rounding.</b> See {@link BiasMeter}. W_GD is found by a singular value decomposition of X.
 *
 * <p><b>Tightness.</b> An equality.
 *
 * <p><b>References.</b> Gunasekar et al. 2018, section 2; Gupta, Koren, Singer: Shampoo. ICML 2018.
 */
final class ImplicitBiasSpanPreserving {

    private static final String ID = "implicit-bias-span-preserving";

    private static final Compare<Bias> STATEMENT = BiasSetting.within(
            Compare.compare(term("mismatch", "‖Wₜ − W_GD − X⁺Rₜ‖", Bias::mismatch))
                    .equalTo(BiasSetting.NONE),
            Bias.Budgets::mismatch);

    static final Theorem<Problem, Optimizer, Bias> THEOREM = Theorem.theorem(
                    ID,
                    "Preconditioners that mix columns find the solution of gradient descent",
                    BiasSetting.SOURCE,
                    BiasSetting.setting(
                            ID, STATEMENT, families(), BiasSetting.spanPreserving(ID, BiasSetting.rowNormalized())),
                    STATEMENT,
                    Tightness.NONE)
            .control(
                    "span-preserving-at-once",
                    "Wₜ = W_GD before the residual is 0",
                    swap("mismatch", BiasSetting.DISTANCE),
                    BiasSetting.onShortRuns())
            .control("ds-n12", "rows normalized in place of columns", without("span-preserving"))
            .control(
                    "span-preserving-elementwise",
                    "entries clipped in place of columns",
                    subject(Slips::elementwise),
                    BiasSetting.onShortRuns());

    private ImplicitBiasSpanPreserving() {}

    private static List<Family<Problem>> families() {
        List<Kind> kinds = Kind.of(Symmetry.SPAN_PRESERVING);
        List<Family<Problem>> families = BiasSetting.families(ID, "span-preserving", kinds);
        families.add(BiasSetting.longest(ID, List.of(Kind.SPECTRAL, Kind.COLUMN_NORMALIZATION)));
        return families;
    }
}
