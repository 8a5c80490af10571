package org.theoremcheck.predictable.rank;

import static org.theoremcheck.claim.Alteration.drop;
import static org.theoremcheck.claim.Alteration.scale;
import static org.theoremcheck.claim.Alteration.subject;
import static org.theoremcheck.claim.Alteration.swap;
import static org.theoremcheck.claim.Alteration.witness;
import static org.theoremcheck.claim.Term.term;
import static org.theoremcheck.predictable.rank.Logs.diagonal;

import org.theoremcheck.claim.Compare;
import org.theoremcheck.claim.Term;
import org.theoremcheck.claim.Theorem;
import org.theoremcheck.claim.Tightness;

/**
 * What the predictable rank r*(ε) says of the path length: the only link between the two.
 *
 * <p><b>Setting.</b> As for {@link TailEnergy}, with a share ε in [0, 1) and r*(ε) the smallest r with Σ_{i>r} σᵢ² ≤ ε Σ σᵢ².
 *
 * <p><b>Algorithm.</b> {@link TruncatedSvd} at its own r*(ε), from tails summed from the smallest σ².
 *
 * <p><b>Claim.</b> With r = r*(ε), and so with every larger r,
 * <pre>
 *   min over M_r of P_T  ≤  P_T(m)  ≤  ‖g₀ − m₀‖² + ε ‖H‖²_F
 * </pre>
 *
 * <p><b>Constant.</b> {@link TailEnergy} and the definition of r*(ε). Nothing is said of causal predictors: see
 * {@link RankPermutationInvariance}.
 *
 * <p><b>Hypotheses.</b> As for {@link TailEnergy}.
 *
 * <p><b>Rounding.</b> As for {@link TailEnergy}, and the predictor's of its tails: a tail of ε ‖H‖² to within the budget is a tie, where r
 * and r + 1 will both do.
 *
 * <p><b>Tightness.</b> Ratio 1 at ties: H = diag(3, 1, 1, 1), ε = 1/4, r* = 1.
 *
 * <p><b>References.</b> Derived here from Eckart and Young 1936.
 */
final class PredictableRankPathLength {

    static final Term<Approximation> SHARE = term("share", "ε ‖H‖²", seen -> seen.epsilon() * seen.energy());

    static final Theorem<Log, IncrementPredictor, Approximation> THEOREM = Theorem.theorem(
                    "predictable-rank-path-length",
                    "Path length at the predictable rank",
                    RankSetting.SOURCE.at("Abstract, (iii) and r*(ε); derived: what the one says of the other"),
                    RankSetting.SETTING,
                    Compare.compare(term("path-at-rank", "P_T(m at r*(ε))", Approximation::pathAtPredictableRank))
                            .atMost(RankSetting.FIRST, SHARE)
                            .within(
                                    RankSetting.RESOLUTION,
                                    "backward error of a stable decomposition in the tails and in the factors, and rounding of "
                                            + "products, squared by (2√P + ρ)ρ",
                                    seen -> seen.budgets().sufficient(),
                                    Approximation::magnitude),
                    new Tightness(1, "attained at ties: H = diag(3, 1, 1, 1), ε = 1/4"))
            .control("predictable-rank-first", "without the first term", drop("first"), witness(Logs.single(1)))
            .control(
                    "predictable-rank-constant",
                    "ε lowered to 0.99 ε",
                    scale("share", 0.99),
                    witness(diagonal(1, 0.25, 3, 1, 1, 1)))
            .control(
                    "predictable-rank-squared",
                    "ε² in the place of ε",
                    swap(
                            "share",
                            term("squared-share", "ε² ‖H‖²", seen -> seen.epsilon() * seen.epsilon() * seen.energy())),
                    witness(diagonal(1, 0.25, 3, 1, 1, 1)))
            .control(
                    "predictable-rank-too-small",
                    "r*(ε) one too small",
                    subject(log -> Slips.oneTooFew()),
                    witness(diagonal(1, 0.25, 3, 1, 1, 1)))
            .control(
                    "predictable-rank-smallest",
                    "keeps the smallest singular directions",
                    subject(log -> Slips.smallest()));

    private PredictableRankPathLength() {}
}
