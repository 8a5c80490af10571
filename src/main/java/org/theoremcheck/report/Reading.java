package org.theoremcheck.report;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.theoremcheck.audit.Ledger;
import org.theoremcheck.audit.Ledger.Entry;
import org.theoremcheck.audit.Ledger.MetHypothesis;
import org.theoremcheck.audit.Witness;
import org.theoremcheck.claim.Kind;

/**
 * A published sentence as it was read, beside what does hold.
 *
 * @param claim the sentence as a claim
 * @param refuted whether it is expected to be false as it stands
 * @param source where the sentence is from, typeset
 * @param how whose sentence is read and how, typeset
 * @param setting what was played, typeset
 * @param corrected the theorems that say it rightly; none where the audit left them out
 */
record Reading(ClaimView claim, boolean refuted, String source, String how, String setting, List<Corrected> corrected) {

    /**
     * A theorem beside a published sentence.
     *
     * @param claim the theorem
     * @param setting what is played, typeset
     * @param hypotheses their names, or empty
     */
    record Corrected(ClaimView claim, String setting, String hypotheses) {

        static Corrected of(Entry theorem) {
            return new Corrected(
                    ClaimView.of(theorem, null, null),
                    Formula.prose(theorem.setting()),
                    theorem.hypotheses().stream().map(MetHypothesis::name).collect(Collectors.joining("; ")));
        }
    }

    static Reading of(Entry reading, @Nullable Witness witness, Ledger ledger) {
        String how = Objects.requireNonNullElse(reading.reading(), "");
        return new Reading(
                ClaimView.of(reading, null, witness),
                Entries.isRefutedReading(reading),
                Formula.prose(reading.source()),
                Formula.prose(how),
                Formula.prose(reading.setting()),
                corrected(reading, how, ledger).stream().map(Corrected::of).toList());
    }

    /** The theorems that the reading says to see, or else the one that it belongs to. */
    private static List<Entry> corrected(Entry reading, String how, Ledger ledger) {
        List<Entry> theorems = ledger.claims().stream()
                .filter(entry -> Entries.is(entry, Kind.THEOREM))
                .toList();
        List<Entry> named = theorems.stream()
                .filter(theorem -> Pattern.compile("\\b(?:see|and) " + Pattern.quote(theorem.id()) + "(?![\\w-])")
                        .matcher(how)
                        .find())
                .toList();
        return named.isEmpty()
                ? theorems.stream()
                        .filter(theorem -> theorem.id().equals(reading.of()))
                        .toList()
                : named;
    }
}
