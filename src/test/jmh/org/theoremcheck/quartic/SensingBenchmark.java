package org.theoremcheck.quartic;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.theoremcheck.numeric.RandomStream;
import org.theoremcheck.quartic.objective.Measurements;
import org.theoremcheck.quartic.objective.Sensing;

/**
 * One gradient of quadratic sensing at the published size, d = 100, r = 2, k = 4, m = 1000. src/test/python/sensing_numpy.py times the same
 * loop in NumPy.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class SensingBenchmark {

    private static final int DIMENSION = 100;
    private static final int COUNT = 1000;
    private static final int COLUMNS = 4;

    private Sensing sensing;
    private double[] point;
    private final double[] gradient = new double[DIMENSION * COLUMNS];

    @Setup
    public void draw() {
        sensing = Sensing.of(
                new Measurements(rows("plus", DIMENSION, COUNT)),
                new Measurements(rows("minus", DIMENSION, COUNT)),
                rows("planted", DIMENSION, 2),
                COLUMNS);
        point = rows("point", 1, DIMENSION * COLUMNS)[0];
    }

    private static double[][] rows(String name, int count, int length) {
        double[][] rows = new double[count][length];
        for (int r = 0; r < count; r++) {
            for (int i = 0; i < length; i++) {
                rows[r][i] = RandomStream.gaussian(RandomStream.key(1, name, r), i) / 10;
            }
        }
        return rows;
    }

    @Benchmark
    public double gradient() {
        return sensing.evaluate(point, gradient);
    }
}
