package org.theoremcheck.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.theoremcheck.audit.Ledger;
import org.theoremcheck.audit.Ledger.Entry;
import org.theoremcheck.audit.Witness;
import org.theoremcheck.claim.Paper;

/** The report as one web page that needs nothing beside itself: style, scripts and data are inside. */
public final class Page {

    /**
     * What the template shows.
     *
     * @param summary of the audit
     * @param unexpected claims that are not as expected
     * @param settings options that the result depends on
     * @param suite option of {@code replay}, or empty
     * @param options of {@code audit}, or empty
     * @param papers with their theorems
     * @param refuted published readings that are false as they stand
     * @param unrefuted the other published readings
     * @param chance the shares of the statistical claims, or empty
     * @param errors what chance and rounding may do
     * @param style of the page
     * @param charts the chart library
     * @param script of the page
     */
    private record View(
            Summary summary,
            List<ClaimView> unexpected,
            String settings,
            String suite,
            String options,
            List<Section> papers,
            List<Reading> refuted,
            List<Reading> unrefuted,
            String chance,
            ErrorLedger errors,
            String style,
            String charts,
            String script) {}

    /**
     * A paper.
     *
     * @param name its title, or its identifiers
     * @param names identifiers
     * @param plots how tight its theorems are
     * @param needs which of their hypotheses are needed
     * @param chapters its theorems
     * @param figures its figures
     */
    private record Section(
            String name,
            List<Name> names,
            List<TightnessPlot> plots,
            List<NecessityMatrix> needs,
            List<Chapter> chapters,
            List<Curves> figures) {}

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
     * @param papers those that the claims are from; claims of no paper are grouped by the identifiers that they name
     * @param selection which claims were asked for
     */
    public static String html(Ledger ledger, Map<String, Witness> witnesses, List<Paper> papers, Selection selection) {
        List<Section> sections = sections(ledger, witnesses, papers);
        List<Reading> readings = sections.stream()
                .flatMap(section -> section.chapters().stream())
                .flatMap(chapter -> chapter.readings().stream())
                .toList();
        return Resources.template("page")
                .execute(new View(
                        Summary.of(ledger),
                        ledger.claims().stream()
                                .filter(entry -> !entry.asExpected())
                                .map(entry -> ClaimView.of(entry, null, null))
                                .toList(),
                        settings(ledger),
                        selection.replaying(),
                        selection.repeating(ledger),
                        sections,
                        readings.stream().filter(Reading::refuted).toList(),
                        readings.stream().filter(reading -> !reading.refuted()).toList(),
                        ledger.falseAlarm().spent() > 0
                                ? "%s of %s"
                                        .formatted(
                                                Numbers.rounded(
                                                        ledger.falseAlarm().spent()),
                                                Numbers.rounded(
                                                        ledger.falseAlarm().budget()))
                                : "",
                        ErrorLedger.of(ledger),
                        Resources.text("page.css"),
                        Resources.charts(),
                        Resources.text("page.js") + Resources.text("claims.js")));
    }

    private static List<Section> sections(Ledger ledger, Map<String, Witness> witnesses, List<Paper> papers) {
        Map<String, Map<String, List<Entry>>> byPaper = new LinkedHashMap<>();
        Entries.byTheorem(ledger)
                .forEach((id, entries) -> byPaper.computeIfAbsent(
                                paper(id, papers)
                                        .map(Paper::title)
                                        .orElseGet(() ->
                                                String.join(" ", entries.get(0).papers())),
                                title -> new LinkedHashMap<>())
                        .put(id, entries));
        return byPaper.entrySet().stream()
                .map(paper -> section(paper.getKey(), paper.getValue(), ledger, witnesses, papers))
                .toList();
    }

    private static Section section(
            String name,
            Map<String, List<Entry>> theorems,
            Ledger ledger,
            Map<String, Witness> witnesses,
            List<Paper> papers) {
        List<Entry> entries = theorems.values().stream().flatMap(List::stream).toList();
        Optional<Paper> paper = paper(theorems.keySet().iterator().next(), papers);
        return new Section(
                name,
                entries.stream()
                        .flatMap(entry -> entry.papers().stream())
                        .distinct()
                        .map(Name::of)
                        .toList(),
                TightnessPlot.of(entries),
                NecessityMatrix.of(entries),
                theorems.entrySet().stream()
                        .map(theorem -> Chapter.of(theorem.getKey(), theorem.getValue(), ledger, witnesses))
                        .toList(),
                paper.map(Paper::figures).orElse(List.of()).stream()
                        .map(Curves::of)
                        .toList());
    }

    private static Optional<Paper> paper(String theorem, List<Paper> papers) {
        return papers.stream()
                .filter(paper -> paper.theorems().stream()
                        .anyMatch(any -> any.claims().get(0).id().equals(theorem)))
                .findFirst();
    }

    private static String settings(Ledger ledger) {
        List<String> settings = new ArrayList<>();
        settings.add("seed " + ledger.seed());
        settings.add(Numbers.count(ledger.instances()) + " instances of each theorem and group of families");
        ledger.set().forEach((term, coefficient) -> settings.add(term + " set to " + Numbers.rounded(coefficient)));
        return String.join(", ", settings);
    }
}
