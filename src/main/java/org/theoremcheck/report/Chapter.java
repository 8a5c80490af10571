package org.theoremcheck.report;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.theoremcheck.audit.Ledger.Entry;
import org.theoremcheck.audit.Witness;
import org.theoremcheck.claim.Kind;

/**
 * A theorem with its readings and controls.
 *
 * @param id of the theorem
 * @param theorem null where the audit left it out
 * @param readings published readings that are false as they stand
 * @param controls what must be refuted, and published readings that hold
 */
record Chapter(String id, @Nullable TheoremView theorem, List<ClaimView> readings, List<ClaimView> controls) {

    static Chapter of(String id, List<Entry> entries, Map<String, Witness> witnesses) {
        Entry theorem = entries.stream()
                .filter(entry -> Entries.is(entry, Kind.THEOREM))
                .findFirst()
                .orElse(null);
        List<ClaimView> readings = entries.stream()
                .filter(Entries::isRefutedReading)
                .map(entry -> ClaimView.of(entry, theorem, witnesses.get(entry.id())))
                .toList();
        List<ClaimView> controls = entries.stream()
                .filter(entry -> !Entries.is(entry, Kind.THEOREM) && !Entries.isRefutedReading(entry))
                .map(entry -> ClaimView.of(entry, theorem, witnesses.get(entry.id())))
                .toList();
        return new Chapter(id, theorem == null ? null : TheoremView.of(theorem, witnesses.get(id)), readings, controls);
    }

    /** "20 of 20 controls caught". */
    String caught() {
        long caught = controls.stream()
                .filter(control -> control.badge().expected().isEmpty())
                .count();
        return caught == controls.size()
                ? Numbers.count(caught, "control") + " caught"
                : "%d of %d controls caught".formatted(caught, controls.size());
    }
}
