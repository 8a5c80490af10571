package org.theoremcheck.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Tally;
import org.theoremcheck.claim.Test;
import org.theoremcheck.claim.Verdict;

/** Writes the line of a claim in the ledger. */
final class Bookkeeper {

    /** What all statistical claims of a run may spend on false alarms and misses together. */
    static final double SHARES = 1e-6;

    private Bookkeeper() {}

    static Ledger.Entry entry(Claim<?, ?, ?> claim, Map<String, Tally> byFamily, Conclusion conclusion) {
        int hypotheses = claim.setting().hypotheses().size();
        Tally tally = byFamily.values().stream().reduce(Tally.empty(hypotheses), Tally::merge);
        List<Ledger.Sampled> families = new ArrayList<>();
        for (Family<?> family : claim.setting().families()) {
            Tally own = byFamily.getOrDefault(family.name(), Tally.empty(hypotheses));
            families.add(new Ledger.Sampled(
                    family.name(),
                    family.group(),
                    judged(claim, own),
                    own.ratio().value(),
                    own.severity().value(),
                    own.histogram()));
        }
        List<Ledger.Searched> searched = searched(conclusion.spots());
        double ratio = tally.ratio().value();
        double severity = tally.severity().value();
        for (Ledger.Searched spot : searched) {
            ratio = larger(ratio, spot.worstRatio());
            severity = larger(severity, spot.worstSeverity());
        }
        Test<?> test = claim.statement() instanceof Test<?> statistical ? statistical : null;
        boolean tight = !claim.tightness().source().isEmpty();
        String reading = claim.source().reading();
        return new Ledger.Entry(
                claim.id(),
                claim.kind().label(),
                claim.of().orElse(null),
                claim.source().papers(),
                claim.title(),
                claim.statement().text(),
                claim.source().place(),
                reading.isEmpty() ? null : reading,
                claim.setting().text(),
                claim.statement().tolerance(),
                claim.source().references(),
                claim.expected().name(),
                verdict(tally, conclusion.witness()).name(),
                judged(claim, tally),
                tally.count(Verdict.UNDECIDED) + tally.count(Verdict.INCONCLUSIVE),
                tally.count(Verdict.VIOLATED),
                ratio,
                severity,
                claim.tightness().supremum(),
                tight ? claim.tightness().source() : null,
                claim.tightness().supremum() - ratio,
                conclusion.spread(),
                tally.budget(),
                test == null ? Double.NaN : test.falseAlarm() * judged(claim, tally),
                test == null ? Double.NaN : test.miss(),
                test == null ? Double.NaN : test.smallestEffect(),
                margins(claim, tally),
                conclusion.needed(),
                conclusion.mutants(),
                families,
                searched,
                unrefuted(claim, byFamily, conclusion.spots()),
                conclusion.witness() == null ? null : "witnesses/" + claim.id() + ".json");
    }

    /** Violated only if the counterexample was not refuted by exact arithmetic; the search may find what sampling did not. */
    private static Verdict verdict(Tally tally, @Nullable Witness witness) {
        if (witness == null) {
            return tally.verdict();
        }
        return Boolean.FALSE.equals(witness.certified()) ? Verdict.UNDECIDED : Verdict.VIOLATED;
    }

    /** By sampling and by search. */
    private static List<String> unrefuted(
            Claim<?, ?, ?> claim, Map<String, Tally> byFamily, List<Conclusion.Spot> spots) {
        Set<String> left = claim.unrefuted(byFamily);
        spots.stream().filter(Conclusion.Spot::violated).forEach(spot -> left.remove(spot.group()));
        return List.copyOf(left);
    }

    /** A vacuous instance counts as judged only where that is what was to be found. */
    private static long judged(Claim<?, ?, ?> claim, Tally tally) {
        return claim.expected() == Verdict.VACUOUS ? tally.total() : tally.total() - tally.count(Verdict.VACUOUS);
    }

    private static List<Ledger.MetHypothesis> margins(Claim<?, ?, ?> claim, Tally tally) {
        List<Ledger.MetHypothesis> margins = new ArrayList<>();
        for (int h = 0; h < tally.margins().length; h++) {
            margins.add(
                    new Ledger.MetHypothesis(claim.setting().hypotheses().get(h).name(), tally.margins()[h]));
        }
        return margins;
    }

    private static List<Ledger.Searched> searched(List<Conclusion.Spot> spots) {
        Map<String, Ledger.Searched> byGroup = new LinkedHashMap<>();
        for (Conclusion.Spot spot : spots) {
            byGroup.merge(
                    spot.group(),
                    new Ledger.Searched(spot.group(), spot.ratio(), spot.severity()),
                    (one, other) -> new Ledger.Searched(
                            one.group(),
                            larger(one.worstRatio(), other.worstRatio()),
                            larger(one.worstSeverity(), other.worstSeverity())));
        }
        return List.copyOf(byGroup.values());
    }

    private static double larger(double one, double other) {
        return Double.isNaN(one) || other > one ? other : one;
    }
}
