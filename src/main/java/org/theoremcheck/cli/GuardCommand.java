package org.theoremcheck.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.theoremcheck.audit.Options;
import org.theoremcheck.audit.Witness;
import org.theoremcheck.claim.Catalogue;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Codec;
import org.theoremcheck.guard.Guard;
import org.theoremcheck.guard.JUnitXml;
import org.theoremcheck.guard.Judgement;
import org.theoremcheck.guard.process.Limits;
import org.theoremcheck.guard.process.ProcessDoor;
import org.theoremcheck.guard.recording.Recorder;
import org.theoremcheck.guard.recording.Recording;
import org.theoremcheck.guard.steprule.StepRules;
import org.theoremcheck.guard.vectors.Selection;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "guard",
        mixinStandardHelpOptions = true,
        description = "Judges somebody else's implementation: a process, or the recording of one.")
final class GuardCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--claim",
            paramLabel = "ID",
            description = "A theorem to hold it to, or a pattern such as regret-*; may be repeated.")
    private List<String> ids = new ArrayList<>();

    @ArgGroup(multiplicity = "1")
    @SuppressWarnings("NullAway.Init")
    private Source source;

    private static final class Source {
        @Option(names = "--command", paramLabel = "COMMAND", description = "Starts the process, as in a shell.")
        private @Nullable String command;

        @Option(names = "--recording", paramLabel = "FILE", description = "Judge what --record wrote; runs nothing.")
        private @Nullable Path recording;

        @Option(
                names = "--vectors",
                paramLabel = "DIR",
                description = "Judge nothing; write instances with calls, answers and findings.")
        private @Nullable Path vectors;
    }

    @Option(
            names = "--instances",
            paramLabel = "N",
            description = "Instances judged of each claim (default: ${DEFAULT-VALUE}).")
    private long instances = Guard.INSTANCES;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "Master seed, a whole number (default: ${DEFAULT-VALUE}).")
    private long seed = Options.SEED;

    @Option(names = "--floats", description = "Allow for the rounding of floats in step rules.")
    private boolean floats;

    @Option(
            names = "--answer-limit",
            paramLabel = "TIME",
            description = "Time for an answer (default: ${DEFAULT-VALUE}).")
    private String answerLimit = "10s";

    @Option(names = "--claim-limit", paramLabel = "TIME", description = "Time for a claim (default: ${DEFAULT-VALUE}).")
    private String claimLimit = "60s";

    @Option(names = "--record", paramLabel = "FILE", description = "Write every play, for --recording.")
    private @Nullable Path record;

    @Option(names = "--junit", paramLabel = "FILE", description = "Write the verdicts as JUnit XML.")
    private @Nullable Path junit;

    @Option(names = "--out", paramLabel = "DIR", description = "Where counterexamples go (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of("target", "guard");

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Option(names = "--suite", paramLabel = "JAR", description = "Add the papers of a jar.")
    private @Nullable Path suite;

    @Override
    public Integer call() throws IOException {
        if (instances < 1) {
            throw new IllegalArgumentException("--instances: expected at least 1, got " + instances);
        }
        if (record != null && source.command == null) {
            throw new IllegalArgumentException("--record: expected with --command");
        }
        Catalogue catalogue = Catalogues.withStepRules(suite);
        List<Claim<?, ?, ?>> claims = ids.isEmpty() ? List.of() : theorems(catalogue);
        if (source.vectors != null) {
            new Selection(catalogue, seed).write(source.vectors, named(claims, "--vectors"));
            return 0;
        }
        List<Judgement> judgements = judge(catalogue, claims);
        for (Judgement judgement : judgements) {
            keep(judgement);
        }
        if (junit != null) {
            JUnitXml.write(junit, judgements);
        }
        PrintWriter print = spec.commandLine().getOut();
        if (json) {
            print.println(Codec.write(GuardText.line(judgements)));
        } else {
            GuardText.print(print, judgements, out, suite);
        }
        boolean any = judgements.stream().anyMatch(judgement -> judgement.judged() > 0);
        return any && judgements.stream().allMatch(Judgement::expected) ? 0 : 1;
    }

    /** By id, any claim; by pattern, the theorems that somebody else can be held to. */
    private List<Claim<?, ?, ?>> theorems(Catalogue catalogue) {
        List<Claim<?, ?, ?>> claims = Catalogues.select(catalogue, ids).stream()
                .filter(claim -> ids.contains(claim.id()) || Guard.judgeable(claim))
                .toList();
        claims.forEach(Guard::requireJudgeable);
        return floats ? claims.stream().<Claim<?, ?, ?>>map(StepRules::inFloats).toList() : claims;
    }

    private List<Judgement> judge(Catalogue catalogue, List<Claim<?, ?, ?>> claims) throws IOException {
        if (source.recording != null) {
            return new Recording(source.recording)
                    .judge(
                            catalogue,
                            claim -> claims.isEmpty()
                                    || claims.stream()
                                            .anyMatch(chosen -> chosen.id().equals(claim.id())));
        }
        List<Claim<?, ?, ?>> named = named(claims, "--command");
        Guard guard = new Guard(catalogue, seed, instances, Guard.SEARCH);
        Limits limits = new Limits(
                Durations.parse("--answer-limit", answerLimit), Durations.parse("--claim-limit", claimLimit));
        try (Recorder recorder = record == null ? null : new Recorder(record);
                ProcessDoor door = new ProcessDoor(String.valueOf(source.command), limits)) {
            return guard.judge(named, door, recorder == null ? Guard.Observer.NONE : recorder);
        }
    }

    private static List<Claim<?, ?, ?>> named(List<Claim<?, ?, ?>> claims, String option) {
        if (claims.isEmpty()) {
            throw new IllegalArgumentException("--claim: expected with %s, to say which theorems".formatted(option));
        }
        return claims;
    }

    private void keep(Judgement judgement) throws IOException {
        Witness witness = judgement.witness();
        if (witness != null) {
            Files.createDirectories(out);
            Files.writeString(GuardText.file(out, judgement), witness.text());
        }
    }
}
