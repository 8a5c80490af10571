package org.theoremcheck.meanfield.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.inference.TestUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.theoremcheck.meanfield.model.Loss;
import org.theoremcheck.meanfield.model.Model;
import org.theoremcheck.meanfield.model.Sampling;
import org.theoremcheck.meanfield.model.StartLaw;

@Execution(ExecutionMode.CONCURRENT)
class StochasticGradientFlowTest {

    /** Half a unit in the last place of a number of single precision, relative to it. */
    private static final double ROUNDING = 0x1p-24;

    private static final Model LINEAR = Model.of(new Loss.Linear(0.5), 2, 0.5, 0.1, 40);
    private static final Loss COMMITTEE = new Loss.Committee(new double[] {1, -0.6}, new double[] {0.5, 1, -1}, 0.3);

    static Stream<Model> models() {
        return Stream.of(
                Model.of(new Loss.Logistic(), 2, 1, 0.1, 6),
                Model.of(Loss.tanh(0.3), 1.5, 0, 0.1, 6),
                LINEAR.from(new StartLaw.Gaussian(0.7), 0.2).in(0.05, 6),
                Model.of(COMMITTEE, 2, 0.5, 0.1, 6)
                        .from(new StartLaw.Signs(0.5), 0)
                        .sampled(Sampling.POISSON));
    }

    @ParameterizedTest
    @MethodSource("models")
    void labelsAreThoseOfTheSignal(Model model) {
        Experiment experiment = new Experiment(model, EntryLaw.GAUSSIAN, 30, 1, 52);
        Flow flow = StochasticGradientFlow.dense(experiment);

        double[] expected = new MinibatchDescent(new Experiment(model.at(1), EntryLaw.GAUSSIAN, 30, 1, 52), 1).labels();

        // Labels are Lipschitz in Xθ*, up to a constant below 4, whose rounding is at most 34 units times Σ|x||θ*| <
        // 60.
        double[] labels = flow.labels();
        for (int i = 0; i < labels.length; i++) {
            assertThat(labels[i]).isCloseTo(expected[i], within(4 * 34 * 12 * ROUNDING));
        }
    }

    @ParameterizedTest
    @MethodSource("flows")
    void theSameSeedGivesTheSameBytesInWhateverStepsOneAsks(Function<Experiment, Flow> kind) {
        Experiment experiment = new Experiment(LINEAR, EntryLaw.GAUSSIAN, 50, 3, 53).run(2);
        Flow first = kind.apply(experiment);
        Flow second = kind.apply(experiment);
        for (int k = 0; k < 40; k++) {
            first.weights(k);
        }

        assertThat(first.weights(40)).isEqualTo(second.weights(40));
        assertThat(first.outputs(40)).isEqualTo(second.outputs(40));
        assertThat(first.signal()).isEqualTo(second.signal());
        assertThat(first.labels()).isEqualTo(second.labels());
    }

    static Stream<Function<Experiment, Flow>> flows() {
        return Stream.of(StochasticGradientFlow::dense, StochasticGradientFlow::lazy);
    }

    /**
     * From θ⁰ = 0 at n = d = 1 the first step is θ = Δt ξ x (xθ* + σz), so that E θθ* = Δt and E θ² = Δt² (1 + τ/Δt)(3 + σ²). By a t-test
     * at a share of 1e-9 each.
     */
    @ParameterizedTest
    @MethodSource("flows")
    void oneStepInOneDimensionHasItsMoments(Function<Experiment, Flow> kind) {
        Experiment experiments = new Experiment(LINEAR.with(1).in(0.1, 1), EntryLaw.GAUSSIAN, 1, 40_000, 54);
        double[] overlap = new double[experiments.runs()];
        double[] square = new double[experiments.runs()];
        for (int run = 0; run < experiments.runs(); run++) {
            Flow flow = kind.apply(experiments.run(run));
            double theta = flow.weights(1)[0];
            overlap[run] = theta * flow.signal()[0];
            square[run] = theta * theta;
        }

        assertThat(TestUtils.tTest(0.1, overlap)).isGreaterThan(1e-9);
        assertThat(TestUtils.tTest(0.01 * 6 * 3.25, square)).isGreaterThan(1e-9);
    }

    /** C = |θ − θ*|²/d and P = mean (r − y)² at steps 1, 10 and 40. */
    @ParameterizedTest
    @MethodSource("flows")
    void linearRunsFollowTheExactCurves(Function<Experiment, Flow> kind) {
        // At ρ = 1, σ = τ = 1/2, δ = 2, Δt = 0.1: by the recursion of the limit and by the Volterra equation with the
        // law of Marchenko and Pastur.
        double[] exact = {0.87875, 1.048125, 0.415875683391, 0.399326321437, 0.239255997383, 0.196951200385};
        Experiment experiments = new Experiment(LINEAR, EntryLaw.GAUSSIAN, 128, 300, 55);
        double[][] observed = observe(experiments, kind, new int[] {1, 10, 40}, true);

        // Twelve tests at 1e-9 in all, two-sided. At a finite size the mean is off by at most 1/d of the value.
        double critical = new TDistribution(null, 299).inverseCumulativeProbability(1 - 1e-9 / 24);
        for (int j = 0; j < exact.length; j++) {
            double error = Math.sqrt(StatUtils.variance(observed[j]) / experiments.runs());
            assertThat(StatUtils.mean(observed[j])).isCloseTo(exact[j], within(critical * error + exact[j] / 128));
        }
    }

    /** Welch's test of C = |θ|²/d, Q = ⟨θ, θ*⟩/d and the training loss, of all units together; all 24 at a share of 1e-9 together. */
    @ParameterizedTest
    @MethodSource("models")
    void denseAndLazyRunsHaveTheSameLaw(Model model) {
        Experiment experiments = new Experiment(model, EntryLaw.GAUSSIAN, 20, 400, 56);
        int[] steps = {2, 6};
        double[][] dense = observe(experiments, StochasticGradientFlow::dense, steps, false);
        double[][] lazy = observe(
                new Experiment(model, EntryLaw.GAUSSIAN, 20, 400, 57), StochasticGradientFlow::lazy, steps, false);
        for (int j = 0; j < dense.length; j++) {
            assertThat(TestUtils.tTest(dense[j], lazy[j])).isGreaterThan(1e-9 / 24);
        }
    }

    /** For each step C, Q unless θ is centred at θ*, and the training loss: a row of runs each. */
    private static double[][] observe(
            Experiment experiments, Function<Experiment, Flow> kind, int[] steps, boolean centred) {
        int each = centred ? 2 : 3;
        double[][] observed = new double[each * steps.length][experiments.runs()];
        int d = experiments.dimension();
        for (int run = 0; run < experiments.runs(); run++) {
            Flow flow = kind.apply(experiments.run(run));
            double[] signal = flow.signal();
            for (int s = 0; s < steps.length; s++) {
                double[] theta = flow.weights(steps[s]);
                for (int j = 0; j < theta.length; j++) {
                    double v = theta[j] - (centred ? signal[j] : 0);
                    observed[each * s][run] += v * v / d;
                    if (!centred) {
                        observed[each * s + 1][run] += theta[j] * signal[j] / d;
                    }
                }
                observed[each * s + each - 1][run] =
                        experiments.model().loss().meanError(flow.outputs(steps[s]), flow.labels());
            }
        }
        return observed;
    }

    /** Once U fills its space the run is an ordinary one, with an X that its own first steps reveal. */
    @Test
    void aLazyRunThatHasAskedForEverythingStaysWithItsMatrix() {
        Experiment experiment = new Experiment(LINEAR, EntryLaw.GAUSSIAN, 1, 1, 58);
        Flow flow = StochasticGradientFlow.lazy(experiment);
        double x0 = flow.outputs(1)[0] / flow.weights(1)[0];
        double x1 = flow.outputs(1)[1] / flow.weights(1)[0];
        double[] labels = flow.labels();
        double theta = flow.weights(1)[0];
        for (int k = 1; k < 40; k++) {
            double[] r = flow.outputs(k);
            double first = LINEAR.samplingWeight(experiment.stream("sampling", k), 0) * (r[0] - labels[0]) * x0;
            double second = LINEAR.samplingWeight(experiment.stream("sampling", k), 1) * (r[1] - labels[1]) * x1;
            double expected = theta - 0.05 * (first + second);
            theta = flow.weights(k + 1)[0];

            // Some twenty roundings of single precision on numbers of this size.
            double rounding = 20 * ROUNDING * (Math.abs(theta) + Math.abs(first) + Math.abs(second));
            assertThat(theta).isCloseTo(expected, within(rounding));
            assertThat(flow.outputs(k + 1)[1]).isCloseTo(x1 * theta, within(20 * ROUNDING * Math.abs(x1 * theta)));
        }
    }

    @Test
    void stepsGoForwardAndEndWhereTheModelEnds() {
        Experiment experiment = new Experiment(LINEAR, EntryLaw.GAUSSIAN, 5, 1, 59);
        Flow flow = StochasticGradientFlow.lazy(experiment);
        flow.weights(7);

        assertThatThrownBy(() -> flow.weights(6))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("steps are asked for in increasing order up to 40, got 6 after 7");
        assertThatThrownBy(() -> flow.outputs(41)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void severalRunsAreNoFlow() {
        Experiment experiment = new Experiment(LINEAR, EntryLaw.GAUSSIAN, 5, 2, 60);

        assertThatThrownBy(() -> StochasticGradientFlow.lazy(experiment))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a flow is one run of an experiment, got 2");
    }
}
