package org.theoremcheck.predictable.pathlength;

import static org.theoremcheck.claim.Alteration.drop;
import static org.theoremcheck.claim.Alteration.subject;
import static org.theoremcheck.claim.Alteration.swap;
import static org.theoremcheck.claim.Alteration.without;
import static org.theoremcheck.claim.Alteration.witness;
import static org.theoremcheck.claim.Term.term;

import java.util.List;
import java.util.Optional;
import org.theoremcheck.claim.Compare;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Hypothesis;
import org.theoremcheck.claim.Setting;
import org.theoremcheck.claim.Theorem;
import org.theoremcheck.claim.Tightness;
import org.theoremcheck.numeric.Vectors;
import org.theoremcheck.predictable.predictor.Predictor;
import org.theoremcheck.predictable.predictor.Predictor.Forecast;

/**
 * The mean of κ over noise, and over the orders of a log in time: what a measured κ is to be compared with.
 *
 * <p><b>Setting.</b> n = T + 1 ≥ 2 gradients; either their signs are independent and fair and their lengths equal ({@link #NOISE}), or they come in
 * an order drawn at random ({@link #ORDERS}). Both means are taken exactly, over all 2ⁿ signs or all n! orders. Gaussian noise has the same
 * mean: given the lengths, κ is linear in products that vanish on average, and the lengths are exchangeable.
 *
 * <p><b>Algorithm.</b> One-step predictor, a multiple of it, trend, exponential mean.
 *
 * <p><b>Claim.</b> The mean κ of noise is
 * <pre>
 *   one-step   2 − 1/n
 *   a gₜ₋₁     1 + a²(1 − 1/n)
 *   trend      6 − 9/n          (6 − 6/n with m₁ = 2g₀)
 *   EMA        1 + (1−β)/(1+β) · (1 − (1−β²ⁿ)/(n(1−β²)))
 * </pre>
 * and over the orders of any log, with N = ‖Σgₜ‖²/S and ν = (N − 1)/(n − 1),
 * <pre>
 *   E κ  =  (1 − ν) κ_noise + ν κ_constant
 * </pre>
 * where κ_constant is that of n equal gradients: 1/n for one-step and trend, (1−β²ⁿ)/(n(1−β²)) for the exponential mean. For one step
 * that is 2 − (2N − 1)/n.
 *
 * <p><b>Constant.</b> δₜ = Σ dₜₛ gₛ has mean square Σₛ dₜₛ² (S − X)/n + (Σₛ dₜₛ)² X/n, where X = ν S is n times the mean product of two
 * gradients; summed over t, the first is the energy of the response and the second that of its sums.
 *
 * <p><b>Hypotheses.</b> For noise: rows of one length.
 *
 * <p><b>Rounding.</b> γ_{d+n+160} of at most 64 S, the sum over at most 120 orders included.
 *
 * <p><b>Tightness.</b> Equalities.
 *
 * <p><b>References.</b> Moments of sampling without replacement: Cochran, Sampling Techniques, 3rd ed., 1977, theorem 2.2.
 */
final class KappaMeans {

    private static final Hypothesis<Log> ONE_LENGTH = new Hypothesis<>(
            "rows of one length",
            KappaMeans::lengthMargin,
            Family.of("broken/rows of one length", "broken", Logs.line(new Predictor.OneStep(), 1, 3)));

    static final Theorem<Log, Forecast, Averages> NOISE = Theorem.theorem(
                    "kappa-noise-mean",
                    "Mean κ of noise, at finite T",
                    PathLengthSetting.SOURCE,
                    setting(
                            "noise",
                            "Rows of one length with all signs in turn, 2ⁿ logs; the mean is over all of them",
                            Logs.signs(),
                            List.of(ONE_LENGTH),
                            Orbit.SIGNS),
                    compare(Compare.compare(term("mean", "E P", Averages::mean))
                            .equalTo(term("white", "κ_noise S", Averages::white))),
                    new Tightness(1, "an equality"))
            .control(
                    "noise-endless",
                    "the limit of the mean for T → ∞: 2, 6, 2/(1 + β)",
                    swap(
                            "white",
                            term(
                                    "endless",
                                    "κ_∞ S",
                                    (Averages averages) -> averages.predictor().noise() * averages.energy())),
                    witness(Logs.line(new Predictor.OneStep(), 1, 1)))
            .control(
                    "noise-leak",
                    "an exponential mean that includes gₜ",
                    subject(Slips.LEAKING_MEAN),
                    witness(Logs.line(new Predictor.Ema(0.9), 1, 1)))
            .control("noise-lengths", "rows of different lengths", without("rows of one length"));

    static final Theorem<Log, Forecast, Averages> ORDERS = Theorem.theorem(
                    "kappa-permutation-mean",
                    "Mean κ over all orders in time",
                    PathLengthSetting.SOURCE,
                    setting(
                            "orders",
                            "The rows of a log in every order, n! logs; the mean is over all of them, and X is (‖Σgₜ‖² − S)/(n − 1)",
                            Logs.few(),
                            List.of(),
                            Orbit.ORDERS),
                    compare(Compare.compare(term("mean", "E P", Averages::mean))
                            .equalTo(
                                    term(
                                            "noise",
                                            "κ_noise (S − X)",
                                            averages -> averages.predictor().noise(averages.rounds())
                                                    * (averages.energy() - averages.cross())),
                                    term(
                                            "constant",
                                            "κ_constant X",
                                            averages -> averages.predictor().constant(averages.rounds())
                                                    * averages.cross()))),
                    new Tightness(1, "an equality"))
            .control(
                    "permutation-noise",
                    "the mean of noise, whatever the log",
                    swap("noise", term("white", "κ_noise S", Averages::white)),
                    drop("constant"),
                    witness(Logs.line(new Predictor.OneStep(), 1, 1)))
            .control("permutation-constant", "without the share of the persistent mean", drop("constant"))
            .control("permutation-mean-late", "a prediction that comes a round late", subject(Slips.LATE));

    private KappaMeans() {}

    private static Compare<Averages> compare(Compare.Sides<Averages> sides) {
        return sides.within(
                1e-9, "γ-bounds of the path lengths and of their mean", Averages::rounding, Averages::energy);
    }

    private static Setting<Log, Forecast, Averages> setting(
            String id, String text, List<Family<Log>> families, List<Hypothesis<Log>> hypotheses, Orbit orbit) {
        return new Setting<>(
                id,
                text,
                Log.class,
                Forecast.class,
                families,
                hypotheses,
                PathLengthSetting.NAMED,
                Averages.over(orbit),
                Optional.of(Averages.exactly(orbit)));
    }

    /** A few units roundoff less the relative difference of squared lengths. */
    private static double lengthMargin(Log log) {
        double first = Vectors.squaredNorm(log.gradients()[0]);
        double off = 0;
        for (double[] gradient : log.gradients()) {
            off = Math.max(off, Math.abs(Vectors.squaredNorm(gradient) - first));
        }
        return 1e-15 - off / Math.max(first, Double.MIN_NORMAL);
    }
}
