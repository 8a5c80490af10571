package org.theoremcheck.predictable.rank;

import static org.theoremcheck.claim.Alteration.scale;
import static org.theoremcheck.claim.Alteration.subject;
import static org.theoremcheck.claim.Alteration.witness;
import static org.theoremcheck.claim.Term.term;
import static org.theoremcheck.predictable.rank.Logs.diagonal;

import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Compare;
import org.theoremcheck.claim.Theorem;
import org.theoremcheck.claim.Tightness;

/**
 * No predictor of rank-r increments has a smaller path length than the truncated singular value decomposition.
 *
 * <p><b>Setting.</b> As for {@link TailEnergy}, with a rival Ĥ' = Σ_{k<r} aₖ bₖᵀ, anything of rank at most r: the best increments themselves, or
 * more or less beside them.
 *
 * <p><b>Algorithm.</b> {@link TruncatedSvd}.
 *
 * <p><b>Claim.</b> P_T(m) ≤ P_T(m') for m'ₜ = gₜ₋₁ + ĥ'ₜ and the same m₀. With {@link TailEnergy} this is
 * <pre>
 *   min over M_r of P_T  =  ‖g₀ − m₀‖² + Σ_{i&gt;r} σᵢ²
 * </pre>
 *
 * <p><b>Constant.</b> With Q the projector onto the columns of Ĥ', ‖H − Ĥ'‖²_F ≥ ‖(I − Q)H‖²_F = ‖H‖²_F − tr(Q HHᵀ) ≥ Σ_{i>r} σᵢ² by Ky Fan. That
 * needs the Frobenius norm: in a weighted norm another approximation is better (control c-nc6).
 *
 * <p><b>Hypotheses.</b> As for {@link TailEnergy}.
 *
 * <p><b>Rounding.</b> As for {@link TailEnergy}, and that of the rival's products.
 *
 * <p><b>Tightness.</b> Ratio 1, by the best increments themselves.
 *
 * <p><b>References.</b> Eckart and Young 1936; Ky Fan, Proc. Nat. Acad. Sci. 35, 1949.
 */
final class TailEnergyMinimum {

    static final Theorem<Log, IncrementPredictor, Approximation> THEOREM = Theorem.theorem(
                    "tail-energy-minimum",
                    "No rank-r increments are better than the truncated decomposition",
                    RankSetting.SOURCE,
                    RankSetting.SETTING,
                    Compare.compare(RankSetting.PATH)
                            .atMost(term("rival", "P_T(m')", Approximation::rival))
                            .within(
                                    RankSetting.RESOLUTION,
                                    "backward error of a stable decomposition and rounding of both products, squared by "
                                            + "(2√P + ρ)ρ",
                                    seen -> seen.budgets().minimum(),
                                    seen -> seen.magnitude() + seen.rival()),
                    new Tightness(1, "attained by the best increments themselves"))
            .control("tail-energy-constant", "better than the best by 0.1 %", scale("rival", 0.999))
            .control(
                    "c-nc6",
                    "the same in a norm with weights",
                    TailEnergyMinimum::inWeightedNorm,
                    witness(diagonal(1, 0.25, 1, 0.5)))
            .control(
                    "tail-energy-backwards",
                    "keeps the smallest singular directions",
                    subject(log -> Slips.smallest()));

    private TailEnergyMinimum() {}

    /** Rounding grows with the largest weight at most. */
    private static Claim<Log, IncrementPredictor, Approximation> inWeightedNorm(
            Claim<Log, IncrementPredictor, Approximation> claim) {
        return claim.saying(Compare.compare(term("weighted-path", "Σ_{t≥1} ‖gₜ − mₜ‖²_w", Approximation::weightedPath))
                .atMost(term("weighted-rival", "Σ_{t≥1} ‖gₜ − m'ₜ‖²_w", Approximation::weightedRival))
                .within(
                        RankSetting.RESOLUTION,
                        "as without weights, times the largest weight",
                        seen -> Slips.WEIGHT * seen.budgets().minimum(),
                        seen -> seen.magnitude() + seen.weightedRival()));
    }
}
