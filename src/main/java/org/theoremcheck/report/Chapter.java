package org.theoremcheck.report;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.theoremcheck.audit.Ledger;
import org.theoremcheck.audit.Ledger.Entry;
import org.theoremcheck.audit.Witness;
import org.theoremcheck.claim.Kind;

/**
 * A theorem with its readings and controls.
 *
 * @param id of the theorem
 * @param theorem null where the audit left it out
 * @param readings published sentences, read literally
 * @param controls what must be refuted
 */
record Chapter(String id, @Nullable TheoremView theorem, List<Reading> readings, List<ClaimView> controls) {

    static Chapter of(String id, List<Entry> entries, Ledger ledger, Map<String, Witness> witnesses) {
        Entry theorem = entries.stream()
                .filter(entry -> Entries.is(entry, Kind.THEOREM))
                .findFirst()
                .orElse(null);
        List<Reading> readings = entries.stream()
                .filter(entry -> Entries.is(entry, Kind.PUBLISHED))
                .map(entry -> Reading.of(entry, witnesses.get(entry.id()), ledger))
                .toList();
        List<ClaimView> controls = entries.stream()
                .filter(entry -> Entries.is(entry, Kind.CONTROL))
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
