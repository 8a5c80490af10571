package org.theoremcheck.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.theoremcheck.audit.Replay;
import org.theoremcheck.audit.Witness;
import org.theoremcheck.claim.Catalogue;
import org.theoremcheck.claim.Codec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = "Judges the instance of a witness file again, with the answers recorded in it.")
final class ReplayCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "WITNESS.json", description = "A witness file.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Option(names = "--suite", paramLabel = "JAR", description = "Add the papers of a jar.")
    private @Nullable Path suite;

    private record Line(String claim, String verdict, double measured, double bound, double slack, double budget) {}

    @Override
    public Integer call() throws IOException {
        Catalogue catalogue = Catalogues.withStepRules(suite);
        Replay.Outcome outcome;
        try {
            outcome = Replay.of(catalogue, Witness.read(Inputs.text(file, "a witness")));
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException(file + ": " + malformed.getMessage(), malformed);
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Codec.write(new Line(
                    outcome.claim(),
                    outcome.verdict(),
                    outcome.measured(),
                    outcome.bound(),
                    outcome.slack(),
                    outcome.budget())));
        } else {
            out.printf("%s: %s, expected %s%n", outcome.claim(), outcome.verdict(), outcome.expected());
            out.printf(
                    "measured %s, bound %s, rounding budget %s%n",
                    outcome.measured(), outcome.bound(), outcome.budget());
        }
        return outcome.verdict().equals(outcome.expected()) ? 0 : 1;
    }
}
