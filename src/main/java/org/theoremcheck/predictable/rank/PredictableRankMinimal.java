package org.theoremcheck.predictable.rank;

import static org.theoremcheck.claim.Alteration.subject;
import static org.theoremcheck.claim.Alteration.swap;
import static org.theoremcheck.claim.Alteration.witness;
import static org.theoremcheck.claim.Term.term;
import static org.theoremcheck.predictable.rank.Logs.diagonal;

import org.theoremcheck.claim.Compare;
import org.theoremcheck.claim.Theorem;
import org.theoremcheck.claim.Tightness;

/**
 * No rank below the predictable rank r*(ε) leaves as little as the share ε.
 *
 * <p><b>Setting.</b> As for {@link PredictableRankPathLength}, where r*(ε) ≥ 1.
 *
 * <p><b>Algorithm.</b> {@link TruncatedSvd}, of which only r*(ε) is asked.
 *
 * <p><b>Claim.</b>
 * <pre>
 *   ε ‖H‖²_F  ≤  Σ_{i≥r*(ε)} σᵢ²,   the least that any increments of rank r*(ε) − 1 leave
 * </pre>
 *
 * <p><b>Constant.</b> The definition of r*(ε), with ≤ for &lt;: at a tie r* and r* + 1 are both accepted, since rounding decides. Together
 * with {@link PredictableRankPathLength} this pins an answer down.
 *
 * <p><b>Hypotheses.</b> As for {@link TailEnergy}.
 *
 * <p><b>Rounding.</b> That of the predictor's tails and of the planting.
 *
 * <p><b>Tightness.</b> Ratio 1 where r* + 1 is answered at a tie, and in the limit beside one.
 *
 * <p><b>References.</b> The definition of r*(ε).
 */
final class PredictableRankMinimal {

    static final Theorem<Log, IncrementPredictor, Approximation> THEOREM = Theorem.theorem(
                    "predictable-rank-minimal",
                    "The predictable rank is the smallest",
                    RankSetting.SOURCE.at("Abstract, r*(ε); ties and ε = 0 pinned down"),
                    RankSetting.SETTING,
                    Compare.compare(PredictableRankPathLength.SHARE)
                            .atMost(term("tail-before", "Σ_{i≥r*(ε)} σᵢ²", Approximation::tailBefore))
                            .within(
                                    RankSetting.RESOLUTION,
                                    "backward error of a stable decomposition in the tails, and rounding of planting, squared by "
                                            + "(2‖H‖ + ρ)ρ",
                                    seen -> seen.budgets().necessary(),
                                    Approximation::magnitude),
                    new Tightness(1, "approached beside ties"))
            .control(
                    "predictable-rank-off-by-one",
                    "the tail after r*(ε) in the place of the one before",
                    swap("tail-before", term("tail-at-rank", "Σ_{i>r*(ε)} σᵢ²", Approximation::tailAtPredictableRank)),
                    witness(diagonal(1, 0.25, 2, 1, 0)))
            .control(
                    "c-nc5",
                    "r*(ε) with σ in the place of σ²",
                    subject(log -> Slips.unsquared()),
                    witness(diagonal(1, 0.25, 3, 1, 1, 1)))
            .control(
                    "predictable-rank-too-large",
                    "r*(ε) one too large",
                    subject(log -> Slips.oneTooMany()),
                    witness(diagonal(1, 0.25, 2, 1)));

    private PredictableRankMinimal() {}
}
