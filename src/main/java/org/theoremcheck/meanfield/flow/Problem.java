package org.theoremcheck.meanfield.flow;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.theoremcheck.meanfield.model.Loss;
import org.theoremcheck.meanfield.model.Model;
import org.theoremcheck.numeric.Floats;
import org.theoremcheck.numeric.RandomStream;

/** The random parts of one run that do not depend on how X is held, and the loss over its samples. A matrix is an array of its columns. */
final class Problem {

    private static final double[][] NOT_WANTED = {};

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

    /** ξ in a step, of all samples. */
    double[] weights(int step) {
        long key = experiment.stream("sampling", step);
        return IntStream.range(0, samples)
                .mapToDouble(i -> model.samplingWeight(key, i))
                .toArray();
    }

    /** The samples of a batch, drawn with replacement. */
    int[] batch(int iteration, int size) {
        long key = experiment.stream("batch", iteration);
        return IntStream.range(0, size)
                .map(b -> RandomStream.below(key, b, samples))
                .toArray();
    }

    /**
     * ξ · ∂ℓ/∂r, n × m.
     *
     * @param weights ξ
     * @param outputs Xθ, n × m
     */
    Pieces[] weightedSlopes(double[] weights, Pieces[] outputs, double[] labels) {
        Pieces[] slopes = new Pieces[outputs.length];
        Arrays.setAll(slopes, unit -> new Pieces(samples));
        for (int p = 0; p < outputs[0].count(); p++) {
            weightedSlopes(weights, p * Pieces.SIZE, piece(outputs, p), labels, piece(slopes, p));
        }
        return slopes;
    }

    private void weightedSlopes(double[] weights, int first, float[][] outputs, double[] labels, float[][] slopes) {
        int size = outputs[0].length;
        double[][] unweighted = new double[outputs.length][size];
        loss.differentiate(
                Floats.toDoubles(outputs), Arrays.copyOfRange(labels, first, first + size), unweighted, NOT_WANTED);
        for (int unit = 0; unit < slopes.length; unit++) {
            for (int i = 0; i < size; i++) {
                slopes[unit][i] = (float) (weights[first + i] * unweighted[unit][i]);
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
