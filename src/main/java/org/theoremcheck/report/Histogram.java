package org.theoremcheck.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.theoremcheck.audit.Ledger.Entry;
import org.theoremcheck.audit.Ledger.Sampled;
import org.theoremcheck.claim.Tally;

/**
 * How measured/bound is distributed over the instances of each group, as a table with a row for each bin.
 *
 * @param groups names of the groups
 * @param rows the bins in ascending order
 */
record Histogram(List<String> groups, List<Row> rows) {

    /**
     * A bin.
     *
     * @param bin its ends
     * @param shares of the instances of each group
     */
    record Row(String bin, List<String> shares) {}

    static Histogram of(Entry entry) {
        Map<String, long[]> counts = new LinkedHashMap<>();
        for (Sampled family : entry.families()) {
            long[] sum = counts.computeIfAbsent(family.group(), group -> new long[Tally.BINS]);
            for (int bin = 0; bin < Math.min(sum.length, family.histogram().length); bin++) {
                sum[bin] += family.histogram()[bin];
            }
        }
        counts.values().removeIf(bins -> total(bins) == 0);
        List<Row> rows = new ArrayList<>();
        for (int bin = 0; bin < Tally.BINS; bin++) {
            int index = bin;
            rows.add(new Row(
                    name(bin),
                    counts.values().stream()
                            .map(bins -> bins[index] == 0 ? "0" : Numbers.percent(bins[index] / (double) total(bins)))
                            .toList()));
        }
        return new Histogram(List.copyOf(counts.keySet()), rows);
    }

    private static long total(long[] bins) {
        long total = 0;
        for (long bin : bins) {
            total += bin;
        }
        return total;
    }

    /** The first and the last bin have everything beyond them too. */
    private static String name(int bin) {
        String low = Numbers.rounded(bin / (double) Tally.BINS);
        String high = Numbers.rounded((bin + 1) / (double) Tally.BINS);
        return bin == 0 ? "below " + high : bin == Tally.BINS - 1 ? low + " and above" : low + " to " + high;
    }

    /** Why there is nothing to see in it, or nothing: instances in more than one bin are a distribution. */
    String plotless() {
        List<String> occupied = rows.stream()
                .filter(row -> row.shares().stream().anyMatch(share -> !share.equals("0")))
                .map(Row::bin)
                .toList();
        return occupied.isEmpty()
                ? "No plot: the claim is judged on whole runs, and has no ratio of a measured side to a bound."
                : occupied.size() == 1
                        ? "No plot: measured/bound is %s wherever it was judged.".formatted(occupied.get(0))
                        : "";
    }
}
