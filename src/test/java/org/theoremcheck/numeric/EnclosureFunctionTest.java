package org.theoremcheck.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.SplittableRandom;
import org.apache.commons.math3.dfp.Dfp;
import org.apache.commons.math3.dfp.DfpField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Logarithms, exponentials and roots against sixty digits of mpmath, Commons Math's Dfp, and exact squares. */
class EnclosureFunctionTest {

    /** Digits of the oracle; enclosures have 80. */
    private static final int DIGITS = 110;

    private static final DfpField FIELD = new DfpField(DIGITS);

    @ParameterizedTest
    @CsvSource({
        "2, 0.69314718055994530941723212145817656807550013436025525412068",
        "3, 1.09861228866810969139524523692252570464749055782274945173469",
        "10, 2.30258509299404568401799145468436420760110148862877297603333",
        "1e300, 690.775527898213705257902196660513681150659990441493231550394"
    })
    void logarithmsAreThoseOfTheTables(double x, BigDecimal digits) {
        assertEncloses(Enclosure.of(x).log(), digits);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 2.71828182845904523536028747135266249775724709369995957496697",
        "-1, 0.367879441171442321595523770161460867445811131031767834507837",
        "0.5, 1.64872127070012814684865078781416357165377610071014801157508",
        "100, 26881171418161354484126255515800135873611118.7737419224151916",
        "-745, 2.82235073047193707635344008205978262082436306291017790263405e-324"
    })
    void exponentialsAreThoseOfTheTables(double x, BigDecimal digits) {
        assertEncloses(Enclosure.of(x).exp(), digits);
    }

    @ParameterizedTest
    @CsvSource({
        "2, 1.41421356237309504880168872420969807856967187537694807317668",
        "10, 3.1622776601683793319988935444327185337195551393252168268575"
    })
    void rootsAreThoseOfTheTables(double x, BigDecimal digits) {
        assertEncloses(Enclosure.of(x).sqrt(), digits);
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {
                1e-300,
                3e-160,
                1e-20,
                0.7499999,
                0.75,
                0x1.fffffffffffffp-1,
                0x1.0000000000001p0,
                1.0000001,
                1.4999999,
                1.5,
                3.7,
                1e5,
                2e160,
                1e300
            })
    void logarithmsAreThoseOfDfp(double x) {
        assertEncloses(Enclosure.of(x).log(), decimal(dfp(x).log()));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-745, -1.5, -0.04, 1e-300, 0x1p-52, 0.0400001, 2.25, 709})
    void exponentialsAreThoseOfDfp(double x) {
        assertEncloses(Enclosure.of(x).exp(), decimal(dfp(x).exp()));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1e3, -2, -1e-300, 0x1p-52, 0.04, 0.0400001, 1, 1.5707963267948966, 50})
    void sinesAreThoseOfDfp(double x) {
        assertEncloses(Enclosure.of(x).sin(), decimal(dfp(x).sin()));
    }

    @Test
    void theSineNextToPiIsTheDistanceFromIt() {
        Enclosure sine = Enclosure.of(3.141592653589793).sin();

        BigDecimal digits = new BigDecimal("1.22464679914735317722606593227499799708305390129979e-16");
        assertThat(sine.low().subtract(digits).abs()).isLessThan(digits.ulp());
        assertThat(relativeWidth(sine)).isLessThan(1e-55);
    }

    @Test
    void theSineOfAnIntervalContainsThatOfItsMembers() {
        Enclosure sines = new Enclosure(new BigDecimal("1.4"), new BigDecimal("1.7")).sin();

        assertThat(sines.high()).isEqualByComparingTo("1");
        assertThat(sines.low()).isLessThan(Enclosure.of(1.4).sin().low());
    }

    /** π = 4 atan 1; π/6 = atan 1/√3; tables of sixty digits. */
    @Test
    void arcsAreThoseOfTheTables() {
        assertEncloses(
                Enclosure.of(4).times(Enclosure.ONE.atan()),
                new BigDecimal("3.14159265358979323846264338327950288419716939937510582097494"));
        assertEncloses(
                Enclosure.ONE.over(Enclosure.of(3).sqrt()).atan(),
                new BigDecimal("0.523598775598298873077107230546583814032861566562517636829157"));
        assertEncloses(
                Enclosure.of(-1e10).atan(),
                new BigDecimal("-1.57079632669489661923132169164008477543191803302088424382081"));
    }

    /** sin atan x = x/√(1 + x²). */
    @ParameterizedTest
    @ValueSource(doubles = {1e-30, -1e-9, 0.1, 0.112, -0.5, 2, 1e6})
    void theSineOfAnArcIsTheOppositeSide(double x) {
        Enclosure side = Enclosure.of(x)
                .over(Enclosure.ONE.plus(Enclosure.of(x).squared()).sqrt());
        Enclosure difference = Enclosure.of(x).atan().sin().minus(side);

        assertThat(difference.contains(BigDecimal.ZERO)).isTrue();
        assertThat(difference.abs().high()).isLessThan(new BigDecimal("1e-70"));
    }

    @Test
    void theSquareOfARootIsTheNumber() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 100; i++) {
            BigDecimal x = new BigDecimal(random.nextDouble(1, 100)).scaleByPowerOfTen(random.nextInt(-300, 300));
            Enclosure root = new Enclosure(x, x).sqrt();

            assertThat(root.low().pow(2)).isLessThanOrEqualTo(x);
            assertThat(root.high().pow(2)).isGreaterThanOrEqualTo(x);
            assertThat(relativeWidth(root)).isLessThan(1e-78);
        }
    }

    @Test
    void rootsOfSquaresAreExact() {
        Enclosure tiny = Enclosure.of(0x1p-200);

        assertThat(tiny.squared().sqrt().contains(tiny.low())).isTrue();
        assertThat(Enclosure.of(2.25).sqrt()).isEqualTo(Enclosure.of(1.5));
        assertThat(Enclosure.ZERO.sqrt()).isEqualTo(Enclosure.ZERO);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-300, 0.9999999999999999, 1e300})
    void theExponentialOfTheLogarithmContainsTheNumber(double x) {
        Enclosure again = Enclosure.of(x).log().exp();

        assertThat(again.contains(new BigDecimal(x))).isTrue();
        assertThat(relativeWidth(again)).isLessThan(1e-70);
    }

    @Test
    void functionsOfAnIntervalReachFromTheLowerToTheUpperEnd() {
        Enclosure interval = new Enclosure(new BigDecimal("2"), new BigDecimal("3"));

        assertThat(interval.log().low()).isEqualTo(Enclosure.of(2).log().low());
        assertThat(interval.log().high()).isEqualTo(Enclosure.of(3).log().high());
        assertThat(interval.sqrt().low()).isEqualTo(Enclosure.of(2).sqrt().low());
        assertThat(interval.sqrt().high()).isEqualTo(Enclosure.of(3).sqrt().high());
        assertThat(interval.exp().low())
                .isLessThanOrEqualTo(Enclosure.of(2).exp().low());
        assertThat(interval.exp().high())
                .isGreaterThanOrEqualTo(Enclosure.of(3).exp().high());
    }

    @Test
    void theLogarithmOfOneAndTheExponentialOfZeroContainThePoint() {
        assertThat(Enclosure.ONE.log().contains(BigDecimal.ZERO)).isTrue();
        assertThat(Enclosure.ZERO.exp().contains(BigDecimal.ONE)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1e-300, -2})
    void theLogarithmOfWhatIsNotPositiveIsRefused(double x) {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Enclosure.of(x).log())
                .withMessage("the logarithm of a number that is not positive");
    }

    @Test
    void theRootOfANegativeNumberIsRefused() {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Enclosure.of(-1).sqrt());
    }

    /** Contained up to the last digit of the oracle, and narrow. */
    private static void assertEncloses(Enclosure actual, BigDecimal oracle) {
        BigDecimal lastDigit = oracle.ulp();
        assertThat(actual.low()).isLessThanOrEqualTo(oracle.add(lastDigit));
        assertThat(actual.high()).isGreaterThanOrEqualTo(oracle.subtract(lastDigit));
        assertThat(relativeWidth(actual)).isLessThan(1e-70);
    }

    private static double relativeWidth(Enclosure enclosure) {
        return enclosure
                .high()
                .subtract(enclosure.low())
                .divide(enclosure.low().abs(), MathContext.DECIMAL32)
                .doubleValue();
    }

    /** Rounded here, because Dfp misreads numbers that are longer than its field. */
    private static Dfp dfp(double x) {
        return FIELD.newDfp(new BigDecimal(x).round(new MathContext(DIGITS)).toString());
    }

    /** Without the last digits, which the error of Dfp may reach. */
    private static BigDecimal decimal(Dfp value) {
        return new BigDecimal(value.toString()).round(new MathContext(DIGITS - 15));
    }
}
