package org.theoremcheck.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.theoremcheck.claim.Codec;

/**
 * How a ledger differs from the reference ledger of the project.
 *
 * @param losses a changed verdict, a lost claim or check, a tightness that fell: red
 * @param changes everything else, a line each
 */
public record Drift(List<String> losses, List<String> changes) {

    /** Tightness is searched for, and may fall by this much before it counts as lost. */
    private static final double TIGHTNESS = 1e-3;

    /** Probability that draws of the same law are said to have moved, for each family. */
    private static final double BY_CHANCE = 1e-12;

    /** Compares a ledger with the reference. */
    public static Drift between(Ledger reference, Ledger now) {
        Drift drift = new Drift(new ArrayList<>(), new ArrayList<>());
        Map<String, Ledger.Entry> current = new HashMap<>();
        now.claims().forEach(entry -> current.put(entry.id(), entry));
        for (Ledger.Entry before : reference.claims()) {
            Ledger.Entry after = current.remove(before.id());
            if (after == null) {
                drift.losses.add(before.id() + ": no longer checked");
            } else {
                drift.compare(before, after);
            }
        }
        current.keySet().stream().sorted().forEach(id -> drift.changes.add(id + ": new"));
        return drift;
    }

    private void compare(Ledger.Entry before, Ledger.Entry after) {
        String id = before.id() + ": ";
        if (!before.verdict().equals(after.verdict())) {
            losses.add(id + "verdict " + before.verdict() + " became " + after.verdict());
        }
        if (after.instances() < before.instances()) {
            losses.add(id + "%d checks became %d".formatted(before.instances(), after.instances()));
        } else if (after.instances() > before.instances()) {
            changes.add(id + "%d checks became %d".formatted(before.instances(), after.instances()));
        }
        boolean tight = Double.isFinite(before.knownSupremum());
        if (tight && !(after.worstRatio() >= before.worstRatio() - TIGHTNESS)) {
            losses.add(id
                    + "largest ratio %s fell to %s"
                            .formatted(Codec.number(before.worstRatio()), Codec.number(after.worstRatio())));
        } else if (Double.compare(before.worstRatio(), after.worstRatio()) != 0) {
            changes.add(id
                    + "largest ratio %s became %s"
                            .formatted(Codec.number(before.worstRatio()), Codec.number(after.worstRatio())));
        }
        List<String> needed = needed(after);
        needed(before).stream()
                .filter(name -> !needed.contains(name))
                .forEach(name -> losses.add(id + "hypothesis '%s' is no longer seen to be needed".formatted(name)));
        if (refuted(after) < refuted(before)) {
            losses.add(id + "%d refuted alterations became %d".formatted(refuted(before), refuted(after)));
        }
        moved(before, after).forEach(family -> changes.add(id + "the slack in " + family + " moved"));
        if (!before.expected().equals(after.expected())) {
            changes.add(id + "expected " + before.expected() + " became " + after.expected());
        }
        List<String> names = names(after);
        names(before).stream()
                .filter(name -> !names.contains(name))
                .forEach(name -> changes.add(id + name + " is gone"));
        if (!before.statement().equals(after.statement())) {
            changes.add(id + "statement '%s' became '%s'".formatted(before.statement(), after.statement()));
        }
    }

    private static List<String> needed(Ledger.Entry entry) {
        return entry.needed().stream()
                .filter(needed -> needed.instance() != null)
                .map(Ledger.Needed::hypothesis)
                .toList();
    }

    private static int refuted(Ledger.Entry entry) {
        return entry.mutants() == null ? 0 : entry.mutants().refuted();
    }

    /** The families whose ratios are distributed otherwise than before, beyond what other draws from the same law would do. */
    private static List<String> moved(Ledger.Entry before, Ledger.Entry after) {
        return before.families().stream()
                .filter(family -> after.families().stream()
                        .anyMatch(
                                now -> now.name().equals(family.name()) && differ(family.histogram(), now.histogram())))
                .map(Ledger.Sampled::name)
                .toList();
    }

    /**
     * Whether the largest difference of the cumulative shares exceeds √(ln(4/α)/2) (1/√n + 1/√m), which two samples of one law do with probability at
     * most α (Dvoretzky, Kiefer, Wolfowitz; Massart's constant).
     */
    private static boolean differ(long[] before, long[] after) {
        double n = Arrays.stream(before).sum();
        double m = Arrays.stream(after).sum();
        double largest = 0;
        double one = 0;
        double other = 0;
        for (int bin = 0; bin < before.length; bin++) {
            one += before[bin];
            other += after[bin];
            largest = Math.max(largest, Math.abs(one / n - other / m));
        }
        return n > 0
                && m > 0
                && largest > Math.sqrt(StrictMath.log(4 / BY_CHANCE) / 2) * (1 / Math.sqrt(n) + 1 / Math.sqrt(m));
    }

    private static List<String> names(Ledger.Entry entry) {
        List<String> names = new ArrayList<>();
        entry.hypotheses().forEach(hypothesis -> names.add("hypothesis '" + hypothesis.name() + "'"));
        entry.families().forEach(family -> names.add("family '" + family.name() + "'"));
        return names;
    }
}
