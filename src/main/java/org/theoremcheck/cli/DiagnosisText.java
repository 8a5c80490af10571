package org.theoremcheck.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.theoremcheck.gradients.Diagnosis;
import org.theoremcheck.gradients.Diagnosis.Prediction;
import org.theoremcheck.gradients.HistoryPredictor;

/** Diagnoses as text for a terminal. */
final class DiagnosisText {

    /** The columns of the paper's table. */
    private static final List<HistoryPredictor> COMPARED =
            List.of(HistoryPredictor.ONE_STEP, HistoryPredictor.EMA_9, HistoryPredictor.EMA_99, HistoryPredictor.TREND);

    private DiagnosisText() {}

    /** Prints each diagnosis, and one table of all of them where there are several. */
    static void print(PrintWriter out, List<Diagnosis> diagnoses) {
        for (Diagnosis diagnosis : diagnoses) {
            print(out, diagnosis);
            out.println();
        }
        if (diagnoses.size() > 1) {
            compare(out, diagnoses);
        }
    }

    private static void print(PrintWriter out, Diagnosis log) {
        out.printf(
                "%s: %,d gradients of %,d coordinates, energy %s%n",
                log.file(), log.rows(), log.columns(), number(log.energy()));
        out.println(log.summary());
        out.println();
        out.printf(
                "  %-9s %12s %8s %8s %20s %8s  %-10s %7s  %s%n",
                "predictor", "path length", "kappa", "noise", "shuffled", "z", "beats zero", "regret", "stationarity");
        for (Map.Entry<String, Prediction> predictor : log.predictors().entrySet()) {
            print(out, predictor.getKey(), predictor.getValue());
        }
        out.println();
        line(
                out,
                "best multiple",
                "%s g(t-1), kappa %s; rho_1 = %s, rho_2 = %s"
                        .formatted(
                                number(log.autoregression().coefficient()),
                                number(log.autoregression().kappa()),
                                number(log.correlations().get(0)),
                                number(log.correlations().get(1))));
        line(
                out,
                "energy",
                "as if %s of %,d rows carried it; %s in the mean gradient%s"
                        .formatted(
                                number(log.effectiveRows()),
                                log.rows(),
                                percent(log.persistentMean()),
                                Double.isNaN(log.effectiveDimension())
                                        ? ""
                                        : "; effective dimension " + number(log.effectiveDimension())));
        line(out, "first term", "%s of the one-step path length is |g_0|^2".formatted(percent(log.firstTermShare())));
        ranks(out, log);
        line(
                out,
                "self-test",
                log.leakFree()
                        ? "no predictor sees ahead: on white noise each kappa is as it must be"
                        : "FAILED: on white noise a kappa is not as it must be");
    }

    private static void print(PrintWriter out, String name, Prediction prediction) {
        boolean zero = name.equals("zero");
        out.printf(
                "  %-9s %12s %8s %8s %20s %8s  %-10s %7s  %s%n",
                name,
                number(prediction.pathLength()),
                number(prediction.kappa()),
                number(prediction.noiseMean()),
                number(prediction.permutationMean())
                        + (zero || Double.isNaN(prediction.standardError())
                                ? ""
                                : " ± " + String.format(Locale.ROOT, "%.1e", prediction.standardError())),
                Double.isNaN(prediction.score()) ? "" : String.format(Locale.ROOT, "%.1f", prediction.score()),
                zero ? "" : prediction.beatsZero() ? "yes" : "no",
                "x " + String.format(Locale.ROOT, "%.3f", prediction.regretMultiplier()),
                prediction.stationarityBound());
    }

    private static void ranks(PrintWriter out, Diagnosis log) {
        if (log.rank().isEmpty()) {
            line(out, "rank", "not asked for, or whole rows are too long for it: see --project");
            return;
        }
        line(out, "rank", "at most %,d%s".formatted(log.rankCap(), projection(log)));
        out.printf("  %15s", "epsilon");
        log.ranking().forEach(ranking -> out.printf(" %8s", ranking.share()));
        out.printf("%n  %15s", "r*");
        log.ranking().forEach(ranking -> out.printf(" %8d", ranking.rank()));
        out.printf("%n  %15s", "of noise");
        log.ranking().forEach(ranking -> out.printf(Locale.ROOT, " %8.1f", ranking.noise()));
        out.printf("%n  %15s", "when shuffled");
        log.ranking().forEach(ranking -> out.printf(Locale.ROOT, " %8.1f", ranking.shuffled()));
        out.println();
        if (!log.ties().isEmpty()) {
            line(
                    out,
                    "near ties",
                    "rounding leaves a rank beside possible at epsilon " + String.join(", ", log.ties()));
        }
        if (log.rankedRows() < log.rows()) {
            line(out, "sample", "nulls and standard errors are those of %,d rows".formatted(log.rankedRows()));
        }
    }

    private static String projection(Diagnosis log) {
        Diagnosis.Projection projection = log.projection();
        return projection == null
                ? ""
                : ", of rows projected to %d numbers (path lengths are then off by %s)"
                        .formatted(projection.places(), percent(projection.deviation()));
    }

    private static void compare(PrintWriter out, List<Diagnosis> diagnoses) {
        int widest =
                diagnoses.stream().mapToInt(log -> log.file().length()).max().orElse(0);
        out.printf("%-" + widest + "s  %8s", "kappa (when shuffled)", "rows");
        COMPARED.forEach(predictor -> out.printf("  %-16s", predictor.label()));
        out.println();
        for (Diagnosis log : diagnoses) {
            out.printf("%-" + widest + "s  %,8d", log.file(), log.rows());
            for (HistoryPredictor predictor : COMPARED) {
                Prediction prediction = log.prediction(predictor);
                out.printf(
                        "  %-16s",
                        "%s (%s)".formatted(number(prediction.kappa()), number(prediction.permutationMean())));
            }
            out.println();
        }
    }

    private static void line(PrintWriter out, String label, String text) {
        out.printf("  %-15s %s%n", label, text);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, share < 0.001 ? "%.1e %%" : "%.3g %%", 100 * share);
    }

    private static String number(double value) {
        double size = Math.abs(value);
        return Double.isNaN(value)
                ? "-"
                : String.format(Locale.ROOT, size == 0 || (size >= 1e-3 && size < 1e6) ? "%.5g" : "%.3e", value);
    }
}
