package org.theoremcheck.guard.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Finding;
import org.theoremcheck.claim.Verdict;
import org.theoremcheck.guard.steprule.Course;
import org.theoremcheck.guard.steprule.Gradients;
import org.theoremcheck.guard.steprule.Sgd;
import org.theoremcheck.guard.steprule.StepRules;

/** Whatever a process does, there is a verdict with a reason, and nothing is left behind. */
class MisbehaviourTest {

    private static final Path PROCESSES = Path.of("/proc");

    /** Gradient descent on the line, for three steps. */
    private static final Course COURSE =
            new Course(new Sgd(0.5), new double[] {0}, new Gradients.Listed(new double[][] {{1}, {2}, {3}}), 3);

    private static final Claim<?, ?, ?> CLAIM = StepRules.theorems().get(0).claim();

    /** How often each kind is played, most with two processes each time; {@code -Pmisbehaviour} asks for more. */
    private static final int TIMES = Integer.getInteger("misbehaviour.times", 1);

    private static final List<Misbehaviour> FIRST =
            List.of(Misbehaviour.CRASHES, Misbehaviour.HANGS, Misbehaviour.ANSWERS_NULL);

    /** They mostly wait. */
    private static final int AT_ONCE = 8;

    private static final Map<Misbehaviour, List<Finding>> FINDINGS = new EnumMap<>(Misbehaviour.class);

    private static int files;

    @BeforeAll
    static void play() throws IOException, InterruptedException, ExecutionException {
        assumeThat(PROCESSES.resolve("self/fd"))
                .as("a system that shows processes and files")
                .isDirectory();
        ExecutorService players = Executors.newFixedThreadPool(AT_ONCE);
        try {
            // Files that the JVM opens for the first children are not theirs.
            for (Misbehaviour first : FIRST) {
                play(first);
            }
            files = list(PROCESSES.resolve("self/fd")).size();
            playAll(players);
        } finally {
            players.shutdown();
        }
    }

    private static void playAll(ExecutorService players) throws InterruptedException, ExecutionException {
        for (int i = 0; i < TIMES; i++) {
            Map<Misbehaviour, Future<Finding>> playing = new EnumMap<>(Misbehaviour.class);
            for (Misbehaviour misbehaviour : Misbehaviour.values()) {
                playing.put(misbehaviour, players.submit(() -> play(misbehaviour)));
            }
            for (Map.Entry<Misbehaviour, Future<Finding>> played : playing.entrySet()) {
                FINDINGS.computeIfAbsent(played.getKey(), any -> new ArrayList<>())
                        .add(played.getValue().get());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void hasAReason(Misbehaviour misbehaviour) {
        assertThat(FINDINGS.get(misbehaviour)).hasSize(TIMES).allSatisfy(finding -> {
            assertThat(finding.verdict()).isIn(Verdict.INCONCLUSIVE, Verdict.VIOLATED);
            assertThat(finding.reason()).containsPattern(misbehaviour.reason());
        });
    }

    @Test
    void leavesNoProcessAndNoFileBehind() throws IOException {
        assertThat(ours()).isEmpty();
        assertThat(list(PROCESSES.resolve("self/fd"))).hasSizeLessThanOrEqualTo(files);
    }

    private static Finding play(Misbehaviour misbehaviour) {
        try (ProcessDoor door = new ProcessDoor(misbehaviour.command(), misbehaviour.limits())) {
            return judge(CLAIM, door);
        }
    }

    private static <I, S, E> Finding judge(Claim<I, S, E> claim, ProcessDoor door) {
        Finding finding = claim.judge(claim.setting().instance().cast(COURSE), door.open(claim));
        try {
            door.settle();
            return finding;
        } catch (Breakdown broken) {
            return Claim.failed(broken);
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList();
        }
    }

    /** Living processes that carry the mark of this JVM. */
    private static List<Path> ours() throws IOException {
        String mark = Relatives.MARK + "=" + ProcessHandle.current().pid() + "-";
        return list(PROCESSES).stream()
                .filter(process -> process.getFileName().toString().matches("\\d+"))
                .filter(process -> environment(process).contains(mark))
                .toList();
    }

    private static String environment(Path process) {
        try {
            return Files.readString(process.resolve("environ"), StandardCharsets.ISO_8859_1);
        } catch (IOException gone) {
            return "";
        }
    }
}
