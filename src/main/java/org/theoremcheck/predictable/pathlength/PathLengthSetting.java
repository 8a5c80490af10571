package org.theoremcheck.predictable.pathlength;

import static org.theoremcheck.claim.Term.term;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.theoremcheck.claim.Compare;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Referee;
import org.theoremcheck.claim.Setting;
import org.theoremcheck.claim.Source;
import org.theoremcheck.claim.Subject;
import org.theoremcheck.claim.Term;
import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.predictable.predictor.Predictor.Forecast;

/** What the theorems about κ share: their source, protocol and terms. */
final class PathLengthSetting {

    static final Source SOURCE = new Source(
            List.of("arXiv:2601.04270"),
            "Derived from the abstract's P_T(m) and κ_T(m), t = 0, …, T, with m₀ = 0, m₁ = g₀ for the trend, and an EMA without gₜ",
            "",
            List.of(
                    "Grenander, Szegő: Toeplitz Forms and Their Applications. 2nd ed., 1984, chapter 5",
                    "Brockwell, Davis: Time Series: Theory and Methods. 2nd ed., 1991, chapter 4"));

    /** The predictor that the log names. */
    static final Subject<Log, Forecast> NAMED = log -> log.predictor().begin(log.dimension());

    private static final Referee<Log, Forecast, Sums> REFEREE = new SumsReferee(false);
    private static final Referee<Log, Forecast, Sums> EVERY_LAG = new SumsReferee(true);
    private static final Optional<Referee<Log, Forecast, Map<String, Enclosure>>> EXACT = Optional.of(new ExactSums());

    static final Term<Sums> KAPPA = term("kappa", "P", sums -> sums.own().path());

    private PathLengthSetting() {}

    /** Logs held against the predictor that they name. */
    static Setting<Log, Forecast, Sums> measured(String id, String text, List<Family<Log>> families) {
        return new Setting<>(id, text, Log.class, Forecast.class, families, List.of(), NAMED, REFEREE, EXACT);
    }

    /** The same, with the correlations at all lags. */
    static Setting<Log, Forecast, Sums> correlated(String id, String text, List<Family<Log>> families) {
        return measured(id, text, families).refereedBy(EVERY_LAG);
    }

    /** The families and one more. */
    static <I> List<Family<I>> and(List<Family<I>> families, Family<I> other) {
        List<Family<I>> more = new ArrayList<>(families);
        more.add(other);
        return more;
    }

    /** Completes a comparison of sums that are linear in P and the Cⱼ. */
    static Compare<Sums> linear(Compare.Sides<Sums> sides) {
        return within(
                sides, "γ-bounds of all sums, and the rounding of the hints; whole numbers are decided exactly", 1);
    }

    /** Completes a comparison of products of two such sums. */
    static Compare<Sums> quadratic(Compare.Sides<Sums> sides) {
        return within(
                sides, "γ-bounds of both factors, and the rounding of the hints; whole numbers are decided exactly", 2);
    }

    private static Compare<Sums> within(Compare.Sides<Sums> sides, String text, int degree) {
        ToDoubleFunction<Sums> rounding = degree == 1 ? Sums::rounding : Sums::roundingOfProducts;
        ToDoubleFunction<Sums> magnitude = degree == 1 ? Sums::energy : Sums::squaredEnergy;
        return sides.within(1e-9, text, rounding, magnitude);
    }
}
