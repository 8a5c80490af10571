package org.theoremcheck.audit;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.theoremcheck.claim.Catalogue;
import org.theoremcheck.claim.Tally;

/** The audit's inner loop on one thread: instances drawn and played, and checks, one for each claim that judges the play. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class RunBenchmark {

    /** The family that is played by two-step mirror descent. */
    @Param({"euclid/structured", "box/structured", "entropy/structured"})
    private String family;

    private List<? extends Run<?, ?, ?>> runs = List.of();
    private long begin;

    /** Counted beside the chunks. */
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    @State(Scope.Thread)
    public static class Counts {
        /** Instances played. */
        public long instances;

        /** Findings made. */
        public long checks;
    }

    @Setup
    public void pick() {
        Catalogue catalogue = Catalogue.load(RunBenchmark.class.getClassLoader());
        runs = Run.of(List.copyOf(catalogue.claims().values())).stream()
                .filter(run -> run.name().equals("regret-two-step on " + family))
                .toList();
    }

    @Benchmark
    public List<Tally> chunk(Counts counts) {
        Run<?, ?, ?> run = runs.get(0);
        List<Tally> tallies = run.tally(1, begin, begin + Run.CHUNK, (claim, of, index, instance, finding) -> {});
        begin += Run.CHUNK;
        counts.instances += Run.CHUNK;
        counts.checks += (long) Run.CHUNK * run.claims().size();
        return tallies;
    }
}
