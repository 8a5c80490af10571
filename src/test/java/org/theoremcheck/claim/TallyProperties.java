package org.theoremcheck.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.theoremcheck.numeric.RandomStream;

class TallyProperties {

    private static final List<Verdict> VERDICTS = List.of(Verdict.values());

    /** Few values, so that ties are the rule. */
    private static final double[] VALUES = {-1, -0.5, -0.0, 0.0, 0.25, 0.5};

    private static Finding finding(long seed, int index) {
        long key = RandomStream.key(seed, "finding", index);
        Verdict verdict = VERDICTS.get(RandomStream.below(key, 0, VERDICTS.size()));
        double measured = VALUES[RandomStream.below(key, 1, VALUES.length)];
        double bound = VALUES[RandomStream.below(key, 2, VALUES.length)];
        double severity = VALUES[RandomStream.below(key, 3, VALUES.length)];
        return new Finding(verdict, measured, bound, RandomStream.uniform(key, 4) * 1e-9, severity, "");
    }

    /** The findings on the instances of a family from one index to another. */
    private static Tally tally(long seed, String family, int from, int to) {
        Tally.Counter counter = new Tally.Counter(family, 2);
        for (int index = from; index < to; index++) {
            counter.add(index, finding(seed + family.hashCode(), index));
            counter.margin(RandomStream.below(seed, index, 2), RandomStream.uniform(seed, index));
        }
        return counter.tally();
    }

    private static Tally some(long seed, int which) {
        int from = RandomStream.below(seed, which, 20);
        return tally(seed, which % 2 == 0 ? "even" : "odd", from, from + RandomStream.below(seed, 10 + which, 20));
    }

    @Property(tries = 200)
    void mergingIsCommutative(@ForAll long seed) {
        assertSame(some(seed, 0).merge(some(seed, 1)), some(seed, 1).merge(some(seed, 0)));
    }

    @Property(tries = 200)
    void mergingIsAssociative(@ForAll long seed) {
        Tally a = some(seed, 0);
        Tally b = some(seed, 1);
        Tally c = some(seed, 3);

        assertSame(a.merge(b).merge(c), a.merge(b.merge(c)));
    }

    @Property(tries = 200)
    void theTallyOfNothingChangesNothing(@ForAll long seed) {
        Tally tally = some(seed, 0);

        assertSame(tally.merge(Tally.empty(2)), tally);
        assertSame(Tally.empty(2).merge(tally), tally);
    }

    @Property(tries = 200)
    void chunksInAnyOrderMergeToTheTallyAtOnce(@ForAll long seed) {
        int size = 60;
        List<Tally> chunks = new ArrayList<>();
        for (int from = 0; from < size; ) {
            int to = Math.min(size, from + 1 + RandomStream.below(seed, from, 25));
            chunks.add(RandomStream.below(seed, chunks.size(), chunks.size() + 1), tally(seed, "family", from, to));
            from = to;
        }

        assertSame(chunks.stream().reduce(Tally.empty(2), Tally::merge), tally(seed, "family", 0, size));
    }

    private static void assertSame(Tally actual, Tally expected) {
        assertThat(contents(actual)).isEqualTo(contents(expected));
    }

    private static List<Object> contents(Tally tally) {
        return List.of(
                tally.verdicts(),
                tally.ratio(),
                tally.severity(),
                tally.violation(),
                tally.givenUp(),
                tally.budget(),
                Arrays.toString(tally.margins()),
                Arrays.toString(tally.histogram()));
    }
}
