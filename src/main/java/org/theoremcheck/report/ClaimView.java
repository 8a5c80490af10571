package org.theoremcheck.report;

import org.jspecify.annotations.Nullable;
import org.theoremcheck.audit.Ledger.Entry;
import org.theoremcheck.audit.Witness;

/**
 * A claim as the page shows it.
 *
 * @param id of the claim
 * @param title typeset
 * @param statement typeset
 * @param badge its verdict
 * @param bar how tight or how wrong
 * @param checks number of instances judged
 * @param severity how wrong at worst, where it is violated; else empty
 * @param outcome on how many of these it is violated and by how much, in a sentence
 * @param altered whether the statement differs from the theorem's
 * @param of the theorem it belongs to, or empty
 * @param counterexample null where it was not refuted
 */
record ClaimView(
        String id,
        String title,
        String statement,
        Badge badge,
        Bar bar,
        String checks,
        String severity,
        String outcome,
        boolean altered,
        String of,
        @Nullable Counterexample counterexample) {

    static ClaimView of(Entry entry, @Nullable Entry theorem, @Nullable Witness witness) {
        String of = entry.of();
        return new ClaimView(
                entry.id(),
                Formula.prose(entry.title()),
                Formula.html(entry.statement()),
                Badge.of(entry),
                Bar.of(entry),
                Numbers.count(entry.instances()),
                Entries.isViolated(entry) ? "by " + Numbers.percent(entry.worstSeverity()) : "",
                outcome(entry),
                theorem == null || !entry.statement().equals(theorem.statement()),
                of == null ? "" : of,
                witness == null ? null : Counterexample.of(witness, Entries.isEquality(entry)));
    }

    private static String outcome(Entry entry) {
        String instances = Numbers.count(entry.instances(), "instance");
        return Entries.isViolated(entry)
                ? "Violated on %s of %s, by %s at worst."
                        .formatted(Numbers.count(entry.violations()), instances, Numbers.percent(entry.worstSeverity()))
                : "Violated on none of %s; largest ratio %s, %s undecided."
                        .formatted(instances, Numbers.rounded(entry.worstRatio()), Numbers.count(entry.undecided()));
    }
}
