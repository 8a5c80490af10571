package org.theoremcheck.predictable.pathlength;

import static org.theoremcheck.claim.Alteration.scale;
import static org.theoremcheck.claim.Alteration.subject;
import static org.theoremcheck.claim.Alteration.swap;
import static org.theoremcheck.claim.Alteration.witness;
import static org.theoremcheck.claim.Term.term;

import java.util.ArrayList;
import java.util.List;
import org.theoremcheck.claim.Alteration;
import org.theoremcheck.claim.Compare;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Theorem;
import org.theoremcheck.claim.Tightness;
import org.theoremcheck.predictable.predictor.Predictor;
import org.theoremcheck.predictable.predictor.Predictor.Forecast;

/**
 * How large and how small κ can be.
 *
 * <p><b>Setting.</b> As for {@link KappaIdentities}.
 *
 * <p><b>Algorithm.</b> The one-step predictor, the trend, an exponential mean.
 *
 * <p><b>Claim.</b>
 * <pre>
 *   4 sin²(π/(4T + 6))  ≤  κ_one  ≤  4 cos²(π/(2T + 3))
 *   κ_trend  &lt;  16
 *   κ_EMA    &lt;  (2/(1 + β))²
 * </pre>
 * {@link #THEOREM} is the upper side as P ≤ κ S, {@link #FLOOR} the lower one. A log of zeros has no κ: there S = 0, and 0 ≤ 0.
 *
 * <p><b>Constant.</b> P of the one-step predictor is the quadratic form of a chain with its first end fixed and its last end loose; its
 * eigenvalues are 2 − 2 cos((2k − 1)π/(2T + 3)), k = 1, …, T + 1. The others are suprema of |Σ dⱼe^{ijω}|², at ω = π; the trend is two
 * differences in a row, each of norm below 2.
 *
 * <p><b>Hypotheses.</b> None.
 *
 * <p><b>Rounding.</b> As for {@link KappaIdentities}.
 *
 * <p><b>Tightness.</b> One-step: both sides attained by the standing waves sin((t + 1)(2k − 1)π/(2T + 3)). The others: approached by
 * gₜ = (−1)ᵗ v as T → ∞.
 *
 * <p><b>References.</b> Grenander and Szegő, chapter 5; Yueh: Eigenvalues of several tridiagonal matrices, Appl. Math. E-Notes 5, 2005.
 */
final class KappaRanges {

    private static final Predictor ONE_STEP = new Predictor.OneStep();
    private static final Predictor TREND = new Predictor.Trend();

    /** The logs that come nearest to the ranges, after those of all sorts. */
    private static List<Family<Log>> families() {
        List<Family<Log>> families = new ArrayList<>(Logs.of(Logs.Group.ONE_STEP, Logs.Group.TREND, Logs.Group.EMA));
        families.add(Logs.waves());
        families.add(Logs.endless(Logs.Group.TREND, TREND));
        families.add(
                Logs.endless(Logs.Group.EMA, new Predictor.Ema(0.5), new Predictor.Ema(0.9), new Predictor.Ema(0.99)));
        return families;
    }

    static final Theorem<Log, Forecast, Sums> THEOREM = Theorem.theorem(
                    "kappa-ranges",
                    "κ of one-step, trend and exponential mean is bounded",
                    PathLengthSetting.SOURCE,
                    PathLengthSetting.measured(
                            "ranges of κ",
                            "A log of gradients and the one-step predictor, the trend or an exponential mean; κ_max is 4 cos²(π/(2T + 3)), "
                                    + "16, (2/(1 + β))²",
                            families()),
                    PathLengthSetting.linear(Compare.compare(PathLengthSetting.KAPPA)
                            .atMost(term(
                                    "largest",
                                    "κ_max S",
                                    sums -> sums.predictor().largest(sums.own().rounds()) * sums.energy()))),
                    new Tightness(
                            1, "attained by standing waves for one-step, approached by gₜ = (−1)ᵗ v for the others"))
            .control(
                    "ranges-largest",
                    "κ_max at 0.998 of its size",
                    scale("largest", 0.998),
                    witness(Logs.line(ONE_STEP, 1)))
            .control(
                    "d-nc2a",
                    "κ of the one-step predictor is at most 2",
                    swap("largest", term("two", "2 S", (Sums sums) -> 2 * sums.energy())),
                    only(Logs.Group.ONE_STEP),
                    witness(alternating(ONE_STEP, 101)))
            .control(
                    "d-nc2b",
                    "κ of the trend is at most that of the one-step predictor",
                    swap(
                            "largest",
                            term(
                                    "one-step",
                                    "P_one",
                                    (Sums sums) -> sums.oneStep().path())),
                    only(Logs.Group.TREND),
                    witness(Logs.line(TREND, 1, -1, 1)))
            .control(
                    "ranges-heavy-ball",
                    "momentum that is not normalized",
                    subject(Slips.heavyBall(0.9)),
                    witness(Logs.line(ONE_STEP, 1, 1, 1, 1, 1, 1, 1, 1)));

    static final Theorem<Log, Forecast, Sums> FLOOR = Theorem.theorem(
                    "kappa-floor",
                    "κ of the one-step predictor is bounded below",
                    PathLengthSetting.SOURCE,
                    PathLengthSetting.measured(
                            "smallest κ",
                            "A log of gradients and the one-step predictor",
                            PathLengthSetting.and(Logs.of(Logs.Group.ONE_STEP), Logs.waves())),
                    PathLengthSetting.linear(Compare.compare(term(
                                    "floor",
                                    "4 sin²(π/(4T + 6)) S",
                                    (Sums sums) -> Sums.floor(sums.own().rounds()) * sums.energy()))
                            .atMost(PathLengthSetting.KAPPA)),
                    new Tightness(1, "attained by the slowest standing wave"))
            .control(
                    "floor-larger",
                    "the floor at 1.001 of its height",
                    scale("floor", 1.001),
                    witness(Logs.line(ONE_STEP, 1)))
            .control("floor-peeking", "the gradient itself as its prediction", subject(Slips.PEEKING));

    private KappaRanges() {}

    private static Alteration<Log, Forecast, Sums> only(Logs.Group group) {
        return claim -> claim.in(claim.setting().on(Logs.of(group)));
    }

    static Log alternating(Predictor predictor, int rounds) {
        return new Log(predictor, Logs.rows(rounds, t -> new double[] {t % 2 == 0 ? 1 : -1}));
    }
}
