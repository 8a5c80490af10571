package org.theoremcheck.meanfield.flow;

import java.util.Arrays;
import java.util.function.IntFunction;
import org.apache.commons.math3.util.MathArrays;
import org.theoremcheck.meanfield.model.Model;

/** Stochastic gradient flow in the Euler–Maruyama steps of {@link Model}. */
public final class StochasticGradientFlow implements Responsive {

    private final Problem problem;
    private final Model model;
    private final Design design;

    /** ξ of all samples in a step. */
    private final IntFunction<double[]> sampling;

    private final double[][] signal;
    private final double[] labels;

    /** θ in the design's coordinates, and Xθ. */
    private final double[][] weights;

    private Pieces[] outputs;
    private int reached;

    private StochasticGradientFlow(
            Experiment experiment, Problem problem, Design design, IntFunction<double[]> sampling) {
        this.problem = problem;
        this.design = design;
        this.sampling = sampling;
        model = experiment.model();
        signal = problem.signal();
        labels = problem.labels(design.times(design.coordinates(signal)));
        weights = design.coordinates(problem.start());
        outputs = design.times(weights);
    }

    /**
     * A run with all of X in memory: O(nd) numbers, and as many operations a step.
     *
     * @throws IllegalArgumentException if the experiment has several runs
     */
    public static StochasticGradientFlow dense(Experiment experiment) {
        Problem problem = new Problem(experiment);
        return new StochasticGradientFlow(experiment, problem, new DenseDesign(experiment), problem::weights);
    }

    /**
     * A run of the same law whose Gaussian X is drawn as it is needed: O((n + d)(mK)²) operations for all K steps.
     *
     * @throws IllegalArgumentException if the experiment has several runs or X is not Gaussian
     */
    public static Flow lazy(Experiment experiment) {
        Problem problem = new Problem(experiment);
        return new StochasticGradientFlow(experiment, problem, new LazyDesign(experiment), problem::weights);
    }

    /**
     * Runs of {@link MinibatchDescent} with batches of B = dΔt/τ samples, so that a step of the model is one of the descent: the flow's step with
     * the weights ξᵢ = (τδ/Δt) times how often sample i is in the batch. The design may be dense, or drawn as it is needed, which is the same in law.
     *
     * @throws IllegalArgumentException if dΔt/τ is no whole number, or the experiment has several runs
     */
    static StochasticGradientFlow descent(Experiment experiment, Design design) {
        Problem problem = new Problem(experiment);
        Model model = experiment.model();
        double batch = experiment.dimension() * model.step() / model.temperature();
        if (!(Math.abs(batch - Math.rint(batch)) <= 1e-9 * batch)) {
            throw new IllegalArgumentException("a step is one batch of dΔt/τ samples, got " + batch);
        }
        return new StochasticGradientFlow(experiment, problem, design, step -> {
            double[] weights = new double[experiment.samples()];
            for (int sample : problem.batch(step, (int) Math.rint(batch))) {
                weights[sample] += model.samplingVariance();
            }
            return weights;
        });
    }

    private void advance(int step) {
        problem.requireAhead(reached, step);
        double shrink = 1 - model.step() * model.ridge();
        double rate = model.step() / model.ratio();
        for (; reached < step; reached++) {
            double[][] gradient =
                    design.transposedTimes(problem.weightedSlopes(sampling.apply(reached), outputs, labels));
            for (int unit = 0; unit < weights.length; unit++) {
                for (int i = 0; i < weights[unit].length; i++) {
                    weights[unit][i] = shrink * weights[unit][i] - rate * gradient[unit][i];
                }
            }
            outputs = design.times(weights);
        }
    }

    @Override
    public void pushWeights(int step, double[] by) {
        advance(step);
        double[][] coordinates = design.coordinates(columns(by, weights.length));
        for (int unit = 0; unit < weights.length; unit++) {
            for (int i = 0; i < coordinates[unit].length; i++) {
                weights[unit][i] += coordinates[unit][i];
            }
        }
        outputs = design.times(weights);
    }

    @Override
    public void pushOutputs(int step, double[] by) {
        advance(step);
        double[][] columns = columns(by, weights.length);
        for (int unit = 0; unit < outputs.length; unit++) {
            outputs[unit].add(1, Pieces.of(columns[unit]));
        }
    }

    private static double[][] columns(double[] matrix, int count) {
        int length = matrix.length / count;
        double[][] columns = new double[count][];
        Arrays.setAll(columns, j -> Arrays.copyOfRange(matrix, j * length, (j + 1) * length));
        return columns;
    }

    @Override
    public double[] signal() {
        return MathArrays.concatenate(signal);
    }

    @Override
    public double[] labels() {
        return labels.clone();
    }

    @Override
    public double[] weights(int step) {
        advance(step);
        return MathArrays.concatenate(Pieces.toArrays(design.vectors(weights)));
    }

    @Override
    public double[] outputs(int step) {
        advance(step);
        return MathArrays.concatenate(Pieces.toArrays(outputs));
    }
}
