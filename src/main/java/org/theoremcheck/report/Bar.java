package org.theoremcheck.report;

import org.theoremcheck.audit.Ledger.Entry;
import org.theoremcheck.claim.Codec;

/**
 * A number with a bar beside it.
 *
 * @param label what it says in words
 * @param key the number as a share, by which bars are sorted; empty for none
 * @param width length of the bar in percent of the longest, without a unit; empty for no bar
 * @param tone name of its colours
 */
record Bar(String label, String key, String width, String tone) {

    private static final Bar NONE = new Bar("–", "", "", "good");

    /** How tight a claim is that holds, or how wrong one that does not. */
    static Bar of(Entry entry) {
        String tone = Badge.of(entry).tone();
        if (Entries.isViolated(entry)) {
            // Beyond 1, so that what is wrong comes after what is tight.
            return bar(
                    "by " + Numbers.percent(entry.worstSeverity()),
                    1 + entry.worstSeverity(),
                    entry.worstSeverity(),
                    tone);
        } else if (Entries.isEquality(entry)) {
            return new Bar("equality", "", "", tone);
        }
        Bar ratio = ratio(entry.worstRatio(), entry.knownSupremum());
        boolean known = Double.isFinite(entry.worstRatio()) && Double.isFinite(entry.knownSupremum());
        return new Bar(
                known ? ratio.label + " of " + Numbers.rounded(entry.knownSupremum()) : ratio.label,
                ratio.key,
                ratio.width,
                tone);
    }

    /** A ratio, its bar drawn against the supremum, or against 1 where none is known. */
    static Bar ratio(double ratio, double supremum) {
        double share = Double.isFinite(supremum) ? ratio / supremum : ratio;
        return Double.isFinite(ratio) ? bar(Numbers.rounded(ratio), share, share, "good") : NONE;
    }

    private static Bar bar(String label, double key, double share, String tone) {
        return new Bar(
                label,
                Double.isFinite(key) ? Codec.number(key) : "",
                Double.isFinite(share) ? Codec.number(Math.rint(Math.max(0, Math.min(1, share)) * 1000) / 10) : "",
                tone);
    }
}
