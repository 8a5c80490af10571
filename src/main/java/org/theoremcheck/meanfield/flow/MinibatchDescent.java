package org.theoremcheck.meanfield.flow;

import java.util.HashMap;
import java.util.Map;
import org.apache.commons.math3.util.MathArrays;
import org.theoremcheck.meanfield.model.Model;

/**
 * Stochastic gradient descent on batches of B samples drawn with replacement, with the learning rate η = τB:
 * <pre>
 *   θ_{j+1} = (1 − ηλ/d) θ_j − (η/B) Σ xᵢ ∂ℓ(θ_jᵀxᵢ; yᵢ)ᵀ over the batch.
 * </pre>
 * Time is t = ηj/d, so that step k of the model is reached after round(kΔt d/η) of these. Only the samples that are drawn are formed; X, θ*,
 * θ⁰ and labels are those of {@link StochasticGradientFlow#dense} on the same experiment, but for its rounding.
 */
public final class MinibatchDescent implements Flow {

    private final Experiment experiment;
    private final Problem problem;
    private final int batch;
    private final MinibatchStep descent;
    private final Map<Integer, Sample> samples = new HashMap<>();
    private final double[] signal;
    private final double[] weights;
    private int reached;
    private int iterations;

    private record Sample(double[] row, double label) {}

    /**
     * The descent at its start.
     *
     * @param batch B ≥ 1
     * @throws IllegalArgumentException if the experiment has several runs, the batch is empty or the temperature 0
     */
    public MinibatchDescent(Experiment experiment, int batch) {
        Model model = experiment.model();
        if (batch < 1 || !(model.temperature() > 0)) {
            throw new IllegalArgumentException(
                    "minibatch descent has batches of at least 1 and a positive temperature η/B, got %d and %s"
                            .formatted(batch, model.temperature()));
        }
        this.experiment = experiment;
        this.batch = batch;
        problem = new Problem(experiment);
        double decay = model.temperature() * batch * model.ridge() / experiment.dimension();
        descent = new MinibatchStep(model.loss(), model.temperature(), decay);
        signal = MathArrays.concatenate(problem.signal());
        weights = MathArrays.concatenate(problem.start());
    }

    /**
     * A run of the same law in batches of dΔt/τ samples, whose Gaussian X is drawn as it is needed; see {@link StochasticGradientFlow#lazy}.
     *
     * @throws IllegalArgumentException if dΔt/τ is no whole number, the experiment has several runs, or X is not Gaussian
     */
    public static Flow lazy(Experiment experiment) {
        return StochasticGradientFlow.descent(experiment, new LazyDesign(experiment));
    }

    /** How many iterations a step of the model stands for: round(kΔt d/η). */
    private int iterations(int step) {
        Model model = experiment.model();
        return (int) Math.rint(step * model.step() * experiment.dimension() / (model.temperature() * batch));
    }

    private void advance(int step) {
        problem.requireAhead(reached, step);
        reached = step;
        double[][] rows = new double[batch][];
        double[] labels = new double[batch];
        for (int last = iterations(step); iterations < last; iterations++) {
            int[] drawn = problem.batch(iterations, batch);
            for (int b = 0; b < batch; b++) {
                Sample sample = sample(drawn[b]);
                rows[b] = sample.row;
                labels[b] = sample.label;
            }
            descent.take(rows, labels, weights);
        }
    }

    private Sample sample(int index) {
        return samples.computeIfAbsent(index, i -> {
            double[] row = experiment.row(i);
            return new Sample(row, problem.label(i, MinibatchStep.outputs(row, signal)));
        });
    }

    @Override
    public double[] signal() {
        return signal.clone();
    }

    @Override
    public double[] labels() {
        double[] labels = new double[experiment.samples()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = sample(i).label;
        }
        return labels;
    }

    @Override
    public double[] weights(int step) {
        advance(step);
        return weights.clone();
    }

    @Override
    public double[] outputs(int step) {
        advance(step);
        int n = experiment.samples();
        double[] outputs = new double[n * experiment.model().loss().units()];
        for (int i = 0; i < n; i++) {
            double[] output = MinibatchStep.outputs(sample(i).row, weights);
            for (int unit = 0; unit < output.length; unit++) {
                outputs[unit * n + i] = output[unit];
            }
        }
        return outputs;
    }
}
