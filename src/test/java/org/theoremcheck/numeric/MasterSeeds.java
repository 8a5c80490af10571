package org.theoremcheck.numeric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.function.LongFunction;
import java.util.function.LongToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Master seeds other than that of the audit, for checks that must not depend on it: one by default, 1,000 in the profile seeds. */
public final class MasterSeeds {

    private static final int COUNT = Integer.getInteger("seeds.count", 1);

    private MasterSeeds() {}

    /** What comes of each seed, on all cores: threads of its own, for those that run the tests wait for each other. */
    public static <T> List<T> flatMap(LongFunction<Stream<T>> results) {
        ForkJoinPool threads = new ForkJoinPool();
        try {
            return threads.submit(() -> IntStream.range(0, COUNT)
                            .parallel()
                            .mapToObj(number -> RandomStream.bits(260104270, number))
                            .flatMap(results::apply)
                            .toList())
                    .join();
        } finally {
            threads.shutdown();
        }
    }

    /**
     * Right p-values are uniform or larger: the share of those up to x exceeds x by more than √(ln(1/α)/(2n)) with probability at most α = 10⁻⁹ (Massart).
     *
     * @param pValue of a seed
     */
    public static void assertThatSmallPValuesAreNoMoreFrequentThanTheySay(LongToDoubleFunction pValue) {
        double[] p = flatMap(seed -> Stream.of(pValue.applyAsDouble(seed))).stream()
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        double excess = IntStream.range(0, COUNT)
                .mapToDouble(i -> (i + 1.0) / COUNT - p[i])
                .max()
                .orElseThrow();

        assertThat(excess).isLessThan(Math.sqrt(Math.log(1e9) / (2 * COUNT)));
    }
}
