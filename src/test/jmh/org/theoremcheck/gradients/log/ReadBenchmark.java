package org.theoremcheck.gradients.log;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.AuxCounters;
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

/** Blocks of a log of some 400 MB in the page cache, on one thread. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ReadBenchmark {

    private static final int ROWS = 1 << 15;
    private static final int COLUMNS = 3000;

    /** Type of the numbers, with their order of bytes. */
    @Param({"<f4", ">f4", "<f8", "<f2"})
    private String descr = "";

    /** Columns of a block of 2^20 numbers: all, 10 KB of a row, 1 KB of a row. */
    @Param({"3000", "2500", "250"})
    private int columns;

    /** Whether the columns lie together. */
    @Param({"False", "True"})
    private String fortran = "";

    private Path file = Path.of("");

    @Nullable
    private GradientLog log;

    private double[][] block = {};
    private int row;

    /** Counted beside the blocks. */
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    @State(Scope.Thread)
    public static class Counts {
        /** Bytes of the file that were read. */
        public long bytes;
    }

    @Setup
    public void write() throws IOException {
        file = Files.createTempFile("benchmark", ".npy");
        String header = String.format(
                "{'descr': '%s', 'fortran_order': %s, 'shape': (%d, %d), }", descr, fortran, ROWS, COLUMNS);
        byte[] start =
                String.format("\u0093NUMPY\u0001\u0000v\u0000%-117s%n", header).getBytes(StandardCharsets.ISO_8859_1);
        byte[] numbers = new byte[ROWS * width()];
        new Random(1).nextBytes(numbers);
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(start);
            for (int column = 0; column < COLUMNS; column++) {
                out.write(numbers);
            }
        }
        log = GradientLogs.open(file.toString());
        block = new double[(1 << 20) / columns][columns];
    }

    @TearDown
    public void delete() throws IOException {
        log.close();
        Files.delete(file);
    }

    private int width() {
        return descr.charAt(2) - '0';
    }

    /** A block, from the start of the log to its end and over again. */
    @Benchmark
    public double[][] read(Counts counts) throws IOException {
        int rows = block.length;
        row = row + rows > ROWS ? 0 : row;
        log.read(row, rows, 0, columns, block);
        row += rows;
        counts.bytes += (long) rows * columns * width();
        return block;
    }
}
