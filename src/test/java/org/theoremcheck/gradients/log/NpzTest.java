package org.theoremcheck.gradients.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.theoremcheck.gradients.log.Logs.assertRefused;
import static org.theoremcheck.gradients.log.Logs.assertRefusedAs;
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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NpzTest {

    /** Offsets of fields in a record of the directory. */
    private static final int CENTRAL_CHECKSUM = 16;

    private static final int CENTRAL_PACKED = 20;
    private static final int CENTRAL_SIZE = 24;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"stored.npz", "deflated.npz"})
    void theOneMatrixIsRead(String name) throws IOException {
        assertThat(Logs.read(resource(name))).isDeepEqualTo(numbers("f4"));
        try (GradientLog log = GradientLogs.open(resource(name).toString())) {
            assertThat(log.name()).isEqualTo(resource(name) + "#gradients");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gradients", "gradients.npy"})
    void anArrayIsChosenByItsName(String entry) throws IOException {
        assertThat(Logs.read(resource("deflated.npz") + "#" + entry)).isDeepEqualTo(numbers("f4"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"steps.npz", "deflated-steps.npz"})
    void vectorsAreStepsInTheOrderOfTheirNumbers(String name) throws IOException {
        double[][] rows = Logs.read(resource(name));

        assertThat(rows)
                .isDeepEqualTo(IntStream.range(0, 12)
                        .mapToObj(t -> new double[] {t, t + 1, t + 2})
                        .toArray(double[][]::new));
    }

    @Test
    void severalMatricesAreListed() {
        assertRefused(
                resource("two.npz"),
                ": holds 2 matrices (first, second), expected one: name it, as in " + resource("two.npz") + "#first");
    }

    @Test
    void aNameThatIsNotThereIsAnsweredWithThoseThatAre() {
        assertRefusedAs(
                resource("two.npz") + "#third",
                resource("two.npz") + ": has no array \"third\", expected one of first, second");
    }

    @Test
    void aVectorAloneIsNoLog() {
        assertRefusedAs(
                resource("stored.npz") + "#loss",
                resource("stored.npz") + "#loss: found shape (3,), expected a matrix: a row a step");
    }

    /** The oracle is the reader of the JDK. */
    @ParameterizedTest
    @ValueSource(strings = {"stored.npz", "deflated.npz", "steps.npz", "deflated-steps.npz", "two.npz"})
    void theDirectoryIsReadAsTheJdkReadsIt(String name) throws IOException {
        try (Store store = Store.open(resource(name));
                ZipFile oracle = new ZipFile(resource(name).toFile())) {
            List<Zip.Entry> entries = Zip.entries(store);

            assertThat(entries)
                    .extracting(Zip.Entry::name)
                    .containsExactlyElementsOf(
                            oracle.stream().map(ZipEntry::getName).toList());
            for (Zip.Entry entry : entries) {
                ZipEntry expected = oracle.getEntry(entry.name());
                assertThat(entry.size()).isEqualTo(expected.getSize());
                assertThat(entry.packed()).isEqualTo(expected.getCompressedSize());
                assertThat(entry.method()).isEqualTo(expected.getMethod());
                assertThat(Integer.toUnsignedLong(entry.checksum())).isEqualTo(expected.getCrc());
                if (entry.method() == Zip.STORED) {
                    assertThat(store.head(entry.offset(), (int) entry.size()))
                            .isEqualTo(oracle.getInputStream(expected).readAllBytes());
                }
            }
        }
    }

    /** Streamed entries have their sizes behind their contents, and in the directory. */
    @Test
    void streamedEntriesAreRead() throws IOException {
        assertThat(Logs.read(zip(Map.of("a.npy", bytes("f4-big-F-2.npy"))))).isDeepEqualTo(numbers("f4"));
    }

    @Test
    void entriesThatAreNoArraysAreLeftAlone() throws IOException {
        assertThat(Logs.read(zip(Map.of("a.npy", bytes("f4-big-F-2.npy"), "readme.txt", new byte[7]))))
                .isDeepEqualTo(numbers("f4"));
    }

    @Test
    void theTemporaryFileIsGoneAfterwardsEvenAtAFailure() throws IOException {
        Set<Path> before = temporaries();
        Logs.read(resource("deflated.npz"));
        assertRefused(
                altered(bytes("deflated.npz"), CENTRAL_CHECKSUM, 1), "#gradients: is damaged: its checksum differs");

        assertThat(temporaries()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../a.npy", "/a.npy", "x/../../a.npy", "..", "a\\b.npy", "C:a.npy"})
    void anEntryThatPointsOutsideIsRefused(String name) throws IOException {
        assertRefused(
                zip(Map.of(name, bytes("f4-big-F-2.npy"))),
                "#" + name + ": is an entry whose name points outside of the file, expected a plain name");
    }

    @Test
    void namesWithDotsAndFoldersAreInside() throws IOException {
        assertThat(Logs.read(zip(Map.of("x/..a..b../c.npy", bytes("f4-big-F-2.npy")))))
                .isDeepEqualTo(numbers("f4"));
    }

    @Test
    void twoEntriesOfOneNameAreRefused() throws IOException {
        byte[] zip = Files.readAllBytes(zip(Map.of("a.npy", new byte[1], "b.npy", new byte[1])));
        for (int at = 0; at < zip.length - 5; at++) {
            if (new String(zip, at, 5, StandardCharsets.ISO_8859_1).equals("b.npy")) {
                zip[at] = 'a';
            }
        }

        assertRefused(write(zip), ": has two entries \"a.npy\", expected one");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            8  | 1   | #gradients.npy: is encrypted, expected an open entry
            10 | 14  | #gradients.npy: is compressed by method 14 of zip, expected none (np.savez) or deflate
            24 | -1  | : is a damaged zip file, expected a size of 64 bits
            24 | 175 | : is a damaged zip file, expected a stored entry "gradients.npy" of one size
            42 | 1   | : is a damaged zip file, expected the entry "gradients.npy" at byte 1
            42 | 999 | : is a damaged zip file, expected 43 bytes at byte 999
            """)
    void aDirectoryThatIsNotTrueIsTold(int field, int value, String sentence) throws IOException {
        assertRefused(altered(bytes("stored.npz"), field, value), sentence);
    }

    @Test
    void aCutFileHasLostItsDirectory() throws IOException {
        byte[] whole = bytes("stored.npz");

        assertRefused(
                write(Arrays.copyOf(whole, whole.length - 1)),
                ": is a zip file that does not end as one: was it cut short?");
    }

    @Test
    void aCutInTheMiddleIsTold() throws IOException {
        byte[] whole = bytes("stored.npz");
        byte[] cut = new byte[whole.length - 10];
        System.arraycopy(whole, 0, cut, 0, 100);
        System.arraycopy(whole, 110, cut, 100, cut.length - 100);

        assertRefused(
                write(cut),
                ": is a damaged zip file, expected a directory of 113 bytes at byte 449 that ends at byte 552");
    }

    @Test
    void bytesPutBeforeTheDirectoryAreTold() throws IOException {
        byte[] whole = bytes("stored.npz");
        byte[] longer = Arrays.copyOf(whole, whole.length + 10);
        System.arraycopy(whole, 100, longer, 110, whole.length - 100);

        assertRefused(
                write(longer),
                ": is a damaged zip file, expected a directory of 113 bytes at byte 449 that ends at byte 572");
    }

    @Test
    void entriesThatOverlapAreTold() throws IOException {
        assertRefused(
                altered(bytes("deflated.npz"), CENTRAL_PACKED, 300),
                "#gradients.npy: promises 300 bytes from byte 63 on, expected them to end by byte 236");
    }

    @Test
    void damageToPackedNumbersIsTold() throws IOException {
        byte[] zip = bytes("deflated.npz");
        // The last byte of the packed numbers, before the next entry.
        int next = new String(zip, StandardCharsets.ISO_8859_1).indexOf("PK\u0003\u0004", 4);
        zip[next - 1] ^= 1;

        assertThatThrownBy(() -> Logs.read(write(zip)))
                .isInstanceOf(BadLog.class)
                .hasMessageMatching(".*#gradients: is damaged: .*");
    }

    @Test
    void anEntryThatUnpacksToMoreOrLessThanItPromisesIsRefused() throws IOException {
        byte[] npy = bytes("f4-little-C-1.npy");

        assertRefused(
                zip(Map.of("a.npy", Arrays.copyOf(npy, npy.length + 1))),
                "#a: holds 49 bytes after its header, expected 48 for the float32 numbers of shape (3, 4): was more than"
                        + " one array saved to it?");
        assertRefused(
                altered(
                        Files.readAllBytes(zip(Map.of("a.npy", Arrays.copyOf(npy, npy.length + 1)))),
                        CENTRAL_SIZE,
                        npy.length),
                "#a: unpacks to more than the 176 bytes it promises");
        assertRefused(
                altered(
                        Files.readAllBytes(zip(Map.of("a.npy", Arrays.copyOf(npy, npy.length - 1)))),
                        CENTRAL_SIZE,
                        npy.length),
                "#a: unpacks to 175 bytes, expected the 176 it promises");
    }

    /** Three hundred megabytes of zeros, packed a thousand to one. */
    @Test
    void aBombIsRefusedBeforeItIsUnpacked() throws IOException {
        long size = 300_000_000;
        Path file = folder.resolve("log.npz");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.setLevel(1);
            zip.putNextEntry(new ZipEntry("a.npy"));
            zip.write(header(size / 4 / 1000, 1000));
            byte[] zeros = new byte[1_000_000];
            for (long written = 0; written < size; written += zeros.length) {
                zip.write(zeros);
            }
        }
        long packed;
        try (ZipFile oracle = new ZipFile(file.toFile())) {
            packed = oracle.getEntry("a.npy").getCompressedSize();
        }

        assertRefused(
                file,
                "#a: unpacks from " + packed + " bytes to " + (size + 128)
                        + ", expected at most 100 times as many: if these are gradients, save them with np.savez");
    }

    /** Six gigabytes that hold no block on the disk, with size and place of the directory in 64 bits. */
    @Test
    void aStoredArrayBeyondFourGigabytesIsReadInPlace() throws IOException {
        byte[] header = header(1_500_000, 1000);
        byte[] name = "a.npy".getBytes(StandardCharsets.US_ASCII);
        long size = header.length + 6_000_000_000L;
        Path file = folder.resolve("log.npz");
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            out.write(little(30)
                    .putInt(0x04034b50)
                    .putShort(26, (short) name.length)
                    .array());
            out.write(name);
            long start = out.getFilePointer();
            out.write(header);
            out.seek(start + size - 4);
            out.write(little(4).putFloat(7).array());
            long directory = out.getFilePointer();
            out.write(little(46)
                    .putInt(0x02014b50)
                    .putInt(20, -1)
                    .putInt(24, -1)
                    .putShort(28, (short) name.length)
                    .putShort(30, (short) 20)
                    .array());
            out.write(name);
            out.write(little(20)
                    .putShort((short) 1)
                    .putShort((short) 16)
                    .putLong(size)
                    .putLong(size)
                    .array());
            long end = out.getFilePointer();
            out.write(little(56)
                    .putInt(0x06064b50)
                    .putLong(40, end - directory)
                    .putLong(48, directory)
                    .array());
            out.write(little(20).putInt(0x07064b50).putLong(8, end).array());
            out.write(
                    little(22).putInt(0x06054b50).putInt(12, -1).putInt(16, -1).array());
        }
        try (GradientLog log = GradientLogs.open(file.toString())) {
            double[][] block = new double[2][2];
            log.read(1_499_998, 2, 998, 2, block);

            assertThat(block).isDeepEqualTo(new double[][] {{0, 0}, {0, 7}});
        }
    }

    @Test
    void aZipFileWithoutArraysIsNoLog() throws IOException {
        assertRefused(
                zip(Map.of("a.txt", new byte[3])),
                ": is a zip file without arrays (.npy), expected a .npy, .npz, .safetensors or .csv file of gradients, a row"
                        + " a step");
    }

    @Test
    void aCheckpointOfPyTorchIsNotOpened() throws IOException {
        assertRefused(
                zip(Map.of("archive/data.pkl", new byte[3])),
                ": is a pickle of Python, as torch.save writes, which is not opened: save the gradients with np.save,"
                        + " expected a .npy, .npz, .safetensors or .csv file of gradients, a row a step");
    }

    private static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Of a float32 array. */
    private static byte[] header(long rows, long columns) {
        String text = "{'descr': '<f4', 'fortran_order': False, 'shape': (" + rows + ", " + columns + "), }";
        return ("\u0093NUMPY\u0001\u0000v\u0000" + text + " ".repeat(117 - text.length()) + "\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private Path zip(Map<String, byte[]> entries) throws IOException {
        Path file = folder.resolve("log.npz");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return file;
    }

    /** A file with another value in the first record of its directory. */
    private Path altered(byte[] zip, int field, int value) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        int end = zip.length - 22;
        bytes.putInt(bytes.getInt(end + 16) + field, value);
        return write(zip);
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("log.npz"), bytes);
    }

    private static Set<Path> temporaries() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("theoremcheck"))
                    .collect(Collectors.toSet());
        }
    }
}
