package org.theoremcheck.meanfield.flow;

import java.util.Arrays;
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

    /** @throws IllegalArgumentException unless the step lies between the one that is reached and the last one of the model */
    void requireAhead(int reached, int step) {
        if (step < reached || step > model.steps()) {
            throw new IllegalArgumentException("steps are asked for in increasing order up to %d, got %d after %d"
                    .formatted(model.steps(), step, reached));
        }
    }

    /** The label of a sample whose teacher's outputs are r*, q numbers. */
    double label(int sample, double[] teacher) {
        return loss.label(teacher, RandomStream.gaussian(labelNoise, sample));
    }

    /** All labels from Xθ*, n × q. */
    double[] labels(Pieces[] teachers) {
        double[] teacher = new double[loss.teachers()];
        double[] labels = new double[samples];
        int sample = 0;
        for (int p = 0; p < teachers[0].count(); p++) {
            float[][] parts = piece(teachers, p);
            for (int i = 0; i < parts[0].length; i++) {
                gather(parts, i, teacher);
                labels[sample] = label(sample, teacher);
                sample++;
            }
        }
        return labels;
    }

    /**
     * ξ · ∂ℓ/∂r in a step, n × m, with one weight ξ for each sample.
     *
     * @param outputs Xθ, n × m
     */
    Pieces[] weightedSlopes(int step, Pieces[] outputs, double[] labels) {
        Pieces[] slopes = new Pieces[outputs.length];
        Arrays.setAll(slopes, unit -> new Pieces(samples));
        long key = experiment.stream("sampling", step);
        for (int p = 0; p < outputs[0].count(); p++) {
            weightedSlopes(key, p * Pieces.SIZE, piece(outputs, p), labels, piece(slopes, p));
        }
        return slopes;
    }

    private void weightedSlopes(long key, int first, float[][] outputs, double[] labels, float[][] slopes) {
        double[] output = new double[outputs.length];
        double[] slope = new double[outputs.length];
        for (int i = 0; i < outputs[0].length; i++) {
            gather(outputs, i, output);
            loss.differentiate(output, labels[first + i], slope, NOT_WANTED);
            double weight = model.samplingWeight(key, first + i);
            for (int unit = 0; unit < slope.length; unit++) {
                slopes[unit][i] = (float) (weight * slope[unit]);
            }
        }
    }

    private static float[][] piece(Pieces[] columns, int index) {
        return Arrays.stream(columns).map(column -> column.piece(index)).toArray(float[][]::new);
    }

    private static void gather(float[][] columns, int index, double[] row) {
        for (int j = 0; j < row.length; j++) {
            row[j] = columns[j][index];
        }
    }
}
