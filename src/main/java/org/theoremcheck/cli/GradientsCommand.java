package org.theoremcheck.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.theoremcheck.claim.Codec;
import org.theoremcheck.gradients.Diagnosis;
import org.theoremcheck.gradients.log.GradientLog;
import org.theoremcheck.gradients.log.GradientLogs;
import org.theoremcheck.gradients.log.ShardedLog;
import org.theoremcheck.report.Folder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "gradients",
        mixinStandardHelpOptions = true,
        description = "Tells of logged gradients whether they are predictable, of low rank, or noise.")
final class GradientsCommand implements Callable<Integer> {

    private final Optional<Cluster> cluster;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            paramLabel = "LOG",
            arity = "1..*",
            description =
                    "A matrix with a gradient a row: .npy, .npz, .safetensors or .csv; FILE#NAME for one array of several.")
    private List<String> files = new ArrayList<>();

    @Option(
            names = "--project",
            paramLabel = "K",
            description = "Project rows to K numbers before their rank is found; 0 for never"
                    + " (default: 256 where the rank of whole rows is out of reach).")
    private @Nullable Integer places;

    @Option(
            names = "--epsilon",
            paramLabel = "E",
            split = ",",
            description = "Shares of the energy that r* may leave out (default: 0.5,0.2,0.1,0.05,0.01).")
    private List<Double> shares = new ArrayList<>(Diagnosis.SHARES);

    @Option(
            names = "--shards",
            paramLabel = "ALONG",
            description =
                    "LOG is a folder of .npy and .safetensors files: one after the other (steps) or side by side (blocks).")
    private ShardedLog.@Nullable Along along;

    @Option(names = "--no-rank", description = "Path lengths only: neither ranks nor standard errors.")
    private boolean unranked;

    @Mixin
    private Threads threads = new Threads();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Option(names = "--report", paramLabel = "DIR", description = "Write a page with plots into a folder.")
    private @Nullable Path report;

    GradientsCommand(Optional<Cluster> cluster) {
        this.cluster = cluster;
    }

    private record Answer(List<Diagnosis> logs) {}

    @Override
    public Integer call() throws IOException {
        if (places != null && places < 0) {
            throw new IllegalArgumentException("--project: expected a multiple of 4, or 0, got " + places);
        }
        Diagnosis.Question question =
                new Diagnosis.Question(shares, Optional.ofNullable(places), !unranked, threads.count());
        // A folder that cannot be written to is told before anything is read.
        Folder folder = report == null ? null : Folder.open(report);
        List<Diagnosis> diagnoses = new ArrayList<>();
        for (String file : files) {
            diagnoses.add(diagnose(file, question));
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Codec.write(new Answer(diagnoses)));
        } else {
            DiagnosisText.print(out, diagnoses);
        }
        if (folder != null) {
            Path page = folder.write(diagnoses);
            (json ? spec.commandLine().getErr() : out).println("report: " + page);
        }
        return 0;
    }

    private Diagnosis diagnose(String file, Diagnosis.Question question) throws IOException {
        try (Terminal terminal = new Terminal(spec.commandLine().getErr())) {
            if (cluster.isPresent()) {
                return cluster.get().diagnose(file, Optional.ofNullable(along), question, terminal);
            }
            try (GradientLog log = along == null ? GradientLogs.open(file) : ShardedLog.open(Path.of(file), along)) {
                terminal.begin(file, (long) log.rows() * log.columns());
                return Diagnosis.of(log, question, terminal::advance);
            }
        }
    }
}
