package org.theoremcheck.predictable.pathlength;

import static org.theoremcheck.claim.Alteration.drop;
import static org.theoremcheck.claim.Alteration.scale;
import static org.theoremcheck.claim.Alteration.subject;
import static org.theoremcheck.claim.Alteration.witness;
import static org.theoremcheck.claim.Term.term;

import org.theoremcheck.claim.Compare;
import org.theoremcheck.claim.Theorem;
import org.theoremcheck.claim.Tightness;
import org.theoremcheck.predictable.predictor.Predictor;
import org.theoremcheck.predictable.predictor.Predictor.Forecast;

/**
 * The path length of a linear predictor is a sum of autocorrelations.
 *
 * <p><b>Setting.</b> Gradients g₀, …, g_T, zero before; S = Σ‖gₜ‖², Cⱼ = Σ⟨gₜ, gₜ₋ⱼ⟩, P = Σ‖gₜ − mₜ‖².
 *
 * <p><b>Algorithm.</b> A linear predictor of {@link Predictor}: one-step, a gₜ₋₁, trend, exponential mean.
 *
 * <p><b>Claim.</b>
 * <pre>
 *   one-step   P + ‖g_T‖²                                            =  2S − 2C₁
 *   a gₜ₋₁     P + a²‖g_T‖²                                          =  (1 + a²)S − 2aC₁
 *   trend      P + ‖g₁−2g₀‖² − ‖g₁−g₀‖² + ‖2g_T−g_{T−1}‖² + ‖g_T‖²   =  6S − 8C₁ + 2C₂       (m₁ = 2g₀: without the start)
 *   EMA        (1−β²)P + ‖m_{T+1}‖²                                  =  2(1−β)S − 2(1−β)² Σ_{j≥1} βʲ⁻¹Cⱼ
 * </pre>
 *
 * <p><b>Constant.</b> Continued with zeros, the log passes through a filter: Σ over all t of ‖Σ dⱼ gₜ₋ⱼ‖² = Σ ρⱼCⱼ with ρ the autocorrelation
 * of d. What lies beyond T is the overhang, which for the exponential mean is the geometric series ‖m_{T+1}‖²/(1−β²); a predictor that
 * begins unlike the filter has the start on its account.
 *
 * <p><b>Hypotheses.</b> None.
 *
 * <p><b>Rounding.</b> None on whole numbers with dyadic coefficients: every number that occurs is a multiple of 4⁻⁸ below 2⁵³. Else γ of the
 * sums, all terms being at most 64 S together, and 4u/(1−β) of the largest gradient for each hint of an exponential mean.
 *
 * <p><b>Tightness.</b> An equality.
 *
 * <p><b>References.</b> Grenander and Szegő, chapter 5; Brockwell and Davis, section 4.4.
 */
final class KappaIdentities {

    static final Theorem<Log, Forecast, Sums> THEOREM = Theorem.theorem(
                    "kappa-identities",
                    "The path length of a linear predictor is a sum of autocorrelations",
                    PathLengthSetting.SOURCE,
                    PathLengthSetting.correlated(
                            "linear predictions",
                            "A log of gradients and the one-step predictor, a multiple of it, the trend or an exponential mean; both "
                                    + "sides times 1 − β² for the mean",
                            Logs.of(Logs.Group.values())),
                    PathLengthSetting.linear(Compare.compare(
                                    term(
                                            "path",
                                            "P",
                                            (Sums sums) ->
                                                    sums.weighted(sums.own().path())),
                                    term("start", "start", sums -> sums.weighted(sums.start())),
                                    term("overhang", "Σ_{t>T} ‖mₜ‖²", Sums::overhang))
                            .equalTo(
                                    term(
                                            "energy",
                                            "ρ₀ S",
                                            sums -> sums.predictor().correlation(0) * sums.energy()),
                                    term(
                                            "first-lag",
                                            "2ρ₁ C₁",
                                            sums -> sums.predictor().correlation(1) * sums.firstLag()),
                                    term("further-lags", "Σ_{j≥2} 2ρⱼ Cⱼ", Sums::furtherLags))),
                    new Tightness(1, "an equality"))
            .control(
                    "identities-overhang",
                    "without what lies beyond the log",
                    drop("overhang"),
                    witness(Logs.line(new Predictor.OneStep(), 1)))
            .control(
                    "identities-start",
                    "the trend taken to begin with m₁ = 2g₀",
                    drop("start"),
                    witness(Logs.line(new Predictor.Trend(), 1, 0)))
            .control(
                    "identities-correlation",
                    "C₁ at 0.999 of its coefficient",
                    scale("first-lag", 0.999),
                    witness(Logs.line(new Predictor.OneStep(), 1, 1)))
            .control("identities-late", "a prediction that comes a round late", subject(Slips.LATE))
            .control("identities-leak", "an exponential mean that includes gₜ", subject(Slips.LEAKING_MEAN));

    private KappaIdentities() {}
}
