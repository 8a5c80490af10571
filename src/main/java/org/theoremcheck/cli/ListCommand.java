package org.theoremcheck.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.theoremcheck.claim.Catalogue;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Codec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the claims.")
final class ListCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Option(names = "--suite", paramLabel = "JAR", description = "Add the papers of a jar.")
    private java.nio.file.@Nullable Path suite;

    private record Line(
            String id, String kind, @Nullable String of, String expected, List<String> papers, String statement) {}

    @Override
    public Integer call() throws IOException {
        Catalogue catalogue = Catalogues.load(suite);
        List<Line> lines =
                catalogue.claims().values().stream().map(ListCommand::line).toList();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Codec.write(lines));
            return 0;
        }
        int widest = lines.stream().mapToInt(line -> line.id().length()).max().orElse(0);
        for (Line line : lines) {
            out.printf(
                    "%-" + widest + "s  %-9s  %-8s  %s%n", line.id(), line.kind(), line.expected(), line.statement());
        }
        return 0;
    }

    private static Line line(Claim<?, ?, ?> claim) {
        return new Line(
                claim.id(),
                claim.kind().label(),
                claim.of().orElse(null),
                claim.expected().name(),
                claim.source().papers(),
                claim.statement().text());
    }
}
