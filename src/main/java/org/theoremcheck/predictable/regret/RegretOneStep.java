package org.theoremcheck.predictable.regret;

import static org.theoremcheck.claim.Alteration.everywhere;
import static org.theoremcheck.claim.Alteration.scale;
import static org.theoremcheck.claim.Alteration.subject;
import static org.theoremcheck.claim.Alteration.witness;
import static org.theoremcheck.predictable.regret.Games.at;
import static org.theoremcheck.predictable.regret.Games.gradients;
import static org.theoremcheck.predictable.regret.Games.hints;
import static org.theoremcheck.predictable.regret.Games.line;

import org.theoremcheck.claim.Theorem;
import org.theoremcheck.claim.Tightness;

/**
 * The regret of one-step optimistic mirror descent.
 *
 * <p><b>Setting.</b> As for {@link RegretTwoStep}.
 *
 * <p><b>Algorithm.</b> {@link OneStep}: xₜ = prox of xₜ₋₁ at η (gₜ₋₁ − mₜ₋₁ + mₜ), with one projection a round; the first step is from y₀
 * along m₀.
 *
 * <p><b>Claim.</b> For every u in X,
 * <pre>
 *   Σ fₜ(xₜ) − fₜ(u)  ≤  B(u, y₀)/η + (η/2λ) Σ ‖gₜ − mₜ‖²_*
 * </pre>
 *
 * <p><b>Constant.</b> The three-point inequality of each step, summed; the hints telescope to ⟨m₀, x₀ − u⟩, which the virtual first step
 * absorbs. A learner that does not move for m₀ keeps that term, and the bound is false for it (control a-nc9).
 *
 * <p><b>Hypotheses.</b> As for {@link RegretTwoStep}.
 *
 * <p><b>Rounding.</b> As for {@link RegretTwoStep}; the slope is a sum of three vectors, off by 2u of their sizes.
 *
 * <p><b>Tightness.</b> Ratio 1, on the same instances: without active constraints the three algorithms play the same points.
 *
 * <p><b>References.</b> Joulani, György, Szepesvári: A modular analysis of adaptive (non-)convex optimization. ALT 2017, PMLR 76:681-720;
 * Orabona, arXiv 1912.13213, theorem 6.38.
 */
final class RegretOneStep {

    static final Theorem<Game, Learner, Play> THEOREM = Theorem.theorem(
                    "regret-one-step",
                    "Regret of one-step optimistic mirror descent",
                    RegretSetting.SOURCE,
                    RegretSetting.played(
                            "one-step games",
                            "Online learning with hints on a convex domain; the learner is one-step optimistic mirror descent",
                            OneStep::new),
                    RegretSetting.bound(RegretSetting.DISTANCE),
                    new Tightness(1, "attained by one round on [−1, 1]: g = 1, m = 0, η = 1, u = −1"))
            .control("one-step-path", "η/2 lowered to 0.4995 η", scale("path", 0.999), everywhere())
            .control("one-step-distance", "1/η lowered to 0.999/η", scale("distance", 0.999), everywhere())
            .control(
                    "a-nc9",
                    "the first hint is not used, but taken back",
                    subject(Slips.FirstHintIgnored::new),
                    everywhere(),
                    witness(line(RegretSetting.INTERVAL, 0, 1, gradients(1), hints(1), at(-1), 1)))
            .control(
                    "one-step-hint-kept",
                    "the last hint is not taken back",
                    subject(Slips.HintKept::new),
                    everywhere());

    private RegretOneStep() {}
}
