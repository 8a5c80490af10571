package org.theoremcheck.meanfield.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.math3.util.MathArrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.theoremcheck.meanfield.model.Loss;
import org.theoremcheck.meanfield.model.Model;
import org.theoremcheck.numeric.RandomStream;

/** The steps of a flow, replayed in plain loops from what it shows, with X drawn again. */
class RecurrenceTest {

    /** Half a unit in the last place of a number of single precision, relative to it. */
    private static final double ROUNDING = 0x1p-24;

    @ParameterizedTest
    @MethodSource("org.theoremcheck.meanfield.flow.StochasticGradientFlowTest#models")
    void everyStepIsTheRecurrence(Model model) {
        Experiment experiment = new Experiment(model, EntryLaw.UNIFORM, 40, 1, 51);
        Flow flow = StochasticGradientFlow.dense(experiment);
        for (int k = 0; k < model.steps(); k++) {
            takesStep(experiment, flow, k, new double[flow.outputs(k).length]);
        }
    }

    /** n = 2100 and 4200, of which 2048 are held together. */
    @Test
    void allSamplesTakePartHoweverMany() {
        for (int d = 2; d <= 4; d += 2) {
            Experiment experiment =
                    new Experiment(Model.of(Loss.tanh(0.3), 1050, 0.5, 0.1, 3), EntryLaw.UNIFORM, d, 1, 61);
            Flow flow = StochasticGradientFlow.dense(experiment);
            takesStep(experiment, flow, 1, new double[flow.outputs(1).length]);
        }
    }

    @Test
    void aPushOfWeightsStaysAndOneOfOutputsIsForgottenAfterAStep() {
        Model model = StochasticGradientFlowTest.models().toList().get(3);
        Experiment experiment = new Experiment(model, EntryLaw.UNIFORM, 30, 1, 62);
        double[] ofWeights = gaussians(63, 60);
        double[] ofOutputs = gaussians(64, 120);
        double[] none = new double[120];
        Flow plain = StochasticGradientFlow.dense(experiment);
        Responsive pushed = StochasticGradientFlow.dense(experiment);

        pushed.pushWeights(2, ofWeights);
        assertThat(pushed.weights(2))
                .usingComparatorWithPrecision(1e-6)
                .containsExactly(MathArrays.ebeAdd(plain.weights(2), ofWeights));
        takesStep(experiment, pushed, 2, none);
        pushed.pushOutputs(4, ofOutputs);
        takesStep(experiment, pushed, 4, ofOutputs);
        takesStep(experiment, pushed, 5, none);

        assertThatIllegalArgumentException().isThrownBy(() -> pushed.pushWeights(5, ofWeights));
        assertThatIllegalArgumentException().isThrownBy(() -> pushed.pushOutputs(5, ofOutputs));
    }

    /** Whatever is done to the numbers that were given out. */
    @Test
    void labelsStand() {
        Experiment experiment =
                new Experiment(StochasticGradientFlowTest.models().toList().get(1), EntryLaw.GAUSSIAN, 10, 1, 65);
        Flow flow = StochasticGradientFlow.dense(experiment);
        double[] labels = flow.labels();
        Arrays.fill(flow.labels(), 100);

        assertThat(flow.labels()).isEqualTo(labels);
    }

    /**
     * From step k to the next.
     *
     * @param pushed what outputs differ by from Xθ
     */
    private static void takesStep(Experiment experiment, Flow flow, int k, double[] pushed) {
        Model model = experiment.model();
        int d = experiment.dimension();
        int n = experiment.samples();
        int m = model.loss().units();
        double[] theta = flow.weights(k);
        double[] outputs = flow.outputs(k);
        double[] labels = flow.labels();
        double[] expected = new double[d * m];
        double[] size = new double[d * m];
        for (int j = 0; j < d * m; j++) {
            expected[j] = (1 - model.step() * model.ridge()) * theta[j];
            size[j] = Math.abs(expected[j]);
        }
        for (int i = 0; i < n; i++) {
            double[] x = experiment.row(i);
            double weight = model.samplingWeight(experiment.stream("sampling", k), i);
            double[] r = new double[m];
            for (int unit = 0; unit < m; unit++) {
                double output = pushed[unit * n + i];
                double sizeOfOutput = Math.abs(output);
                for (int j = 0; j < d; j++) {
                    output += x[j] * theta[unit * d + j];
                    sizeOfOutput += Math.abs(x[j] * theta[unit * d + j]);
                }
                // d products with two rounded factors each, and their sum.
                assertThat(outputs[unit * n + i]).isCloseTo(output, within((d + 4) * ROUNDING * sizeOfOutput));
                r[unit] = outputs[unit * n + i];
            }
            double[] slope = model.loss().slopes(r, new double[] {labels[i]});
            for (int unit = 0; unit < m; unit++) {
                for (int j = 0; j < d; j++) {
                    double change = model.step() / model.ratio() * weight * slope[unit] * x[j];
                    expected[unit * d + j] -= change;
                    size[unit * d + j] += Math.abs(change);
                }
            }
        }
        double[] next = flow.weights(k + 1);
        for (int j = 0; j < d * m; j++) {
            assertThat(next[j]).isCloseTo(expected[j], within((n + 4) * ROUNDING * size[j]));
        }
    }

    private static double[] gaussians(long key, int count) {
        double[] numbers = new double[count];
        Arrays.setAll(numbers, i -> RandomStream.gaussian(key, i));
        return numbers;
    }
}
