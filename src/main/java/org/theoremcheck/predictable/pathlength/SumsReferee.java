package org.theoremcheck.predictable.pathlength;

import org.theoremcheck.claim.Referee;
import org.theoremcheck.claim.Subject;
import org.theoremcheck.numeric.Vectors;
import org.theoremcheck.predictable.predictor.Predictor;
import org.theoremcheck.predictable.predictor.Predictor.Forecast;

/**
 * Plays a log with its predictor and with the one-step predictor, and sums what the closed forms need from the gradients alone.
 *
 * @param everyLag whether the correlations at all lags are summed, which for an exponential mean takes n² steps, or the first one alone
 */
record SumsReferee(boolean everyLag) implements Referee<Log, Forecast, Sums> {

    @Override
    public Sums play(Log log, Subject<Log, Forecast> subject) {
        PathLength own = PathLength.of(log.gradients(), subject.begin(log));
        PathLength oneStep = PathLength.of(log.gradients(), subject.begin(log.with(new Predictor.OneStep())));
        double unit = Math.scalb(1.0, -own.exponent());
        double[][] g = new double[log.rounds()][];
        for (int t = 0; t < g.length; t++) {
            g[t] = Vectors.scaled(unit, log.gradients()[t]);
        }
        LinearPredictor predictor = LinearPredictor.of(log.predictor());
        double furtherLags = 0;
        for (int lag = 2; everyLag && lag < predictor.lags(g.length); lag++) {
            furtherLags += predictor.correlation(lag) * lagged(g, lag);
        }
        return new Sums(
                predictor,
                own,
                oneStep,
                Vectors.squaredNorm(g[g.length - 1]),
                lagged(g, 1),
                furtherLags,
                predictor.start(g),
                predictor.overhang(g));
    }

    /** Cⱼ. */
    private static double lagged(double[][] g, int lag) {
        double sum = 0;
        for (int t = lag; t < g.length; t++) {
            sum += Vectors.dot(g[t], g[t - lag]);
        }
        return sum;
    }
}
