package org.theoremcheck.meanfield.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.stat.inference.TTest;
import org.junit.jupiter.api.Test;
import org.theoremcheck.numeric.RandomStream;

class SharesTest {

    private static final double CRITICAL = Shares.score(1, 1);

    /** With the share that Commons Math finds for the difference, the difference is critical. */
    @Test
    void theTestOfMeansIsWelchs() {
        double[] left = normals(1, 20, 1, 0.8);
        double[] right = normals(2, 35, 3, 0);
        double share = new TTest().tTest(left, right);

        double ratio = sample(left).ratio(sample(right), 0, share);

        assertThat(ratio).isCloseTo(1, within(1e-9));
    }

    @Test
    void whatIsAllowedForBiasIsTakenOffTheDifference() {
        Sample seen = new Sample(new double[] {1.1}, new double[] {0.01}, 1e9);

        assertThat(seen.score(Sample.known(new double[] {1}), 0.1)).isCloseTo(0, within(1e-9));
        assertThat(seen.score(Sample.known(new double[] {1}), 0.05))
                .isCloseTo(seen.score(Sample.known(new double[] {1.05}), 0), within(1e-9));
    }

    /** 64 runs and 12 observables: rejected from the least count on whose chance is below the share. */
    @Test
    void theSignTestRejectsFromItsCountOn() {
        BinomialDistribution law = new BinomialDistribution(null, 64, 0.5);
        int least = IntStream.rangeClosed(32, 64)
                .filter(count -> 24 * (1 - law.cumulativeProbability(count - 1)) <= Shares.OF_SIGNS)
                .min()
                .orElseThrow();

        assertThat(Shares.ofSigns(above(least), new double[12])).isGreaterThan(CRITICAL);
        assertThat(Shares.ofSigns(above(least - 1), new double[12])).isLessThan(CRITICAL);
        assertThat(Shares.ofSigns(above(64 - least), new double[12])).isGreaterThan(CRITICAL);
        assertThat(Shares.ofSigns(above(32), new double[12])).isZero();
    }

    /** One run of a size that drowns the mean of all leaves Welch's test blind. */
    @Test
    void theSignTestSeesWhatTheTestOfMeansDoesNot() {
        List<double[]> runs = IntStream.range(0, 64)
                .mapToObj(r -> new double[] {r == 0 ? -1e6 : 1 + r})
                .toList();

        assertThat(Sample.of(runs).score(Sample.known(new double[1]), 0)).isLessThan(CRITICAL);
        assertThat(Shares.ofSigns(runs, new double[1])).isGreaterThan(CRITICAL);
    }

    @Test
    void fewRunsHaveNoSigns() {
        assertThat(Shares.ofSigns(above(64).subList(0, 20), new double[12])).isZero();
    }

    /** 64 runs with 12 observables, of which so many runs have the first above 0; the others are even. */
    private static List<double[]> above(int count) {
        return IntStream.range(0, 64)
                .mapToObj(r -> {
                    double[] run = new double[12];
                    Arrays.fill(run, r % 2 == 0 ? 1 : -1);
                    run[0] = r < count ? 1 : -1;
                    return run;
                })
                .toList();
    }

    private static double[] normals(long key, int count, double deviation, double mean) {
        return IntStream.range(0, count)
                .mapToDouble(i -> mean + deviation * RandomStream.gaussian(key, i))
                .toArray();
    }

    private static Sample sample(double[] values) {
        return Sample.of(Arrays.stream(values).mapToObj(x -> new double[] {x}).toList());
    }
}
