package org.theoremcheck.gradients.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShardedLogTest {

    private static final int ROWS = 13;
    private static final int COLUMNS = 11;

    @TempDir
    private Path folder;

    /** Different everywhere. */
    private static double number(int row, int column) {
        return 100 * row + column;
    }

    @Test
    void stepsFollowEachOtherInTheOrderOfTheirNumbers() throws IOException {
        shard("g-10.npy", 9, ROWS, 0, COLUMNS, "npy");
        shard("g-2.npy", 0, 4, 0, COLUMNS, "npy");
        shard("g-6.safetensors", 4, 9, 0, COLUMNS, "safetensors");

        // Names that differ in more than numbers are not ordered by guessing.
        assertRefused(
                ShardedLog.Along.STEPS,
                "holds shards \"g-10.npy\" and \"g-6.safetensors\", expected names that differ");

        Files.move(folder.resolve("g-6.safetensors"), folder.resolve("away"));
        shard("g-6.npy", 4, 9, 0, COLUMNS, "npy");
        assertWhole(ShardedLog.Along.STEPS);
    }

    @Test
    void blocksLieSideBySideInTheOrderOfTheirNames() throws IOException {
        shard("a.npy", 0, ROWS, 0, 3, "npy");
        shard("b.safetensors", 0, ROWS, 3, 4, "safetensors");
        shard("c.npy", 0, ROWS, 4, COLUMNS, "npy");
        Files.writeString(folder.resolve("_SUCCESS"), "");

        assertWhole(ShardedLog.Along.BLOCKS);
    }

    @Test
    void aShardMayBeASingleStepAndALogMayNot() throws IOException {
        shard("step0.npy", 0, 1, 0, COLUMNS, "npy");
        assertRefused(ShardedLog.Along.STEPS, "found one row, expected at least two: a row a step");
        for (int row = 1; row < ROWS; row++) {
            shard("step" + row + ".npy", row, row + 1, 0, COLUMNS, "npy");
        }

        assertWhole(ShardedLog.Along.STEPS);
    }

    @ParameterizedTest
    @CsvSource({"STEPS, 'found 5 columns, expected 11 as in '", "BLOCKS, 'found 3 rows, expected 13 as in '"})
    void shardsThatDoNotFitAreTold(ShardedLog.Along along, String sentence) throws IOException {
        shard("g0.npy", 0, ROWS, 0, COLUMNS, "npy");
        shard("g1.npy", 0, 3, 0, 5, "npy");

        assertRefused(along, sentence);
    }

    @Test
    void aStepThatIsMissingIsTold() throws IOException {
        for (int row : new int[] {0, 1, 3}) {
            shard("g" + row + ".npy", row, row + 1, 0, COLUMNS, "npy");
        }

        assertRefused(
                ShardedLog.Along.STEPS, "has a gap between \"g1.npy\" and \"g3.npy\", expected a shard every 1 steps");
    }

    @Test
    void anEmptyFolderAndNoFolderAreTold() {
        assertRefused(ShardedLog.Along.STEPS, "found no shard, expected .npy or .safetensors files");
        assertThatThrownBy(() -> ShardedLog.open(folder.resolve("nowhere"), ShardedLog.Along.STEPS))
                .isInstanceOf(BadLog.class)
                .hasMessageEndingWith("no such folder, expected one of shards");
    }

    private void assertRefused(ShardedLog.Along along, String sentence) {
        assertThatThrownBy(() -> ShardedLog.open(folder, along))
                .isInstanceOf(BadLog.class)
                .hasMessageContaining(sentence);
    }

    /** Every block of the log, wherever it begins and ends. */
    private void assertWhole(ShardedLog.Along along) throws IOException {
        try (GradientLog log = ShardedLog.open(folder, along)) {
            assertThat(log.name()).isEqualTo(folder.toString());
            assertThat(log.rows()).isEqualTo(ROWS);
            assertThat(log.columns()).isEqualTo(COLUMNS);
            for (int row = 0; row < ROWS; row++) {
                for (int column = 0; column < COLUMNS; column++) {
                    assertBlock(log, row, ROWS - row, column, COLUMNS - column);
                    assertBlock(log, 0, row + 1, 0, column + 1);
                    assertBlock(log, row, 1, column, 1);
                }
            }
        }
    }

    private static void assertBlock(GradientLog log, int row, int rows, int column, int columns) throws IOException {
        double[][] block = new double[rows][columns];
        double[][] expected = new double[rows][columns];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                expected[r][c] = number(row + r, column + c);
            }
        }
        log.read(row, rows, column, columns, block);
        assertThat(block).isDeepEqualTo(expected);
    }

    private void shard(String name, int fromRow, int toRow, int fromColumn, int toColumn, String kind)
            throws IOException {
        int rows = toRow - fromRow;
        int columns = toColumn - fromColumn;
        ByteBuffer numbers = ByteBuffer.allocate(8 * rows * columns).order(ByteOrder.LITTLE_ENDIAN);
        for (int row = fromRow; row < toRow; row++) {
            for (int column = fromColumn; column < toColumn; column++) {
                numbers.putDouble(number(row, column));
            }
        }
        byte[] head = kind.equals("npy") ? npy(rows, columns) : safetensors(rows, columns);
        ByteBuffer file = ByteBuffer.allocate(head.length + numbers.capacity());
        Files.write(folder.resolve(name), file.put(head).put(numbers.flip()).array());
    }

    private static byte[] npy(int rows, int columns) {
        String header = "{'descr': '<f8', 'fortran_order': False, 'shape': (%d, %d), }".formatted(rows, columns);
        String padded = header + " ".repeat(117 - header.length()) + "\n";
        return ("\u0093NUMPY\u0001\u0000v\u0000" + padded).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] safetensors(int rows, int columns) {
        String header = "{\"g\":{\"dtype\":\"F64\",\"shape\":[%d,%d],\"data_offsets\":[0,%d]}}"
                .formatted(rows, columns, 8 * rows * columns);
        byte[] text = header.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(8 + text.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(text.length)
                .put(text)
                .array();
    }
}
