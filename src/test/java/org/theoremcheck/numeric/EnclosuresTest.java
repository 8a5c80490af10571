package org.theoremcheck.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnclosuresTest {

    private static Enclosure[] of(double... values) {
        return Enclosures.of(values);
    }

    private static Enclosure between(String low, String high) {
        return new Enclosure(new BigDecimal(low), new BigDecimal(high));
    }

    /** Contains the number, and is no wider than its last digits. */
    private static void assertEncloses(Enclosure enclosure, String digits) {
        BigDecimal number = new BigDecimal(digits);
        BigDecimal slack = new BigDecimal("1e-48");
        assertThat(enclosure.low().subtract(slack)).isLessThanOrEqualTo(number);
        assertThat(enclosure.high().add(slack)).isGreaterThanOrEqualTo(number);
        assertThat(enclosure.high().subtract(enclosure.low())).isLessThan(new BigDecimal("1e-70"));
    }

    private static void assertIs(Enclosure enclosure, String number) {
        assertThat(enclosure.low()).isEqualByComparingTo(number);
        assertThat(enclosure.high()).isEqualByComparingTo(number);
    }

    @Test
    void sumsAndNormsOfWholeNumbersAreExact() {
        assertIs(Enclosures.dot(new double[] {3, -4, 12}, of(1, 2, -2)), "-29");
        assertIs(Enclosures.squaredNorm(of(3, -4, 12)), "169");
        assertIs(Enclosures.squaredDistance(of(3, -4, 12), of(1, 2, -2)), "236");
        assertIs(Enclosures.sumNorm(of(3, -4, 12)), "19");
        assertIs(Enclosures.largest(of(3, -13, 12)), "13");
        assertIs(Enclosures.largest(of()), "0");
    }

    /** (1, 1) and (2, −1) have the products 2, 1 and 5, off by 1, 1 (twice) and 4. */
    @Test
    void theDefectOfVectorsIsHowFarTheirProductsAreFromThoseOfOrthonormalOnes() {
        assertEncloses(
                Enclosures.defect(new Enclosure[][] {of(1, 1), of(2, -1)}),
                "4.3588989435406735522369819838596156591370039252325");
        assertIs(Enclosures.defect(new Enclosure[][] {of(1, 0), of(0, -1)}), "0");
    }

    @Test
    void differencesOfDoublesAreExact() {
        Enclosure[] difference = Enclosures.difference(new double[] {1, 1e20}, new double[] {0x1p-60, 1});

        assertThat(difference[0].low())
                .isEqualByComparingTo(BigDecimal.ONE.subtract(new BigDecimal(Math.scalb(1.0, -60))));
        assertIs(difference[1], "99999999999999999999");
    }

    /** By mpmath. */
    @ParameterizedTest
    @CsvSource({
        "2, 0.5, 1.4142135623730950488016887242096980785696718753769",
        "10, 3, 1000",
        "0.5, 0.25, 0.8408964152537145430311254762332148950400342623568",
        "0, 0.5, 0"
    })
    void powersAreEnclosed(double base, double exponent, String expected) {
        assertEncloses(Enclosures.power(Enclosure.of(base), Enclosure.of(exponent)), expected);
    }

    /** (1 + 8)^(4/3) for p = 3/2 and (1, 4); for p = 2 the square of the Euclidean norm. */
    @Test
    void squaredNormsOfAnyOrderAreEnclosed() {
        assertEncloses(
                Enclosures.squaredNorm(of(1, -4), Enclosure.of(1.5)),
                "18.720754407467137030770511419220968477040248063359");
        assertEncloses(Enclosures.squaredNorm(of(3, 0, -4), Enclosure.of(2)), "25");
        assertIs(Enclosures.squaredNorm(of(0, 0), Enclosure.of(1.2)), "0");
    }

    /** ½ ln 2 − ¼ and ½ − 1 + ln 2; x ln x is 0 at 0. */
    @Test
    void divergencesOfNumbersAreEnclosed() {
        Enclosure half = Enclosure.of(0.5);
        Enclosure quarter = Enclosure.of(0.25);

        assertEncloses(
                Enclosures.kullbackLeibler(half, quarter), "0.09657359027997265470861606072908828403775006718013");
        assertIs(Enclosures.kullbackLeibler(Enclosure.ZERO, quarter), "0.25");
        assertThat(Enclosures.kullbackLeibler(quarter, quarter).contains(BigDecimal.ZERO))
                .isTrue();
        assertEncloses(
                Enclosures.itakuraSaito(half, Enclosure.ONE), "0.19314718055994530941723212145817656807550013436026");
    }

    /** Of each coordinate: ½ ln 2 − ¼ and ¼; ln 2 − ½ and 1 − ln 2, which add up to ½. */
    @Test
    void divergencesOfVectorsAreSumsOverTheirCoordinates() {
        assertEncloses(
                Enclosures.kullbackLeibler(new double[] {0.5, 0}, new double[] {0.25, 0.25}),
                "0.34657359027997265470861606072908828403775006718013");
        assertEncloses(Enclosures.itakuraSaito(new double[] {0.5, 2}, new double[] {1, 1}), "0.5");
    }

    /** arsinh ¾ = ln 2. */
    @ParameterizedTest
    @ValueSource(doubles = {1, -1})
    void arsinhIsOdd(double sign) {
        Enclosure value = Enclosures.arsinh(Enclosure.of(0.75 * sign)).times(Enclosure.of(sign));

        assertEncloses(value, "0.69314718055994530941723212145817656807550013436026");
        assertThat(Enclosures.arsinh(Enclosure.ZERO).contains(BigDecimal.ZERO)).isTrue();
    }

    /** The image of an interval holds the images of its ends and of what is between. */
    @Test
    void intervalsAreMappedAsAWhole() {
        Enclosure wide = between("0.25", "1");
        for (double x : new double[] {0.25, 0.5, 1}) {
            Enclosure at = Enclosure.of(x);
            assertHolds(Enclosures.power(wide, Enclosure.of(0.5)), Enclosures.power(at, Enclosure.of(0.5)));
            assertHolds(
                    Enclosures.kullbackLeibler(wide, Enclosure.of(0.5)),
                    Enclosures.kullbackLeibler(at, Enclosure.of(0.5)));
            assertHolds(Enclosures.itakuraSaito(wide, Enclosure.of(2)), Enclosures.itakuraSaito(at, Enclosure.of(2)));
            assertHolds(Enclosures.arsinh(wide), Enclosures.arsinh(at));
            assertHolds(Enclosures.arsinh(wide.negated()), Enclosures.arsinh(at.negated()));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, -0.5, 0, 1e-30, 0.5, 1})
    void arsinhOfAnIntervalAroundZeroHoldsBothSigns(double x) {
        assertHolds(Enclosures.arsinh(between("-1", "1")), Enclosures.arsinh(Enclosure.of(x)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-30, 0.5, 1})
    void powersOfAnIntervalFromZeroHoldZero(double x) {
        assertHolds(
                Enclosures.power(between("0", "1"), Enclosure.of(1.5)),
                Enclosures.power(Enclosure.of(x), Enclosure.of(1.5)));
    }

    private static void assertHolds(Enclosure whole, Enclosure part) {
        assertThat(whole.low()).isLessThanOrEqualTo(part.high());
        assertThat(whole.high()).isGreaterThanOrEqualTo(part.low());
    }

    @Test
    void whatIsNegativeHasNoPower() {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Enclosures.power(Enclosure.of(-1), Enclosure.of(2)));
    }

    /** (1, 2; 3, 4) x = (5, 6) has x = (−4, 9/2), with and without a pivot of 0 first. */
    @Test
    void eliminationSolvesAndExchangesRows() {
        Enclosure[][] solved = Enclosures.solve(
                Enclosures.of(new double[][] {{1, 2}, {3, 4}}), Enclosures.of(new double[][] {{5}, {6}}));
        Enclosure[][] exchanged = Enclosures.solve(
                Enclosures.of(new double[][] {{0, 2}, {4, 0}}), Enclosures.of(new double[][] {{6, 1}, {2, 8}}));

        assertThat(solved[0][0].contains(new BigDecimal("-4"))).isTrue();
        assertThat(solved[1][0].contains(new BigDecimal("4.5"))).isTrue();
        assertThat(exchanged[0][0].middle()).isEqualTo(0.5);
        assertThat(exchanged[1][1].middle()).isEqualTo(0.5);
        assertThatThrownBy(() -> Enclosures.solve(
                        Enclosures.of(new double[][] {{1, 1}, {1, 1}}), Enclosures.of(new double[][] {{1}, {1}})))
                .isInstanceOf(ArithmeticException.class);
    }

    /** tanh ½ = (e − 1)/(e + 1) and ln cosh 1, to 30 digits of mpmath. */
    @Test
    void hyperbolicFunctionsAreEnclosed() {
        assertThat(Enclosures.tanh(Enclosure.of(0.5)).low().toPlainString())
                .startsWith("0.462117157260009758502318483643");
        assertThat(Enclosures.logCosh(Enclosure.ONE).low().toPlainString())
                .startsWith("0.433780830483027187026494684900");
        assertThat(Enclosures.logCosh(Enclosure.of(-1)).middle())
                .isEqualTo(Enclosures.logCosh(Enclosure.ONE).middle());
    }
}
