package org.theoremcheck.meanfield.agreement;

import org.theoremcheck.claim.Subject;
import org.theoremcheck.meanfield.flow.Experiment;
import org.theoremcheck.meanfield.flow.Flow;
import org.theoremcheck.meanfield.flow.StochasticGradientFlow;

/** Simulations with one thing wrong. */
final class Slips {

    /** Each sample has the output of the next one. */
    static final Subject<Experiment, Flow> SHUFFLED =
            experiment -> new Outputs(StochasticGradientFlow.lazy(experiment));

    /** A temperature that is half as high again. */
    static final Subject<Experiment, Flow> HOTTER = experiment -> StochasticGradientFlow.lazy(
            experiment.with(experiment.model().at(1.5 * experiment.model().temperature())));

    private Slips() {}

    private record Outputs(Flow flow) implements Flow {

        @Override
        public double[] signal() {
            return flow.signal();
        }

        @Override
        public double[] labels() {
            return flow.labels();
        }

        @Override
        public double[] weights(int step) {
            return flow.weights(step);
        }

        @Override
        public double[] outputs(int step) {
            double[] outputs = flow.outputs(step);
            double[] next = new double[outputs.length];
            for (int i = 0; i < next.length; i++) {
                next[i] = outputs[(i + 1) % outputs.length];
            }
            return next;
        }
    }
}
