package org.theoremcheck.gradients.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.theoremcheck.gradients.log.Logs.assertRefused;
import static org.theoremcheck.gradients.log.Logs.resource;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    private static final double[][] TWO_BY_TWO = {{1, -2.5}, {3e-4, 4}};

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"savetxt.csv", "savetxt.txt"})
    void whatNumPySavesAsTextIsReadExactly(String name) throws IOException {
        assertThat(Logs.read(resource(name))).isDeepEqualTo(Logs.numbers("f8"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1,-2.5\n3e-4,4\n",
                "1,-2.5\n3e-4,4",
                "1;-2.5\n3e-4;4",
                "1\t-2.5\n3e-4\t4",
                " 1 \t-2.5\t\n3e-4\t 4",
                "1 -2.5\n3e-4 4",
                "1 -2.5\n3e-4\t4",
                "  1   -2.5  \n 3e-4    4 ",
                "1,-2.5\r\n3e-4,4\r\n",
                "\ufeff1,-2.5\n3e-4,4",
                "a,b\n1,-2.5\n3e-4,4",
                "\"first step\", \"second\"\n1,-2.5\n3e-4,4",
                "# header\n\n1, -2.5 # comment\n \n  # another\n3e-4 , 4\n\n",
                "+1.,-25.e-1\n.3E-3,0.4e+1"
            })
    void everyFormIsTheSameMatrix(String text) throws IOException {
        assertThat(Logs.read(write(text))).isDeepEqualTo(TWO_BY_TWO);
    }

    @Test
    void numbersThatAreNotFiniteAreHandedOn() throws IOException {
        double[][] rows = Logs.read(write("nan,NaN,-nan\ninf,-Infinity,+INF\n1e999,-1e999,0\n"));

        assertThat(rows[0]).containsExactly(Double.NaN, Double.NaN, Double.NaN);
        assertThat(rows[1])
                .containsExactly(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        assertThat(rows[2]).containsExactly(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            1,2;3,4,5        | , line 2: found 3 numbers, expected 2 as in line 1
            1,2;3            | , line 2: found 1 number, expected 2 as in line 1
            a,b;1,2,3        | , line 2: found 3 numbers, expected 2 as in line 1
            1,2;;#;3,four    | , line 4, column 2: found "four", expected a number
            1,2;3,           | , line 2, column 2: found nothing, expected a number
            ,1;3,4           | , line 1, column 1: found nothing, expected a number
            1,a;3,4          | , line 1, column 2: found "a", expected a number
            a,b;c,d          | , line 2, column 1: found "c", expected a number
            1 2;3,4          | , line 2, column 1: found "3,4", expected a number
            1,2;3 4          | , line 2, column 1: found "3 4", expected a number
            1,2;0x10,1       | , line 2, column 1: found "0x10", expected a number
            1,2;1f,1         | , line 2, column 1: found "1f", expected a number
            1,2;1e,1         | , line 2, column 1: found "1e", expected a number
            1,2;1.2.3,1      | , line 2, column 1: found "1.2.3", expected a number
            1,2;-,1          | , line 2, column 1: found "-", expected a number
            1,2;infinite,1   | , line 2, column 1: found "infinite", expected a number
            1,2;"1",1        | , line 2, column 1: found ""1"", expected a number
            1,2              | : found one row, expected at least two: a row a step
            a,b              | : found 0 rows of numbers, expected between 2 and 2147483647
            # nothing        | : found 0 rows of numbers, expected between 2 and 2147483647
            """)
    void whatIsNoTableOfNumbersIsToldWithItsPlace(String lines, String sentence) throws IOException {
        assertRefused(write(lines.replace(';', '\n')), sentence);
    }

    @Test
    void aLongWordIsShortened() throws IOException {
        assertRefused(
                write("1\n" + "é".repeat(5000) + "\n"),
                ", line 2, column 1: found \"" + "é".repeat(40) + "…\", expected a number");
        assertRefused(
                write("1\n" + "1".repeat(5000) + "\n"),
                ", line 2, column 1: found \"" + "1".repeat(40) + "…\", expected a number");
    }

    @Test
    void bytesThatAreNoTextAreTold() throws IOException {
        assertRefused(write("1,2\n\0,2\n"), ", line 2, column 1: found \"?\", expected a number");
        Path file = folder.resolve("log.csv");
        Files.write(file, "1,2\n3,4\n".getBytes(StandardCharsets.UTF_16));

        assertRefused(file, ": is text in UTF-16, expected UTF-8");
    }

    /** A sparse file: a gigabyte of zero bytes. */
    @Test
    void aGigabyteWithoutALineIsRefused() throws IOException {
        Path file = write("1,2\n");
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            open.setLength(1L << 30);
        }

        assertRefused(file, ", line 2: is longer than 67108864 bytes, expected a gradient a line: save it as .npy");
    }

    @Test
    void linesLongerThanAnyBufferAndFilesOfManyAreReadWhole() throws IOException {
        double[][] wide = IntStream.range(0, 3)
                .mapToObj(row -> IntStream.range(0, 400_000)
                        .mapToDouble(column -> row + column / 8.0)
                        .toArray())
                .toArray(double[][]::new);
        Path file = write(Arrays.stream(wide)
                .map(row -> DoubleStream.of(row).mapToObj(String::valueOf).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n")));

        assertThat(Logs.read(file)).isDeepEqualTo(wide);
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("log.csv"), text);
    }
}
