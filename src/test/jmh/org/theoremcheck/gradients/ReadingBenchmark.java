package org.theoremcheck.gradients;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.theoremcheck.gradients.log.GradientLog;
import org.theoremcheck.gradients.log.GradientLogs;

/** One reading of a float32 log of 400 MB in the page cache, on two threads. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ReadingBenchmark {

    private static final int NUMBERS = 100_000_000;

    /** Long rows, and those of a projected log. */
    @Param({"250000", "250"})
    private int columns;

    /** Whether the columns lie together. */
    @Param({"False", "True"})
    private String fortran = "";

    /** Whether there is a rank to be found; of long rows, by a projection. */
    @Param({"false", "true"})
    private boolean ranked;

    private Path file = Path.of("");
    private final Workers workers = new Workers(2);

    @Nullable
    private GradientLog log;

    @Nullable
    private Plan plan;

    @Setup
    public void write() throws IOException {
        file = Files.createTempFile("benchmark", ".npy");
        String header = String.format(
                "{'descr': '<f4', 'fortran_order': %s, 'shape': (%d, %d), }", fortran, NUMBERS / columns, columns);
        Random random = new Random(1);
        ByteBuffer numbers = ByteBuffer.allocate(4_000_000).order(ByteOrder.LITTLE_ENDIAN);
        while (numbers.hasRemaining()) {
            numbers.putFloat((float) random.nextGaussian());
        }
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(String.format("\u0093NUMPY\u0001\u0000v\u0000%-117s%n", header)
                    .getBytes(StandardCharsets.ISO_8859_1));
            for (int i = 0; i < 100; i++) {
                out.write(numbers.array());
            }
        }
        log = GradientLogs.open(file.toString());
        plan = Plan.of(log, Optional.empty(), ranked);
    }

    @TearDown
    public void delete() throws IOException {
        workers.close();
        log.close();
        Files.delete(file);
    }

    /** Path lengths, and with a rank the rows and increments that it is found from. */
    @Benchmark
    public double read() throws IOException {
        return Reading.of(log, plan, workers, done -> {}).energy();
    }
}
