package org.theoremcheck.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.DoubleStream;
import org.theoremcheck.audit.Ledger.Entry;
import org.theoremcheck.claim.Kind;

/**
 * How near the largest ratio of each theorem comes to its known supremum in each group of families, as a table.
 *
 * @param theorems ids, the columns
 * @param rows the groups
 */
record TightnessPlot(List<String> theorems, List<Row> rows) {

    /** Gaps below it are rounding. */
    private static final double SMALLEST = 1e-12;

    /**
     * A group.
     *
     * @param group its name
     * @param cells of the theorems
     */
    record Row(String group, List<Cell> cells) {}

    /**
     * What a theorem reached in a group.
     *
     * @param ratio as text
     * @param gap 1 − ratio/supremum as a plain number, or empty
     */
    record Cell(String ratio, String gap) {}

    /** A plot for each set of at least two theorems that share at least three groups; equalities have no ratio. */
    static List<TightnessPlot> of(List<Entry> entries) {
        Map<String, List<Entry>> byFirstGroup = new LinkedHashMap<>();
        entries.stream()
                .filter(entry -> Entries.is(entry, Kind.THEOREM)
                        && !Entries.isEquality(entry)
                        && entry.knownSupremum() > 0
                        && !entry.families().isEmpty())
                .forEach(entry -> byFirstGroup
                        .computeIfAbsent(entry.families().get(0).group(), group -> new ArrayList<>())
                        .add(entry));
        return byFirstGroup.values().stream()
                .filter(theorems -> theorems.size() > 1)
                .map(TightnessPlot::plot)
                .filter(plot -> plot.rows.size() > 2)
                .toList();
    }

    private static TightnessPlot plot(List<Entry> theorems) {
        Set<String> groups = new LinkedHashSet<>();
        theorems.forEach(theorem -> theorem.families().forEach(family -> groups.add(family.group())));
        return new TightnessPlot(
                theorems.stream().map(Entry::id).toList(),
                groups.stream()
                        .map(group -> new Row(
                                group,
                                theorems.stream()
                                        .map(theorem -> cell(theorem, group))
                                        .toList()))
                        .toList());
    }

    private static Cell cell(Entry theorem, String group) {
        double largest = Entries.largest(
                DoubleStream.of(Entries.largestSampled(theorem, group), Entries.largestSearched(theorem, group)));
        if (Double.isNaN(largest)) {
            return new Cell(Numbers.rounded(Double.NaN), "");
        }
        double gap = 1 - largest / theorem.knownSupremum();
        return new Cell(Numbers.rounded(largest), Double.toString(Math.max(SMALLEST, gap)));
    }
}
