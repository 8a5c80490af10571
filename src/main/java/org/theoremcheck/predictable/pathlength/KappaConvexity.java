package org.theoremcheck.predictable.pathlength;

import static org.theoremcheck.claim.Alteration.drop;
import static org.theoremcheck.claim.Alteration.subject;
import static org.theoremcheck.claim.Alteration.swap;
import static org.theoremcheck.claim.Alteration.witness;
import static org.theoremcheck.claim.Term.term;

import org.theoremcheck.claim.Compare;
import org.theoremcheck.claim.Theorem;
import org.theoremcheck.claim.Tightness;
import org.theoremcheck.predictable.predictor.Predictor;
import org.theoremcheck.predictable.predictor.Predictor.Forecast;

/**
 * What κ of the one-step predictor says of the trend and of exponential means.
 *
 * <p><b>Setting.</b> As for {@link KappaIdentities}.
 *
 * <p><b>Algorithm.</b> The one-step predictor and the trend, or the one-step predictor and an exponential mean.
 *
 * <p><b>Claim.</b> With A = P_one + ‖g_T‖² and the start and overhang of {@link KappaIdentities},
 * <pre>
 *   A²  ≤  S (P_trend + start + overhang)                                              ({@link #TREND})
 *   ((1−β²)P_EMA + ‖m_{T+1}‖²) ((1−β)² S + β A)  ≤  (1−β²) S A                          ({@link #MEAN})
 * </pre>
 * which for long logs read κ_trend ≥ κ_one² and κ_EMA ≤ κ_one/((1−β)² + β κ_one). Without the boundary terms the first is false.
 *
 * <p><b>Constant.</b> Jensen's inequality over the energy spectrum, in which the three are the means of x, x² and x/((1−β)² + βx) with
 * x = 2 − 2 cos ω.
 *
 * <p><b>Hypotheses.</b> None.
 *
 * <p><b>Rounding.</b> As for {@link KappaIdentities}, times S.
 *
 * <p><b>Tightness.</b> Ratio 1 in the limit of one frequency: gₜ = (−1)ᵗ v as T → ∞.
 *
 * <p><b>References.</b> Grenander and Szegő, chapter 5; Hardy, Littlewood and Pólya: Inequalities, theorem 204.
 */
final class KappaConvexity {

    static final Theorem<Log, Forecast, Sums> TREND = Theorem.theorem(
                    "kappa-trend-convexity",
                    "A trend is no better than the square of one step",
                    PathLengthSetting.SOURCE,
                    PathLengthSetting.measured(
                            "one step and trend",
                            "A log of gradients held against the one-step predictor and the trend",
                            PathLengthSetting.and(
                                    Logs.of(Logs.Group.TREND), Logs.endless(Logs.Group.TREND, new Predictor.Trend()))),
                    PathLengthSetting.quadratic(Compare.compare(term(
                                    "one-step-squared",
                                    "(P_one + ‖g_T‖²)²",
                                    (Sums sums) -> sums.oneStepContinued() * sums.oneStepContinued()))
                            .atMost(
                                    term(
                                            "trend",
                                            "S P_trend",
                                            sums -> sums.energy() * sums.own().path()),
                                    term("trend-start", "S start", sums -> sums.energy() * sums.start()),
                                    term(
                                            "trend-overhang",
                                            "S Σ_{t>T} ‖mₜ‖²",
                                            sums -> sums.energy() * sums.overhang()))),
                    new Tightness(1, "approached by gₜ = (−1)ᵗ v as T → ∞"))
            .control(
                    "trend-plain",
                    "κ_trend ≥ κ_one² without boundary terms",
                    swap(
                            "one-step-squared",
                            term(
                                    "one-step-squared-plain",
                                    "P_one²",
                                    sums -> sums.oneStep().path()
                                            * sums.oneStep().path())),
                    drop("trend-start"),
                    drop("trend-overhang"),
                    witness(Logs.line(new Predictor.Trend(), 1, -1)))
            .control("trend-half", "a trend at half its slope", subject(Slips.HALF_TREND));

    static final Theorem<Log, Forecast, Sums> MEAN = Theorem.theorem(
                    "kappa-ema-convexity",
                    "What one step says of an exponential mean",
                    PathLengthSetting.SOURCE,
                    PathLengthSetting.measured(
                            "one step and exponential mean",
                            "A log of gradients held against the one-step predictor and an exponential mean; A is P_one + ‖g_T‖²",
                            PathLengthSetting.and(
                                    Logs.of(Logs.Group.EMA), Logs.endless(Logs.Group.EMA, new Predictor.Ema(0.5)))),
                    PathLengthSetting.quadratic(Compare.compare(term(
                                    "mean",
                                    "((1−β²)P + ‖m_{T+1}‖²) ((1−β)²S + βA)",
                                    (Sums sums) -> sums.continued() * spread(sums)))
                            .atMost(term(
                                    "concave",
                                    "(1−β²) S A",
                                    sums -> sums.weighted(sums.energy() * sums.oneStepContinued())))),
                    new Tightness(1, "approached by gₜ = (−1)ᵗ v as T → ∞"))
            .control(
                    "ema-plain",
                    "P_one in place of A on the right",
                    swap(
                            "concave",
                            term(
                                    "concave-plain",
                                    "(1−β²) S P_one",
                                    sums -> sums.weighted(
                                            sums.energy() * sums.oneStep().path()))),
                    witness(Logs.line(new Predictor.Ema(0.5), 1, 1, 1)))
            .control("ema-heavy-ball", "momentum that is not normalized", subject(Slips.heavyBall(0.5)));

    private KappaConvexity() {}

    /** (1−β)² S + β A. */
    private static double spread(Sums sums) {
        double decay = sums.predictor() instanceof LinearPredictor.Mean mean ? mean.decay() : 0;
        return (1 - decay) * (1 - decay) * sums.energy() + decay * sums.oneStepContinued();
    }
}
