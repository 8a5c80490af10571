package org.theoremcheck.report;

import java.util.List;
import org.theoremcheck.audit.Ledger;
import org.theoremcheck.audit.Ledger.Entry;
import org.theoremcheck.claim.Kind;

/**
 * What chance and rounding may do in an audit, claim by claim.
 *
 * @param spent false alarms and misses of all claims together
 * @param budget what they may spend
 * @param shares of the statistical claims
 * @param roundings of the others, but for controls, which have the budgets of their theorems
 */
record ErrorLedger(String spent, String budget, List<Share> shares, List<Rounding> roundings) {

    /**
     * A statistical claim.
     *
     * @param id of the claim
     * @param kind theorem, published or control
     * @param falseAlarms of all its tests
     * @param miss of the smallest effect
     * @param effect the smallest that is to be seen, in standard errors
     * @param spends what counts: the false alarms of what is expected to hold, the miss of what is to be refuted
     */
    record Share(String id, String kind, String falseAlarms, String miss, String effect, String spends) {
        static Share of(Entry entry) {
            return new Share(
                    entry.id(),
                    entry.kind(),
                    Numbers.brief(entry.falseAlarm()),
                    Numbers.brief(entry.miss()),
                    Numbers.rounded(entry.smallestEffect()),
                    Numbers.brief(entry.share()));
        }
    }

    /**
     * A claim judged in floating-point numbers.
     *
     * @param id of the claim
     * @param largest rounding budget of a judgement, in the units of the statement
     * @param tolerance where it comes from, and the resolution
     */
    record Rounding(String id, String largest, String tolerance) {
        static Rounding of(Entry entry) {
            return new Rounding(entry.id(), Numbers.brief(entry.budget()), entry.tolerance());
        }
    }

    static ErrorLedger of(Ledger ledger) {
        return new ErrorLedger(
                Numbers.brief(ledger.falseAlarm().spent()),
                Numbers.brief(ledger.falseAlarm().budget()),
                ledger.claims().stream()
                        .filter(Entry::statistical)
                        .map(Share::of)
                        .toList(),
                ledger.claims().stream()
                        .filter(entry -> !entry.statistical() && !Entries.is(entry, Kind.CONTROL))
                        .map(Rounding::of)
                        .toList());
    }
}
