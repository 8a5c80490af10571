package org.theoremcheck.claim;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * Findings counted. Merging is commutative and associative, and nothing in it is a sum of floating-point numbers: chunks may be
 * tallied by any thread, process or machine, in any order, and merge to the same bytes.
 *
 * @param verdicts number of findings with each verdict that occurred
 * @param ratio largest measured/bound over the findings that hold or are violated
 * @param severity largest severity
 * @param violation largest severity of a violation
 * @param givenUp the first finding that was given up; its value means nothing
 * @param budget largest rounding budget
 * @param margins smallest margin of each hypothesis, in their order
 * @param histogram number of findings by ratio in {@link #BINS} equal bins of [0, 1]; ratios outside go into the first or last
 */
public record Tally(
        Map<Verdict, Long> verdicts,
        Extreme ratio,
        Extreme severity,
        Extreme violation,
        Extreme givenUp,
        double budget,
        double[] margins,
        long[] histogram) {

    /** Bins of the histogram. */
    public static final int BINS = 20;

    /** The tally of nothing. */
    public static Tally empty(int hypotheses) {
        double[] margins = new double[hypotheses];
        Arrays.fill(margins, Double.POSITIVE_INFINITY);
        return new Tally(Map.of(), Extreme.NONE, Extreme.NONE, Extreme.NONE, Extreme.NONE, 0, margins, new long[BINS]);
    }

    /** The tally of both. */
    public Tally merge(Tally other) {
        Map<Verdict, Long> both = new EnumMap<>(Verdict.class);
        both.putAll(verdicts);
        other.verdicts.forEach((verdict, count) -> both.merge(verdict, count, Long::sum));
        return new Tally(
                both,
                ratio.or(other.ratio),
                severity.or(other.severity),
                violation.or(other.violation),
                givenUp.or(other.givenUp),
                Math.max(budget, other.budget),
                smallest(margins, other.margins),
                sum(histogram, other.histogram));
    }

    /** Number of findings with the verdict. */
    public long count(Verdict verdict) {
        return verdicts.getOrDefault(verdict, 0L);
    }

    /** Number of findings. */
    public long total() {
        return verdicts.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * The verdict on the claim as a whole: violated by one violation; holds if an instance held and none was undecided or given
     * up; vacuous if no instance said anything.
     */
    public Verdict verdict() {
        for (Verdict verdict :
                new Verdict[] {Verdict.VIOLATED, Verdict.INCONCLUSIVE, Verdict.UNDECIDED, Verdict.KNOWN_DEVIATION}) {
            if (count(verdict) > 0) {
                return verdict;
            }
        }
        return count(Verdict.HOLDS) > 0
                ? Verdict.HOLDS
                : count(Verdict.NOT_APPLICABLE) > 0 ? Verdict.NOT_APPLICABLE : Verdict.VACUOUS;
    }

    private static long[] sum(long[] a, long[] b) {
        long[] sum = a.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += b[i];
        }
        return sum;
    }

    private static double[] smallest(double[] a, double[] b) {
        double[] smallest = a.clone();
        for (int i = 0; i < smallest.length; i++) {
            smallest[i] = Math.min(smallest[i], b[i]);
        }
        return smallest;
    }

    /** Collects the findings of one chunk. Not for use by several threads. */
    public static final class Counter {

        private final String family;
        private final Map<Verdict, long[]> verdicts = new EnumMap<>(Verdict.class);
        private final long[] histogram = new long[BINS];
        private final double[] margins;
        private Extreme ratio = Extreme.NONE;
        private Extreme severity = Extreme.NONE;
        private Extreme violation = Extreme.NONE;
        private Extreme givenUp = Extreme.NONE;
        private double budget;

        /** A counter for findings about the family, for a claim with so many hypotheses. */
        public Counter(String family, int hypotheses) {
            this.family = family;
            this.margins = new double[hypotheses];
            Arrays.fill(margins, Double.POSITIVE_INFINITY);
        }

        /** Counts the finding about the instance with the index; indices ascend. */
        public void add(long index, Finding finding) {
            Verdict verdict = finding.verdict();
            count(index, finding);
            budget = Math.max(budget, finding.budget());
            if (verdict == Verdict.VACUOUS) {
                return;
            }
            double newRatio = finding.ratio();
            if (!Double.isNaN(newRatio) && (verdict == Verdict.HOLDS || verdict == Verdict.VIOLATED)) {
                histogram[Math.max(0, Math.min(BINS - 1, (int) (newRatio * BINS)))]++;
                ratio = larger(ratio, newRatio, index, finding);
            }
            severity = larger(severity, finding.severity(), index, finding);
            if (verdict == Verdict.VIOLATED) {
                violation = larger(violation, finding.severity(), index, finding);
            }
        }

        /** Counts an index for which there is no instance to judge: nothing of it steers a search. */
        public void giveUp(long index, String reason) {
            count(index, Finding.without(Verdict.INCONCLUSIVE, reason));
        }

        private void count(long index, Finding finding) {
            verdicts.computeIfAbsent(finding.verdict(), any -> new long[1])[0]++;
            if (finding.verdict() == Verdict.INCONCLUSIVE) {
                givenUp = larger(givenUp, 0, index, finding);
            }
        }

        /** Of equal values the first stays, and nothing is made for the others. */
        private Extreme larger(Extreme extreme, double value, long index, Finding finding) {
            return value <= extreme.value() ? extreme : new Extreme(value, family, index, finding);
        }

        /** Notes the margin with which an instance meets a hypothesis. */
        public void margin(int hypothesis, double margin) {
            margins[hypothesis] = Math.min(margins[hypothesis], margin);
        }

        /** What was counted. */
        public Tally tally() {
            Map<Verdict, Long> counts = new EnumMap<>(Verdict.class);
            verdicts.forEach((verdict, count) -> counts.put(verdict, count[0]));
            return new Tally(counts, ratio, severity, violation, givenUp, budget, margins.clone(), histogram.clone());
        }
    }
}
