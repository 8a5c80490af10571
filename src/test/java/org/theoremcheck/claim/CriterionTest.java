package org.theoremcheck.claim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CriterionTest {

    private static final Criterion<Double> MARGIN = new Criterion<>("the margin is not negative", Double::doubleValue);

    @ParameterizedTest
    @CsvSource({
        "1, HOLDS, -1",
        "0.25, HOLDS, -0.25",
        "0, HOLDS, 0",
        "-0.25, VIOLATED, 0.25",
        "-4.9e-324, VIOLATED, 4.9e-324",
        "-7, VIOLATED, 1",
        "Infinity, HOLDS, -1",
        "-Infinity, VIOLATED, 1"
    })
    void aCriterionIsMetWhereItsMarginIsNotNegative(double margin, Verdict verdict, double severity) {
        Finding finding = MARGIN.judge(margin);

        assertThat(finding.verdict()).isEqualTo(verdict);
        assertThat(finding.severity()).isEqualTo(severity);
        assertThat(finding.measured()).isEqualTo(0 - margin);
        assertThat(finding.bound()).isZero();
        assertThat(finding.ratio()).isNaN();
    }

    @Test
    void aRunWithoutAMarginDecidesNothing() {
        Finding finding = MARGIN.judge(Double.NaN);

        assertThat(finding.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(finding.reason()).isEqualTo("the run decides nothing");
        assertThat(finding.severity()).isNegative();
    }

    @Test
    void aCriterionNeedsNoTolerance() {
        assertThat(MARGIN.text()).isEqualTo("the margin is not negative");
        assertThat(MARGIN.tolerance()).isEqualTo("none: the criterion is decided by the margins it states");
    }
}
