package org.theoremcheck.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.theoremcheck.claim.Figure;
import org.theoremcheck.gradients.Diagnosis;
import org.theoremcheck.gradients.Diagnosis.Prediction;

/** Diagnoses of gradient logs as one web page that needs nothing beside itself. */
public final class DiagnosisPage {

    /** Curves are thinned to about so many points. */
    private static final int POINTS = 128;

    /** Shares of the energy below it are rounding. */
    private static final double SMALLEST = 1e-15;

    private record View(List<Row> table, List<Log> logs, String style, String charts, String script) {}

    /** A row of the table of all logs. */
    private record Row(int index, String file, String rows, List<Cell> cells) {}

    /** κ beside its permutation mean. */
    private record Cell(String kappa, String shuffled) {}

    private record Log(
            int index,
            String file,
            String size,
            String summary,
            List<Line> predictors,
            List<Fact> facts,
            List<Ranking> ranks,
            List<Curves> figures) {}

    private record Line(
            String name,
            String pathLength,
            String kappa,
            String noise,
            String shuffled,
            String error,
            String score,
            String beats,
            String regret,
            String stationarity) {}

    private record Fact(String name, String text) {}

    private record Ranking(String share, String rank, String noise, String shuffled, boolean tie) {}

    private DiagnosisPage() {}

    /** The page. */
    public static String html(List<Diagnosis> diagnoses) {
        List<Log> logs = IntStream.range(0, diagnoses.size())
                .mapToObj(i -> log(i, diagnoses.get(i)))
                .toList();
        List<Row> table = IntStream.range(0, diagnoses.size())
                .mapToObj(i -> row(i, diagnoses.get(i)))
                .toList();
        return Resources.template("gradients")
                .execute(new View(
                        table, logs, Resources.text("page.css"), Resources.charts(), Resources.text("page.js")));
    }

    private static Row row(int index, Diagnosis log) {
        return new Row(
                index,
                log.file(),
                Numbers.count(log.rows()),
                log.predictors().entrySet().stream()
                        .filter(predictor -> !predictor.getKey().equals("zero"))
                        .map(predictor -> new Cell(
                                Numbers.brief(predictor.getValue().kappa()),
                                Numbers.brief(predictor.getValue().permutationMean())))
                        .toList());
    }

    private static Log log(int index, Diagnosis log) {
        return new Log(
                index,
                log.file(),
                "%s gradients of %s coordinates, energy %s"
                        .formatted(
                                Numbers.count(log.rows()), Numbers.count(log.columns()), Numbers.rounded(log.energy())),
                log.summary(),
                log.predictors().entrySet().stream()
                        .map(predictor -> line(predictor.getKey(), predictor.getValue()))
                        .toList(),
                facts(log),
                ranks(log),
                figures(index, log));
    }

    private static Line line(String name, Prediction prediction) {
        return new Line(
                name,
                Numbers.rounded(prediction.pathLength()),
                Numbers.rounded(prediction.kappa()),
                Numbers.rounded(prediction.noiseMean()),
                Numbers.rounded(prediction.permutationMean()),
                Numbers.brief(prediction.standardError()),
                Numbers.brief(prediction.score()),
                name.equals("zero") ? "" : prediction.beatsZero() ? "yes" : "no",
                Numbers.rounded(prediction.regretMultiplier()),
                prediction.stationarityBound());
    }

    private static List<Fact> facts(Diagnosis log) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(
                "Best multiple of the gradient before",
                "%s, κ = %s"
                        .formatted(
                                Numbers.rounded(log.autoregression().coefficient()),
                                Numbers.rounded(log.autoregression().kappa()))));
        facts.add(new Fact(
                "Correlation one and two steps apart",
                "%s and %s"
                        .formatted(
                                Numbers.rounded(log.correlations().get(0)),
                                Numbers.rounded(log.correlations().get(1)))));
        facts.add(new Fact("Effective number of rows", Numbers.rounded(log.effectiveRows())));
        facts.add(new Fact("Effective dimension", Numbers.rounded(log.effectiveDimension())));
        facts.add(new Fact("Energy of the mean gradient", Numbers.percent(log.persistentMean())));
        facts.add(new Fact("Share of ‖g₀‖² in the one-step path length", Numbers.percent(log.firstTermShare())));
        Diagnosis.Projection projection = log.projection();
        if (projection != null) {
            facts.add(new Fact(
                    "Projected for the rank",
                    "to %s numbers by sparse signs, seed %d; a path length is then off by %s"
                            .formatted(
                                    Numbers.count(projection.places()),
                                    projection.seed(),
                                    Numbers.percent(projection.deviation()))));
        }
        if (log.rankedRows() > 0 && log.rankedRows() < log.rows()) {
            facts.add(new Fact("Rows that nulls and errors are taken from", Numbers.count(log.rankedRows())));
        }
        facts.add(new Fact(
                "Leak self-test",
                log.leakFree() ? "passed: on white noise each κ is as it must be" : "failed: a predictor sees ahead"));
        return facts;
    }

    private static List<Ranking> ranks(Diagnosis log) {
        return log.ranking().stream()
                .map(ranking -> new Ranking(
                        ranking.share(),
                        Numbers.count(ranking.rank()),
                        Numbers.rounded(ranking.noise()),
                        Numbers.rounded(ranking.shuffled()),
                        ranking.tie()))
                .toList();
    }

    private static List<Curves> figures(int index, Diagnosis log) {
        List<Curves> figures = new ArrayList<>();
        figures.add(Curves.of(new Figure(
                "windows-" + index,
                "κ over time",
                "Each point is κ over an equal share of the rows. 1 is predicting zero.",
                new Figure.Axis("row", false),
                new Figure.Axis("κ", true),
                log.windows().entrySet().stream()
                        .map(window -> overTime(window.getKey(), window.getValue(), log.rows()))
                        .toList())));
        if (!log.spectrum().isEmpty()) {
            figures.add(Curves.of(new Figure(
                    "spectrum-" + index,
                    "Spectrum of the increments",
                    "Shares of the energy of H = (g₁ − g₀, …) by singular direction, beside white noise of this size and the same"
                            + " gradients in random order.",
                    new Figure.Axis("direction", true),
                    new Figure.Axis("share of the energy", true),
                    log.spectrum().entrySet().stream()
                            .map(spectrum -> falling(spectrum.getKey(), spectrum.getValue()))
                            .toList())));
        }
        return figures;
    }

    private static Figure.Series overTime(String name, List<Double> kappas, int rows) {
        double[] x = new double[kappas.size()];
        Arrays.setAll(x, window -> (window + 0.5) * rows / kappas.size());
        return new Figure.Series(
                name, x, kappas.stream().mapToDouble(kappa -> kappa).toArray());
    }

    private static Figure.Series falling(String name, double[] shares) {
        int[] chosen = IntStream.range(0, shares.length)
                .filter(i -> i < POINTS / 2 || i % Math.max(1, shares.length / (POINTS / 2)) == 0)
                .filter(i -> shares[i] > SMALLEST)
                .toArray();
        return new Figure.Series(
                name,
                IntStream.of(chosen).mapToDouble(i -> i + 1.0).toArray(),
                IntStream.of(chosen).mapToDouble(i -> shares[i]).toArray());
    }
}
