package org.theoremcheck.meanfield.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.util.MathArrays;
import org.junit.jupiter.api.Test;
import org.theoremcheck.meanfield.model.Loss;
import org.theoremcheck.meanfield.model.Model;
import org.theoremcheck.meanfield.model.StartLaw;
import org.theoremcheck.numeric.RandomStream;
import org.theoremcheck.numeric.Vectors;

class MinibatchDescentTest {

    private static final Loss COMMITTEE = new Loss.Committee(new double[] {1, -0.6}, new double[] {1, 0.4}, 0.3);

    /** With a sample that is in the batch twice. Sums of less than 20 numbers of size 1, to 1e-14. */
    @Test
    void aStepMovesByTheRateTimesTheSumOverTheBatch() {
        double[] x = {0.5, -1, 2};
        double[] y = {-0.25, 0.75, 1};
        double[][] rows = {x, y, x};
        double[] labels = {0.3, -0.8, 0.3};
        double[][] columns = {{0.1, 0.2, -0.3}, {-0.4, 0.5, 0.6}};
        RealMatrix theta = MatrixUtils.createRealMatrix(columns).transpose();
        RealMatrix slopes = MatrixUtils.createRealMatrix(3, 2);
        for (int i = 0; i < 3; i++) {
            slopes.setRow(i, COMMITTEE.slopes(theta.preMultiply(rows[i]), new double[] {labels[i]}));
        }
        RealMatrix move = MatrixUtils.createRealMatrix(rows).transpose().multiply(slopes);
        RealMatrix expected = theta.scalarMultiply(1 - 0.01).subtract(move.scalarMultiply(0.7));

        double[] weights = MathArrays.concatenate(columns);
        new MinibatchStep(COMMITTEE, 0.7, 0.01).take(rows, labels, weights);

        assertThat(Vectors.largestDistance(
                        weights, MathArrays.concatenate(expected.transpose().getData())))
                .isLessThan(1e-14);
    }

    /** η = τB = 2, so that step 3 at Δt = 0.1 is round(3 · 0.1 · 20/2) = 3 iterations, with a decay of ηλ/d each. */
    @Test
    void aStepOfTheModelIsAsManyBatchesAsItsTimeHolds() {
        Model model = Model.of(COMMITTEE, 2, 0.5, 0.1, 3).from(new StartLaw.Gaussian(1), 0.2);
        Experiment experiment = new Experiment(model, EntryLaw.SPARSE, 20, 1, 71);
        Flow flow = new MinibatchDescent(experiment, 4);
        double[] labels = flow.labels();
        double[] expected = flow.weights(0);
        MinibatchStep step = new MinibatchStep(COMMITTEE, 0.5, 0.02);
        for (int iteration = 0; iteration < 3; iteration++) {
            double[][] rows = new double[4][];
            double[] batchLabels = new double[4];
            for (int b = 0; b < 4; b++) {
                int sample = RandomStream.below(experiment.stream("batch", iteration), b, 40);
                rows[b] = experiment.row(sample);
                batchLabels[b] = labels[sample];
            }
            step.take(rows, batchLabels, expected);
        }

        assertThat(flow.weights(3)).isEqualTo(expected);
        for (int i = 0; i < 40; i++) {
            double[] outputs = MinibatchStep.outputs(experiment.row(i), expected);
            assertThat(flow.outputs(3)[i]).isEqualTo(outputs[0]);
            assertThat(flow.outputs(3)[40 + i]).isEqualTo(outputs[1]);
        }
    }

    /**
     * On the same X, labels and start the noise of the linear case has E|θ − θ_flow|²/d ≤ τ P/2 at most, P ≤ 1.25 being the mean squared
     * residual; what the sizes of the steps, d η/d and Δt, add is of the order (Δt)² and (τ)². Four times that is left to chance.
     */
    @Test
    void atASmallTemperatureItFollowsTheGradientFlow() {
        for (double temperature : new double[] {0.04, 0.01}) {
            Model model = Model.of(new Loss.Linear(0.5), 2, temperature, 0.01, 100);
            Experiment noisy = new Experiment(model, EntryLaw.GAUSSIAN, 60, 1, 72);
            Experiment smooth = new Experiment(model.at(0), EntryLaw.GAUSSIAN, 60, 1, 72);

            double[] descent = new MinibatchDescent(noisy, 1).weights(100);
            double[] flow = StochasticGradientFlow.dense(smooth).weights(100);

            assertThat(Vectors.squaredDistance(descent, flow) / 60).isLessThan(4 * temperature * 1.25 / 2);
            assertThat(Vectors.squaredDistance(descent, flow) / 60).isGreaterThan(temperature * 1.25 / 64);
        }
    }

    /** Each of ten steps rounds d + n = 120 products to single precision; nothing here grows. */
    @Test
    void itsStepsAreThoseOfTheFlowWithWeightsThatCountTheBatch() {
        Model model = Model.of(COMMITTEE, 2, 0.5, 0.1, 10).from(new StartLaw.Gaussian(1), 0.2);
        Experiment experiment = new Experiment(model, EntryLaw.SPARSE, 40, 1, 77);
        Flow descent = new MinibatchDescent(experiment, 8);

        Flow flow = StochasticGradientFlow.descent(experiment, new DenseDesign(experiment));

        assertThat(flow.signal()).isEqualTo(descent.signal());
        assertThat(flow.labels()).usingComparatorWithPrecision(1e-5).containsExactly(descent.labels());
        for (int k = 0; k <= 10; k++) {
            assertThat(flow.weights(k))
                    .usingComparatorWithPrecision(10 * 120 * 0x1p-24)
                    .containsExactly(descent.weights(k));
        }
    }

    @Test
    void aStepThatIsNoWholeBatchIsRefused() {
        Model model = Model.of(new Loss.Logistic(), 2, 1, 0.1, 10);
        Experiment odd = new Experiment(model, EntryLaw.GAUSSIAN, 45, 1, 78);

        assertThatThrownBy(() -> MinibatchDescent.lazy(odd))
                .hasMessage("a step is one batch of dΔt/τ samples, got 4.5");
    }

    @Test
    void theSameSeedGivesTheSameBytes() {
        Experiment experiment =
                new Experiment(Model.of(new Loss.Logistic(), 2, 1, 0.1, 10), EntryLaw.GAUSSIAN, 40, 1, 73);

        assertThat(new MinibatchDescent(experiment, 2).weights(10))
                .isEqualTo(new MinibatchDescent(experiment, 2).weights(10));
    }

    @Test
    void stepsGoForward() {
        Experiment experiment =
                new Experiment(Model.of(new Loss.Logistic(), 2, 1, 0.1, 10), EntryLaw.GAUSSIAN, 40, 1, 76);
        Flow flow = new MinibatchDescent(experiment, 2);
        flow.weights(7);

        assertThatThrownBy(() -> flow.outputs(6)).hasMessageEndingWith("up to 10, got 6 after 7");
    }

    @Test
    void anEmptyBatchAndATemperatureOfZeroAreRefused() {
        Model model = Model.of(new Loss.Logistic(), 2, 1, 0.1, 10);
        Experiment warm = new Experiment(model, EntryLaw.GAUSSIAN, 40, 1, 74);
        Experiment cold = new Experiment(model.at(0), EntryLaw.GAUSSIAN, 40, 1, 74);

        assertThatThrownBy(() -> new MinibatchDescent(warm, 0)).hasMessageContaining("got 0 and 1.0");
        assertThatThrownBy(() -> new MinibatchDescent(cold, 1)).hasMessageContaining("got 1 and 0.0");
    }
}
