package org.theoremcheck.gradients;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a diagnosis comes to, in one plain sentence. */
final class Conclusion {

    /** Standard errors beyond which order in time is taken to matter: under a normal law one log in 16,000 lies there by chance. */
    private static final double CLEAR = 4;

    /** Below this share of the highest possible rank a rank is called low. */
    private static final double LOW = 0.5;

    /** The ε whose rank is spoken of: the middle one. */
    private static final String SHARE = "0.1";

    private Conclusion() {}

    /** The sentence about a log. */
    static String of(Diagnosis log) {
        if (log.energy() == 0) {
            return "All gradients are zero: there is nothing to predict.";
        }
        List<String> parts = new ArrayList<>();
        parts.add(prediction(log));
        parts.add(order(log.prediction(HistoryPredictor.ONE_STEP)));
        log.ranking().stream()
                .filter(ranking -> ranking.share().equals(SHARE))
                .forEach(ranking -> parts.add(rank(ranking, log.rankCap())));
        String sentence = String.join("; ", parts);
        return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1) + ".";
    }

    private static String prediction(Diagnosis log) {
        double kappa = log.prediction(HistoryPredictor.ONE_STEP).kappa();
        HistoryPredictor best = HistoryPredictor.ONE_STEP;
        for (HistoryPredictor predictor : HistoryPredictor.values()) {
            Diagnosis.Prediction prediction = log.prediction(predictor);
            if (prediction.beatsZero()
                    && prediction.kappa() < log.prediction(best).kappa()) {
                best = predictor;
            }
        }
        String oneStep = kappa < 1
                ? "one-step beats predicting zero (kappa %s)".formatted(number(kappa))
                : "one-step is worse than predicting zero (kappa %s)".formatted(number(kappa));
        return best == HistoryPredictor.ONE_STEP
                ? oneStep
                : "%s, %s %s (kappa %s)"
                        .formatted(
                                oneStep,
                                best.label(),
                                kappa < 1 ? "does better" : "beats it",
                                number(log.prediction(best).kappa()));
    }

    private static String order(Diagnosis.Prediction oneStep) {
        double score = oneStep.score();
        if (Double.isNaN(score)) {
            return "whether order in time matters is not known";
        }
        String z = String.format(Locale.ROOT, "(z = %.1f)", score);
        if (Math.abs(score) < CLEAR) {
            return "order in time does not matter " + z;
        }
        return score < 0
                ? "order in time matters " + z
                : "order in time matters " + z + ", steps turn back on the ones before";
    }

    private static String rank(Diagnosis.Ranking ranking, int cap) {
        String found = "r*(0.1) = %d of %d".formatted(ranking.rank(), cap);
        // Two ranks that differ by less than one cannot be told apart.
        if (ranking.rank() >= ranking.noise() - 1) {
            return "the rank is that of noise, " + found;
        }
        String size = ranking.rank() < LOW * cap ? "low rank" : "rank";
        return ranking.rank() >= ranking.shuffled() - 1
                ? "the %s is not temporal, %s and %s when shuffled".formatted(size, found, number(ranking.shuffled()))
                : "the %s is partly temporal, %s but %s when shuffled"
                        .formatted(size, found, number(ranking.shuffled()));
    }

    private static String number(double value) {
        return value >= 0.01 ? String.format(Locale.ROOT, "%.3g", value) : String.format(Locale.ROOT, "%.1e", value);
    }
}
