package org.theoremcheck.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StableTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8, 15})
    void kullbackLeiblerIsAccurateHoweverCloseTheNumbers(int digits) {
        SplittableRandom random = new SplittableRandom(digits);
        double gap = Double.parseDouble("1e-" + digits);
        for (double size : new double[] {1e-250, 1, 1e300}) {
            double y = size * random.nextDouble(1, 2);
            double spread = gap * random.nextDouble(0.5, 1);
            assertAccurate(y * (1 + spread), y);
            assertAccurate(y * (1 - spread), y);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.0999, 1.1001, 0.9001, 0.8999, 0.10001, 0.09999, 9.9e7, 1.01e8, 1.35, 0.65})
    void kullbackLeiblerIsAccurateOnBothSidesOfEverySwitchOfFormula(double ratio) {
        SplittableRandom random = new SplittableRandom(3);
        double y = random.nextDouble(0.5, 1);
        assertAccurate(y * ratio, y);
    }

    @ParameterizedTest
    @CsvSource({
        "1e300, 1",
        "1, 1e300",
        "1e-300, 1",
        "1, 1e-300",
        "1e300, 1e-300",
        "1e-300, 1e300",
        "1e150, 1e-158",
        "1.3256946287134159e-301, 1.325703420820187e-300",
        "1.1487964063277348e199, 1.1488055255512078e200",
        "1e-310, 1e-309",
        "5e-324, 1"
    })
    void kullbackLeiblerIsAccurateHoweverFarApartTheNumbers(double x, double y) {
        assertAccurate(x, y);
    }

    private static void assertAccurate(double x, double y) {
        Enclosure at = Enclosure.of(x);
        Enclosure from = Enclosure.of(y);
        Enclosure exact = at.times(at.over(from).log()).minus(at).plus(from);
        Enclosure error =
                Enclosure.of(Stable.kullbackLeibler(x, y)).minus(exact).over(exact);

        assertThat(error.abs().high().doubleValue() / Rounding.UNIT)
                .as("relative error in u at x = %s, y = %s", x, y)
                .isLessThanOrEqualTo(Stable.KULLBACK_LEIBLER_ERROR);
    }

    /** 0 and 2 ln 2 − 1; ln 2 − ½ and 1 − ln 2. */
    @Test
    void divergencesOfVectorsAreSumsOverTheirCoordinates() {
        assertThat(Stable.kullbackLeibler(new double[] {1, 2}, new double[] {1, 1}))
                .isCloseTo(0.3862943611198906, within(1e-15));
        assertThat(Stable.itakuraSaito(new double[] {0.5, 2}, new double[] {1, 1}))
                .isCloseTo(0.5, within(1e-15));
    }

    private static double relativeError(double value, Enclosure exact) {
        return Enclosure.of(value).minus(exact).over(exact).abs().high().doubleValue() / Rounding.UNIT;
    }

    /** From a gap of 10⁻¹² to one of 10³, on both sides, and just beside every switch of formula. */
    static DoubleStream gaps() {
        DoubleStream powers = IntStream.rangeClosed(-24, 6)
                .mapToDouble(half -> Math.pow(10, half / 2.0))
                .flatMap(gap -> DoubleStream.of(gap, -gap));
        return DoubleStream.concat(
                powers.filter(gap -> gap > -1),
                DoubleStream.of(0.1, 0.5, 0.9)
                        .flatMap(gap -> DoubleStream.of(gap * 0.999, gap * 1.001, -gap * 0.999, -gap * 1.001)));
    }

    @ParameterizedTest
    @MethodSource("gaps")
    void itakuraSaitoIsAccurate(double gap) {
        for (double y : new double[] {1, 0.7, 3e-200}) {
            double x = y * (1 + gap);
            Enclosure exact = Enclosures.itakuraSaito(Enclosure.of(x), Enclosure.of(y));

            assertThat(relativeError(Stable.itakuraSaito(x, y), exact)).isLessThanOrEqualTo(Stable.ITAKURA_SAITO_ERROR);
        }
    }

    @Test
    void itakuraSaitoIsAccurateHoweverFarApartTheNumbers() {
        for (double ratio : new double[] {1e-300, 1e-20, 1e20, 1e300}) {
            Enclosure exact = Enclosures.itakuraSaito(Enclosure.of(ratio), Enclosure.ONE);

            assertThat(relativeError(Stable.itakuraSaito(ratio, 1), exact))
                    .isLessThanOrEqualTo(Stable.ITAKURA_SAITO_ERROR);
        }
        assertThat(Stable.itakuraSaito(0.3, 0.3)).isZero();
    }

    @ParameterizedTest
    @MethodSource("gaps")
    void exponentialRemainderIsAccurate(double z) {
        if (z > 700) {
            assertThat(Stable.exponentialRemainder(z)).isEqualTo(Double.POSITIVE_INFINITY);
            return;
        }
        for (double argument : new double[] {z, -Math.abs(z)}) {
            Enclosure at = Enclosure.of(argument);
            Enclosure exact = at.exp().minus(Enclosure.ONE).minus(at);

            assertThat(relativeError(Stable.exponentialRemainder(argument), exact))
                    .isLessThanOrEqualTo(Stable.EXPONENTIAL_REMAINDER_ERROR);
        }
    }

    @ParameterizedTest
    @MethodSource("gaps")
    void binomialRemainderIsAccurate(double r) {
        for (double p : new double[] {2, 1.5, 1.2, 1.05, 0.5, 1 / 1.05}) {
            Enclosure exponent = Enclosure.of(p);
            Enclosure exact = Enclosures.power(Enclosure.of(r).plus(Enclosure.ONE), exponent)
                    .minus(Enclosure.ONE)
                    .minus(exponent.times(Enclosure.of(r)));

            assertThat(relativeError(Stable.binomialRemainder(r, p), exact))
                    .as("exponent " + p)
                    .isLessThanOrEqualTo(Stable.BINOMIAL_REMAINDER_ERROR / Math.abs(p * (p - 1)));
        }
    }

    @Test
    void binomialRemaindersOfTheEndsAreExact() {
        assertThat(Stable.binomialRemainder(0, 1.5)).isZero();
        assertThat(Stable.binomialRemainder(-1, 1.5)).isEqualTo(0.5);
        assertThat(Stable.binomialRemainder(3, 2)).isEqualTo(9);
        assertThat(Stable.binomialRemainder(3, 0.5)).isEqualTo(-0.5);
        assertThat(Stable.binomialRemainder(0.25, 1)).isZero();
    }

    /** The complements of close numbers, as they are in exact arithmetic. */
    @ParameterizedTest
    @MethodSource("gaps")
    void kullbackLeiblerWithAGapIsAccurate(double gap) {
        double y = 0.75;
        double x = y * (1 + gap);
        if (x > 1) {
            return;
        }
        Enclosure exact =
                Enclosures.kullbackLeibler(Enclosure.ONE.minus(Enclosure.of(x)), Enclosure.ONE.minus(Enclosure.of(y)));

        assertThat(relativeError(Stable.kullbackLeibler(1 - x, 1 - y, y - x), exact))
                .isLessThanOrEqualTo(Stable.KULLBACK_LEIBLER_ERROR);
    }

    /** 1 − y rounds to a power of two: without the gap not one digit is left. */
    @Test
    void theGapIsWhatComplementsOfSmallNumbersDifferBy() {
        double x = 3e-17;
        double y = 1e-17;
        Enclosure exact =
                Enclosures.kullbackLeibler(Enclosure.ONE.minus(Enclosure.of(x)), Enclosure.ONE.minus(Enclosure.of(y)));

        assertThat(relativeError(Stable.kullbackLeibler(1 - x, 1 - y, y - x), exact))
                .isLessThanOrEqualTo(Stable.KULLBACK_LEIBLER_ERROR);
        assertThat(Stable.kullbackLeibler(1 - x, 1 - y)).isZero();
    }

    @Test
    void kullbackLeiblerOfZeroIsTheOtherNumber() {
        assertThat(Stable.kullbackLeibler(0, 0.25)).isEqualTo(0.25);
        assertThat(Stable.kullbackLeibler(0, 0)).isZero();
        assertThat(Stable.kullbackLeibler(0.25, 0.25)).isZero();
    }

    @Test
    void kullbackLeiblerFromZeroIsInfinite() {
        assertThat(Stable.kullbackLeibler(Double.MIN_VALUE, 0)).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void entropyIsXLogXAndZeroAtZero() {
        assertThat(Stable.entropy(0)).isZero();
        assertThat(Stable.entropy(1)).isZero();
        // ½ ln ½ = −½ ln 2
        assertThat(Stable.entropy(0.5)).isEqualTo(-0.34657359027997264);
    }

    /** ln(1 + eᶻ) by mpmath. */
    @ParameterizedTest
    @CsvSource({
        "0, 0.69314718055994530942",
        "1, 1.3132616875182228340",
        "-1, 0.31326168751822283405",
        "-40, 4.2483542552915889863e-18",
        "-700, 9.8596765437597708567e-305",
        "30, 30.000000000000093576",
        "1000, 1000"
    })
    void softplusIsAccurate(double z, double expected) {
        assertThat(Stable.softplus(z)).isCloseTo(expected, within(2 * Math.ulp(expected)));
    }

    /** 1/(1 + e⁻ᶻ) by mpmath. */
    @ParameterizedTest
    @CsvSource({
        "0, 0.5",
        "1, 0.73105857863000487926",
        "-1, 0.26894142136999512075",
        "-40, 4.2483542552915889773e-18",
        "-700, 9.8596765437597708567e-305",
        "30, 0.99999999999990642377",
        "1000, 1"
    })
    void sigmoidIsAccurate(double z, double expected) {
        assertThat(Stable.sigmoid(z)).isCloseTo(expected, within(2 * Math.ulp(expected)));
    }

    @Test
    void theEndsOfTheLineHaveLimits() {
        assertThat(Stable.softplus(Double.POSITIVE_INFINITY)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Stable.softplus(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(Stable.sigmoid(Double.POSITIVE_INFINITY)).isEqualTo(1);
        assertThat(Stable.sigmoid(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(Stable.softplus(Double.NaN)).isNaN();
        assertThat(Stable.sigmoid(Double.NaN)).isNaN();
    }

    @Test
    void logCoshAndTheLogarithmsRemainderHaveFewRoundings() {
        for (double z : new double[] {1e-12, -1e-8, 1e-3, 0.05, -0.3, 1, 7.5, 19.9, 20.1, -300}) {
            Enclosure logCosh = Enclosures.logCosh(Enclosure.of(z));
            assertThat(logCosh.minus(Enclosure.of(Stable.logCosh(z))).abs().high())
                    .as("%s", z)
                    .isLessThanOrEqualTo(new BigDecimal(Stable.LOG_COSH_ERROR * 0x1p-53 * Stable.logCosh(z)));
            double r = Math.abs(z);
            Enclosure remainder =
                    Enclosure.of(r).minus(Enclosure.of(r).plus(Enclosure.ONE).log());
            assertThat(remainder
                            .minus(Enclosure.of(Stable.logarithmRemainder(r)))
                            .abs()
                            .high())
                    .as("%s", r)
                    .isLessThanOrEqualTo(
                            new BigDecimal(Stable.ITAKURA_SAITO_ERROR * 0x1p-53 * Stable.logarithmRemainder(r)));
        }
    }
}
