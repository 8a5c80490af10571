package org.theoremcheck.gradients;

import org.theoremcheck.numeric.Vectors;
import org.theoremcheck.predictable.predictor.Predictor;

/** What the predictors of the theorems do to a unit impulse at each time: an oracle that shares no code with the diagnosis. */
final class Impulses {

    private Impulses() {}

    static Predictor predictor(HistoryPredictor predictor) {
        return switch (predictor) {
            case ZERO -> new Predictor.Zero();
            case ONE_STEP -> new Predictor.OneStep();
            case EMA_9 -> new Predictor.Ema(0.9);
            case EMA_99 -> new Predictor.Ema(0.99);
            case TREND -> new Predictor.Trend();
        };
    }

    /** Σ‖gₜ − mₜ‖². */
    static double pathLength(HistoryPredictor predictor, double[][] gradients) {
        Predictor.Forecast forecast = predictor(predictor).begin(gradients[0].length);
        double sum = 0;
        for (double[] gradient : gradients) {
            sum += Vectors.squaredDistance(gradient, forecast.hint());
            forecast.observe(gradient);
        }
        return sum;
    }

    /** BᵀB, where column s of B holds the errors for an impulse at time s. */
    static double[][] form(HistoryPredictor predictor, int rows) {
        double[][] errors = new double[rows][rows];
        for (int s = 0; s < rows; s++) {
            Predictor.Forecast forecast = predictor(predictor).begin(1);
            for (int t = 0; t < rows; t++) {
                double[] gradient = {s == t ? 1 : 0};
                errors[s][t] = gradient[0] - forecast.hint()[0];
                forecast.observe(gradient);
            }
        }
        double[][] form = new double[rows][rows];
        for (int s = 0; s < rows; s++) {
            for (int t = 0; t < rows; t++) {
                form[s][t] = Vectors.dot(errors[s], errors[t]);
            }
        }
        return form;
    }
}
