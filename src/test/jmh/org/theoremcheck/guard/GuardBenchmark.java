package org.theoremcheck.guard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.theoremcheck.claim.Catalogue;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Codec;
import org.theoremcheck.claim.Finding;
import org.theoremcheck.claim.Tape;
import org.theoremcheck.guard.process.Limits;
import org.theoremcheck.guard.process.ProcessDoor;
import org.theoremcheck.guard.recording.Recorder;
import org.theoremcheck.guard.recording.Recording;
import org.theoremcheck.guard.steprule.StepRules;

/** Judged steps a second of the heavy ball in ten dimensions: by the README's Python process, and from a recording. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class GuardBenchmark {

    private static final int STEPS = 10_000;
    private static final int PLAYS = 200;
    private static final Pattern SUBJECT = Pattern.compile("```python\\n(import json, sys\\n.*?)```", Pattern.DOTALL);

    private final Catalogue catalogue = Catalogue.of(List.of()).and(StepRules.theorems());
    private final Claim<?, ?, ?> claim = catalogue.find("step-momentum").orElseThrow();

    private Path program = Path.of("");
    private Path recording = Path.of("");
    private ProcessDoor door = new ProcessDoor("exit", new Limits(Duration.ofSeconds(1), Duration.ofSeconds(1)));

    @Setup(Level.Trial)
    public void record() throws IOException {
        Matcher readme = SUBJECT.matcher(Files.readString(Path.of("README.md")));
        readme.find();
        program = Files.writeString(Files.createTempFile("heavy_ball", ".py"), readme.group(1));
        door = new ProcessDoor("python3 '" + program + "'", new Limits(Duration.ofSeconds(10), Duration.ofMinutes(10)));
        recording = Files.createTempFile("recording", ".jsonl");
        try (Recorder recorder = new Recorder(recording)) {
            for (int play = 0; play < PLAYS; play++) {
                record(claim, recorder);
            }
        }
    }

    private static <I, S, E> void record(Claim<I, S, E> claim, Recorder recorder) {
        I course = course(claim, STEPS / PLAYS);
        List<List<double[]>> reel = new ArrayList<>();
        Finding finding = claim.judge(
                course, Tape.recording(claim.setting().role(), claim.setting().reference(), reel));
        recorder.saw(claim, course, new Tape(reel), finding);
    }

    private static <I, S, E> I course(Claim<I, S, E> claim, int rounds) {
        String json = """
                {"rule": {"kind": "momentum", "rate": 0.125, "momentum": 0.875},
                 "start": [0.3, -1.2, 0.7, 2.1, -0.4, 0.9, -1.7, 0.2, 1.1, -0.6],
                 "gradients": {"kind": "quadratic", "curvatures": [0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.1, 1.2, 1.3],
                               "center": [1.3, 0.2, -0.7, 1.1, 0.4, -0.9, 0.7, -0.2, 0.1, 0.6]},
                 "rounds": %d, "unit": 1.1102230246251565E-16}
                """.formatted(rounds);
        return Codec.read(json, claim.setting().instance());
    }

    @Benchmark
    @OperationsPerInvocation(STEPS)
    public Finding pythonProcess() {
        return play(claim);
    }

    private <I, S, E> Finding play(Claim<I, S, E> heavyBall) {
        return heavyBall.judge(course(heavyBall, STEPS), door.open(heavyBall));
    }

    @Benchmark
    @OperationsPerInvocation(STEPS)
    public List<Judgement> recording() throws IOException {
        return new Recording(recording).judge(catalogue, any -> true);
    }

    @TearDown(Level.Trial)
    public void clean() throws IOException {
        door.close();
        Files.delete(program);
        Files.delete(recording);
    }
}
