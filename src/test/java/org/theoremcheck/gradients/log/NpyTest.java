package org.theoremcheck.gradients.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.theoremcheck.gradients.log.Logs.assertRefused;
import static org.theoremcheck.gradients.log.Logs.bytes;
import static org.theoremcheck.gradients.log.Logs.numbers;
import static org.theoremcheck.gradients.log.Logs.resource;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NpyTest {

    private static final int HEADER = 128;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"f2", "f4", "f8"})
    void everyTypeOrderLayoutAndVersionIsReadAsNumPyReadsIt(String type) throws IOException {
        for (String order : new String[] {"little", "big"}) {
            for (String layout : new String[] {"C", "F"}) {
                for (int version = 1; version <= 3; version++) {
                    String name = type + "-" + order + "-" + layout + "-" + version + ".npy";

                    assertThat(Logs.read(resource(name))).as(name).isDeepEqualTo(numbers(type));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"f2-little-C-1", "f4-big-F-1", "f8-little-F-2"})
    void everyBlockIsThePartOfTheMatrixItNames(String name) throws IOException {
        double[][] whole = numbers(name.substring(0, 2));
        try (GradientLog log = GradientLogs.open(resource(name + ".npy").toString())) {
            assertThat(log.byColumn()).isEqualTo(name.contains("F"));
            for (int row = 0; row <= 3; row++) {
                for (int rows = 0; rows <= 3 - row; rows++) {
                    for (int column = 0; column <= 4; column++) {
                        for (int columns = 0; columns <= 4 - column; columns++) {
                            double[][] block = new double[rows][columns];
                            log.read(row, rows, column, columns, block);

                            int from = column;
                            int to = column + columns;
                            assertThat(block)
                                    .isDeepEqualTo(Arrays.stream(whole, row, row + rows)
                                            .map(line -> Arrays.copyOfRange(line, from, to))
                                            .toArray(double[][]::new));
                        }
                    }
                }
            }
        }
    }

    @Test
    void numbersThatAreNotFiniteAreHandedOn() throws IOException {
        double[][] rows = Logs.read(resource("not-finite.npy"));

        assertThat(rows[0]).containsExactly(1, Double.NaN);
        assertThat(rows[1]).containsExactly(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
    }

    /** The oracle is the definition of binary16: (−1)^sign · 2^(exponent − 15) · (1 + fraction / 2^10), and so on. */
    @Test
    void everyHalfIsItsValue() throws IOException {
        ByteBuffer body = ByteBuffer.allocate(2 << 16).order(ByteOrder.LITTLE_ENDIAN);
        IntStream.range(0, 1 << 16).forEach(bits -> body.putShort((short) bits));
        double[][] read = Logs.read(npy("<f2", "False", "(256, 256)", body.array()));

        // By their bits, because −0 is not 0 here.
        assertThat(IntStream.range(0, 1 << 16).mapToLong(bits -> Double.doubleToLongBits(read[bits / 256][bits % 256])))
                .containsExactlyElementsOf(IntStream.range(0, 1 << 16)
                        .mapToObj(bits -> Double.doubleToLongBits(half(bits)))
                        .toList());
    }

    private static double half(int bits) {
        int exponent = bits >> 10 & 31;
        int fraction = bits & 1023;
        double magnitude;
        if (exponent == 31) {
            magnitude = fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
        } else if (exponent == 0) {
            magnitude = fraction * StrictMath.pow(2, -24);
        } else {
            magnitude = (1024 + fraction) * StrictMath.pow(2, exponent - 25);
        }
        return (bits & 0x8000) == 0 ? magnitude : -magnitude;
    }

    @Test
    void blocksLargerThanAnyBufferAreReadWhole() throws IOException {
        int rows = 4111;
        int columns = 37;
        ByteBuffer body = ByteBuffer.allocate(4 * rows * columns).order(ByteOrder.BIG_ENDIAN);
        for (int i = 0; i < rows * columns; i++) {
            body.putFloat(i);
        }
        String shape = "(" + rows + ", " + columns + ")";
        try (GradientLog c =
                GradientLogs.open(npy(">f4", "False", shape, body.array()).toString())) {
            double[][] block = new double[rows][columns];
            c.read(0, rows, 0, columns, block);
            assertThat(Arrays.stream(block).flatMapToDouble(Arrays::stream).toArray())
                    .isEqualTo(
                            IntStream.range(0, rows * columns).asDoubleStream().toArray());
        }
        try (GradientLog fortran =
                GradientLogs.open(npy(">f4", "True", shape, body.array()).toString())) {
            double[][] block = new double[rows - 5][columns - 3];
            fortran.read(2, rows - 5, 1, columns - 3, block);
            assertThat(Arrays.stream(block).flatMapToDouble(Arrays::stream).toArray())
                    .isEqualTo(IntStream.range(0, (rows - 5) * (columns - 3))
                            .mapToDouble(i -> (1 + i % (columns - 3)) * rows + 2 + i / (columns - 3))
                            .toArray());
        }
    }

    @Test
    void arraysOfMoreDimensionsAreRowsAndTheRest() throws IOException {
        double[][] rows = Logs.read(resource("cube.npy"));

        assertThat(rows).hasDimensions(2, 12);
        assertThat(rows[1]).isEqualTo(IntStream.range(12, 24).asDoubleStream().toArray());
    }

    @Test
    void typesAndHeadersInOtherSpellingsThatNumPyAcceptsAreRead() throws IOException {
        byte[] one = ByteBuffer.allocate(16)
                .order(ByteOrder.nativeOrder())
                .putDouble(1)
                .putDouble(2)
                .array();
        double[][] expected = {{1}, {2}};

        assertThat(Logs.read(npy("|f8", "False", "(2, 1)", one))).isDeepEqualTo(expected);
        assertThat(Logs.read(npy("=f8", "False", "(2L, 1L)", one))).isDeepEqualTo(expected);
        assertThat(Logs.read(npy("f8", "True", "(2,1,)", one))).isDeepEqualTo(expected);
        assertThat(Logs.read(file("{\"shape\":(2,1),\"fortran_order\":True,\"descr\":\"d\"}", one)))
                .isDeepEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', textBlock = """
            object     → found dtype "|O" (pickled Python objects, which are not opened), expected float16, float32 or float64: save np.stack(a).astype(np.float32)
            structured → found records with fields, expected float16, float32 or float64: save the field that holds the gradients, a['name']
            integer    → found dtype "<i8" (integers), expected float16, float32 or float64: save a.astype(np.float32)
            boolean    → found dtype "|b1" (integers), expected float16, float32 or float64: save a.astype(np.float32)
            complex    → found dtype "<c8" (complex numbers), expected float16, float32 or float64: save np.hstack([a.real, a.imag])
            text       → found dtype "<U1" (text), expected float16, float32 or float64: save a.astype(np.float32)
            longdouble → found dtype "<f16", expected float16, float32 or float64: save a.astype(np.float32)
            vector     → found shape (12,), expected a matrix: a row a step
            scalar     → found shape (), expected a matrix: a row a step
            empty      → found the empty shape (0, 4), expected a matrix: a row a step
            narrow     → found the empty shape (4, 0), expected a matrix: a row a step
            cube-F     → found shape (2, 3, 4) in Fortran order, expected a matrix: a row a step; save a.reshape(len(a), -1) instead
            one-row    → found one row, expected at least two: a row a step
            """, quoteCharacter = '`')
    void everyOtherArrayIsRefusedWithWhatToDo(String name, String sentence) {
        assertRefused(resource(name + ".npy"), ": " + sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {'descr': '<f4', 'fortran_order': False, 'shape': (2, 1), 'x': 1}             | byte 68: found "'x': 1}", expected each of 'descr', 'fortran_order' and 'shape' once
            {'descr': '<f4', 'descr': '<f4'}                                              | byte 27: found "'descr': '<f4'}", expected each of 'descr', 'fortran_order' and 'shape' once
            {'descr': '<f4', 'shape': (2, 1)}                                             | byte 128: found the end of the header, expected each of 'descr', 'fortran_order' and 'shape' once
            {'descr': '<f4', 'fortran_order': 1, 'shape': (2, 1)}                         | byte 44: found "1, 'shape': (2, 1)}", expected True or False
            {'descr': '<f4', 'fortran_order': False, 'shape': (2, -1)}                    | byte 64: found "-1)}", expected a count of at most 18 digits
            {'descr': '<f4', 'fortran_order': False, 'shape': (2, 1234567890123456789)}   | byte 64: found "1234567890123456789)}", expected a count of at most 18 digits
            {'descr': '<f4', 'fortran_order': False, 'shape': (2)}                        | byte 62: found ")}", expected ','
            {'descr': '<f4', 'fortran_order': False, 'shape': 2}                          | byte 60: found "2}", expected '('
            {'descr': '<f4', 'fortran_order': False, 'shape': (2, 1)} open('x')           | byte 68: found "open('x')", expected blanks
            {'descr': '<f4                                                                | byte 21: found "<f4", expected a text in quotes
            {'descr': open                                                                | byte 20: found "open", expected '"'
            {'descr': '\\x3cf4'}                                                          | byte 21: found "\\x3cf4'}", expected a name without escapes
            {'descr': '<f4' 'shape'}                                                      | byte 26: found "'shape'}", expected ',' or '}'
            []                                                                            | byte 10: found "[]", expected '{'
            """, quoteCharacter = '`')
    void aHeaderThatNumPyDoesNotWriteIsRefusedWhereItDiffers(String header, String sentence) throws IOException {
        assertRefused(file(header, new byte[8]), ", " + sentence);
    }

    @Test
    void aCutFileIsToldWithWhatItHoldsAndWhatItPromised() throws IOException {
        byte[] whole = bytes("f4-little-C-1.npy");

        assertRefused(
                write(Arrays.copyOf(whole, whole.length - 5)),
                ": holds 43 bytes after its header, expected 48 for the float32 numbers of shape (3, 4): was it cut short?");
        assertRefused(write(Arrays.copyOf(whole, 70)), ": promises a header of 118 bytes, and ends after 60 of them");
        assertRefused(write(Arrays.copyOf(whole, 9)), ": holds 9 bytes, expected the header of a .npy file");
    }

    @Test
    void bytesAfterTheNumbersAreTold() throws IOException {
        assertRefused(
                write(Arrays.copyOf(bytes("f4-little-C-1.npy"), HEADER + 50)),
                ": holds 50 bytes after its header, expected 48 for the float32 numbers of shape (3, 4): was more than one"
                        + " array saved to it?");
    }

    @Test
    void aLongHeaderIsNotRead() throws IOException {
        ByteBuffer start = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
        start.put("\u0093NUMPY\u0002\u0000".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(-1);

        assertRefused(write(start.array()), ", byte 8: promises a header of 4294967295 bytes, expected at most 10000");
    }

    @Test
    void theLongestHeaderIsTheLongestThatNumPyOpens() throws IOException {
        String header = "{'descr': '<f8', 'fortran_order': False, 'shape': (2, 1), }";
        byte[] numbers = new byte[16];

        assertThat(Logs.read(file(header + " ".repeat(9_999 - header.length()), numbers)))
                .hasDimensions(2, 1);
        assertRefused(
                file(header + " ".repeat(10_000 - header.length()), numbers),
                ", byte 8: promises a header of 10001 bytes, expected at most 10000");
    }

    @Test
    void anotherVersionIsTold() throws IOException {
        byte[] bytes = bytes("f4-little-C-1.npy");
        bytes[6] = 4;

        assertRefused(write(bytes), ": found version 4.0 of the .npy format, expected 1.0, 2.0 or 3.0");
    }

    @Test
    void aPromiseOfATerabyteAllocatesNothing() throws IOException {
        Path file = npy("<f4", "False", "(1048576, 262144)", new byte[64]);
        String sentence =
                ": holds 64 bytes after its header, expected 1099511627776 for the float32 numbers of shape (1048576, 262144):"
                        + " was it cut short?";
        assertRefused(file, sentence);
        long before = Logs.allocated();
        assertRefused(file, sentence);

        assertThat(Logs.allocated() - before).isLessThan(1 << 20);
    }

    @Test
    void shapesThatOverflowAreRefused() throws IOException {
        assertRefused(
                npy("<f4", "False", "(2147483647, 2147483647, 2, 2)", new byte[64]),
                ": found shape (2147483647, 2147483647, 2, 2) of 8589934588 columns, expected at most 2147483647");
        assertRefused(
                npy("<f4", "False", "(4294967296, 2)", new byte[64]),
                ": found shape (4294967296, 2) of 4294967296 rows, expected at most 2147483647");
        assertRefused(
                npy("<f8", "False", "(2147483647, 2147483647)", new byte[64]),
                ": its shape (2147483647, 2147483647) is more than any file can hold");
        assertRefused(
                npy("<f8", "False", "(2, 4294967296, 4294967296)", new byte[64]),
                ": its shape (2, 4294967296, 4294967296) is more than any file can hold");
    }

    /** Twenty gigabytes that hold no block on the disk. */
    @Test
    void aLogLargerThanMemoryIsReadInPlace() throws IOException {
        Path file = npy("<f4", "False", "(1000000, 5000)", new byte[0]);
        try (RandomAccessFile end = new RandomAccessFile(file.toFile(), "rw")) {
            end.setLength(HEADER + 20_000_000_000L);
            end.seek(HEADER + 20_000_000_000L - 4);
            end.write(new byte[] {0, 0, -128, 63});
        }
        try (GradientLog log = GradientLogs.open(file.toString())) {
            double[][] block = new double[2][3];
            log.read(999_998, 2, 4997, 3, block);

            assertThat(block).isDeepEqualTo(new double[][] {{0, 0, 0}, {0, 0, 1}});
        }
    }

    @Test
    void aFileThatIsCutWhileItIsReadIsTold() throws IOException {
        Path file = write(bytes("f4-little-C-1.npy"));
        try (GradientLog log = GradientLogs.open(file.toString())) {
            try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
                open.setLength(HEADER + 20);
            }
            assertThatThrownBy(() -> log.read(0, 3, 0, 4, new double[3][4]))
                    .isInstanceOf(BadLog.class)
                    .hasMessage(file + ": ends at byte 148, expected 28 more: was it cut short while it was read?");
        }
    }

    private Path npy(String descr, String fortran, String shape, byte[] body) throws IOException {
        return file("{'descr': '" + descr + "', 'fortran_order': " + fortran + ", 'shape': " + shape + ", }", body);
    }

    /** A file of version 1.0 whose header is padded as NumPy does. */
    private Path file(String header, byte[] body) throws IOException {
        byte[] text = (header + " ".repeat(Math.max(0, HEADER - 11 - header.length())) + "\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        ByteBuffer file = ByteBuffer.allocate(10 + text.length + body.length).order(ByteOrder.LITTLE_ENDIAN);
        file.put("\u0093NUMPY\u0001\u0000".getBytes(StandardCharsets.ISO_8859_1));
        return write(file.putShort((short) text.length).put(text).put(body).array());
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(
                folder.resolve("log.npy"), bytes, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
    }
}
