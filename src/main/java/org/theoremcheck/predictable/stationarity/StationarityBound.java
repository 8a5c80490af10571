package org.theoremcheck.predictable.stationarity;

import static org.theoremcheck.claim.Alteration.scale;
import static org.theoremcheck.claim.Alteration.subject;
import static org.theoremcheck.claim.Alteration.swap;
import static org.theoremcheck.claim.Alteration.without;
import static org.theoremcheck.claim.Alteration.witness;
import static org.theoremcheck.claim.Term.term;
import static org.theoremcheck.predictable.stationarity.Problems.line;
import static org.theoremcheck.predictable.stationarity.Problems.multiple;
import static org.theoremcheck.predictable.stationarity.Problems.oneStep;
import static org.theoremcheck.predictable.stationarity.StationaritySetting.BUDGET;
import static org.theoremcheck.predictable.stationarity.StationaritySetting.END;
import static org.theoremcheck.predictable.stationarity.StationaritySetting.GRADIENTS;
import static org.theoremcheck.predictable.stationarity.StationaritySetting.OPTIMIZATION;
import static org.theoremcheck.predictable.stationarity.StationaritySetting.PROXY;
import static org.theoremcheck.predictable.stationarity.StationaritySetting.RESOLUTION;

import org.theoremcheck.claim.Alteration;
import org.theoremcheck.claim.Compare;
import org.theoremcheck.claim.Theorem;
import org.theoremcheck.claim.Tightness;
import org.theoremcheck.predictable.predictor.Predictor;
import org.theoremcheck.predictable.stationarity.Trace.Variants;

/**
 * Stationarity of proxy descent degrades additively by the proxy error.
 *
 * <p><b>Setting.</b> F: R^d → R with an L-Lipschitz gradient and F ≥ F_*; no convexity. gₜ = ∇F(θₜ) is the full gradient.
 *
 * <p><b>Algorithm.</b> {@link ProxyDescent}: θₜ₊₁ = θₜ − η mₜ, t = 0, …, T − 1, along any vectors mₜ.
 *
 * <p><b>Claim.</b> The optimization term and the proxy term add up, and nothing else is needed:
 * <pre>
 *   Σ ‖gₜ‖²  ≤  2 (F₀ − F_*)/η + Σ ‖gₜ − mₜ‖²
 * </pre>
 * Left over on the left are {@code end} = 2 (F_T − F_*)/η and {@code steps} = (1 − Lη) Σ ‖mₜ‖², which stand in the statement with coefficient 0: with
 * 1 it holds too. What then remains is Σ of (2/η) times the slack of the descent lemma, 0 where F is a quadratic of curvature L.
 *
 * <p><b>Constant.</b> The descent lemma, F(θₜ₊₁) ≤ F(θₜ) − η⟨gₜ, mₜ⟩ + (Lη²/2)‖mₜ‖², with −2⟨g, m⟩ = ‖g − m‖² − ‖g‖² − ‖m‖², summed. Only L on the
 * segments [θₜ, θₜ₊₁] and F_* ≤ F_T are used.
 *
 * <p><b>Hypotheses.</b> 0 &lt; η ≤ 1/L; smooth F; F_* a lower bound. Not needed: proxies from the past. Not instances: methods that
 * precondition (control b-nc10), and proxy errors measured against stochastic gradients (control b-nc11).
 *
 * <p><b>Rounding.</b> Sums by γ_{d+T+8}; F and ∇F by the error bounds of the {@link Objective}; a subject's step θ − fl(ηm), rounded, is exact for a
 * proxy that is off by u(|θ|/η + |m|). An error ε of a vector v moves ‖v‖² by 2‖v‖‖ε‖ + ‖ε‖².
 *
 * <p><b>Tightness.</b> Ratio 1: F = ½θ², η = 1 and any proxy with θ_T = 0, such as the one-step predictor at T = 2, 5, 8, 11, where
 * gₜ = 1, 1, 0, −1, −1, 0, …; the trend at T = 4; and m = g at T = 1.
 *
 * <p><b>References.</b> Nesterov 2004, Lemma 1.2.3; Bottou, Curtis, Nocedal 2018, section 4.
 */
final class StationarityBound {

    static final Theorem<Problem, Descender, Trace> THEOREM = Theorem.theorem(
                    "stationarity",
                    "Stationarity of proxy descent degrades additively by the proxy error",
                    StationaritySetting.SOURCE,
                    StationaritySetting.SHORT_STEPS,
                    Compare.compare(GRADIENTS, END, term("steps", 0, "(1 − Lη) Σ ‖mₜ‖²", Trace::shortfall))
                            .atMost(OPTIMIZATION, PROXY)
                            .within(RESOLUTION, BUDGET, Trace::rounding, Trace::magnitude),
                    new Tightness(1, "attained by ½θ² with η = 1 and the one-step predictor at T = 2, 5, 8, 11"))
            .control("stationarity-optimization", "2/η lowered to 1.998/η", scale("optimization", 0.999))
            .control("stationarity-proxy", "the proxy term at 0.999", scale("proxy", 0.999))
            .control("b-nc1", "a step longer than 1/L", without("step at most 1/L"))
            .control(
                    "b-nc2", "2/η lowered to 1.99/η", scale("optimization", 0.995), witness(line(1, 1, multiple(1), 1)))
            .control("b-nc3", "the proxy term at 0.99", scale("proxy", 0.99), witness(oneStep(2)))
            .control(
                    "b-nc5",
                    "the proxy term without t = 0",
                    swap(
                            "proxy",
                            term(
                                    "proxy-without-first",
                                    "Σ_{t≥1} ‖gₜ − mₜ‖²",
                                    trace -> trace.path() - trace.firstError())),
                    witness(oneStep(2)))
            .control(
                    "b-nc6",
                    "proxy errors against the next step's proxy",
                    instead("proxy-ahead", "Σ ‖gₜ − mₜ₊₁‖²", Variants::ahead),
                    witness(oneStep(2)))
            .control(
                    "b-nc7",
                    "proxy errors against the next step's gradient",
                    instead("proxy-behind", "Σ ‖gₜ₊₁ − mₜ‖²", Variants::behind),
                    witness(line(1, 1, multiple(0.5), 2)))
            .control(
                    "b-nc8",
                    "proxy errors without the square",
                    instead("proxy-unsquared", "Σ ‖gₜ − mₜ‖", Variants::unsquared),
                    witness(line(3, 1, new Proxy.History(new Predictor.OneStep()), 2)))
            .control("b-nc9", "a function that is not smooth", without("smooth objective"))
            .control(
                    "b-nc10",
                    "a preconditioned step",
                    subject(Slips.Preconditioned::new),
                    witness(line(1, 1, multiple(1), 2)))
            .control(
                    "b-nc11",
                    "proxy errors measured against stochastic gradients",
                    instead("proxy-logged", "Σ ‖g̃ₜ − mₜ‖²", Variants::logged),
                    witness(line(0, 1, new Proxy.Noisy(1, new double[][] {{1}, {-1}}), 2)))
            .control("b-nc12", "F_* above the infimum", without("lower bound"))
            .control("stationarity-negative-step", "a step of the wrong sign", without("positive step"))
            .control("stationarity-ascent", "the proxy is added", subject(Slips.Ascent::new))
            .and(ExplainsLogs.CLAIM);

    private StationarityBound() {}

    /** A quantity in place of the proxy term. */
    private static Alteration<Problem, Descender, Trace> instead(
            String name, String symbol, java.util.function.ToDoubleFunction<Variants> variant) {
        return swap("proxy", term(name, symbol, trace -> variant.applyAsDouble(trace.variants())));
    }
}
