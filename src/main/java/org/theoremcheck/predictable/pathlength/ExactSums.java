package org.theoremcheck.predictable.pathlength;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.theoremcheck.claim.Misplay;
import org.theoremcheck.claim.Referee;
import org.theoremcheck.claim.Subject;
import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.numeric.Enclosures;
import org.theoremcheck.predictable.predictor.Predictor;
import org.theoremcheck.predictable.predictor.Predictor.Forecast;

/**
 * The terms of the calculus from the recorded hints, enclosed. The overhang is what the filter's own response leaves beyond T, the start
 * what the response differs in its first two rounds.
 */
final class ExactSums implements Referee<Log, Forecast, Map<String, Enclosure>> {

    @Override
    public Map<String, Enclosure> play(Log log, Subject<Log, Forecast> subject) {
        Enclosure unit = unit(log);
        Enclosure[][] g = rows(log.gradients(), unit);
        Enclosure[][] m = hints(log, subject.begin(log), unit);
        Enclosure[][] previous = hints(log, subject.begin(log.with(new Predictor.OneStep())), unit);
        LinearPredictor predictor = LinearPredictor.of(log.predictor());
        int n = g.length;
        Enclosure energy = lagged(g, 0);
        Enclosure path = distance(g, m);
        Enclosure oneStep = distance(g, previous);
        Enclosure last = Enclosures.squaredNorm(g[n - 1]);
        Enclosure firstLag = lagged(g, 1);
        Enclosure weight = predictor.exactWeight();
        Enclosure start = weight.times(start(predictor, g));
        Enclosure overhang = overhang(predictor, g);
        Enclosure continued = weight.times(path).plus(start).plus(overhang);
        Enclosure oneStepContinued = oneStep.plus(last);
        Enclosure further = Enclosure.ZERO;
        for (int lag = 2; lag < predictor.lags(n); lag++) {
            further = further.plus(predictor.exactCorrelation(lag).times(lagged(g, lag)));
        }
        Map<String, Enclosure> terms = new HashMap<>();
        terms.put("path", weight.times(path));
        terms.put("start", start);
        terms.put("overhang", overhang);
        terms.put("energy", predictor.exactCorrelation(0).times(energy));
        terms.put("first-lag", predictor.exactCorrelation(1).times(firstLag));
        terms.put("further-lags", further);
        terms.put("kappa", path);
        terms.put("one-step", oneStep);
        terms.put("largest", about(predictor.largest(n)).times(energy));
        terms.put("two", energy.plus(energy));
        terms.put("floor", about(Sums.floor(n)).times(energy));
        Enclosure hinted = energy.minus(last);
        terms.put("explained", firstLag.squared());
        terms.put("best-scale", energy.times(hinted));
        terms.put("path-hinted", path.times(hinted));
        terms.put("one-step-squared", oneStepContinued.squared());
        terms.put("one-step-squared-plain", oneStep.squared());
        terms.put("trend", energy.times(path));
        terms.put("trend-start", energy.times(start));
        terms.put("trend-overhang", energy.times(overhang));
        Enclosure beta = Enclosure.of(log.predictor() instanceof Predictor.Ema ema ? ema.decay() : 0);
        Enclosure spread = Enclosure.ONE.minus(beta).squared().times(energy).plus(beta.times(oneStepContinued));
        terms.put("mean", continued.times(spread));
        terms.put("concave", weight.times(energy).times(oneStepContinued));
        terms.put("concave-plain", weight.times(energy).times(oneStep));
        Enclosure size = Enclosures.squaredNorm(m);
        terms.put(
                "best-scale-path",
                size.high().signum() == 0
                        ? energy
                        : energy.minus(product(g, m).squared().over(size)));
        terms.put("whole-energy", energy);
        return terms;
    }

    /** A number computed by sine or cosine, give or take a few units roundoff. */
    private static Enclosure about(double value) {
        double slack = 16 * Math.ulp(value);
        return new Enclosure(new BigDecimal(value - slack), new BigDecimal(value + slack));
    }

    private static Enclosure start(LinearPredictor predictor, Enclosure[][] g) {
        // The filter's response does not depend on t: that of later rounds is what the first ones would have had.
        Enclosure gained = Enclosure.ZERO;
        for (int t = 0; t < Math.min(2, g.length); t++) {
            for (int i = 0; i < g[0].length; i++) {
                Enclosure begun = Enclosure.ZERO;
                Enclosure filtered = Enclosure.ZERO;
                for (int s = 0; s <= t; s++) {
                    begun = begun.plus(predictor.response(t, s).times(g[s][i]));
                    filtered = filtered.plus(predictor.response(t + 9, s + 9).times(g[s][i]));
                }
                gained = gained.plus(filtered.squared()).minus(begun.squared());
            }
        }
        return gained;
    }

    /** Two rounds beyond T for the filters that end; for the exponential mean ‖m_{T+1}‖², its geometric series times 1 − β². */
    private static Enclosure overhang(LinearPredictor predictor, Enclosure[][] g) {
        int beyond = predictor instanceof LinearPredictor.Mean ? 1 : 2;
        Enclosure sum = Enclosure.ZERO;
        for (int t = g.length; t < g.length + beyond; t++) {
            for (int i = 0; i < g[0].length; i++) {
                Enclosure hint = Enclosure.ZERO;
                for (int s = 0; s < g.length; s++) {
                    hint = hint.plus(predictor.response(t + 9, s + 9).times(g[s][i]));
                }
                sum = sum.plus(hint.squared());
            }
        }
        return sum;
    }

    /** What gradients are multiplied by before they are squared; see {@link PathLength}. */
    static Enclosure unit(Log log) {
        return Enclosure.of(Math.scalb(1.0, -PathLength.exponent(log.gradients())));
    }

    static Enclosure[][] rows(double[][] rows, Enclosure unit) {
        Enclosure[][] enclosed = new Enclosure[rows.length][rows[0].length];
        for (int t = 0; t < rows.length; t++) {
            for (int i = 0; i < rows[0].length; i++) {
                enclosed[t][i] = Enclosure.of(rows[t][i]).times(unit);
            }
        }
        return enclosed;
    }

    static Enclosure[][] hints(Log log, Forecast forecast, Enclosure unit) {
        double[][] hints = new double[log.rounds()][];
        for (int t = 0; t < hints.length; t++) {
            hints[t] = Misplay.unlessVector(forecast.hint(), log.dimension(), "the hint")
                    .clone();
            forecast.observe(log.gradients()[t].clone());
        }
        return rows(hints, unit);
    }

    static Enclosure distance(Enclosure[][] a, Enclosure[][] b) {
        Enclosure sum = Enclosure.ZERO;
        for (int t = 0; t < a.length; t++) {
            sum = sum.plus(Enclosures.squaredDistance(a[t], b[t]));
        }
        return sum;
    }

    private static Enclosure lagged(Enclosure[][] g, int lag) {
        Enclosure sum = Enclosure.ZERO;
        for (int t = lag; t < g.length; t++) {
            sum = sum.plus(Enclosures.dot(g[t], g[t - lag]));
        }
        return sum;
    }

    private static Enclosure product(Enclosure[][] a, Enclosure[][] b) {
        Enclosure sum = Enclosure.ZERO;
        for (int t = 0; t < a.length; t++) {
            sum = sum.plus(Enclosures.dot(a[t], b[t]));
        }
        return sum;
    }
}
