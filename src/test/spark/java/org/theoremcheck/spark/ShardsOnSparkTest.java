package org.theoremcheck.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.theoremcheck.numeric.RandomStream;

/** What one process says of a log, and of a mean field, tasks of Spark say too, to the last bit. */
class ShardsOnSparkTest {

    private static final int ROWS = 40;
    private static final int COLUMNS = 150_000;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void aLogInOneFileAndInShards() throws IOException {
        write("whole.npy", 0, ROWS, 0, COLUMNS);
        for (int shard = 0; shard < 4; shard++) {
            write("steps/g-%d.npy".formatted(shard), 10 * shard, 10 * shard + 10, 0, COLUMNS);
            write("blocks/layer-%d.npy".formatted(shard), 0, ROWS, COLUMNS * shard / 4, COLUMNS * (shard + 1) / 4);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"steps", "blocks"})
    void aFolderOfShardsHasTheDiagnosisOfTheLogInOneFile(String along) throws Exception {
        String whole = answer(Processes.alone(folder, "whole", "gradients", "whole.npy", "--project", "64", "--json"));
        String shards = "file:" + folder.resolve(along);
        String[] asked = {"gradients", "--shards", along, "--project", "64", "--json"};

        String onSpark = answer(onSpark(along + "-spark", with(asked, shards)));
        String alone = answer(
                Processes.alone(folder, along, with(asked, folder.resolve(along).toString())));

        assertThat(onSpark.replace(shards, "whole.npy")).isEqualTo(whole);
        assertThat(alone.replace(folder.resolve(along).toString(), "whole.npy")).isEqualTo(whole);
    }

    /** Hadoop's file system of links, which has no files of its own. */
    @Test
    void theFolderMayLieOnAnyFileSystemThatHadoopKnows() throws Exception {
        String linked = "viewfs://links/log";
        String whole = answer(Processes.alone(folder, "one-file", "gradients", "whole.npy", "--json"));

        String elsewhere = answer(Processes.submit(
                folder,
                "elsewhere",
                "local[2]",
                List.of(
                        "--conf",
                        "spark.hadoop.fs.viewfs.mounttable.links.link./log="
                                + folder.resolve("steps").toUri()),
                "gradients",
                "--shards",
                "steps",
                "--json",
                linked));

        assertThat(elsewhere.replace(linked, "whole.npy")).isEqualTo(whole);
    }

    @Test
    void aNumberThatIsNoneIsToldWithItsPlace() throws Exception {
        write("broken/g-0.npy", 0, ROWS, 0, COLUMNS);
        Path file = folder.resolve("broken/g-0.npy");
        byte[] bytes = Files.readAllBytes(file);
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putFloat(128 + 4 * (3 * COLUMNS + 77_777), Float.NaN);
        Files.write(file, bytes);

        Processes.Ended ended =
                onSpark("broken", "gradients", "--shards", "steps", "broken").await();

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.said())
                .contains("theoremcheck: broken: row 3, column 77777 holds NaN, expected finite numbers");
    }

    @Test
    void anEnsembleHasTheMeansOfOneProcess() throws Exception {
        String[] asked = {
            "meanfield",
            "--loss",
            "tanh",
            "--delta",
            "2",
            "--tau",
            "0.4",
            "--steps",
            "5",
            "--samples",
            "2000",
            "--solves",
            "5",
            "--simulate",
            "3",
            "--dimension",
            "200",
            "--json"
        };

        assertThat(answer(onSpark("ensemble-spark", asked)))
                .isEqualTo(answer(Processes.alone(folder, "ensemble", asked)));
    }

    private static Processes.Running onSpark(String name, String... arguments) throws IOException {
        return Processes.submit(folder, name, "local[2]", List.of(), arguments);
    }

    private static String[] with(String[] arguments, String last) {
        return Stream.concat(Arrays.stream(arguments), Stream.of(last)).toArray(String[]::new);
    }

    /** The line of JSON that a command printed. */
    private static String answer(Processes.Running command) throws InterruptedException {
        Processes.Ended ended = command.await();
        assertThat(ended.code()).as(ended.said()).isZero();
        return ended.said()
                .lines()
                .filter(line -> line.startsWith("{"))
                .findFirst()
                .orElseThrow();
    }

    /** A block of gradients that drift, in float32. */
    private static void write(String name, int fromRow, int toRow, int fromColumn, int toColumn) throws IOException {
        int rows = toRow - fromRow;
        int columns = toColumn - fromColumn;
        String header = "{'descr': '<f4', 'fortran_order': False, 'shape': (%d, %d), }".formatted(rows, columns);
        String padded = header + " ".repeat(117 - header.length()) + "\n";
        ByteBuffer file = ByteBuffer.allocate(128 + 4 * rows * columns).order(ByteOrder.LITTLE_ENDIAN);
        file.put(("\u0093NUMPY\u0001\u0000v\u0000" + padded).getBytes(StandardCharsets.ISO_8859_1));
        for (int row = fromRow; row < toRow; row++) {
            for (int column = fromColumn; column < toColumn; column++) {
                file.putFloat((float) (RandomStream.uniform(RandomStream.key(7, "row", row), column) - 0.4));
            }
        }
        Path target = folder.resolve(name);
        Files.createDirectories(target.getParent());
        Files.write(target, file.array());
    }
}
