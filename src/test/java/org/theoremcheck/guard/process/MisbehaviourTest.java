package org.theoremcheck.guard.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
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

    /** How often each kind is played; {@code -Pmisbehaviour} asks for more. */
    private static final int TIMES = Integer.getInteger("misbehaviour.times", 2);

    private static int files;

    @BeforeAll
    static void countFiles() throws IOException {
        assumeThat(PROCESSES.resolve("self/fd"))
                .as("a system that shows processes and files")
                .isDirectory();
        // Files that the JVM opens for the first child are not the children's.
        play(Misbehaviour.CRASHES);
        files = list(PROCESSES.resolve("self/fd")).size();
    }

    @AfterAll
    static void nothingIsLeftBehind() throws IOException {
        assertThat(list(PROCESSES.resolve("self/fd"))).hasSizeLessThanOrEqualTo(files);
        assertThat(ours()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void hasAReason(Misbehaviour misbehaviour) {
        for (int i = 0; i < TIMES; i++) {
            Finding finding = play(misbehaviour);

            assertThat(finding.verdict()).isIn(Verdict.INCONCLUSIVE, Verdict.VIOLATED);
            assertThat(finding.reason()).contains(misbehaviour.reason());
        }
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
