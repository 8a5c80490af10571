package org.theoremcheck.predictable.stationarity;

import static org.theoremcheck.claim.Alteration.scale;
import static org.theoremcheck.claim.Alteration.subject;
import static org.theoremcheck.claim.Alteration.swap;
import static org.theoremcheck.claim.Alteration.witness;
import static org.theoremcheck.claim.Term.term;
import static org.theoremcheck.predictable.stationarity.Problems.line;
import static org.theoremcheck.predictable.stationarity.Problems.multiple;
import static org.theoremcheck.predictable.stationarity.Problems.oneStep;
import static org.theoremcheck.predictable.stationarity.StationaritySetting.BUDGET;
import static org.theoremcheck.predictable.stationarity.StationaritySetting.GRADIENTS;
import static org.theoremcheck.predictable.stationarity.StationaritySetting.OPTIMIZATION;
import static org.theoremcheck.predictable.stationarity.StationaritySetting.RESOLUTION;

import org.theoremcheck.claim.Compare;
import org.theoremcheck.claim.Theorem;
import org.theoremcheck.claim.Tightness;

/**
 * The last proxy error is superfluous.
 *
 * <p><b>Setting.</b> As for {@link StationarityBound}, with L on all of R^d and F_* a lower bound on all of R^d.
 *
 * <p><b>Algorithm.</b> {@link ProxyDescent}.
 *
 * <p><b>Claim.</b>
 * <pre>
 *   Σ ‖gₜ‖²  ≤  2 (F₀ − F_*)/η + Σ_{t≤T−2} ‖gₜ − mₜ‖²
 * </pre>
 * Left over on the left, with coefficient 0 in the statement, are {@code last} = 2 (F_{T−1} − F_*)/η − ‖g_{T−1}‖² and
 * {@code steps-before-last} = (1 − Lη) Σ_{t≤T−2} ‖mₜ‖².
 *
 * <p><b>Constant.</b> The bound of {@link StationarityBound} for the first T − 1 steps with its {@code end}, and
 * ‖g_{T−1}‖² ≤ 2L(F_{T−1} − F_*) ≤ (2/η)(F_{T−1} − F_*), which is where R^d and the infimum come in. One proxy error less is too few
 * (control b-nc4), and so is F_T in place of F_* (control b-nc4p).
 *
 * <p><b>Hypotheses.</b> As for {@link StationarityBound}. The Lipschitz constants of all objectives here, that of the {@link Network}
 * included, are valid on all of R^d, and the objectives are at least 0 there.
 *
 * <p><b>Rounding.</b> As for {@link StationarityBound}.
 *
 * <p><b>Tightness.</b> An equality for F = (L/2)‖θ‖² with η = 1/L, whatever the proxies and for every T.
 *
 * <p><b>References.</b> Nesterov 2004, Lemma 1.2.3 and Theorem 2.1.5.
 */
final class StationaritySharp {

    static final Theorem<Problem, Descender, Trace> THEOREM = Theorem.theorem(
                    "stationarity-sharp",
                    "Stationarity of proxy descent without the last proxy error",
                    StationaritySetting.SOURCE.at("Derived: (ii) without its last proxy error"),
                    StationaritySetting.SHORT_STEPS,
                    Compare.compare(
                                    GRADIENTS,
                                    term(
                                            "last",
                                            0,
                                            "(2 (F_{T−1} − F_*)/η − ‖g_{T−1}‖²)",
                                            trace -> 2 * trace.beforeLast() - trace.lastGradient()),
                                    term(
                                            "steps-before-last",
                                            0,
                                            "(1 − Lη) Σ_{t≤T−2} ‖mₜ‖²",
                                            Trace::shortfallBeforeLast))
                            .atMost(
                                    OPTIMIZATION,
                                    term("proxy-before-last", "Σ_{t≤T−2} ‖gₜ − mₜ‖²", Trace::pathBeforeLast))
                            .within(RESOLUTION, BUDGET, Trace::rounding, Trace::magnitude),
                    new Tightness(1, "an equality for (L/2)‖θ‖² with η = 1/L, for any proxies and every T"))
            .control("sharp-optimization", "2/η lowered to 1.998/η", scale("optimization", 0.999))
            .control("sharp-proxy", "the proxy term at 0.999", scale("proxy-before-last", 0.999))
            .control(
                    "b-nc4",
                    "without the last two proxy errors",
                    swap(
                            "proxy-before-last",
                            term(
                                    "proxy-earlier",
                                    "Σ_{t≤T−3} ‖gₜ − mₜ‖²",
                                    trace -> trace.variants().earlier())),
                    witness(oneStep(2)))
            .control(
                    "b-nc4p",
                    "F_T in place of F_*",
                    swap("optimization", term("decrease", "(F₀ − F_T)/η", trace -> trace.initial() - trace.end())),
                    witness(line(1, 1, multiple(0), 1)))
            .control("sharp-late", "moves along the proxy before last", subject(Slips.Late::new));

    private StationaritySharp() {}
}
