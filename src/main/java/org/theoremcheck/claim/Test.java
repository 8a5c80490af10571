package org.theoremcheck.claim;

import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * A two-sided test of a statistic that is standard normal if the claim is true, or exceeds the critical value no more often than that.
 * Critical value and miss follow from the shares. An instance is a whole experiment with its seed, and one test: the draws are fixed,
 * no search, no shrinking and no second try; a claim that is tried on several experiments spends the share on each.
 *
 * @param statistic what is tested, as a formula
 * @param value the statistic in the evidence
 * @param falseAlarm probability of rejecting a true claim; its share of the run's budget
 * @param smallestEffect shift of the statistic, in its standard errors, that is to be seen
 * @param alternative what the statistic has to be able to tell apart, if that is not taken for granted
 */
public record Test<E>(
        String statistic,
        ToDoubleFunction<E> value,
        double falseAlarm,
        double smallestEffect,
        Optional<Alternative<E>> alternative)
        implements Statement<E> {

    /**
     * Another hypothesis. Where it would shift the statistic by less than the smallest effect, a test that does not reject decides nothing.
     *
     * @param name in words
     * @param shift by how much, in standard errors
     */
    public record Alternative<E>(String name, ToDoubleFunction<E> shift) {}

    /** Below it the quantile of Commons Math loses its digits: it is infinite from 1e-17 on, and nothing would be rejected. */
    private static final double SMALLEST_SHARE = 1e-12;

    /**
     * A test.
     *
     * @throws IllegalArgumentException if the share is not in [1e-12, 1)
     */
    public Test {
        if (!(falseAlarm >= SMALLEST_SHARE && falseAlarm < 1)) {
            throw new IllegalArgumentException(
                    "a false-alarm share lies between %s and 1, got %s".formatted(SMALLEST_SHARE, falseAlarm));
        }
    }

    /** A test that is known to see what it has to. */
    public Test(String statistic, ToDoubleFunction<E> value, double falseAlarm, double smallestEffect) {
        this(statistic, value, falseAlarm, smallestEffect, Optional.empty());
    }

    /** The test that decides only if it would see the alternative. */
    public Test<E> unlessBlindTo(String name, ToDoubleFunction<E> shift) {
        return new Test<>(statistic, value, falseAlarm, smallestEffect, Optional.of(new Alternative<>(name, shift)));
    }

    /** The size of the statistic from which the claim is rejected. */
    public double critical() {
        return -normal().inverseCumulativeProbability(falseAlarm / 2);
    }

    /** Probability of accepting although the statistic is shifted by the smallest effect. */
    public double miss() {
        return normal().cumulativeProbability(critical() - Math.abs(smallestEffect));
    }

    private static NormalDistribution normal() {
        return new NormalDistribution(null, 0, 1);
    }

    @Override
    public Finding judge(E evidence) {
        double measured = Math.abs(value.applyAsDouble(evidence));
        double critical = critical();
        if (Double.isNaN(measured)) {
            return Finding.without(Verdict.INCONCLUSIVE, "the statistic is not a number");
        }
        if (measured <= critical && alternative.isPresent()) {
            double shift = alternative.get().shift().applyAsDouble(evidence);
            if (!(shift >= smallestEffect)) {
                return new Finding(
                        Verdict.UNDECIDED,
                        measured,
                        critical,
                        0,
                        -1,
                        String.format(
                                Locale.ROOT,
                                "%s would shift it by %.1f, and %s would be seen",
                                alternative.get().name(),
                                shift,
                                Codec.number(smallestEffect)));
            }
        }
        double severity = measured == Double.POSITIVE_INFINITY ? 1 : (measured - critical) / (measured + critical);
        return new Finding(measured > critical ? Verdict.VIOLATED : Verdict.HOLDS, measured, critical, 0, severity, "");
    }

    @Override
    public String text() {
        return "|" + statistic + "| ≤ " + Codec.number(critical());
    }

    @Override
    public String tolerance() {
        return "false-alarm share %s; a shift of %s standard errors is missed with probability %s%s"
                .formatted(
                        Codec.number(falseAlarm),
                        Codec.number(smallestEffect),
                        Codec.number(miss()),
                        alternative
                                .map(other -> "; undecided where " + other.name() + " would shift it by less")
                                .orElse(""));
    }
}
