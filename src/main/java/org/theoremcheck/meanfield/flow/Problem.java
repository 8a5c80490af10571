package org.theoremcheck.meanfield.flow;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.theoremcheck.meanfield.model.Loss;
import org.theoremcheck.meanfield.model.Model;
import org.theoremcheck.numeric.RandomStream;

/** The random parts of one run that do not depend on how X is held, and the loss over its samples. A matrix is an array of its columns. */
final class Problem {

    private static final double[] NOT_WANTED = {};

    private final Experiment experiment;
    private final Model model;
    private final Loss loss;
    private final int samples;
    private final long labelNoise;

    /** @throws IllegalArgumentException if the experiment has several runs */
    Problem(Experiment experiment) {
        if (experiment.runs() != 1) {
            throw new IllegalArgumentException("a flow is one run of an experiment, got " + experiment.runs());
        }
        this.experiment = experiment;
        model = experiment.model();
        loss = model.loss();
        samples = experiment.samples();
        labelNoise = experiment.stream("label", 0);
    }

    /** θ*, d × q with entries N(0, ρ). */
    double[][] signal() {
        long key = experiment.stream("signal", 0);
        return matrix(loss.teachers(), i -> Math.sqrt(model.signal()) * RandomStream.gaussian(key, i));
    }

    /** θ⁰, d × m. */
    double[][] start() {
        long key = experiment.stream("start", 0);
        return matrix(loss.units(), i -> model.start().draw(key, i));
    }

    private double[][] matrix(int columns, IntToDoubleFunction draw) {
        int d = experiment.dimension();
        return IntStream.range(0, columns)
                .mapToObj(j ->
                        IntStream.range(j * d, (j + 1) * d).mapToDouble(draw).toArray())
                .toArray(double[][]::new);
    }

    /** The label of a sample whose teacher's outputs are r*, q numbers. */
    double label(int sample, double[] teacher) {
        return loss.label(teacher, RandomStream.gaussian(labelNoise, sample));
    }

    /** All labels from Xθ*, n × q. */
    double[] labels(double[][] teachers) {
        double[] teacher = new double[loss.teachers()];
        double[] labels = new double[samples];
        for (int i = 0; i < samples; i++) {
            gather(teachers, i, teacher);
            labels[i] = label(i, teacher);
        }
        return labels;
    }

    /**
     * ξ · ∂ℓ/∂r in a step, n × m, with one weight ξ for each sample.
     *
     * @param outputs Xθ, n × m
     */
    double[][] weightedSlopes(int step, double[][] outputs, double[] labels) {
        long key = experiment.stream("sampling", step);
        double[][] slopes = new double[loss.units()][samples];
        double[] output = new double[loss.units()];
        double[] slope = new double[loss.units()];
        for (int i = 0; i < samples; i++) {
            gather(outputs, i, output);
            loss.differentiate(output, labels[i], slope, NOT_WANTED);
            double weight = model.samplingWeight(key, i);
            for (int unit = 0; unit < slope.length; unit++) {
                slopes[unit][i] = weight * slope[unit];
            }
        }
        return slopes;
    }

    private static void gather(double[][] columns, int sample, double[] row) {
        for (int j = 0; j < row.length; j++) {
            row[j] = columns[j][sample];
        }
    }
}
