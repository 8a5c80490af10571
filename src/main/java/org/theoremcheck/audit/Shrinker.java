package org.theoremcheck.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleUnaryOperator;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Codec;
import org.theoremcheck.claim.Parameter;
import org.theoremcheck.claim.Slot;
import org.theoremcheck.claim.Verdict;

/**
 * Makes a counterexample smaller and rounder by edits of its named draws: fewer rounds and dimensions, earlier options, zeros, whole
 * numbers, few digits. Small means few characters of JSON and small whole numbers. A step is kept if the instance stays violated with at least the given
 * severity, so that shrinking never slides to the edge of the tolerance.
 */
final class Shrinker {

    private final long seed;
    private final int evaluations;
    private final BooleanSupplier over;

    Shrinker(long seed, int evaluations) {
        this(seed, evaluations, () -> false);
    }

    /**
     * At most so many evaluations.
     *
     * @param over whether time is over: what was reached so far is the result
     */
    Shrinker(long seed, int evaluations, BooleanSupplier over) {
        this.seed = seed;
        this.evaluations = evaluations;
        this.over = over;
    }

    /** Characters of the instance, and all whole numbers drawn for it: rounds count even where they repeat. */
    static double size(Candidate<?> candidate) {
        double numbers = candidate.parameters().stream()
                .filter(parameter -> parameter.law() == Parameter.Law.INTEGER)
                .mapToDouble(parameter -> parameter.values()[0])
                .sum();
        return Codec.write(candidate.instance()).length() + numbers;
    }

    /** The smallest counterexample reached from the start whose severity is at least the floor. */
    <I, S, E> Candidate<I> shrink(Claim<I, S, E> claim, Candidate<I> start, double floor) {
        Candidate<I> best = start;
        double size = size(best);
        int left = evaluations;
        boolean improved = true;
        while (improved && left > 0 && !over.getAsBoolean()) {
            improved = false;
            for (Edit edit : edits(best.parameters())) {
                if (left-- == 0 || over.getAsBoolean()) {
                    break;
                }
                Candidate<I> next =
                        Candidate.of(claim, best.family(), seed, best.index(), best.with(edit.slot(), edit.values()));
                if (next.finding().verdict() != Verdict.VIOLATED || next.severity() < floor) {
                    continue;
                }
                double nextSize = size(next);
                if (nextSize < size) {
                    best = next;
                    size = nextSize;
                    improved = true;
                    break;
                }
            }
        }
        return best;
    }

    /** A replacement for the values of a draw. */
    record Edit(Slot slot, double[] values) {}

    /** Single edits to try, the most drastic ones first. */
    static List<Edit> edits(Iterable<Parameter> parameters) {
        List<Edit> drastic = new ArrayList<>();
        List<Edit> rounding = new ArrayList<>();
        List<Edit> single = new ArrayList<>();
        for (Parameter parameter : parameters) {
            switch (parameter.law()) {
                case INTEGER -> {
                    double value = parameter.values()[0];
                    for (double smaller : new double[] {
                        parameter.low(), Math.rint((parameter.low() + value) / 2), value - 1, value - 2
                    }) {
                        add(drastic, parameter, any -> smaller);
                    }
                }
                case CHOICE -> {
                    for (int option = 0; option < parameter.values()[0]; option++) {
                        int earlier = option;
                        add(drastic, parameter, any -> earlier);
                    }
                }
                case SIGN -> add(rounding, parameter, any -> 1);
                default -> {
                    add(drastic, parameter, any -> 0);
                    add(drastic, parameter, any -> 1);
                    add(rounding, parameter, Math::rint);
                    add(rounding, parameter, value -> digits(value, 1));
                    add(rounding, parameter, value -> digits(value, 2));
                    for (int i = 0; i < parameter.values().length; i++) {
                        int at = i;
                        for (DoubleUnaryOperator simpler : List.<DoubleUnaryOperator>of(
                                any -> 0,
                                Math::signum,
                                Math::rint,
                                value -> digits(value, 1),
                                value -> digits(value, 2))) {
                            double[] values = parameter.values().clone();
                            values[at] = simpler.applyAsDouble(values[at]);
                            offer(single, parameter, values);
                        }
                    }
                }
            }
        }
        drastic.addAll(rounding);
        drastic.addAll(single);
        return drastic;
    }

    private static void add(List<Edit> edits, Parameter parameter, DoubleUnaryOperator change) {
        offer(edits, parameter, Arrays.stream(parameter.values()).map(change).toArray());
    }

    private static void offer(List<Edit> edits, Parameter parameter, double[] values) {
        if (!Arrays.equals(values, parameter.values())) {
            edits.add(new Edit(parameter.slot(), values));
        }
    }

    /** The number to so many significant decimal digits. */
    private static double digits(double value, int digits) {
        return value == 0
                ? 0
                : new java.math.BigDecimal(value)
                        .round(new java.math.MathContext(digits))
                        .doubleValue();
    }
}
