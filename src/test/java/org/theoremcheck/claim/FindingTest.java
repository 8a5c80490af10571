package org.theoremcheck.claim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindingTest {

    @ParameterizedTest
    @CsvSource({
        "3, 4, 0, 0.75",
        "-3, 4, 0, -0.75",
        // rounding of a millionth of the bound is the most that leaves a ratio
        "3, 4, 4e-6, 0.75",
        "3, 4, 4.1e-6, NaN",
        // no ratio to nothing, or to less
        "0, 0, 0, NaN",
        "3, 0, 0, NaN",
        "3, -4, 0, NaN"
    })
    void aRatioNeedsAPositiveBoundFarAboveTheRounding(double measured, double bound, double budget, double ratio) {
        assertThat(new Finding(Verdict.HOLDS, measured, bound, budget, -1, "").ratio())
                .isEqualTo(Double.valueOf(ratio));
    }

    @Test
    void anotherVerdictKeepsTheNumbers() {
        assertThat(new Finding(Verdict.VIOLATED, 2, 1, 0.25, 0.5, "").as(Verdict.KNOWN_DEVIATION, "declared"))
                .isEqualTo(new Finding(Verdict.KNOWN_DEVIATION, 2, 1, 0.25, 0.5, "declared"));
    }
}
