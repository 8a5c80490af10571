package org.theoremcheck.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Stream;
import org.theoremcheck.audit.Ledger;
import org.theoremcheck.report.Numbers;

/** What an audit found, on a screen. */
final class Summary {

    private Summary() {}

    static void print(PrintWriter out, Ledger ledger) {
        List<Ledger.Entry> listed = ledger.claims().stream()
                .filter(entry -> !entry.kind().equals("control") || !entry.asExpected())
                .toList();
        int widest =
                listed.stream().mapToInt(entry -> entry.id().length()).max().orElse(0);
        for (Ledger.Entry entry : listed) {
            out.printf(
                    "%s %-" + widest + "s  %-9s %,12d checks%s%s%n",
                    entry.asExpected() ? " " : "!",
                    entry.id(),
                    entry.verdict(),
                    entry.instances(),
                    tightness(entry),
                    expectation(entry));
        }
        long controls = count(ledger, "control", false);
        if (controls > 0) {
            out.printf("  %d of %d controls refuted%n", count(ledger, "control", true), controls);
        }
        List<Ledger.Mutants> mutants = ledger.claims().stream()
                .map(Ledger.Entry::mutants)
                .flatMap(Stream::ofNullable)
                .toList();
        if (!mutants.isEmpty()) {
            out.printf(
                    "  %,d alterations of the theorems: %,d refuted, %,d implied, %,d survived%n",
                    mutants.stream().mapToInt(Ledger.Mutants::made).sum(),
                    mutants.stream().mapToInt(Ledger.Mutants::refuted).sum(),
                    mutants.stream().mapToInt(Ledger.Mutants::implied).sum(),
                    mutants.stream().mapToInt(of -> of.survived().size()).sum());
        }
        long checks =
                ledger.claims().stream().mapToLong(Ledger.Entry::instances).sum();
        out.printf(
                "%s: %,d checks, seed %d%n",
                ledger.asExpected() ? "all as expected" : "NOT as expected", checks, ledger.seed());
    }

    private static String expectation(Ledger.Entry entry) {
        if (entry.asExpected()) {
            return "";
        }
        return entry.unrefuted().isEmpty()
                ? ", expected " + entry.expected()
                : ", but not in " + String.join(", ", entry.unrefuted());
    }

    private static long count(Ledger ledger, String kind, boolean refuted) {
        return ledger.claims().stream()
                .filter(entry -> entry.kind().equals(kind)
                        && (!refuted || entry.verdict().equals("VIOLATED")))
                .count();
    }

    private static String tightness(Ledger.Entry entry) {
        if (!Double.isFinite(entry.worstRatio())) {
            return "";
        }
        String ratio = ", largest ratio " + Numbers.rounded(entry.worstRatio());
        return Double.isFinite(entry.knownSupremum()) ? ratio + " of " + Numbers.rounded(entry.knownSupremum()) : ratio;
    }
}
