package org.theoremcheck.meanfield.agreement;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.TDistribution;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.theoremcheck.claim.Subject;
import org.theoremcheck.meanfield.flow.EntryLaw;
import org.theoremcheck.meanfield.flow.Experiment;
import org.theoremcheck.meanfield.flow.Flow;
import org.theoremcheck.meanfield.flow.StochasticGradientFlow;
import org.theoremcheck.meanfield.limit.Equations;
import org.theoremcheck.meanfield.limit.MeanField;
import org.theoremcheck.meanfield.model.Model;
import org.theoremcheck.numeric.MasterSeeds;
import org.theoremcheck.numeric.RandomStream;

/** How often the agreement of small experiments with their equations is as bad as seen, under many master seeds: mvn -Pseeds verify takes 1,000. */
@Execution(ExecutionMode.CONCURRENT)
class MasterSeedsTest {

    /** Batches of dΔt/τ are whole numbers for it. */
    private static final int DIMENSION = 160;

    private static final int STEPS = 8;

    static List<Model> models() {
        return List.of(
                Experiments.LOGISTIC.in(0.2, STEPS),
                Experiments.TANH.in(0.2, STEPS),
                Experiments.COMMITTEE.in(0.2, STEPS));
    }

    /** Of Welch's test, Bonferroni. */
    @ParameterizedTest
    @MethodSource("models")
    void smallPValuesAreNoMoreFrequentThanTheySay(Model model) {
        MasterSeeds.assertThatSmallPValuesAreNoMoreFrequentThanTheySay(seed -> pValue(model, seed));
    }

    private static double pValue(Model model, long seed) {
        Experiment runs = new Experiment(model, EntryLaw.GAUSSIAN, DIMENSION, 24, seed);
        Subject<Experiment, Flow> flow = StochasticGradientFlow::lazy;
        Sample simulated = Ensemble.play(runs, flow).simulated();
        Sample solved = Sample.of(IntStream.range(0, 24)
                .mapToObj(s -> MeanField.sampled(model, Equations.TRUE, 600, RandomStream.key(seed, "solution", s)))
                .map(Observables::of)
                .toList());
        double[] p = new double[simulated.mean().length];
        Arrays.setAll(p, i -> {
            double difference = Math.abs(simulated.mean()[i] - solved.mean()[i]);
            double off = Math.max(0, difference - Math.abs(solved.mean()[i]) / DIMENSION);
            double one = simulated.variance()[i];
            double other = solved.variance()[i];
            double degrees = Math.pow(one + other, 2) / (one * one / 23 + other * other / 23);
            return off == 0
                    ? 1
                    : 2
                            * p.length
                            * new TDistribution(null, degrees).cumulativeProbability(-off / Math.sqrt(one + other));
        });
        return Math.min(1, Arrays.stream(p).min().orElseThrow());
    }
}
