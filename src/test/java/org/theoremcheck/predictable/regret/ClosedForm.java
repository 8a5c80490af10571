package org.theoremcheck.predictable.regret;

import org.theoremcheck.predictable.predictor.Predictor.Forecast;

/**
 * The linearized regret of two-step mirror descent on R^d from the gradients alone, without playing.
 *
 * @param regret the closed form
 * @param magnitude sum of the absolute values of its terms
 */
record ClosedForm(double regret, double magnitude) {

    static ClosedForm of(Game game, double weight) {
        double step = game.lastStep() / weight;
        double[] end = game.start().clone();
        double[] total = new double[end.length];
        Forecast forecast = game.predictor().begin(end.length);
        double path = 0;
        double hints = 0;
        for (int t = 0; t < game.rounds(); t++) {
            double[] hint = forecast.hint();
            double[] gradient = game.adversary().gradient(t, game.start(), hint, new double[end.length]);
            for (int i = 0; i < end.length; i++) {
                path += (gradient[i] - hint[i]) * (gradient[i] - hint[i]);
                hints += hint[i] * hint[i];
                end[i] -= step * gradient[i];
                total[i] += gradient[i];
            }
            forecast.observe(gradient);
        }
        double[] comparator = game.comparator().point(game, total);
        double fromStart = 0;
        double fromEnd = 0;
        for (int i = 0; i < end.length; i++) {
            fromStart += (comparator[i] - game.start()[i]) * (comparator[i] - game.start()[i]);
            fromEnd += (comparator[i] - end[i]) * (comparator[i] - end[i]);
        }
        return new ClosedForm(
                (fromStart - fromEnd) / (2 * step) + step / 2 * (path - hints),
                (fromStart + fromEnd) / (2 * step) + step / 2 * (path + hints));
    }
}
