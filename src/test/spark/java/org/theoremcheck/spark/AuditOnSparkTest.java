package org.theoremcheck.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.theoremcheck.audit.Ledger;
import org.theoremcheck.claim.Paper;

/** Ten million checks by two workers in JVMs of their own give the bytes of one process, whatever befalls the workers. */
class AuditOnSparkTest {

    private static final long CHECKS = 10_000_000;

    private static final String[] WORK = {"audit", "--only", "kappa-*", "--instances", "480000", "--seed", "7"};

    @TempDir
    private static Path folder;

    private static Map<String, String> expected;

    private Standalone cluster;

    @BeforeAll
    static void oneProcess() throws Exception {
        Processes.Ended ended = Processes.alone(folder, "alone", with(WORK, "--out", "alone", "--threads", "2"))
                .await();
        assertThat(ended.code()).as(ended.said()).isZero();
        expected = report(folder.resolve("alone"));
        long checks = Ledger.read(expected.get("ledger.json")).claims().stream()
                .mapToLong(Ledger.Entry::instances)
                .sum();
        assertThat(checks).isGreaterThanOrEqualTo(CHECKS);
    }

    @BeforeEach
    void start() throws Exception {
        cluster = Standalone.start(folder);
    }

    @AfterEach
    void end() {
        cluster.close();
    }

    @Test
    void twoWorkersGiveTheSameBytes() throws Exception {
        Processes.Ended ended = submit("two", List.of()).await();

        assertThat(ended.code()).as(ended.said()).isZero();
        assertThat(report(folder.resolve("two"))).isEqualTo(expected);
    }

    @Test
    void soTheyDoWithSpeculativeTasks() throws Exception {
        Processes.Ended ended = submit(
                        "speculative",
                        List.of(
                                "spark.speculation=true",
                                "spark.speculation.interval=10ms",
                                "spark.speculation.minTaskRuntime=0ms",
                                "spark.speculation.multiplier=1.01",
                                "spark.speculation.quantile=0.05",
                                "spark.speculation.efficiency.enabled=false"))
                .await();

        assertThat(ended.code()).as(ended.said()).isZero();
        assertThat(ended.said()).contains("as speculatable");
        assertThat(report(folder.resolve("speculative"))).isEqualTo(expected);
    }

    @Test
    void soTheOtherDoesWhereOneIsKilledInTheMiddle() throws Exception {
        Processes.Running audit = submit("survived", List.of());
        Path journal = folder.resolve("survived").resolve("audit.journal");
        Processes.await("some work to be done", () -> lines(journal) > 200);
        cluster.workers().get(0).kill();
        assertThat(audit.process().isAlive()).isTrue();
        Processes.Ended ended = audit.await();

        assertThat(ended.code()).as(ended.said()).isZero();
        assertThat(ended.said()).contains("Lost executor");
        assertThat(report(folder.resolve("survived"))).isEqualTo(expected);
    }

    @Test
    void aSubjectThatThrowsOnOneIndexInAMillionIsReportedAndNothingElseIsLost() throws Exception {
        Path suite = suite();
        String[] work = {
            "audit", "--suite", suite.toString(), "--only", "doubles-*", "--instances", "1000000", "--seed", "7"
        };
        Processes.Ended alone = Processes.alone(folder, "unlucky-alone", with(work, "--out", "unlucky-alone"))
                .await();
        Processes.Ended onCluster = Processes.submit(
                        folder, "unlucky", cluster.address(), List.of(), with(work, "--out", "unlucky"))
                .await();

        assertThat(List.of(alone, onCluster)).allSatisfy(ended -> {
            assertThat(ended.code()).as(ended.said()).isEqualTo(1);
            assertThat(ended.said())
                    .contains("doubles-are-small was given up 1 times, first in millions, seed 7, index "
                            + Millionth.UNLUCKY + ": IllegalStateException: out of luck");
        });
        Ledger.Entry entry = Ledger.read(report(folder.resolve("unlucky")).get("ledger.json"))
                .claims()
                .get(0);
        assertThat(entry.verdict()).isEqualTo("INCONCLUSIVE");
        assertThat(entry.instances()).isEqualTo(1_000_000);
        assertThat(entry.undecided()).isEqualTo(1);
        assertThat(report(folder.resolve("unlucky"))).isEqualTo(report(folder.resolve("unlucky-alone")));
    }

    /** A jar as somebody else would bring it. */
    private static Path suite() throws IOException {
        Path jar = folder.resolve("suite.jar");
        String classes = Millionth.class.getPackageName().replace('.', '/');
        Path compiled = Path.of("target", "test-classes", classes);
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.list(compiled)) {
            for (Path file : files.filter(file -> file.getFileName().toString().startsWith("Millionth"))
                    .toList()) {
                out.putNextEntry(new JarEntry(classes + "/" + file.getFileName()));
                Files.copy(file, out);
            }
            out.putNextEntry(new JarEntry("META-INF/services/" + Paper.class.getName()));
            out.write(Millionth.class.getName().getBytes(StandardCharsets.UTF_8));
        }
        return jar;
    }

    private Processes.Running submit(String out, List<String> settings) throws IOException {
        List<String> options = new ArrayList<>();
        settings.forEach(setting -> options.addAll(List.of("--conf", setting)));
        return Processes.submit(folder, out, cluster.address(), options, with(WORK, "--out", out));
    }

    private static String[] with(String[] work, String... more) {
        return Stream.concat(Arrays.stream(work), Arrays.stream(more)).toArray(String[]::new);
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException notYet) {
            return 0;
        }
    }

    /** All files of a report, by name. */
    private static Map<String, String> report(Path out) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(out)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(out.relativize(file).toString(), Files.readString(file));
            }
        }
        return files;
    }
}
