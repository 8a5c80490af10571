package org.theoremcheck.meanfield.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.math3.distribution.CauchyDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.RealDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.distribution.UniformRealDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.theoremcheck.numeric.RandomStream;

/** Bands of 6.2 standard errors, a share of 6e-10 each; distances of laws at a share of 1e-9 by the bound of Dvoretzky, Kiefer, Wolfowitz, Massart. */
class EntryLawTest {

    private static final int DRAWS = 1 << 18;
    private static final double ERRORS = 6.2;

    /** A row of length 1 has entries of variance 1. The fourth moment is that of the law: 3, 1, 9/5, 10, and 3 E f⁴ = 3 (0.1² + 1.9²)/2. */
    @ParameterizedTest
    @CsvSource({"GAUSSIAN, 3", "RADEMACHER, 1", "UNIFORM, 1.8", "SPARSE, 10", "ROW_SCALED, 5.43"})
    void entriesHaveMeanZeroAndVarianceOne(EntryLaw law, double fourthMoment) {
        double sum = 0;
        double squares = 0;
        for (int row = 0; row < DRAWS; row++) {
            double entry = law.row(RandomStream.key(21, law.name(), row), 1)[0];
            sum += entry;
            squares += entry * entry;
        }

        assertThat(sum / DRAWS).isCloseTo(0, within(ERRORS / Math.sqrt(DRAWS)));
        // Rounding of the additions beside the standard error: that of ±1 is 0.
        assertThat(squares / DRAWS)
                .isCloseTo(1, within(ERRORS * Math.sqrt((fourthMoment - 1) / DRAWS) + DRAWS * Math.ulp(1.0)));
    }

    @Test
    void aRowOfLengthDHasVarianceOneOverD() {
        double[] row = EntryLaw.RADEMACHER.row(22, 64);

        assertThat(row).containsOnly(-0.125, 0.125);
    }

    @Test
    void continuousLawsHaveTheirDistributionFunctions() {
        double edge = Math.sqrt(3);

        assertLaw(EntryLaw.GAUSSIAN, new NormalDistribution(null, 0, 1));
        assertLaw(EntryLaw.UNIFORM, new UniformRealDistribution(null, -edge, edge));
        assertLaw(EntryLaw.STUDENT, new TDistribution(null, 1.5));
        assertLaw(EntryLaw.CAUCHY, new CauchyDistribution(null, 0, 1));
    }

    @Test
    void cauchyEntriesAreQuantilesOfUniformNumbers() {
        double[] row = EntryLaw.CAUCHY.row(26, 400);
        CauchyDistribution law = new CauchyDistribution(null, 0, 1);
        for (int j = 0; j < row.length; j++) {
            assertThat(law.cumulativeProbability(20 * row[j])).isCloseTo(RandomStream.uniform(26, j), within(1e-14));
        }
    }

    private static void assertLaw(EntryLaw law, RealDistribution expected) {
        double[] sorted = law.row(RandomStream.key(23, law.name(), 0), DRAWS);
        Arrays.sort(sorted);
        double distance = 0;
        for (int i = 0; i < DRAWS; i++) {
            double probability = expected.cumulativeProbability(Math.sqrt(DRAWS) * sorted[i]);
            distance = Math.max(
                    distance,
                    Math.max(Math.abs(probability - i / (double) DRAWS), Math.abs(probability - (i + 1.0) / DRAWS)));
        }

        assertThat(distance).as(law.name()).isLessThan(Math.sqrt(Math.log(2 / 1e-9) / (2 * DRAWS)));
    }

    @Test
    void signsAreEvenAndATenthOfTheSparseEntriesIsNotZero() {
        assertShare(EntryLaw.RADEMACHER, 1, 0.5);
        assertShare(EntryLaw.SPARSE, Math.sqrt(10), 0.05);
        assertShare(EntryLaw.SPARSE, -Math.sqrt(10), 0.05);
    }

    private static void assertShare(EntryLaw law, double value, double probability) {
        double[] row = law.row(RandomStream.key(24, law.name(), 0), DRAWS);
        double scaled = value / Math.sqrt(DRAWS);
        long count = Arrays.stream(row).filter(entry -> entry == scaled).count();

        assertThat((double) count / DRAWS)
                .isCloseTo(probability, within(ERRORS * Math.sqrt(probability * (1 - probability) / DRAWS)));
    }

    /** E x₁²x₂² = E f⁴ = 1.81, with E x₁⁴x₂⁴ = 9 E f⁸ = 9 (0.1⁴ + 1.9⁴)/2; independent entries have 1. */
    @Test
    void entriesOfAScaledRowDependOnEachOtherThroughTheirSize() {
        double eighth = 9 * (Math.pow(0.1, 4) + Math.pow(1.9, 4)) / 2;
        double sum = 0;
        for (int r = 0; r < DRAWS; r++) {
            double[] row = EntryLaw.ROW_SCALED.row(RandomStream.key(25, "row", r), 2);
            sum += 4 * row[0] * row[0] * row[1] * row[1];
        }

        assertThat(sum / DRAWS).isCloseTo(1.81, within(ERRORS * Math.sqrt((eighth - 1.81 * 1.81) / DRAWS)));
    }
}
