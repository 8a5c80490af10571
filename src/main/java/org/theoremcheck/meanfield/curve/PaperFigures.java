package org.theoremcheck.meanfield.curve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.theoremcheck.claim.Figure;
import org.theoremcheck.claim.Figure.Axis;
import org.theoremcheck.claim.Figure.Series;
import org.theoremcheck.meanfield.flow.EntryLaw;
import org.theoremcheck.meanfield.flow.Experiment;
import org.theoremcheck.meanfield.flow.MinibatchDescent;
import org.theoremcheck.meanfield.flow.StochasticGradientFlow;
import org.theoremcheck.meanfield.limit.CoordinateLaw;
import org.theoremcheck.meanfield.limit.Equations;
import org.theoremcheck.meanfield.limit.MeanField;
import org.theoremcheck.meanfield.model.Loss;
import org.theoremcheck.meanfield.model.Model;
import org.theoremcheck.numeric.RandomStream;
import org.theoremcheck.numeric.Vectors;

/** The figures of the paper: errors of SGD and of the flow beside the mean-field curve, and the distance to the limit as d grows. */
public final class PaperFigures {

    private static final long SEED = 2602;
    private static final int DIMENSION = 1024;
    private static final int RUNS = 6;
    private static final int SOLVES = 12;
    private static final int SAMPLES = 2500;

    /** Logistic regression; the paper's τ and time are not known, these are ours. */
    private static final Model MODEL = Model.of(new Loss.Logistic(), 2, 1, 0.1, 40);

    private PaperFigures() {}

    /** All figures. */
    public static List<Figure> figures() {
        List<MeanField> solutions = IntStream.range(0, SOLVES)
                .mapToObj(s -> MeanField.sampled(MODEL, Equations.TRUE, SAMPLES, RandomStream.key(SEED, "solve", s)))
                .toList();
        List<Figure> figures = new ArrayList<>(errors(solutions));
        figures.add(decay(solutions));
        return figures;
    }

    /** Training and test error. */
    private static List<Figure> errors(List<MeanField> solutions) {
        Experiment experiment = new Experiment(MODEL, EntryLaw.GAUSSIAN, DIMENSION, RUNS, SEED);
        int batch = (int) Math.rint(DIMENSION * MODEL.step() / MODEL.temperature());
        List<double[][]> descent = runs(i -> {
            Experiment run = experiment.run(i);
            return Curves.observed(run, new MinibatchDescent(run, batch));
        });
        List<double[][]> flow = runs(i -> {
            Experiment run = experiment.run(RUNS + i);
            return Curves.observed(run, StochasticGradientFlow.lazy(run));
        });
        List<double[][]> limit = solutions.stream().map(Curves::observed).toList();
        String caption =
                "Logistic regression on the sign of a teacher, d = %d, n = %d, τ = 1, Δt = 0.1: means of %d runs of SGD with batches of %d and of "
                        + "stochastic gradient flow, and the mean-field curve in a band of two standard deviations of one run of the flow";
        String filled = caption.formatted(DIMENSION, experiment.samples(), RUNS, batch);
        return List.of(
                errors("figure-1-training", "Training error", filled, 2, descent, flow, limit),
                errors("figure-1-test", "Test error", filled, 3, descent, flow, limit));
    }

    private static List<double[][]> runs(IntFunction<double[][]> run) {
        return IntStream.range(0, RUNS).mapToObj(run).toList();
    }

    private static Figure errors(
            String id,
            String title,
            String caption,
            int column,
            List<double[][]> descent,
            List<double[][]> flow,
            List<double[][]> limit) {
        return new Figure(
                "meanfield-" + id,
                title + " of SGD, of the flow, and in the mean-field limit",
                caption,
                new Axis("t", false),
                new Axis(title.toLowerCase(Locale.ROOT), false),
                List.of(
                        series("SGD", means(descent, column)),
                        series("stochastic gradient flow", means(flow, column)),
                        series("mean field", means(limit, column), Vectors.scaled(2, deviations(flow, column)))));
    }

    private static Series series(String name, double[] values, double... band) {
        double[] t = new double[values.length];
        Arrays.setAll(t, k -> k * MODEL.step());
        return new Series(name, t, values, band);
    }

    private static double[] means(List<double[][]> all, int column) {
        double[] means = new double[MODEL.steps() + 1];
        Arrays.setAll(
                means,
                k -> all.stream().mapToDouble(rows -> rows[k][column]).average().orElseThrow());
        return means;
    }

    private static double[] deviations(List<double[][]> all, int column) {
        double[] means = means(all, column);
        double[] deviations = new double[means.length];
        Arrays.setAll(
                deviations,
                k -> Math.sqrt(all.stream()
                                .mapToDouble(rows -> (rows[k][column] - means[k]) * (rows[k][column] - means[k]))
                                .sum()
                        / (all.size() - 1)));
        return deviations;
    }

    /** Mean W₂ of runs, and of independent normals: the noise floor. */
    private static Figure decay(List<MeanField> solutions) {
        int last = MODEL.steps();
        CoordinateLaw law = CoordinateLaw.gaussian(solutions.stream()
                .mapToDouble(solution -> solution.covariance(last, last))
                .average()
                .orElseThrow());
        double[] dimensions = {128, 256, 512, 1024, 2048, 4096};
        double[] ofRuns = new double[dimensions.length];
        double[] ofNormals = new double[dimensions.length];
        for (int i = 0; i < dimensions.length; i++) {
            int d = (int) dimensions[i];
            Experiment experiment = new Experiment(MODEL, EntryLaw.GAUSSIAN, d, RUNS, SEED + d);
            for (int r = 0; r < RUNS; r++) {
                double[] weights =
                        StochasticGradientFlow.lazy(experiment.run(r)).weights(last);
                ofRuns[i] += distance(law, weights) / RUNS;
                long key = RandomStream.key(SEED + d, "normals", r);
                double[] normals = new double[d];
                Arrays.setAll(normals, j -> law.deviation() * RandomStream.gaussian(key, j));
                ofNormals[i] += distance(law, normals) / RUNS;
            }
        }
        return new Figure(
                "meanfield-decay",
                "Distance of the coordinates to their mean-field law",
                "Mean over %d runs of W₂ between the coordinates of the weights at t = 4 and their law, in units of its deviation; and that of as many independent normals, below which nothing can be seen"
                        .formatted(RUNS),
                new Axis("d", true),
                new Axis("W₂/s", true),
                List.of(
                        new Series("stochastic gradient flow", dimensions, ofRuns),
                        new Series("independent normals", dimensions, ofNormals)));
    }

    private static double distance(CoordinateLaw law, double[] sample) {
        double[] sorted = sample.clone();
        Arrays.sort(sorted);
        return law.distance(sorted) / law.deviation();
    }
}
