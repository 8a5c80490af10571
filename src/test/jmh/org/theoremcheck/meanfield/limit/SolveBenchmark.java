package org.theoremcheck.meanfield.limit;

import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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
 * Solutions with 80,000 samples in 40 steps: as 32 independent ones of 2,500, which know their own error, on all processors; and as a single one on
 * one. src/test/python/mean_field_numpy.py times the latter in NumPy.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class SolveBenchmark {

    private static final Model MODEL = Model.of(new Loss.Logistic(), 2, 1, 0.1, 40);

    private long seed;

    /** The mean of 32. */
    @Benchmark
    public double independent() {
        seed++;
        return IntStream.range(0, 32)
                .parallel()
                .mapToDouble(s -> energy(2_500, 32 * seed + s))
                .average()
                .orElseThrow();
    }

    /** One, on one processor. */
    @Benchmark
    public double single() {
        return energy(80_000, seed++);
    }

    private static double energy(int samples, long seed) {
        return MeanField.sampled(MODEL, Equations.TRUE, samples, seed).covariance(40, 40);
    }
}
