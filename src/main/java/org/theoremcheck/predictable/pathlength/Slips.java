package org.theoremcheck.predictable.pathlength;

import java.util.function.BiFunction;
import org.theoremcheck.claim.Subject;
import org.theoremcheck.numeric.Vectors;
import org.theoremcheck.predictable.predictor.Predictor;
import org.theoremcheck.predictable.predictor.Predictor.Forecast;

/** Predictors with one thing wrong. */
final class Slips {

    /** mₜ = g_t: the gradient that was to be predicted. */
    static final Subject<Log, Forecast> PEEKING =
            log -> of(log, (t, mean) -> log.gradients()[Math.min(t, log.rounds() - 1)]);

    /** The exponential mean that includes gₜ, mₜ = β mₜ₋₁ + (1 − β) gₜ; other predictors as they are named. */
    static final Subject<Log, Forecast> LEAKING_MEAN = log -> {
        if (!(log.predictor() instanceof Predictor.Ema ema)) {
            return PathLengthSetting.NAMED.begin(log);
        }
        return of(log, (t, mean) -> {
            double[] gradient = log.gradients()[Math.min(t, log.rounds() - 1)];
            double[] next = new double[mean.length];
            for (int i = 0; i < next.length; i++) {
                next[i] = ema.decay() * mean[i] + (1 - ema.decay()) * gradient[i];
            }
            return next;
        });
    };

    /** Momentum that is not normalized: mₜ = β mₜ₋₁ + gₜ₋₁. */
    static Subject<Log, Forecast> heavyBall(double decay) {
        return log -> of(log, (t, momentum) -> {
            double[] next = new double[momentum.length];
            for (int i = 0; t > 0 && i < next.length; i++) {
                next[i] = decay * momentum[i] + log.gradients()[t - 1][i];
            }
            return next;
        });
    }

    /** A trend at half its slope: mₜ = 1.5 gₜ₋₁ − 0.5 gₜ₋₂. */
    static final Subject<Log, Forecast> HALF_TREND = log -> of(log, (t, last) -> {
        double[] next = new double[last.length];
        for (int i = 0; t > 0 && i < next.length; i++) {
            double before = t == 1 ? 0 : log.gradients()[t - 2][i];
            next[i] = 1.5 * log.gradients()[t - 1][i] - 0.5 * before;
        }
        return next;
    });

    /** mₜ = gₜ₋₂: one round late. */
    static final Subject<Log, Forecast> LATE =
            log -> of(log, (t, last) -> t < 2 ? new double[last.length] : log.gradients()[t - 2]);

    /** The last gradient with each coordinate clipped to [−1, 1]. */
    static final Subject<Log, Forecast> CLIPPED = log -> of(log, (t, last) -> {
        double[] next = new double[last.length];
        for (int i = 0; t > 0 && i < next.length; i++) {
            next[i] = Math.max(-1, Math.min(1, log.gradients()[t - 1][i]));
        }
        return next;
    });

    /** The last gradient scaled to length 1. */
    static final Subject<Log, Forecast> NORMALIZED = log -> of(
            log,
            (t, last) -> t == 0
                    ? new double[last.length]
                    : Vectors.scaled(1 / Math.max(1, Vectors.norm(log.gradients()[t - 1])), log.gradients()[t - 1]));

    private Slips() {}

    /** The hint of a round from its number and the last hint. */
    private static Forecast of(Log log, BiFunction<Integer, double[], double[]> next) {
        return new Forecast() {
            private int round;
            private double[] hint = next.apply(0, new double[log.dimension()]);

            @Override
            public double[] hint() {
                return hint;
            }

            @Override
            public void observe(double[] gradient) {
                round++;
                hint = round > log.rounds() ? hint : next.apply(round, hint);
            }
        };
    }
}
