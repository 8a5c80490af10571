package org.theoremcheck.report;

import org.theoremcheck.audit.Ledger.Entry;
import org.theoremcheck.claim.Codec;

/**
 * A number with a bar beside it.
 *
 * @param label what it says in words
 * @param width length of the bar in percent of the longest, without a unit; empty for no bar
 * @param tone name of its colours
 */
record Bar(String label, String width, String tone) {

    private static final Bar NONE = new Bar("–", "", "good");

    /** How tight a claim is that holds, or how wrong one that does not. */
    static Bar of(Entry entry) {
        String tone = Badge.of(entry).tone();
        if (Entries.isViolated(entry)) {
            return new Bar("by " + Numbers.percent(entry.worstSeverity()), width(entry.worstSeverity()), tone);
        } else if (Entries.isEquality(entry)) {
            return new Bar("equality", "", tone);
        }
        Bar ratio = ratio(entry.worstRatio(), entry.knownSupremum());
        boolean known = Double.isFinite(entry.worstRatio()) && Double.isFinite(entry.knownSupremum());
        return new Bar(
                known ? ratio.label + " of " + Numbers.rounded(entry.knownSupremum()) : ratio.label, ratio.width, tone);
    }

    /** A ratio, its bar drawn against the supremum, or against 1 where none is known. */
    static Bar ratio(double ratio, double supremum) {
        return Double.isFinite(ratio)
                ? new Bar(Numbers.rounded(ratio), width(Double.isFinite(supremum) ? ratio / supremum : ratio), "good")
                : NONE;
    }

    private static String width(double share) {
        return Double.isFinite(share) ? Codec.number(Math.rint(Math.max(0, Math.min(1, share)) * 1000) / 10) : "";
    }
}
