package org.theoremcheck.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.theoremcheck.audit.Ledger;
import org.theoremcheck.audit.Ledger.Entry;
import org.theoremcheck.audit.Ledger.Needed;
import org.theoremcheck.audit.Ledger.Sampled;
import org.theoremcheck.audit.Ledger.Searched;
import org.theoremcheck.claim.Kind;
import org.theoremcheck.claim.Verdict;

/** What the lines of a ledger are, beyond what they say. */
final class Entries {

    private Entries() {}

    static boolean is(Entry entry, Kind kind) {
        return entry.kind().equals(kind.label());
    }

    static boolean isViolated(Entry entry) {
        return entry.verdict().equals(Verdict.VIOLATED.name());
    }

    /** Whether it is a published sentence that is false as it stands. */
    static boolean isRefutedReading(Entry entry) {
        return is(entry, Kind.PUBLISHED) && entry.expected().equals(Verdict.VIOLATED.name());
    }

    /** Whether both sides are claimed equal, so that measured/bound says nothing. */
    static boolean isEquality(Entry entry) {
        return entry.statement().contains(" = ") && !entry.statement().contains(" ≤ ");
    }

    /** What happens to a theorem without a hypothesis, if that was tried. */
    static Optional<Needed> needed(Entry theorem, String hypothesis) {
        return theorem.needed().stream()
                .filter(needed -> needed.hypothesis().equals(hypothesis))
                .findFirst();
    }

    /** The claims by the theorem that they are or belong to, in the order of the ledger. */
    static Map<String, List<Entry>> byTheorem(Ledger ledger) {
        Map<String, List<Entry>> byTheorem = new LinkedHashMap<>();
        for (Entry entry : ledger.claims()) {
            String of = entry.of();
            byTheorem
                    .computeIfAbsent(of == null ? entry.id() : of, id -> new ArrayList<>())
                    .add(entry);
        }
        return byTheorem;
    }

    /** The largest ratio that a group of families gave by sampling; NaN where there is none. */
    static double largestSampled(Entry entry, String group) {
        return largest(entry.families().stream()
                .filter(family -> family.group().equals(group))
                .mapToDouble(Sampled::worstRatio));
    }

    /** The largest ratio that a group of families gave by search; NaN where there is none. */
    static double largestSearched(Entry entry, String group) {
        return largest(entry.searched().stream()
                .filter(search -> search.group().equals(group))
                .mapToDouble(Searched::worstRatio));
    }

    /** NaN where there is no number. */
    static double largest(DoubleStream ratios) {
        return ratios.filter(ratio -> !Double.isNaN(ratio)).max().orElse(Double.NaN);
    }
}
