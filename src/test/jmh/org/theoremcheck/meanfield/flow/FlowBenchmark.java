package org.theoremcheck.meanfield.flow;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.theoremcheck.meanfield.model.Loss;
import org.theoremcheck.meanfield.model.Model;

/**
 * One run of 40 steps with everything that it draws, up to its last weights and outputs, each time from another seed. A run on each thread:
 * with {@code -t 2} two seeds at once. src/test/python/mean_field_numpy.py times the same runs in NumPy.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class FlowBenchmark {

    private static final Model MODEL = Model.of(new Loss.Logistic(), 2, 1, 0.1, 40);

    private long seed;

    /** n = 2048 samples in d = 1024 coordinates. */
    @Benchmark
    public double dense() {
        return run(StochasticGradientFlow.dense(experiment(1024)));
    }

    /** n = 32,768 samples in d = 16,384 coordinates. */
    @Benchmark
    public double lazy() {
        return run(StochasticGradientFlow.lazy(experiment(16384)));
    }

    private Experiment experiment(int dimension) {
        return new Experiment(MODEL, EntryLaw.GAUSSIAN, dimension, 1, seed++);
    }

    private static double run(Flow flow) {
        return flow.weights(40)[0] + flow.outputs(40)[0];
    }
}
