package org.theoremcheck.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnclosureArithmeticTest {

    @Test
    void aDoubleIsEnclosedByItsExactValue() {
        Enclosure tenth = Enclosure.of(0.1);

        assertThat(tenth.low()).isEqualTo(tenth.high());
        // 0x1.999999999999ap-4 written out.
        assertThat(tenth.low()).isEqualTo("0.1000000000000000055511151231257827021181583404541015625");
    }

    @Test
    void aDecimalIsTheNumberWrittenAndNotTheDoubleBesideIt() {
        assertThat(Enclosure.decimal(0.98)).isEqualTo(interval("0.98", "0.98"));
        assertThat(Enclosure.of(0.98)).isNotEqualTo(Enclosure.decimal(0.98));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void whatIsNotANumberIsNotEnclosed(double value) {
        assertThatExceptionOfType(NumberFormatException.class).isThrownBy(() -> Enclosure.of(value));
    }

    @Test
    void crossedEndsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> interval("2", "1"))
                .withMessage("an enclosure needs low <= high, got 2 and 1");
    }

    @Test
    void sumsThatNeedMoreThanEightyDigitsAreRoundedOutward() {
        Enclosure sum = Enclosure.ONE.plus(interval("1e-300", "1e-300"));

        assertThat(sum.low()).isEqualByComparingTo("1");
        assertThat(sum.high()).isEqualByComparingTo("1." + "0".repeat(78) + "1");
    }

    @Test
    void differencesThatNeedMoreThanEightyDigitsAreRoundedOutward() {
        Enclosure difference = Enclosure.ONE.minus(interval("1e-300", "1e-300"));

        assertThat(difference.low()).isEqualByComparingTo("0." + "9".repeat(80));
        assertThat(difference.high()).isEqualByComparingTo("1");
    }

    @ParameterizedTest
    @CsvSource({
        // a, b, product: the signs of the ends in all combinations
        " 2,  3,  5,  7,  10,  21",
        "-3, -2,  5,  7, -21, -10",
        "-3,  2,  5,  7, -21,  14",
        "-3,  2, -7,  5, -15,  21",
        "-3, -2, -7, -5,  10,  21",
        "-3,  2, -7, -5, -14,  21",
        "-3,  0, -7,  0,   0,  21"
    })
    void aProductReachesFromTheSmallestToTheLargestProductOfEnds(
            String a, String b, String c, String d, String low, String high) {
        Enclosure product = interval(a, b).times(interval(c, d));

        assertThat(product.low()).isEqualByComparingTo(low);
        assertThat(product.high()).isEqualByComparingTo(high);
    }

    @ParameterizedTest
    @CsvSource({"-3, 2, 0, 9", "-3, -2, 4, 9", "2, 3, 4, 9", "0, 3, 0, 9"})
    void aSquareIsNeverNegative(String a, String b, String low, String high) {
        Enclosure square = interval(a, b).squared();

        assertThat(square.low()).isEqualByComparingTo(low);
        assertThat(square.high()).isEqualByComparingTo(high);
    }

    @ParameterizedTest
    @CsvSource({"-3, 2, 0, 3", "-2, 3, 0, 3", "-3, -2, 2, 3", "2, 3, 2, 3"})
    void anAbsoluteValueIsThatOfSomeNumberContained(String a, String b, String low, String high) {
        assertThat(interval(a, b).abs()).isEqualTo(interval(low, high));
    }

    @Test
    void maximumAndMinimumAreTakenEndByEnd() {
        assertThat(interval("1", "4").max(interval("2", "3"))).isEqualTo(interval("2", "4"));
        assertThat(interval("1", "4").min(interval("2", "3"))).isEqualTo(interval("1", "3"));
    }

    @Test
    void oneSeventhIsEnclosedToEightyDigits() {
        Enclosure seventh = Enclosure.ONE.over(Enclosure.of(7));

        assertThat(seventh.contains(new BigDecimal("0." + "142857".repeat(20)))).isTrue();
        assertThat(seventh.high().subtract(seventh.low())).isLessThan(new BigDecimal("1e-79"));
    }

    @Test
    void aQuotientOfDyadicsIsExactWhereItIsDyadic() {
        Enclosure quotient = Enclosure.of(-0x1.8p-20).over(Enclosure.of(0x1p30));

        assertThat(quotient.low()).isEqualTo(quotient.high());
        assertThat(quotient.middle()).isEqualTo(-0x1.8p-50);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "-1, 1", "0, 1", "-1, 0"})
    void divisionByAnythingThatMayBeZeroIsRefused(String low, String high) {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Enclosure.ONE.over(interval(low, high)))
                .withMessage("division by an enclosure of zero");
    }

    @Test
    void exceedsMeansThatEveryNumberContainedIsLarger() {
        assertThat(interval("0.5", "2").exceeds(0.25)).isTrue();
        assertThat(interval("0.5", "2").exceeds(0.5)).isFalse();
        assertThat(interval("0.5", "2").exceeds(1)).isFalse();
    }

    @Test
    void theEndsAreContainedAndNothingBeyondThem() {
        Enclosure enclosure = interval("-1", "2");

        assertThat(enclosure.contains(new BigDecimal("-1"))).isTrue();
        assertThat(enclosure.contains(new BigDecimal("2.000"))).isTrue();
        assertThat(enclosure.contains(new BigDecimal("-1.0001"))).isFalse();
        assertThat(enclosure.contains(new BigDecimal("2.0001"))).isFalse();
    }

    @Test
    void theMiddleOfADoubleIsTheDouble() {
        assertThat(Enclosure.of(Double.MIN_VALUE).middle()).isEqualTo(Double.MIN_VALUE);
        assertThat(Enclosure.of(-0.1).middle()).isEqualTo(-0.1);
        assertThat(interval("1", "3").middle()).isEqualTo(2);
    }

    private static Enclosure interval(String low, String high) {
        return new Enclosure(new BigDecimal(low), new BigDecimal(high));
    }
}
