package org.theoremcheck.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.theoremcheck.audit.Ledger;

/** Ten million checks by two workers in JVMs of their own give the bytes of one process, whatever befalls the workers. */
class AuditOnSparkTest {

    private static final long CHECKS = 10_000_000;

    private static final String[] WORK = {"audit", "--only", "regret-one-step*", "--instances", "400000", "--seed", "7"
    };

    @TempDir
    private static Path folder;

    private static Map<String, String> expected;

    private Standalone cluster;

    @BeforeAll
    static void oneProcess() throws Exception {
        Processes.Ended ended = Processes.alone(folder, "alone", with("--out", "alone", "--threads", "2"))
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
        assertThat(ended.said()).containsIgnoringCase("speculat").contains("already been completed successfully");
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

    private Processes.Running submit(String out, List<String> settings) throws IOException {
        List<String> options = new ArrayList<>();
        settings.forEach(setting -> options.addAll(List.of("--conf", setting)));
        return Processes.submit(folder, out, cluster.address(), options, with("--out", out));
    }

    private static String[] with(String... more) {
        return Stream.concat(Arrays.stream(WORK), Arrays.stream(more)).toArray(String[]::new);
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
