package org.theoremcheck.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.theoremcheck.audit.Ledger;
import org.theoremcheck.audit.Ledger.Entry;
import org.theoremcheck.audit.Ledger.MetHypothesis;
import org.theoremcheck.audit.Ledger.Needed;
import org.theoremcheck.audit.Witness;

/**
 * All that is known about a theorem.
 *
 * @param claim the theorem as a claim
 * @param facts about it
 * @param hypotheses that every instance meets
 * @param references where the proof can be looked up
 * @param histogram null where there is nothing to see
 * @param plotless why there is no histogram, or empty
 * @param groups what each group of families gave; empty where ratios say nothing
 */
record TheoremView(
        ClaimView claim,
        List<Fact> facts,
        List<Hypothesis> hypotheses,
        List<String> references,
        @Nullable Histogram histogram,
        String plotless,
        List<Group> groups) {

    /**
     * Something known.
     *
     * @param name what it is
     * @param text typeset
     */
    record Fact(String name, String text) {}

    /**
     * A hypothesis.
     *
     * @param name of the hypothesis
     * @param margin smallest margin that an instance met it with
     * @param without what happens without it
     * @param instance where the claim breaks then, or empty
     */
    record Hypothesis(String name, String margin, String without, String instance) {

        static Hypothesis of(Entry theorem, MetHypothesis met) {
            Needed needed =
                    Entries.needed(theorem, met.name()).orElseGet(() -> new Needed(met.name(), null, Double.NaN, null));
            return new Hypothesis(
                    met.name(),
                    Numbers.rounded(met.minMargin()),
                    needed.instance() == null ? "not found" : broken(needed),
                    Objects.requireNonNullElse(needed.shown(), ""));
        }

        private static String broken(Needed needed) {
            return "the claim breaks%s (%s)"
                    .formatted(
                            Double.isFinite(needed.ratio())
                                    ? ", measured/bound " + Numbers.rounded(needed.ratio())
                                    : "",
                            needed.instance());
        }
    }

    static TheoremView of(Entry theorem, @Nullable Witness witness) {
        Histogram histogram = Histogram.of(theorem);
        boolean ratios = !Entries.isEquality(theorem);
        String plotless = ratios
                ? histogram.plotless()
                : "No plot: both sides are equal up to rounding, and every ratio would be 1.";
        return new TheoremView(
                ClaimView.of(theorem, null, witness),
                facts(theorem),
                theorem.hypotheses().stream()
                        .map(met -> Hypothesis.of(theorem, met))
                        .toList(),
                theorem.references(),
                plotless.isEmpty() ? histogram : null,
                plotless,
                ratios ? Group.of(theorem) : List.of());
    }

    private static List<Fact> facts(Entry theorem) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Source", Formula.prose(theorem.source())));
        facts.add(new Fact("Setting", Formula.prose(theorem.setting())));
        facts.add(new Fact("Tightness", Formula.prose(tightness(theorem))));
        facts.add(new Fact(
                "Tolerance",
                Formula.prose("%s; largest rounding budget used %s"
                        .formatted(theorem.tolerance(), Numbers.rounded(theorem.budget())))));
        facts.add(new Fact(
                "Checked",
                "%s, %s violations, %s undecided"
                        .formatted(
                                Numbers.count(theorem.instances(), "instance"),
                                Numbers.count(theorem.violations()),
                                Numbers.count(theorem.undecided()))));
        Ledger.Mutants mutants = theorem.mutants();
        if (mutants != null) {
            facts.add(new Fact("Alterations", Formula.prose(alterations(mutants))));
        }
        if (Double.isFinite(theorem.falseAlarm())) {
            facts.add(new Fact(
                    "Test",
                    "false alarm %s, miss %s at the smallest effect %s"
                            .formatted(
                                    Numbers.rounded(theorem.falseAlarm()),
                                    Numbers.rounded(theorem.miss()),
                                    Numbers.rounded(theorem.smallestEffect()))));
        }
        return facts;
    }

    /** Coefficients changed, terms left out, sides exchanged, hypotheses dropped. */
    private static String alterations(Ledger.Mutants mutants) {
        return "of %d systematic ones %d are refuted, and %d follow from the theorem%s"
                .formatted(
                        mutants.made(),
                        mutants.refuted(),
                        mutants.implied(),
                        mutants.survived().isEmpty()
                                ? ""
                                : "; not told from it: " + String.join(", ", mutants.survived()));
    }

    private static String tightness(Entry theorem) {
        String source = theorem.supremumSource();
        if (Entries.isEquality(theorem)) {
            return "an equality: both sides agree up to the rounding budget";
        } else if (!Double.isFinite(theorem.knownSupremum())) {
            Ledger.Spread spread = theorem.spread();
            return "largest ratio " + Numbers.rounded(theorem.worstRatio()) + "; no supremum is known"
                    + (spread == null
                            ? ""
                            : "; searches under %d other seeds reached %s to %s"
                                    .formatted(
                                            spread.seeds(),
                                            Numbers.rounded(spread.least()),
                                            Numbers.rounded(spread.largest())));
        }
        return "largest ratio %s of the known supremum %s, gap %s%s"
                .formatted(
                        Numbers.rounded(theorem.worstRatio()),
                        Numbers.rounded(theorem.knownSupremum()),
                        Numbers.rounded(Math.max(0, theorem.gapToSupremum())),
                        source == null || source.isEmpty() ? "" : "; " + source);
    }
}
