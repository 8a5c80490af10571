package org.theoremcheck.gradients.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.theoremcheck.gradients.log.Logs.assertRefused;
import static org.theoremcheck.gradients.log.Logs.assertRefusedAs;
import static org.theoremcheck.gradients.log.Logs.bytes;
import static org.theoremcheck.gradients.log.Logs.numbers;
import static org.theoremcheck.gradients.log.Logs.resource;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GradientLogsTest {

    private static final String EXPECTED =
            "expected a .npy, .npz, .safetensors or .csv file of gradients, a row a step";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"f4-big-F-2.npy, log.txt", "f4-big-F-2.npy, log", "stored.npz, log.npy.zip", "stored.npz, log.npy"})
    void whatAFileIsItsFirstBytesTell(String content, String name) throws IOException {
        assertThat(Logs.read(Files.write(folder.resolve(name), bytes(content)))).isDeepEqualTo(numbers("f4"));
    }

    @ParameterizedTest
    @CsvSource({"LOG.CSV", "log.tsv", "log.Txt"})
    void aTextHasOnlyItsName(String name) throws IOException {
        assertThat(Logs.read(Files.writeString(folder.resolve(name), "1 2\n3 4\n")))
                .isDeepEqualTo(new double[][] {{1, 2}, {3, 4}});
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            picture.png      | 89504e470d0a1a0a0000000d | : begins with the bytes 89 50 4e 47 0d 0a 1a 0a 00, EXPECTED
            note             | 6869                     | : begins with the bytes 68 69, EXPECTED
            empty.npy        | ''                       | : is empty, EXPECTED
            empty.csv        | ''                       | : is empty, EXPECTED
            model.pt         | 80028a0a6cfc9c46f920     | : is a pickle of Python, as torch.save writes, which is not opened: save the gradients with np.save, EXPECTED
            list.pkl         | 80059500                 | : is a pickle of Python, as torch.save writes, which is not opened: save the gradients with np.save, EXPECTED
            log.npy          | 89504e470d0a1a0a0000000d | : does not begin with \\x93NUMPY, as a .npy file does
            log.npz          | 89504e47                 | : is a zip file that does not end as one: was it cut short?
            log.safetensors  | 0a0000000000000031313131313131313131 | , byte 8: found "1111111111", expected '{'
            """)
    void whatIsNoLogIsTold(String name, String content, String sentence) throws IOException {
        assertRefused(
                Files.write(folder.resolve(name), HexFormat.of().parseHex(content)),
                sentence.replace("EXPECTED", EXPECTED));
    }

    @Test
    void whatIsNoFileIsTold() {
        assertRefused(folder, ": is a directory, " + EXPECTED);
        assertRefused(folder.resolve("none.npy"), ": no such file, " + EXPECTED);
        assertRefused(folder.resolve("none.npz") + "#g", ": no such file, " + EXPECTED);
        assertRefusedAs("a\0b", "\"a?b\": is no name of a file");
        assertRefused(resource("numbers.json") + "/log.npy", ": cannot be opened: Not a directory");
        assertRefused("/dev/null", ": is no regular file, " + EXPECTED);
    }

    @Test
    void aFileThatMayNotBeReadIsTold() throws IOException {
        Path file = Files.write(folder.resolve("log.npy"), bytes("f4-big-F-2.npy"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("-w-------"));
        assumeThat(Files.isReadable(file)).isFalse();

        assertRefused(file, ": no permission to read it");
    }

    @Test
    void aFileWithASharpInItsNameIsFound() throws IOException {
        Path odd = folder.resolve("a#b.npz");
        Files.write(odd, bytes("two.npz"));
        Files.write(folder.resolve("a"), bytes("f4-big-F-2.npy"));

        assertThat(Logs.read(Files.write(folder.resolve("x#y.npy"), bytes("f4-big-F-2.npy"))))
                .isDeepEqualTo(numbers("f4"));
        assertRefusedAs(
                odd + "#first", folder.resolve("a") + ": has no entries, found #\"b.npz#first\" behind its name");
        Files.delete(folder.resolve("a"));
        assertThat(Logs.read(odd + "#first")).isDeepEqualTo(numbers("f4"));
    }

    @Test
    void onlyFilesOfSeveralArraysHaveEntries() throws IOException {
        Path csv = Files.writeString(folder.resolve("log.csv"), "1\n2\n");

        assertThatThrownBy(() -> GradientLogs.open(csv, Optional.of("x")))
                .isInstanceOf(BadLog.class)
                .hasMessage(csv + ": has no entries, found #\"x\" behind its name");
    }

    @Test
    void aRefusedFileIsClosed() {
        assumeThat(ManagementFactory.getOperatingSystemMXBean()).isInstanceOf(UnixOperatingSystemMXBean.class);
        long before = openFiles();
        for (int i = 0; i < 100; i++) {
            assertRefused(resource("vector.npy"), ": found shape (12,), expected a matrix: a row a step");
        }

        assertThat(openFiles() - before).isLessThan(100);
    }

    private static long openFiles() {
        return ((UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getOpenFileDescriptorCount();
    }

    @Test
    void aBlockOutsideOfTheLogIsAMistakeOfTheCaller() throws IOException {
        try (GradientLog log = GradientLogs.open(resource("f4-big-F-2.npy").toString())) {
            assertThatThrownBy(() -> log.read(2, 2, 0, 1, new double[3][3]))
                    .isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> log.read(0, 1, 3, 2, new double[3][3]))
                    .isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> log.read(0, 3, 0, 3, new double[2][3]))
                    .isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> log.read(0, 3, 0, 3, new double[3][2]))
                    .isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @Test
    void manyThreadsReadOneLog() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (GradientLog log =
                GradientLogs.open(resource("mlp_tabular_adamw.npy").toString())) {
            double[][] whole = new double[log.rows()][log.columns()];
            log.read(0, log.rows(), 0, log.columns(), whole);
            Callable<double[][]> rowByRow = () -> {
                double[][] rows = new double[log.rows()][];
                for (int i = 0; i < rows.length; i++) {
                    double[][] row = new double[1][log.columns()];
                    log.read(i, 1, 0, log.columns(), row);
                    rows[i] = row[0];
                }
                return rows;
            };
            for (Future<double[][]> read : threads.invokeAll(
                    IntStream.range(0, 8).mapToObj(i -> rowByRow).toList())) {
                assertThat(read.get()).isDeepEqualTo(whole);
            }
        } finally {
            threads.shutdown();
        }
    }
}
