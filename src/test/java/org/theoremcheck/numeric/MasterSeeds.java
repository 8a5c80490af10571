package org.theoremcheck.numeric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.LongToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Master seeds other than that of the audit, for checks that must not depend on it: one by default, 1,000 in the profile seeds. */
public final class MasterSeeds {

    private static final int COUNT = Integer.getInteger("seeds.count", 1);

    private MasterSeeds() {}

    /** The seeds, on all cores. */
    public static Stream<Long> stream() {
        return IntStream.range(0, COUNT)
                .parallel()
                .mapToLong(number -> RandomStream.bits(260104270, number))
                .boxed();
    }

    /**
     * Right p-values are uniform or larger: the share of those up to x exceeds x by more than √(ln(1/α)/(2n)) with probability at most α = 10⁻⁹ (Massart).
     *
     * @param pValue of a seed
     */
    public static void assertThatSmallPValuesAreNoMoreFrequentThanTheySay(LongToDoubleFunction pValue) {
        double[] p = stream().mapToDouble(pValue::applyAsDouble).sorted().toArray();
        double excess = IntStream.range(0, COUNT)
                .mapToDouble(i -> (i + 1.0) / COUNT - p[i])
                .max()
                .orElseThrow();

        assertThat(excess).isLessThan(Math.sqrt(Math.log(1e9) / (2 * COUNT)));
    }
}
