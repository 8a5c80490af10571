package org.theoremcheck.gradients.log;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A log in several files, as a run of many machines leaves it: its steps one file after the other, or its blocks of parameters side by
 * side. The files may be of different kinds and types.
 *
 * @param name of the folder
 * @param shards in order, all of equally many columns or rows
 * @param along how they lie
 * @param starts the first row or column of each shard, and of one behind the last
 */
public record ShardedLog(String name, List<GradientLog> shards, Along along, int[] starts) implements GradientLog {

    /** How the shards of a log lie. */
    public enum Along {
        /** One after the other in time. */
        STEPS,
        /** Side by side: each has all steps of some parameters. */
        BLOCKS
    }

    /** A file of a folder, to be opened. */
    public interface Shard {
        /** Its name, without that of the folder. */
        String name();

        /** Its bytes. */
        Bytes open() throws IOException;
    }

    /** Whether a file is one of the shards of a folder, by its name; others, such as marks of completion, are left alone. */
    private static boolean isShard(String file) {
        return file.endsWith(".npy") || file.endsWith(".safetensors");
    }

    /**
     * Opens the .npy and .safetensors files of a folder.
     *
     * @throws BadLog if they are not the shards of a log
     */
    public static GradientLog open(Path folder, Along along) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new BadLog(folder.toString(), "no such folder, expected one of shards");
        }
        try (Stream<Path> files = Files.list(folder)) {
            return open(folder.toString(), files.<Shard>map(LocalShard::new).toList(), along);
        }
    }

    private record LocalShard(Path file) implements Shard {
        @Override
        public String name() {
            return file.getFileName().toString();
        }

        @Override
        public Bytes open() throws IOException {
            return Store.bytes(file);
        }
    }

    /**
     * Opens shards wherever they are: steps in the order of the numbers in their names, blocks in the order of their names.
     *
     * @param folder its name
     * @param files of the folder
     * @throws BadLog if they are not the shards of a log
     */
    public static GradientLog open(String folder, List<Shard> files, Along along) throws IOException {
        List<Shard> ordered = ordered(folder, files, along);
        List<GradientLog> opened = new ArrayList<>();
        boolean whole = false;
        try {
            int[] starts = new int[ordered.size() + 1];
            for (int i = 0; i < ordered.size(); i++) {
                Shard shard = ordered.get(i);
                GradientLog log = GradientLogs.part(folder + "/" + shard.name(), shard.open());
                opened.add(log);
                requireAlike(opened.get(0), log, along);
                long next = (long) starts[i] + (along == Along.STEPS ? log.rows() : log.columns());
                if (next > Integer.MAX_VALUE) {
                    throw new BadLog(
                            folder, "found " + next + " rows or columns, expected at most " + Integer.MAX_VALUE);
                }
                starts[i + 1] = (int) next;
            }
            GradientLog log = GradientLogs.requireSteps(new ShardedLog(folder, List.copyOf(opened), along, starts));
            whole = true;
            return log;
        } finally {
            if (!whole) {
                close(opened);
            }
        }
    }

    private static List<Shard> ordered(String folder, List<Shard> files, Along along) throws BadLog {
        List<Shard> shards = files.stream()
                .filter(file -> isShard(file.name()))
                .sorted(Comparator.comparing(Shard::name))
                .toList();
        if (shards.isEmpty()) {
            throw new BadLog(folder, "found no shard, expected .npy or .safetensors files");
        }
        return along == Along.BLOCKS || shards.size() == 1
                ? shards
                : Numbering.order(folder, shards, Shard::name, "shard", "names");
    }

    private static void requireAlike(GradientLog first, GradientLog other, Along along) throws BadLog {
        int expected = along == Along.STEPS ? first.columns() : first.rows();
        int found = along == Along.STEPS ? other.columns() : other.rows();
        if (found != expected) {
            throw new BadLog(
                    other.name(),
                    "found %d %s, expected %d as in %s"
                            .formatted(found, along == Along.STEPS ? "columns" : "rows", expected, first.name()));
        }
    }

    @Override
    public int rows() {
        return along == Along.STEPS ? starts[shards.size()] : shards.get(0).rows();
    }

    @Override
    public int columns() {
        return along == Along.BLOCKS ? starts[shards.size()] : shards.get(0).columns();
    }

    @Override
    public boolean byColumn() {
        return shards.get(0).byColumn();
    }

    @Override
    public void read(int row, int rows, int column, int columns, double[][] target) throws IOException {
        boolean steps = along == Along.STEPS;
        int from = steps ? row : column;
        int to = from + (steps ? rows : columns);
        int first = Arrays.binarySearch(starts, from);
        for (int i = first >= 0 ? first : -first - 2; i < shards.size() && starts[i] < to; i++) {
            int begin = Math.max(from, starts[i]);
            int count = Math.min(to, starts[i + 1]) - begin;
            if (steps) {
                double[][] some = Arrays.copyOfRange(target, begin - from, begin - from + count);
                shards.get(i).read(begin - starts[i], count, column, columns, some);
            } else if (begin == from) {
                shards.get(i).read(row, rows, begin - starts[i], count, target);
            } else {
                double[][] some = new double[rows][count];
                shards.get(i).read(row, rows, begin - starts[i], count, some);
                for (int r = 0; r < rows; r++) {
                    System.arraycopy(some[r], 0, target[r], begin - from, count);
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        close(shards);
    }

    private static void close(List<? extends Closeable> all) throws IOException {
        for (Closeable one : all) {
            one.close();
        }
    }
}
