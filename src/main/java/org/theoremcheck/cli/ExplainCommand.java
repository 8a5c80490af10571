package org.theoremcheck.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.theoremcheck.claim.Catalogue;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Codec;
import org.theoremcheck.claim.Compare;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Term;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "explain", mixinStandardHelpOptions = true, description = "Shows one claim whole.")
final class ExplainCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "CLAIM", description = "Id of a claim.")
    @SuppressWarnings("NullAway.Init")
    private String id;

    @Option(names = "--suite", paramLabel = "JAR", description = "Add the papers of a jar.")
    private @Nullable Path suite;

    @Override
    public Integer call() throws IOException {
        Catalogue catalogue = Catalogues.withStepRules(suite);
        Claim<?, ?, ?> claim = Catalogues.find(catalogue, id);
        PrintWriter out = spec.commandLine().getOut();
        out.println(claim.id() + " (" + claim.kind().label() + ", expected " + claim.expected() + ")");
        out.println(claim.title());
        out.println();
        out.println("  " + claim.statement().text());
        out.println();
        claim.of().ifPresent(theorem -> line(out, "of", theorem));
        line(out, "setting", claim.setting().text());
        line(out, "role", role(claim.setting().role()));
        claim.setting().hypotheses().forEach(hypothesis -> line(out, "hypothesis", hypothesis.name()));
        if (claim.statement() instanceof Compare<?> compare) {
            for (Term<?> term : compare.terms()) {
                line(
                        out,
                        "term",
                        "%s = %s, coefficient %s"
                                .formatted(term.name(), term.symbol(), Codec.number(term.coefficient())));
            }
            compare.vacuity().ifPresent(vacuity -> line(out, "vacuous", "where " + vacuity.text()));
        }
        line(out, "tolerance", claim.statement().tolerance());
        if (!claim.tightness().source().isEmpty()) {
            line(
                    out,
                    "tightness",
                    "supremum %s, %s"
                            .formatted(
                                    Codec.number(claim.tightness().supremum()),
                                    claim.tightness().source()));
        }
        for (Family<?> family : claim.setting().families()) {
            String size = family.size() == Family.UNBOUNDED
                    ? "random"
                    : family.size() == 1 ? "1 instance" : family.size() + " instances";
            line(out, "family", family.name() + ", " + size);
        }
        for (Claim<?, ?, ?> derived : catalogue.of(claim.id())) {
            line(out, derived.kind().label(), derived.id() + ": " + derived.title());
        }
        String papers = String.join(", ", claim.source().papers());
        line(
                out,
                "source",
                (papers.isEmpty() ? "" : papers + ". ") + claim.source().place());
        if (!claim.source().reading().isEmpty()) {
            line(out, "reading", claim.source().reading());
        }
        claim.source().references().forEach(reference -> line(out, "reference", reference));
        return 0;
    }

    /** Such as {@code Learner: double[] play(double[]), void learn(double[])}: what a process has to answer. */
    private static String role(Class<?> role) {
        return role.getSimpleName() + ": "
                + Arrays.stream(role.getMethods())
                        .map(method -> "%s %s(%s)"
                                .formatted(
                                        method.getReturnType().getSimpleName(),
                                        method.getName(),
                                        Arrays.stream(method.getParameterTypes())
                                                .map(Class::getSimpleName)
                                                .collect(Collectors.joining(", "))))
                        .sorted()
                        .collect(Collectors.joining(", "));
    }

    private static void line(PrintWriter out, String label, String text) {
        out.printf("%-10s  %s%n", label, text);
    }
}
