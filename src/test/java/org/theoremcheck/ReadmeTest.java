package org.theoremcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.theoremcheck.audit.Ledger;
import org.theoremcheck.audit.Ledger.Entry;
import org.theoremcheck.claim.Catalogue;
import org.theoremcheck.claim.Paper;
import org.theoremcheck.claim.Theorem;

/** Verdicts, counts and ratios in the README are those of the committed ledger. */
class ReadmeTest {

    private final String readme = read(Path.of("README.md"));
    private final Ledger ledger = Ledger.read(read(Path.of("reports", "ledger.json")));
    private final Map<String, Entry> entries =
            ledger.claims().stream().collect(Collectors.toMap(Entry::id, entry -> entry));

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    @Test
    void theTheoremOfAddingAPaperIsThatOfTheExample() {
        int begin = readme.indexOf("static final Theorem<Problem, Descender, Run>");
        String excerpt = readme.substring(begin, readme.indexOf("```", begin));

        assertThat(Path.of("src/it/paper/src/main/java/example/GradientDescentRate.java"))
                .content()
                .containsIgnoringWhitespaces(excerpt);
    }

    /** A line for each paper and one for all; the text expected is what belongs there. */
    @Test
    void theTableOfPapersIsThatOfTheLedger() {
        StringBuilder table = new StringBuilder("""
                | paper | theorems that hold | published readings | controls refuted | alterations refuted | checks |
                |---|---:|---|---:|---:|---:|
                """);
        for (Paper paper : Catalogue.load(Paper.class.getClassLoader()).papers()) {
            List<Entry> own = paper.theorems().stream()
                    .map(Theorem::claims)
                    .flatMap(List::stream)
                    .map(claim -> entries.get(claim.id()))
                    .toList();
            table.append(line(paper.title(), own));
        }
        table.append(line("all", ledger.claims()));

        assertThat(readme).contains(table);
    }

    private static String line(String name, List<Entry> entries) {
        List<Ledger.Mutants> mutants =
                entries.stream().map(Entry::mutants).flatMap(Stream::ofNullable).toList();
        String readings = Stream.of("HOLDS", "VIOLATED", "VACUOUS", "UNDECIDED")
                .filter(verdict -> count(entries, "published", verdict) > 0)
                .map(verdict -> "%d %s".formatted(count(entries, "published", verdict), word(verdict)))
                .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "| %s | %d | %s | %d | %,d of %,d | %,d |%n",
                name,
                count(entries, "theorem", "HOLDS"),
                readings,
                count(entries, "control", "VIOLATED"),
                mutants.stream().mapToInt(Ledger.Mutants::refuted).sum(),
                mutants.stream().mapToInt(of -> of.made() - of.implied()).sum(),
                entries.stream().mapToLong(Entry::instances).sum());
    }

    private static long count(List<Entry> entries, String kind, String verdict) {
        return entries.stream()
                .filter(entry -> entry.kind().equals(kind) && entry.verdict().equals(verdict))
                .count();
    }

    private static String word(String verdict) {
        return switch (verdict) {
            case "HOLDS" -> "hold";
            case "VIOLATED" -> "refuted";
            default -> verdict.toLowerCase(Locale.ROOT);
        };
    }

    @Test
    void everyClaimNamedInATableIsInTheLedger() {
        Matcher names =
                Pattern.compile("^\\| `([a-z0-9`, -]+)` \\|", Pattern.MULTILINE).matcher(readme);

        assertThat(names.results().flatMap(found -> Stream.of(found.group(1).split("`, `"))))
                .hasSizeGreaterThan(60)
                .filteredOn(name -> !name.startsWith("-") && !isOfAnotherTable(name))
                .allSatisfy(name -> assertThat(entries).containsKey(name));
    }

    /** Commands, rules of optimizers. */
    private boolean isOfAnotherTable(String name) {
        return List.of("list", "audit", "gradients", "meanfield").contains(name) || name.startsWith("step-");
    }

    @Test
    void theReadingsOfSgdHaveTheVerdictsOfTheLedger() {
        assertThat(readme)
                .contains(
                        "`equations-describe-sgd-linear` holds, `-tanh` is refuted at τ = 1, and `-logistic` stays undecided");
        assertThat(Stream.of("linear", "tanh", "logistic")
                        .map(loss ->
                                entries.get("equations-describe-sgd-" + loss).verdict()))
                .containsExactly("HOLDS", "VIOLATED", "UNDECIDED");
    }

    @Test
    void theRunsOfNearLinearConvergenceAreThoseOfTheLedger() {
        Entry holds = entries.get("gdpolyak-near-linear");
        long wrong = entries.get("gp-n1").instances() + entries.get("gp-n2").instances();

        assertThat(readme)
                .contains("%d random instances accepted, all %d runs of gradient descent and Polyak's method rejected"
                        .formatted(holds.instances(), wrong));
        assertThat(entries.get("gp-n1").violations() + entries.get("gp-n2").violations())
                .isEqualTo(wrong);
    }

    @Test
    void theSharesAreThoseOfTheLedger() {
        assertThat(readme).contains("a false-alarm share of 10⁻⁸ for an experiment and a miss of 4·10⁻⁹");
        assertThat(ledger.claims())
                .filteredOn(entry -> entry.statistical() && entry.papers().contains("arXiv:2602.06320"))
                .allSatisfy(entry -> {
                    assertThat(entry.falseAlarm() / entry.instances()).isCloseTo(1e-8, within(1e-15));
                    assertThat(entry.miss()).isBetween(3.5e-9, 4.5e-9);
                });
    }
}
