package org.theoremcheck.predictable.stationarity;

import static org.theoremcheck.claim.Alteration.scale;
import static org.theoremcheck.claim.Alteration.subject;
import static org.theoremcheck.claim.Alteration.swap;
import static org.theoremcheck.claim.Alteration.without;
import static org.theoremcheck.claim.Term.term;
import static org.theoremcheck.predictable.stationarity.Problems.line;
import static org.theoremcheck.predictable.stationarity.Problems.multiple;
import static org.theoremcheck.predictable.stationarity.StationaritySetting.BUDGET;
import static org.theoremcheck.predictable.stationarity.StationaritySetting.END;
import static org.theoremcheck.predictable.stationarity.StationaritySetting.OPTIMIZATION;
import static org.theoremcheck.predictable.stationarity.StationaritySetting.PROXY;
import static org.theoremcheck.predictable.stationarity.StationaritySetting.RESOLUTION;

import org.theoremcheck.claim.Compare;
import org.theoremcheck.claim.Hypothesis;
import org.theoremcheck.claim.Setting;
import org.theoremcheck.claim.Theorem;
import org.theoremcheck.claim.Tightness;

/**
 * Stationarity of proxy descent with steps up to 2/L.
 *
 * <p><b>Setting.</b> As for {@link StationarityBound}, with x = Lη in (0, 2) and any a &gt; 0.
 *
 * <p><b>Algorithm.</b> {@link ProxyDescent}.
 *
 * <p><b>Claim.</b>
 * <pre>
 *   (2 − x − a|x − 1|) Σ ‖gₜ‖²  ≤  2 (F₀ − F_*)/η + (x + |x − 1|/a) Σ ‖gₜ − mₜ‖²
 * </pre>
 * With x = 1 this is {@link StationarityBound}, and with a = 1 and x ≥ 1 it is (3 − 2x) Σ ‖gₜ‖² ≤ 2 (F₀ − F_*)/η + (2x − 1) Σ ‖gₜ − mₜ‖². Left over on
 * the left, with coefficient 0 in the statement, are {@code end} = 2 (F_T − F_*)/η and {@code young} = |x − 1| Σ ‖√a gₜ ∓ (gₜ − mₜ)/√a‖², with
 * − where x &lt; 1.
 *
 * <p><b>Constant.</b> {@link StationarityBound} before −(1 − x) Σ ‖mₜ‖² is dropped, and ‖m‖² = ‖g − δ‖², which Young's inequality
 * 2|⟨g, δ⟩| ≤ a‖g‖² + ‖δ‖²/a bounds from below where x &lt; 1, and from above beyond.
 *
 * <p><b>Hypotheses.</b> 0 &lt; η; a &gt; 0; smooth F; F_* a lower bound. Where 2 − x − a|x − 1| is not positive, as from x = 2 on, the claim holds and says
 * nothing: vacuous.
 *
 * <p><b>Rounding.</b> As for {@link StationarityBound}, times the largest weight; and the weights themselves by γ₆ of their absolute terms.
 *
 * <p><b>Tightness.</b> Ratio 1 for every x and a with |1 − x(1 ∓ a)| &lt; 1, as T grows: F = (L/2)‖θ‖² and m = (1 ∓ a) g, which makes Young's
 * inequality an equality and ends in the minimizer.
 *
 * <p><b>References.</b> Nesterov 2004, Lemma 1.2.3.
 */
final class StationarityExtendedStep {

    private static final Hypothesis<Problem> POSITIVE_BALANCE = StationaritySetting.hypothesis(
            "positive balance", Problem::balance, line(1, 1.5, multiple(1), 1).balanced(-1));

    private static final Setting<Problem, Descender, Trace> SETTING = StationaritySetting.setting(
            "proxy descent with longer steps",
            "Proxy descent θₜ₊₁ = θₜ − η mₜ with η < 2/L on a smooth function, along any directions mₜ; gₜ = ∇F(θₜ), t = 0, …, T − 1",
            Problems.extended(),
            StationaritySetting.BASIC,
            POSITIVE_BALANCE);

    static final Theorem<Problem, Descender, Trace> THEOREM = Theorem.theorem(
                    "stationarity-extended-step",
                    "Stationarity of proxy descent with steps up to 2/L",
                    StationaritySetting.SOURCE.at("Derived: (ii) beyond η = 1/L, with a parameter"),
                    SETTING,
                    Compare.compare(
                                    term(
                                            "weighted-gradients",
                                            "(2 − Lη − a|Lη − 1|) Σ ‖gₜ‖²",
                                            trace -> trace.gradientWeight() * trace.gradients()),
                                    END,
                                    term("young", 0, "|Lη − 1| Σ ‖√a gₜ ∓ (gₜ − mₜ)/√a‖²", Trace::youngGap))
                            .atMost(
                                    OPTIMIZATION,
                                    term(
                                            "weighted-proxy",
                                            "(Lη + |Lη − 1|/a) Σ ‖gₜ − mₜ‖²",
                                            trace -> trace.pathWeight() * trace.path()))
                            .within(RESOLUTION, BUDGET, Trace::weightedRounding, Trace::weightedMagnitude)
                            .vacuousWhen("2 − Lη − a|Lη − 1| ≤ 0", trace -> trace.gradientWeight() <= 0),
                    new Tightness(1, "reached by (L/2)‖θ‖² and m = (1 ∓ a) g as T grows, for every Lη in (0, 2)"))
            .control("extended-optimization", "2/η lowered to 1.998/η", scale("optimization", 0.999))
            .control("extended-proxy", "the proxy term at 0.999", scale("weighted-proxy", 0.999))
            .control("extended-unweighted", "the proxy term without its weight", swap("weighted-proxy", PROXY))
            .control("extended-balance", "a negative a", without("positive balance"))
            .control("extended-ascent", "the proxy is added", subject(Slips.Ascent::new));

    private StationarityExtendedStep() {}
}
