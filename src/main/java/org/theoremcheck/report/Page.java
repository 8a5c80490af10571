package org.theoremcheck.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.theoremcheck.audit.Ledger;
import org.theoremcheck.audit.Witness;

/** The report as one web page that needs nothing beside itself: style, scripts and data are inside. */
public final class Page {

    /**
     * What the template shows.
     *
     * @param summary of the audit
     * @param unexpected claims that are not as expected
     * @param settings options that the result depends on
     * @param papers with their theorems
     * @param readings published readings that are false as they stand
     * @param chance the shares of the statistical claims, or empty
     * @param style of the page
     * @param charts the chart library
     * @param script of the page
     */
    private record View(
            Summary summary,
            List<ClaimView> unexpected,
            String settings,
            List<Paper> papers,
            List<ClaimView> readings,
            String chance,
            String style,
            String charts,
            String script) {}

    /**
     * A paper.
     *
     * @param names identifiers
     * @param plots how tight its theorems are
     * @param chapters its theorems
     */
    private record Paper(List<Name> names, List<TightnessPlot> plots, List<Chapter> chapters) {}

    /**
     * The identifier of a paper.
     *
     * @param id such as {@code arXiv:2601.04270}
     * @param address where a reader finds it, or empty
     */
    private record Name(String id, String address) {
        static Name of(String id) {
            return new Name(
                    id, id.matches("arXiv:[\\w./-]+") ? id.replaceFirst("arXiv:", "https://arxiv.org/abs/") : "");
        }
    }

    private Page() {}

    /**
     * The page of an audit.
     *
     * @param ledger what was found
     * @param witnesses counterexamples by the id of their claim
     */
    public static String html(Ledger ledger, Map<String, Witness> witnesses) {
        List<Paper> papers = papers(ledger, witnesses);
        return Resources.template("page")
                .execute(new View(
                        Summary.of(ledger),
                        ledger.claims().stream()
                                .filter(entry -> !entry.asExpected())
                                .map(entry -> ClaimView.of(entry, null, null))
                                .toList(),
                        settings(ledger),
                        papers,
                        papers.stream()
                                .flatMap(paper -> paper.chapters().stream())
                                .flatMap(chapter -> chapter.readings().stream())
                                .toList(),
                        ledger.falseAlarm().spent() > 0
                                ? "%s of %s"
                                        .formatted(
                                                Numbers.rounded(
                                                        ledger.falseAlarm().spent()),
                                                Numbers.rounded(
                                                        ledger.falseAlarm().budget()))
                                : "",
                        Resources.text("page.css"),
                        Resources.charts(),
                        Resources.text("page.js")));
    }

    private static List<Paper> papers(Ledger ledger, Map<String, Witness> witnesses) {
        Map<List<String>, List<Chapter>> byPaper = new LinkedHashMap<>();
        Entries.byTheorem(ledger)
                .forEach((id, entries) -> byPaper.computeIfAbsent(entries.get(0).papers(), paper -> new ArrayList<>())
                        .add(Chapter.of(id, entries, witnesses)));
        return byPaper.entrySet().stream()
                .map(paper -> new Paper(
                        paper.getKey().stream().map(Name::of).toList(),
                        TightnessPlot.of(ledger.claims().stream()
                                .filter(entry -> entry.papers().equals(paper.getKey()))
                                .toList()),
                        paper.getValue()))
                .toList();
    }

    private static String settings(Ledger ledger) {
        List<String> settings = new ArrayList<>();
        settings.add("seed " + ledger.seed());
        settings.add(Numbers.count(ledger.instances()) + " instances of each theorem and group of families");
        ledger.set().forEach((term, coefficient) -> settings.add(term + " set to " + Numbers.rounded(coefficient)));
        return String.join(", ", settings);
    }
}
