package org.theoremcheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

    private static final char NO_BREAK = '\u00a0';

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "-0.0, 0",
        "0.9999999999, 1",
        "1.4142135623730951, 1.41421",
        "-3.5, −3.5",
        "4647986352666433, 4.64799 × 10¹⁵",
        "1e-9, 1 × 10⁻⁹",
        "NaN, –",
        "Infinity, –"
    })
    void roundedNumbersHaveSixDigits(double value, String text) {
        assertThat(Numbers.rounded(value)).isEqualTo(text.replace(' ', NO_BREAK));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "0.0009765625, 0.0009765625",
        "0.30000000000000004, 0.300000…",
        "0.6666666666666666, 0.666666…",
        "-0.09999999999999964, −0.0999999…",
        "8.030651234567e-9, 8.03065… × 10⁻⁹",
        "65536, 65536",
        "NaN, –"
    })
    void longNumbersAreCutAndSaySo(double value, String text) {
        assertThat(Numbers.cut(value)).isEqualTo(text.replace(' ', NO_BREAK));
    }

    @ParameterizedTest
    @CsvSource({"0.6634, 66 %", "1, 100 %", "0.0005002, 0.05 %", "0.012345, 1.2 %", "0.99999, 100 %", "NaN, –"})
    void sharesArePercentagesOfTwoDigits(double share, String text) {
        assertThat(Numbers.percent(share)).isEqualTo(text.replace(' ', NO_BREAK));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1       | 1 check
            0       | 0 checks
            1234567 | 1,234,567 checks
            """)
    void countsAgreeWithTheirNoun(long count, String text) {
        assertThat(Numbers.count(count, "check")).isEqualTo(text);
    }
}
