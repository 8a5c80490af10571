package org.theoremcheck.predictable.rank;

import static org.theoremcheck.claim.Alteration.drop;
import static org.theoremcheck.claim.Alteration.subject;
import static org.theoremcheck.claim.Alteration.swap;
import static org.theoremcheck.claim.Alteration.witness;
import static org.theoremcheck.claim.Term.term;
import static org.theoremcheck.predictable.rank.Logs.diagonal;

import org.theoremcheck.claim.Compare;
import org.theoremcheck.claim.Theorem;
import org.theoremcheck.claim.Tightness;

/**
 * The path length of the best predictor of rank-r increments is the tail of the spectrum.
 *
 * <p><b>Setting.</b> Gradients g₀, …, g_T in R^d with increments hₜ = gₜ − gₜ₋₁, H = [h₁, …, h_T] with singular values σ₁ ≥ σ₂ ≥ …, a first hint
 * m₀, and a rank r ≤ min(d, T).
 *
 * <p><b>Algorithm.</b> {@link TruncatedSvd}: mₜ = gₜ₋₁ + the t-th column of the best rank-r approximation of H, for t ≥ 1. It is known in
 * hindsight only: no causal predictor has its path length (reading tail-energy-causal).
 *
 * <p><b>Claim.</b>
 * <pre>
 *   P_T(m) = Σ_{t=0}^T ‖gₜ − mₜ‖²  =  ‖g₀ − m₀‖² + Σ_{i&gt;r} σᵢ²
 * </pre>
 * With m₀ = g₀, or P summed from t = 1, that is the tail alone; and it is the minimum over all predictors of rank-r increments, see
 * {@link TailEnergyMinimum}.
 *
 * <p><b>Constant.</b> gₜ − mₜ = hₜ − ĥₜ for t ≥ 1, so that P_T(m) − ‖g₀ − m₀‖² = ‖H − Ĥ‖²_F = Σ_{i>r} σᵢ² for Ĥ = Σ_{i≤r} σᵢ uᵢ vᵢᵀ. The first
 * term is there for all predictors alike: "equals the Frobenius residual" is off by it where P is summed from t = 0.
 *
 * <p><b>Hypotheses.</b> The spectrum is the one declared. It is planted: H = Q diag(σ) Rᵀ with products of reflections Q, R; Commons Math
 * confirms it for each instance.
 *
 * <p><b>Rounding.</b> ‖H − Ĥ‖ is within 16 max(d, T) u ‖H‖_F of √tail for a stable decomposition, by Mirsky; and the rounding of the
 * planting and of the products. A violation is certified without the planted spectrum, see {@link ExactSpectrum}.
 *
 * <p><b>Tightness.</b> An equality.
 *
 * <p><b>References.</b> Eckart and Young 1936; Mirsky 1960; Higham 2002, chapter 19.
 */
final class TailEnergy {

    static final Theorem<Log, IncrementPredictor, Approximation> THEOREM = Theorem.theorem(
                    "tail-energy",
                    "Path length of the best rank-r increments",
                    RankSetting.SOURCE,
                    RankSetting.SETTING,
                    Compare.compare(RankSetting.PATH)
                            .equalTo(RankSetting.FIRST, term("tail", "Σ_{i>r} σᵢ²", Approximation::tail))
                            .within(
                                    RankSetting.RESOLUTION,
                                    "backward error of a stable decomposition, rounding of planting and products, squared by "
                                            + "(2√tail + ρ)ρ",
                                    seen -> seen.budgets().value(),
                                    Approximation::magnitude),
                    new Tightness(1, "an equality"))
            .control(
                    "c-nc1",
                    "P_T from t = 0 equals the tail, without the first term",
                    drop("first"),
                    witness(Logs.line(1, 1)))
            .control(
                    "c-nc3a",
                    "the tail from σ_r on",
                    swap("tail", term("tail-with-kept", "Σ_{i≥r} σᵢ²", Approximation::tailWithKept)),
                    witness(diagonal(1, 0.25, 2, 1)))
            .control(
                    "c-nc3b",
                    "the tail from σ_{r+2} on",
                    swap("tail", term("tail-without-next", "Σ_{i>r+1} σᵢ²", Approximation::tailWithoutNext)),
                    witness(diagonal(1, 0.25, 2, 1)))
            .control(
                    "c-nc4a",
                    "σ in the place of σ²",
                    swap("tail", term("unsquared-tail", "Σ_{i>r} σᵢ", Approximation::unsquaredTail)),
                    witness(diagonal(1, 0.25, 2, 0.5)))
            .control(
                    "c-nc4b",
                    "the spectral norm in the place of the Frobenius norm",
                    swap("tail", term("spectral-tail", "σ²_{r+1}", Approximation::spectralTail)),
                    witness(diagonal(1, 0.25, 2, 1, 1)))
            .control(
                    "tail-energy-smallest",
                    "keeps the smallest singular directions",
                    subject(log -> Slips.smallest()),
                    witness(diagonal(1, 0.25, 2, 1)))
            .control(
                    "tail-energy-forgetful",
                    "forgets the second direction",
                    subject(log -> Slips.forgetful()),
                    witness(diagonal(2, 0.25, 2, 1, 0.5)))
            .control(
                    "tail-energy-gram",
                    "directions from HᵀH, where what lies below √u σ₁ is lost",
                    subject(log -> new Slips.Gram()),
                    witness(Logs.mirrored(2, 1, 0x1p-27, 0)))
            .and(TailEnergyCausal.CLAIM);

    private TailEnergy() {}
}
