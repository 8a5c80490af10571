package org.theoremcheck.gradients.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.theoremcheck.gradients.log.Logs.assertRefused;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetensorsTest {

    @TempDir
    private Path folder;

    /** 1, −2 and 0.1 rounded, from the tables of the formats. */
    @ParameterizedTest
    @CsvSource({
        "F16, 003c 00c0 662e, 0.0999755859375",
        "BF16, 803f 00c0 cd3d, 0.10009765625",
        "F32, 0000803f 000000c0 cdcccc3d, 0.10000000149011612",
        "F64, 000000000000f03f 00000000000000c0 9a9999999999b93f, 0.1"
    })
    void everyTypeIsReadWithTheLowestByteFirst(String type, String bytes, double tenth) throws IOException {
        byte[] numbers = hex(bytes);
        Path file = file(
                "{\"g\":{\"dtype\":\"" + type + "\",\"shape\":[3,1],\"data_offsets\":[0," + numbers.length + "]}}",
                numbers);

        assertThat(Logs.read(file)).isDeepEqualTo(new double[][] {{1}, {-2}, {tenth}});
    }

    @Test
    void aHeaderWithMetadataBlanksAndOtherTensorsIsRead() throws IOException {
        Path file = file("""
                {"__metadata__": {"format": "pt", "shape": "{}"},
                 "loss": {"dtype": "F32", "shape": [2], "data_offsets": [16, 24]},
                 "seed": {"dtype": "I64", "shape": [], "data_offsets": [0, 8]},
                 "g": {"data_offsets": [8, 16], "shape": [2, 1], "dtype": "F32"}}   \
                """, hex("0000000000000000 0000803f 00000040 0000000000000000"));

        assertThat(Logs.read(file)).isDeepEqualTo(new double[][] {{1}, {2}});
        try (GradientLog log = GradientLogs.open(file.toString())) {
            assertThat(log.name()).isEqualTo(file + "#g");
        }
    }

    @Test
    void vectorsAreStepsInTheOrderOfTheirNumbers() throws IOException {
        Path file = file("""
                {"step_10": {"dtype": "F32", "shape": [2], "data_offsets": [0, 8]},
                 "step_9": {"dtype": "F64", "shape": [2], "data_offsets": [8, 24]},
                 "step_8": {"dtype": "BF16", "shape": [2], "data_offsets": [24, 28]}}""", hex("0000803f 00000040 0000000000000840 0000000000001040 a040 c040"));

        assertThat(Logs.read(file)).isDeepEqualTo(new double[][] {{5, 6}, {3, 4}, {1, 2}});
        try (GradientLog log = GradientLogs.open(file.toString())) {
            double[][] block = new double[2][1];
            log.read(1, 2, 1, 1, block);

            assertThat(log.name()).isEqualTo(file.toString());
            assertThat(block).isDeepEqualTo(new double[][] {{4}, {2}});
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"g":{"dtype":"F32","shape":[2,1],"data_offsets":[0,4]}}    | #g: has 4 bytes, expected 8 for the float32 numbers of shape (2, 1)
            {"g":{"dtype":"F32","shape":[2,2],"data_offsets":[0,16]}}   | : holds 8 bytes after its header, expected 16 for its tensors: was it cut short?
            {"g":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}      | : holds 8 bytes after its header, expected 4 for its tensors
            {"g":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}      | #g: begins at byte 4 of the numbers, expected 0, where the one before ends
            {"g":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"h":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}} | #h: begins at byte 4 of the numbers, expected 8, where the one before ends
            {"g":{"dtype":"I32","shape":[2,1],"data_offsets":[0,8]}}    | #g: found dtype "I32", expected F16, BF16, F32 or F64: save it as F32
            {"g":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}      | : found no matrix among its arrays (g), expected one, or a vector a step
            {"g":{"dtype":"F32","shape":[4294967296,4294967296,4294967296],"data_offsets":[0,8]}} | #g: its shape (4294967296, 4294967296, 4294967296) is more than any file can hold
            {"g":{"dtype":"F32","shape":[2,1],"data_offsets":[0,8]},"g":{}} | , byte 67: is no JSON as the header of a .safetensors file is: "Duplicate field 'g'"
            {"g":{"dtype":"F32","shape":[2,1]}}                         | , byte 41: found "}", expected 'dtype', 'shape' and two 'data_offsets', from and to
            {"g":{"dtype":"F32","shape":[2,-1],"data_offsets":[0,8]}}   | , byte 39: found "-1", expected a count
            {"g":{"dtype":"F32","shape":[2,1.5],"data_offsets":[0,8]}}  | , byte 39: found "1.5", expected a count
            {"g":{"dtype":"F32","shape":[2,1],"data_offsets":[8,0]}}    | , byte 62: found "}", expected 'dtype', 'shape' and two 'data_offsets', from and to
            {"g":{"dtype":"F32","shape":[2,1],"x":1}}                   | , byte 46: found "1", expected 'dtype', 'shape' and 'data_offsets' only
            {"g":1}                                                     | , byte 13: found "1", expected '{'
            {"g":{"dtype":"F32","shape":[2,1],"data_offsets":[0,8]}} {} | , byte 65: found "{", expected the end of the header
            {"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"b":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}} | : holds vectors "a" and "b", expected a matrix, or a vector a step that differ in their numbers only, as step_0 and step_1
            """)
    void aHeaderThatIsNotTrueIsTold(String header, String sentence) throws IOException {
        assertRefused(file(header, new byte[8]), sentence);
    }

    @Test
    void aFileWithoutTensorsIsTold() throws IOException {
        assertRefused(file("{}", new byte[0]), ": found no array, expected one, or a vector a step");
    }

    @Test
    void vectorsOfTwoWidthsAreTold() throws IOException {
        assertRefused(
                file("""
                        {"g0": {"dtype": "F32", "shape": [2], "data_offsets": [0, 8]},
                         "g1": {"dtype": "F32", "shape": [1], "data_offsets": [8, 12]}}""", new byte[12]),
                ": holds vectors of shapes (2,) and (1,) (g0, g1), expected a matrix, or a vector a step of one shape");
    }

    @Test
    void aFileThatEndsInItsHeaderIsTold() throws IOException {
        byte[] whole = Files.readAllBytes(file("{\"g\":{}}", new byte[0]));

        assertRefused(
                write(Arrays.copyOf(whole, whole.length - 1)),
                ": promises a header of 8 bytes, and ends after 7 of them");
        assertRefused(write(Arrays.copyOf(whole, 8)), ": holds 8 bytes, expected the header of a .safetensors file");
    }

    /** Or else the parser would take these bytes for UTF-32. */
    @Test
    void aHeaderIsInUtf8() throws IOException {
        Path file = write(hex("0800000000000000 0000feff 490edb80"));

        assertThatThrownBy(() -> Logs.read(file))
                .isInstanceOf(BadLog.class)
                .hasMessageStartingWith(file + ", byte ")
                .hasMessageContaining(": is no JSON as the header of a .safetensors file is: ");
    }

    @Test
    void aLongHeaderIsNotRead() throws IOException {
        assertRefused(
                write(hex("ffffffffffffffff 7b 7d")),
                ": promises a header of 18446744073709551615 bytes, expected at most 33554432");
        assertRefused(
                write(hex("0000000000010000 7b 7d")),
                ": promises a header of 1099511627776 bytes, expected at most 33554432");
    }

    private Path file(String header, byte[] numbers) throws IOException {
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        return write(ByteBuffer.allocate(8 + text.length + numbers.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(text.length)
                .put(text)
                .put(numbers)
                .array());
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("log.safetensors"), bytes);
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.replace(" ", ""));
    }
}
