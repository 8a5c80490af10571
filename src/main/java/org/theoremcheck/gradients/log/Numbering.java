package org.theoremcheck.gradients.log;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The order in time of arrays whose names count the steps.
 *
 * @param numbers in the name, from left to right
 * @param candidate the array
 */
record Numbering(List<BigInteger> numbers, Candidate candidate) {

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

    /**
     * Sorts by the numbers in the names, which are the same but for these. Where one number alone counts, it does so in equal steps.
     *
     * @param where names the file
     */
    static List<Candidate> order(String where, List<? extends Candidate> candidates) throws BadLog {
        String pattern = pattern(candidates.get(0));
        List<Numbering> steps = new ArrayList<>(candidates.size());
        for (Candidate candidate : candidates) {
            if (!pattern(candidate).equals(pattern)) {
                throw new BadLog(
                        where,
                        "holds vectors " + BadLog.quoted(candidates.get(0).name()) + " and "
                                + BadLog.quoted(candidate.name())
                                + ", expected a matrix, or a vector a step that differ in their numbers only, as step_0 and step_1");
            }
            steps.add(new Numbering(
                    DIGITS.matcher(candidate.name())
                            .results()
                            .map(digits -> new BigInteger(digits.group()))
                            .toList(),
                    candidate));
        }
        steps.sort(BY_NUMBERS);
        for (int i = 1; i < steps.size(); i++) {
            if (BY_NUMBERS.compare(steps.get(i - 1), steps.get(i)) == 0) {
                throw new BadLog(where, "holds the same step twice, as " + between(steps, i));
            }
        }
        checkGaps(where, steps);
        return steps.stream().map(Numbering::candidate).collect(Collectors.toList());
    }

    private static void checkGaps(String where, List<Numbering> steps) throws BadLog {
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
                        "has a gap between " + between(steps, i) + ", expected a vector every " + stride + " steps");
            }
        }
    }

    private static String between(List<Numbering> steps, int i) {
        return BadLog.quoted(steps.get(i - 1).candidate.name()) + " and "
                + BadLog.quoted(steps.get(i).candidate.name());
    }

    private static String pattern(Candidate candidate) {
        return DIGITS.matcher(candidate.name()).replaceAll("0");
    }
}
