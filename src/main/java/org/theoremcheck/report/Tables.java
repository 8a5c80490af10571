package org.theoremcheck.report;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.theoremcheck.audit.Ledger;
import org.theoremcheck.audit.Ledger.Entry;
import org.theoremcheck.claim.Kind;

/** The report as Markdown tables, for the folder in which a project keeps its audit. */
public final class Tables {

    private static final String INTRODUCTION = """
            # Audit

            The audit of this very commit: theorems tried on concrete instances, and controls (wrong statements, wrong subjects)
            that must be refuted. *Holds* means not refuted, and "not refuted on k instances" is not a proof.
            """;

    private static final String ERRORS = """
            ## Error ledger

            What chance may do: %s of %s are spent. A claim that is expected to hold spends the false alarms of its tests, one that is expected to be
            refuted spends a miss. Effects are in standard errors.
            """;

    private static final String ROUNDINGS = """
            What rounding may do: the largest budget that a judgement had, in the units of its statement. Controls have the budgets of their theorems.
            """;

    private static final String REPRODUCTION = """
            ## Reproduce

            Seed %d, %s instances of each theorem and group of families%s.

            ```
            java -jar target/theoremcheck.jar audit
            java -jar target/theoremcheck.jar replay reports/witnesses/ID.json
            ```
            """;

    private Tables() {}

    /** The tables of an audit: theorems, published readings and controls, and how to reproduce them. */
    public static String markdown(Ledger ledger) {
        Summary summary = Summary.of(ledger);
        List<String> parts = new ArrayList<>();
        parts.add(INTRODUCTION);
        parts.add("**%s.** %s\n".formatted(summary.headline(), summary.line()));
        if (!summary.green()) {
            parts.add(unexpected(summary.unexpected()));
        }
        parts.add("## Theorems\n");
        parts.add(table(
                ledger,
                entry -> Entries.is(entry, Kind.THEOREM),
                List.of(
                        "id",
                        "theorem",
                        "statement",
                        "verdict",
                        "instances",
                        "largest ratio",
                        "known supremum",
                        "alterations refuted"),
                Tables::theorem));
        parts.add("## Published sentences, read literally\n");
        parts.add(table(
                ledger,
                entry -> Entries.is(entry, Kind.PUBLISHED),
                List.of("id", "sentence", "statement", "verdict", "severity", "witness", "how it was read"),
                Tables::reading));
        parts.add("## Controls\n");
        parts.add(table(
                ledger,
                entry -> Entries.is(entry, Kind.CONTROL),
                List.of("id", "what is wrong", "of", "verdict", "severity", "witness"),
                Tables::control));
        ErrorLedger errors = ErrorLedger.of(ledger);
        parts.add(ERRORS.formatted(errors.spent(), errors.budget()));
        parts.add(table(
                List.of("id", "kind", "false alarms", "miss", "smallest effect seen", "spends"),
                errors.shares().stream().map(Tables::share)));
        parts.add(ROUNDINGS);
        parts.add(table(
                List.of("id", "largest budget", "where it comes from, and the smallest effect seen"),
                errors.roundings().stream().map(Tables::rounding)));
        StringBuilder set = new StringBuilder();
        ledger.set()
                .forEach((term, coefficient) ->
                        set.append(", %s set to %s".formatted(text(term), Numbers.rounded(coefficient))));
        parts.add(REPRODUCTION.formatted(ledger.seed(), Numbers.count(ledger.instances()), set));
        return String.join("\n", parts);
    }

    private static String unexpected(List<Entry> entries) {
        StringBuilder list = new StringBuilder();
        for (Entry entry : entries) {
            list.append("- %s: expected %s, found %s\n"
                    .formatted(code(entry.id()), Badge.word(entry.expected()), Badge.word(entry.verdict())));
        }
        return list.toString();
    }

    private static List<String> theorem(Entry entry) {
        boolean equality = Entries.isEquality(entry);
        return List.of(
                code(entry.id()),
                text(entry.title()),
                code(entry.statement()),
                verdict(entry),
                Numbers.count(entry.instances()),
                equality ? "equality" : Numbers.rounded(entry.worstRatio()) + spread(entry.spread()),
                equality ? "" : Numbers.rounded(entry.knownSupremum()),
                refuted(entry.mutants()));
    }

    /** What other seeds reach where nobody knows how far one can get. */
    private static String spread(Ledger.@Nullable Spread spread) {
        return spread == null
                ? ""
                : " (%s to %s under %d seeds)"
                        .formatted(Numbers.rounded(spread.least()), Numbers.rounded(spread.largest()), spread.seeds());
    }

    /** Of the alterations that do not follow from the theorem. */
    private static String refuted(Ledger.@Nullable Mutants mutants) {
        return mutants == null ? "" : "%d of %d".formatted(mutants.refuted(), mutants.made() - mutants.implied());
    }

    private static List<String> share(ErrorLedger.Share share) {
        return List.of(
                code(share.id()), share.kind(), share.falseAlarms(), share.miss(), share.effect(), share.spends());
    }

    private static List<String> rounding(ErrorLedger.Rounding rounding) {
        return List.of(code(rounding.id()), rounding.largest(), text(rounding.tolerance()));
    }

    private static List<String> reading(Entry entry) {
        return List.of(
                code(entry.id()),
                text(entry.title()),
                code(entry.statement()),
                verdict(entry),
                severity(entry),
                witness(entry),
                text(Objects.requireNonNullElse(entry.reading(), "")));
    }

    private static List<String> control(Entry entry) {
        return List.of(
                code(entry.id()),
                text(entry.title()),
                code(Objects.requireNonNullElse(entry.of(), "")),
                verdict(entry),
                severity(entry),
                witness(entry));
    }

    private static String verdict(Entry entry) {
        Badge badge = Badge.of(entry);
        return badge.symbol() + " " + badge.word()
                + (badge.expected().isEmpty() ? "" : ", expected " + badge.expected());
    }

    private static String severity(Entry entry) {
        return Entries.isViolated(entry) ? Numbers.percent(entry.worstSeverity()) : "";
    }

    private static String witness(Entry entry) {
        String name = URLEncoder.encode(entry.id(), StandardCharsets.UTF_8);
        return entry.witness() == null ? "" : "[witness](%s)".formatted(Counterexample.file(name));
    }

    private static String table(
            Ledger ledger, Predicate<Entry> which, List<String> header, Function<Entry, List<String>> row) {
        return table(header, ledger.claims().stream().filter(which).map(row));
    }

    private static String table(List<String> header, Stream<List<String>> rows) {
        StringBuilder table = new StringBuilder();
        table.append(line(header));
        table.append(line(Collections.nCopies(header.size(), "---")));
        rows.map(Tables::line).forEach(table::append);
        return table.toString();
    }

    private static String line(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    /** Text that Markdown shows as it is. */
    private static String text(String plain) {
        return plain.replaceAll("[\\\\`*_{}\\[\\]<>&#|~]", "\\\\$0").replaceAll("\\R", " ");
    }

    /** A code span; a table wants its pipes escaped even there. */
    private static String code(String plain) {
        String span = plain.replace('`', 'ˋ').replaceAll("\\R", " ").replace("|", "\\|");
        return span.isEmpty() ? "" : "`" + span + "`";
    }
}
