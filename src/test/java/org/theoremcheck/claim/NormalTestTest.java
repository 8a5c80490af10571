package org.theoremcheck.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The two-sided test of the vocabulary, {@link org.theoremcheck.claim.Test}. */
class NormalTestTest {

    private static org.theoremcheck.claim.Test<Double> test(double falseAlarm, double smallestEffect) {
        return new org.theoremcheck.claim.Test<>("Z", Double::doubleValue, falseAlarm, smallestEffect);
    }

    /** Normal quantiles by mpmath. */
    @ParameterizedTest
    @CsvSource({
        "0.05, 1.95996398454005",
        "0.01, 2.5758293035489008",
        "0.001, 3.2905267314918948",
        "1e-6, 4.8916384756985904",
        "1e-9, 6.1094102048693971",
        "1e-12, 7.1305068481713245"
    })
    void theCriticalValueIsTheQuantileOfHalfTheFalseAlarmShare(double falseAlarm, double quantile) {
        assertThat(test(falseAlarm, 10).critical()).isCloseTo(quantile, within(1e-5));
    }

    /** Φ(critical − effect), with Φ(−1), Φ(−2), Φ(−3) by mpmath. */
    @ParameterizedTest
    @CsvSource({"0, 0.5", "1, 0.15865525393145705", "2, 0.022750131948179207", "3, 0.0013498980316300946"})
    void aShiftIsMissedWhereTheStatisticStaysBelowTheCriticalValue(double beyond, double miss) {
        assertThat(test(0.05, 1.95996398454005 + beyond).miss()).isCloseTo(miss, within(1e-12));
        assertThat(test(0.05, -1.95996398454005 - beyond).miss()).isCloseTo(miss, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({
        "1.9599, HOLDS",
        "-1.9599, HOLDS",
        "0, HOLDS",
        "1.96, VIOLATED",
        "-1.96, VIOLATED",
        "Infinity, VIOLATED",
        "-Infinity, VIOLATED"
    })
    void bothTailsAreRejected(double statistic, Verdict verdict) {
        Finding finding = test(0.05, 5).judge(statistic);

        assertThat(finding.verdict()).isEqualTo(verdict);
        assertThat(finding.severity()).isFinite();
        assertThat(finding.severity() > 0).isEqualTo(verdict == Verdict.VIOLATED);
        assertThat(finding.measured()).isEqualTo(Math.abs(statistic));
        assertThat(finding.bound()).isCloseTo(1.95996398454005, within(1e-12));
        assertThat(finding.budget()).isZero();
    }

    @Test
    void severityGrowsWithTheStatistic() {
        double previous = Double.NEGATIVE_INFINITY;
        for (double statistic = 0; statistic < 40; statistic += 0.25) {
            double severity = test(1e-6, 10).judge(statistic).severity();
            assertThat(severity).isGreaterThan(previous).isBetween(-1.0, 1.0);
            previous = severity;
        }
    }

    @Test
    void aStatisticThatIsNotANumberDecidesNothing() {
        Finding finding = test(0.05, 5).judge(Double.NaN);

        assertThat(finding.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(finding.reason()).isEqualTo("the statistic is not a number");
    }

    /** An alternative that shifts the statistic by its own size, of which a shift of 5 is to be seen. */
    @ParameterizedTest
    @CsvSource({
        "4.9, 1, UNDECIDED",
        "5, 1, HOLDS",
        "NaN, 1, UNDECIDED",
        // a rejection needs no power
        "0, 2, VIOLATED"
    })
    void aTestThatWouldNotSeeTheAlternativeDecidesOnlyByRejecting(double shift, double statistic, Verdict verdict) {
        org.theoremcheck.claim.Test<Double> test = test(0.05, 5).unlessBlindTo("a slip", any -> shift);

        assertThat(test.judge(statistic).verdict()).isEqualTo(verdict);
        assertThat(test.tolerance()).endsWith("; undecided where a slip would shift it by less");
    }

    @Test
    void whatIsUndecidedSaysHowLittleTheAlternativeWouldShiftIt() {
        Finding finding = test(0.05, 5).unlessBlindTo("a slip", any -> 1.25).judge(1.0);

        assertThat(finding.reason()).isEqualTo("a slip would shift it by 1.3, and 5 would be seen");
        assertThat(finding.measured()).isEqualTo(1);
        assertThat(finding.bound()).isCloseTo(1.95996398454005, within(1e-12));
        assertThat(finding.severity()).isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -0.1, 1.5, Double.NaN, 1e-17})
    void aShareOutOfRangeIsRefused(double falseAlarm) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> test(falseAlarm, 5))
                .withMessage("a false-alarm share lies between 1.0E-12 and 1, got " + falseAlarm);
    }

    @Test
    void theTextStatesSharesAndEffect() {
        assertThat(test(0.05, 5).text()).startsWith("|Z| ≤ 1.95996398");
        assertThat(test(1e-9, 12).tolerance())
                .startsWith("false-alarm share 1e-9; a shift of 12 standard errors is missed with probability 1.9")
                .contains("e-9");
    }
}
