package org.theoremcheck.predictable.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.special.Gamma;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.theoremcheck.claim.Verdict;

class TailBoundTest {

    private static final double SHARE = 1e-9;

    /** χ²ₙ by the incomplete gamma function: the bound is never exceeded too often, and costs less than a half of the deviation. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 16, 256, 4000, 320_000})
    void chiSquaredLeavesTheDeviationNoMoreOftenThanTheShare(int n) {
        double deviation = new TailBound(2.0 * n, 2, 0).deviation();

        assertThat(outside(n, deviation)).isLessThan(SHARE);
        assertThat(outside(n, deviation / 1.6)).isGreaterThan(SHARE);
    }

    /** The mean of N energies ‖Rδ‖² of a vector of length 5 is 25 χ²ₙ/n, n = kN. */
    @ParameterizedTest
    @CsvSource({"1, 1", "16, 1", "2, 100", "256, 20"})
    void theMeanOfGaussianEnergiesLeavesTheDeviationNoMoreOftenThanTheShare(int k, int maps) {
        Sketch sketch = new Sketch(Sketches.GAUSSIAN, k, new double[][] {{3, 4}}, 1, maps);
        int n = k * maps;
        double deviation = n * Energies.Moments.of(sketch).ofMean().deviation() / 25;

        assertThat(outside(n, deviation)).isLessThan(SHARE);
        assertThat(outside(n, deviation / 1.6)).isGreaterThan(SHARE);
    }

    /** With one number left beyond the fourth singular value the mean of N tails that are kept is 4 χ²ₙ/n, n = kN. */
    @ParameterizedTest
    @CsvSource({"1, 1", "6, 3", "8, 50"})
    void theMeanOfTailsLeavesTheDeviationNoMoreOftenThanTheShare(int k, int maps) {
        double[][] rows = {{9, 0, 0, 0, 0}, {0, 8, 0, 0, 0}, {0, 0, 7, 0, 0}, {0, 0, 0, 6, 0}, {0, 0, 0, 0, 2}};
        Sketch sketch = new Sketch(Sketches.GAUSSIAN, k, rows, 1, maps);
        TailBound bound = ProjectionTail.THEOREM
                .claim()
                .setting()
                .referee()
                .play(sketch, RandomProjection::new)
                .bound();
        int n = k * maps;
        double deviation = n * bound.deviation() / 4;

        assertThat(outside(n, deviation)).isLessThan(SHARE);
        assertThat(outside(n, deviation / 1.6)).isGreaterThan(SHARE);
    }

    static double outside(int n, double deviation) {
        double low = deviation < n ? Gamma.regularizedGammaP(n / 2.0, (n - deviation) / 2) : 0;
        return low + Gamma.regularizedGammaQ(n / 2.0, (n + deviation) / 2);
    }

    /** Binomial tails by the incomplete beta function. */
    @ParameterizedTest
    @CsvSource({"1000, 0.257", "1000, 1e-6", "1000, 0.5", "50, 0.1", "20000, 0.01"})
    void aShareLeavesTheDeviationNoMoreOftenThanTheShare(int n, double p) {
        double deviation = new TailBound(p * (1 - p) / n, 1 / (3.0 * n), 0).deviation();

        assertThat(shareOutside(n, p, deviation)).isLessThan(SHARE);
    }

    /** P(|Bin(n, p)/n − p| ≥ deviation). */
    private static double shareOutside(int n, double p, double deviation) {
        int below = (int) Math.floor(n * (p - deviation));
        double low = below < 0 ? 0 : 1 - Beta.regularizedBeta(p, below + 1.0, n - below);
        return low + shareAbove(n, p, (int) Math.ceil(n * (p + deviation)));
    }

    /** The mean of N energies of a vector of length 2 along an axis is 4 s times a share of kN draws. */
    @ParameterizedTest
    @CsvSource({"2, 16, 100", "6, 16, 1000", "20, 5, 400"})
    void theMeanOfSparseEnergiesLeavesTheDeviationNoMoreOftenThanTheShare(int sparsity, int k, int maps) {
        Sketch sketch = new Sketch(new EntryLaw.SparseSigns(sparsity), k, new double[][] {{0, 2, 0}}, 1, maps);
        double deviation = Energies.Moments.of(sketch).ofMean().deviation() / (4 * sparsity);

        assertThat(shareOutside(k * maps, 1.0 / sparsity, deviation)).isLessThan(SHARE);
        assertThat(shareOutside(k * maps, 1.0 / sparsity, deviation / 1.6)).isGreaterThan(SHARE);
    }

    /** How many of 1000 vectors are too many, when a thousandth or a quarter of them is to be off. */
    @ParameterizedTest
    @CsvSource({"1000, 0.257", "1000, 0.001", "400, 0.1", "1000, 0.9"})
    void aFrequencyIsTooHighWhereABinomialNumberNearlyNeverIs(int maps, double p) {
        int off = 0;
        while (new ProjectionNorm.Frequency(maps, off, p).score(p) < 6.1094) {
            off++;
        }

        assertThat(shareAbove(maps, p, off)).isLessThan(SHARE);
        assertThat(shareAbove(maps, p, (int) (maps * p + (off - maps * p) / 1.6)))
                .isGreaterThan(SHARE);
    }

    /** P(Bin(n, p) ≥ count). */
    private static double shareAbove(int n, double p, int count) {
        return count > n ? 0 : Beta.regularizedBeta(p, count, n - count + 1.0);
    }

    @Test
    void aScoreReachesTheCriticalValueAtTheDeviation() {
        TailBound bound = new TailBound(0.01, 0.001, 0.0005);
        var test = TailBound.<Double>test("Z", mean -> bound.score(mean, 3));

        assertThat(test.critical()).isCloseTo(6.1094, within(1e-4));
        assertThat(test.judge(3 + 0.999 * bound.deviation()).verdict()).isEqualTo(Verdict.HOLDS);
        assertThat(test.judge(3 + 1.001 * bound.deviation()).verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(test.judge(3 - 1.001 * bound.deviation()).verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(test.miss()).isLessThan(1e-9);
    }

    @Test
    void whatAMeanIsAllowedOnTopIsAdded() {
        double without = new TailBound(0.01, 0.001, 0).deviation();

        assertThat(new TailBound(0.01, 0.001, 0.5).deviation()).isCloseTo(without + 0.5, within(1e-15));
    }

    @Test
    void unitsAreLargerThanStandardErrors() {
        assertThat(new TailBound(1, 0, 0).score(1, 0)).isBetween(0.9, 1.0);
    }
}
