package org.theoremcheck.audit;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.theoremcheck.claim.Codec;
import org.theoremcheck.claim.Verdict;

/**
 * What an audit found, in the order of the catalogue. The same options give the same bytes.
 *
 * @param version of this format
 * @param seed master seed
 * @param instances instances asked for of each theorem and group of families
 * @param set coefficients that replaced the claims' own, by term
 * @param falseAlarm the shares of the statistical claims
 * @param claims a line for each claim
 */
public record Ledger(
        int version, long seed, long instances, Map<String, Double> set, FalseAlarm falseAlarm, List<Entry> claims) {

    /** The version of the format that is written and read. */
    public static final int VERSION = 1;

    /**
     * Probabilities of a wrong verdict, over all statistical claims.
     *
     * @param budget what a run may spend
     * @param spent false alarms of what is expected to hold and misses of what is not, together
     */
    public record FalseAlarm(double budget, double spent) {}

    /**
     * A claim and what was found; fields that mean nothing for the claim are null.
     *
     * @param id unique
     * @param kind theorem, published or control
     * @param of the theorem that it belongs to
     * @param papers identifiers
     * @param title in a few words
     * @param statement as a formula
     * @param source where it comes from
     * @param reading of a published reading: whose sentence is read and how
     * @param setting what is played
     * @param tolerance how the budget comes about
     * @param references where the proof can be looked up
     * @param expected verdict that is green
     * @param verdict what was found
     * @param instances instances judged
     * @param undecided of these, undecided or given up
     * @param violations of these, violated
     * @param worstRatio largest measured/bound, by sampling or search
     * @param worstSeverity largest severity, by sampling or search
     * @param knownSupremum supremum of measured/bound
     * @param supremumSource who attains or approaches it
     * @param gapToSupremum knownSupremum − worstRatio
     * @param spread what independent searches reach where no supremum is known
     * @param budget largest rounding budget used
     * @param falseAlarm probability that one of its tests rejects it if it is true
     * @param miss probability of missing the smallest effect
     * @param smallestEffect that a statistical test is to see
     * @param hypotheses with the smallest margin met
     * @param needed which hypotheses of a theorem are needed; none for other claims
     * @param mutants what became of systematic alterations of a theorem
     * @param families where the instances came from
     * @param searched what the search reached, by group
     * @param unrefuted groups in which neither sampling nor search refuted what had to be refuted
     * @param witness file of the counterexample, relative to the ledger
     */
    public record Entry(
            String id,
            String kind,
            @Nullable String of,
            List<String> papers,
            String title,
            String statement,
            String source,
            @Nullable String reading,
            String setting,
            String tolerance,
            List<String> references,
            String expected,
            String verdict,
            long instances,
            long undecided,
            long violations,
            double worstRatio,
            double worstSeverity,
            double knownSupremum,
            @Nullable String supremumSource,
            double gapToSupremum,
            @Nullable Spread spread,
            double budget,
            double falseAlarm,
            double miss,
            double smallestEffect,
            List<MetHypothesis> hypotheses,
            List<Needed> needed,
            @Nullable Mutants mutants,
            List<Sampled> families,
            List<Searched> searched,
            List<String> unrefuted,
            @Nullable String witness) {

        /** Whether chance has a part in the verdict. */
        public boolean statistical() {
            return !Double.isNaN(falseAlarm);
        }

        /** What the claim spends of the shares: the false alarms of all its tests if it is expected to hold, else one miss. */
        public double share() {
            double share = expected.equals(Verdict.VIOLATED.name()) ? miss : falseAlarm;
            return Double.isNaN(share) ? 0 : share;
        }

        /** Whether the verdict is the one expected, in every group where it has to be. */
        public boolean asExpected() {
            return verdict.equals(expected) && unrefuted.isEmpty();
        }
    }

    /**
     * A hypothesis and how well the instances met it.
     *
     * @param name of the hypothesis
     * @param minMargin smallest margin among the instances that meet it
     */
    public record MetHypothesis(String name, double minMargin) {}

    /**
     * What happens without a hypothesis, all others being met.
     *
     * @param hypothesis its name
     * @param instance where the claim breaks: family and index; null where nothing was found
     * @param ratio measured/bound there
     * @param shown the instance itself, unless it is long
     */
    public record Needed(
            String hypothesis,
            @Nullable String instance,
            double ratio,
            @Nullable String shown) {}

    /**
     * The largest measured/bound that each of several searches reached.
     *
     * @param seeds how many searches, each under its own seed
     * @param least of their results
     * @param largest of their results
     */
    public record Spread(int seeds, double least, double largest) {}

    /**
     * What became of systematic alterations of a theorem: coefficients changed by 0.1, 1 and 10 %, terms left out, sides exchanged, hypotheses dropped.
     *
     * @param made how many there are
     * @param refuted by an instance, confirmed exactly where that is possible
     * @param implied true with the theorem, by the signs that the terms have on every instance played
     * @param survived the others, in words
     */
    public record Mutants(int made, int refuted, int implied, List<String> survived) {}

    /**
     * What one family gave.
     *
     * @param name of the family
     * @param group its group
     * @param instances judged, not counting vacuous ones
     * @param worstRatio largest measured/bound
     * @param worstSeverity largest severity
     * @param histogram findings by ratio in equal bins of [0, 1]
     */
    public record Sampled(
            String name, String group, long instances, double worstRatio, double worstSeverity, long[] histogram) {}

    /**
     * What the search reached in one group.
     *
     * @param group of families
     * @param worstRatio largest measured/bound
     * @param worstSeverity largest severity
     */
    public record Searched(String group, double worstRatio, double worstSeverity) {}

    /**
     * Reads a ledger.
     *
     * @throws IllegalArgumentException if it is malformed or of another version
     */
    public static Ledger read(String json) {
        Codec.requireVersion(json, VERSION);
        return Codec.read(json, Ledger.class);
    }

    /** The ledger as it is kept. */
    public String text() {
        return Codec.lines(this);
    }

    /** Whether every claim has the verdict expected of it, and chance had no more than its budget. */
    public boolean asExpected() {
        return falseAlarm.spent() <= falseAlarm.budget() && claims.stream().allMatch(Entry::asExpected);
    }
}
