package org.theoremcheck.report;

import java.util.Locale;
import org.theoremcheck.audit.Ledger.Entry;

/**
 * A verdict as it is shown: never by colour alone.
 *
 * @param symbol one character
 * @param word the verdict
 * @param tone name of the colours: good and caught are as expected, bad is not
 * @param expected empty, or the verdict that was expected and not found
 */
record Badge(String symbol, String word, String tone, String expected) {

    static Badge of(Entry entry) {
        return new Badge(
                symbol(entry.verdict()),
                word(entry.verdict()),
                !entry.asExpected() ? "bad" : Entries.isViolated(entry) ? "caught" : "good",
                entry.asExpected() ? "" : word(entry.expected()));
    }

    static String word(String verdict) {
        return verdict.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String symbol(String verdict) {
        return switch (verdict) {
            case "HOLDS" -> "✓";
            case "VIOLATED" -> "✗";
            case "VACUOUS" -> "∅";
            case "NOT_APPLICABLE" -> "–";
            case "KNOWN_DEVIATION" -> "≠";
            default -> "?";
        };
    }
}
