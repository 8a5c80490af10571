package org.theoremcheck.gradients.log;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The order in time of arrays or files whose names count the steps.
 *
 * @param numbers in the name, from left to right
 * @param name of the array or file
 */
record Numbering(List<BigInteger> numbers, String name) {

    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    private static final Comparator<Numbering> BY_NUMBERS = (left, right) -> {
        for (int i = 0; i < left.numbers.size(); i++) {
            int order = left.numbers.get(i).compareTo(right.numbers.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    };

    /** Sorts the vectors of a file. */
    static <C extends Candidate> List<C> order(String where, List<C> candidates) throws BadLog {
        return order(where, candidates, Candidate::name, "vector", "a matrix, or a vector a step");
    }

    /**
     * Sorts by the numbers in the names, which are the same but for these. Where one number alone counts, it does so in equal steps.
     *
     * @param where names the file
     * @param names different ones
     * @param what is sorted, in a word
     * @param expected what should be there, names apart
     */
    static <T> List<T> order(String where, List<T> all, Function<T, String> names, String what, String expected)
            throws BadLog {
        String first = names.apply(all.get(0));
        Map<String, T> byName = new HashMap<>();
        List<Numbering> steps = new ArrayList<>(all.size());
        for (T one : all) {
            String name = names.apply(one);
            if (!pattern(name).equals(pattern(first))) {
                throw new BadLog(
                        where,
                        "holds %ss %s and %s, expected %s that differ in their numbers only, as step_0 and step_1"
                                .formatted(what, BadLog.quoted(first), BadLog.quoted(name), expected));
            }
            byName.put(name, one);
            steps.add(new Numbering(
                    DIGITS.matcher(name)
                            .results()
                            .map(digits -> new BigInteger(digits.group()))
                            .toList(),
                    name));
        }
        steps.sort(BY_NUMBERS);
        for (int i = 1; i < steps.size(); i++) {
            if (BY_NUMBERS.compare(steps.get(i - 1), steps.get(i)) == 0) {
                throw new BadLog(where, "holds the same step twice, as " + between(steps, i));
            }
        }
        checkGaps(where, what, steps);
        return steps.stream()
                .map(step -> Objects.requireNonNull(byName.get(step.name)))
                .toList();
    }

    private static void checkGaps(String where, String what, List<Numbering> steps) throws BadLog {
        int counting = -1;
        for (int place = 0; place < steps.get(0).numbers.size(); place++) {
            int at = place;
            if (steps.stream().map(step -> step.numbers.get(at)).distinct().count() > 1) {
                if (counting >= 0) {
                    return;
                }
                counting = place;
            }
        }
        List<BigInteger> gaps = new ArrayList<>();
        for (int i = 1; i < steps.size(); i++) {
            gaps.add(steps.get(i)
                    .numbers
                    .get(counting)
                    .subtract(steps.get(i - 1).numbers.get(counting)));
        }
        BigInteger stride = gaps.stream().min(Comparator.naturalOrder()).orElseThrow();
        for (int i = 1; i < steps.size(); i++) {
            if (!gaps.get(i - 1).equals(stride)) {
                throw new BadLog(
                        where,
                        "has a gap between %s, expected a %s every %d steps"
                                .formatted(between(steps, i), what, stride));
            }
        }
    }

    private static String between(List<Numbering> steps, int i) {
        return BadLog.quoted(steps.get(i - 1).name) + " and " + BadLog.quoted(steps.get(i).name);
    }

    private static String pattern(String name) {
        return DIGITS.matcher(name).replaceAll("0");
    }
}
