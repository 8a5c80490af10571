package org.theoremcheck.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.theoremcheck.audit.Ledger;
import org.theoremcheck.audit.Ledger.Entry;
import org.theoremcheck.claim.Kind;
import org.theoremcheck.claim.Verdict;

/**
 * An audit in a line.
 *
 * @param figures what is as expected, counted
 * @param unexpected what is not
 */
record Summary(List<Figure> figures, List<Entry> unexpected) {

    /**
     * A number and what it counts.
     *
     * @param number a count, or "5 of 7" where some are missing
     * @param label what is counted
     */
    record Figure(String number, String label) {}

    static Summary of(Ledger ledger) {
        List<Figure> figures = new ArrayList<>();
        count(figures, ledger, entry -> Entries.is(entry, Kind.THEOREM), "theorem holds", "theorems hold");
        count(figures, ledger, Entries::isRefutedReading, "published reading refuted", "published readings refuted");
        readings(figures, ledger, Verdict.HOLDS, "holds", "hold");
        readings(figures, ledger, Verdict.VACUOUS, "says nothing", "say nothing");
        readings(figures, ledger, Verdict.UNDECIDED, "is undecided", "are undecided");
        count(figures, ledger, entry -> Entries.is(entry, Kind.CONTROL), "control caught", "controls caught");
        long checks = ledger.claims().stream().mapToLong(Entry::instances).sum();
        figures.add(new Figure(Numbers.count(checks), checks == 1 ? "check" : "checks"));
        return new Summary(
                figures,
                ledger.claims().stream().filter(entry -> !entry.asExpected()).toList());
    }

    private static void readings(
            List<Figure> figures, Ledger ledger, Verdict expected, String singular, String plural) {
        count(
                figures,
                ledger,
                entry -> Entries.is(entry, Kind.PUBLISHED) && entry.expected().equals(expected.name()),
                "published reading " + singular,
                "published readings " + plural);
    }

    private static void count(
            List<Figure> figures, Ledger ledger, Predicate<Entry> which, String singular, String plural) {
        List<Entry> all = ledger.claims().stream().filter(which).toList();
        long good = all.stream().filter(Entry::asExpected).count();
        if (!all.isEmpty()) {
            String number = good == all.size() ? Numbers.count(good) : good + " of " + all.size();
            figures.add(new Figure(number, all.size() == 1 ? singular : plural));
        }
    }

    boolean green() {
        return unexpected.isEmpty();
    }

    /** "All as expected", or how many claims are not. */
    String headline() {
        return green()
                ? "All as expected"
                : Numbers.count(unexpected.size(), "claim")
                        + (unexpected.size() == 1 ? " is not as expected" : " are not as expected");
    }

    /** The figures in a sentence. */
    String line() {
        return String.join(
                " · ",
                figures.stream()
                        .map(figure -> figure.number() + " " + figure.label())
                        .toList());
    }
}
