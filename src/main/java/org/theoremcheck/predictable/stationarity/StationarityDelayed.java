package org.theoremcheck.predictable.stationarity;

import static org.theoremcheck.claim.Alteration.drop;
import static org.theoremcheck.claim.Alteration.scale;
import static org.theoremcheck.claim.Alteration.subject;
import static org.theoremcheck.claim.Alteration.without;
import static org.theoremcheck.claim.Term.term;
import static org.theoremcheck.predictable.stationarity.Problems.line;
import static org.theoremcheck.predictable.stationarity.Problems.oneStep;
import static org.theoremcheck.predictable.stationarity.Problems.startedWith;
import static org.theoremcheck.predictable.stationarity.StationaritySetting.BUDGET;
import static org.theoremcheck.predictable.stationarity.StationaritySetting.END;
import static org.theoremcheck.predictable.stationarity.StationaritySetting.GRADIENTS;
import static org.theoremcheck.predictable.stationarity.StationaritySetting.OPTIMIZATION;
import static org.theoremcheck.predictable.stationarity.StationaritySetting.RESOLUTION;

import java.util.List;
import org.theoremcheck.claim.Compare;
import org.theoremcheck.claim.Hypothesis;
import org.theoremcheck.claim.Setting;
import org.theoremcheck.claim.Theorem;
import org.theoremcheck.claim.Tightness;
import org.theoremcheck.numeric.Rounding;
import org.theoremcheck.predictable.predictor.Predictor;

/**
 * Stationarity of delayed gradient descent: history alone, and no proxy error but the first.
 *
 * <p><b>Setting.</b> As for {@link StationarityBound}, with the one-step predictor mₜ = gₜ₋₁ for t ≥ 1 and any m₀.
 *
 * <p><b>Algorithm.</b> {@link ProxyDescent}: θₜ₊₁ = θₜ − η gₜ₋₁.
 *
 * <p><b>Claim.</b> For L η ≤ (√5 − 1)/2,
 * <pre>
 *   Σ ‖gₜ‖²  ≤  2 (F₀ − F_*)/η + ‖g₀ − m₀‖²
 * </pre>
 * Left over on the left, with coefficient 0 in the statement, are {@code end} = 2 (F_T − F_*)/η and
 * {@code absorbed} = (1 − Lη) Σ ‖mₜ‖² − Σ_{t≥1} ‖gₜ − mₜ‖².
 *
 * <p><b>Constant.</b> ‖gₜ − mₜ‖ = ‖gₜ − gₜ₋₁‖ ≤ Lη‖mₜ₋₁‖ for t ≥ 1, so that the proxy errors of {@link StationarityBound} sum to at most
 * ‖g₀ − m₀‖² + L²η² Σ ‖mₜ‖², and its −(1 − Lη) Σ ‖mₜ‖² absorbs the sum where L²η² ≤ 1 − Lη.
 *
 * <p><b>Hypotheses.</b> 0 &lt; η; Lη + L²η² ≤ 1; the one-step predictor; smooth F; F_* a lower bound.
 *
 * <p><b>Rounding.</b> As for {@link StationarityBound}; mₜ is the gradient before as computed, so that its error counts once more.
 *
 * <p><b>Tightness.</b> Ratio 1 for F = (L/2)‖θ‖² with the longest step, as T grows, whatever θ₀ and m₀.
 *
 * <p><b>References.</b> Nesterov 2004, Lemma 1.2.3.
 */
final class StationarityDelayed {

    /** 1 − x − x², from which four roundings are taken off: what is left is positive only if the exact number is. */
    private static final Hypothesis<Problem> GOLDEN_STEP = StationaritySetting.hypothesis(
            "step at most 0.618/L",
            problem -> {
                double x = problem.relativeStep();
                return Math.fma(-x, x, 1 - x) - 4 * Rounding.UNIT;
            },
            oneStep(4));

    private static final Hypothesis<Problem> ONE_STEP = StationaritySetting.hypothesis(
            "one-step proxy",
            problem ->
                    problem.proxy() instanceof Proxy.History history && history.predictor() instanceof Predictor.OneStep
                            ? 0
                            : -1,
            line(1, 0.5, new Proxy.History(new Predictor.Zero()), 8));

    private static final Setting<Problem, Descender, Trace> SETTING = StationaritySetting.setting(
            "delayed gradient descent",
            "Proxy descent along the gradient before, θₜ₊₁ = θₜ − η gₜ₋₁, with any first direction m₀; gₜ = ∇F(θₜ), t = 0, …, T − 1",
            Problems.delayed(),
            List.of(
                    StationaritySetting.positiveStep(line(1, -1, startedWith(1), 1)),
                    StationaritySetting.smooth(line(Profile.ABSOLUTE, 0.25, 0.5, startedWith(1), 2)),
                    StationaritySetting.lowerBound(
                            line(1, 0.5, startedWith(1), 1).above(0.375))),
            GOLDEN_STEP,
            ONE_STEP);

    static final Theorem<Problem, Descender, Trace> THEOREM = Theorem.theorem(
                    "stationarity-delayed",
                    "Stationarity of delayed gradient descent",
                    StationaritySetting.SOURCE.at("Derived: (ii) for the one-step predictor, where it is not vacuous"),
                    SETTING,
                    Compare.compare(
                                    GRADIENTS,
                                    END,
                                    term(
                                            "absorbed",
                                            0,
                                            "((1 − Lη) Σ ‖mₜ‖² − Σ_{t≥1} ‖gₜ − mₜ‖²)",
                                            trace -> trace.shortfall() - (trace.path() - trace.firstError())))
                            .atMost(OPTIMIZATION, term("first", "‖g₀ − m₀‖²", Trace::firstError))
                            .within(RESOLUTION, BUDGET, Trace::rounding, Trace::magnitude),
                    new Tightness(1, "reached by (L/2)‖θ‖² with Lη = (√5 − 1)/2 as T grows"))
            .control("delayed-optimization", "2/η lowered to 1.998/η", scale("optimization", 0.999))
            .control("delayed-first", "the first proxy error at 0.999", scale("first", 0.999))
            .control("delayed-without-first", "without the first proxy error", drop("first"))
            .control("delayed-longer-step", "a step of 1/L", without("step at most 0.618/L"))
            .control("delayed-other-proxy", "the zero predictor", without("one-step proxy"))
            .control("delayed-heavy-ball", "a step that keeps half of the last one", subject(Slips.HeavyBall::new));

    private StationarityDelayed() {}
}
