package org.theoremcheck.dualspace.preconditioner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import org.apache.commons.math3.analysis.integration.IterativeLegendreGaussIntegrator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.theoremcheck.dualspace.preconditioner.Profile.Shape;
import org.theoremcheck.numeric.Enclosure;

/** Every function of a norm, those that are not smooth among them. */
class ProfileTest {

    private static final double WIDTH = 0.75;

    /** Among them the end of the parabola, and one where tanh s is s in doubles. */
    private static final double[] POINTS = {3e-9, 1e-8, 1e-3, 0.3, WIDTH, 0.8125, 1, 2.7, 30};

    @ParameterizedTest
    @EnumSource
    void theValueIsTheIntegralOfTheSlopeTimesTheNorm(Shape shape) {
        Profile profile = new Profile(shape, WIDTH);
        IterativeLegendreGaussIntegrator integrator = new IterativeLegendreGaussIntegrator(16, 1e-9, 1e-12);
        double from = 0;
        double integral = 0;
        for (double to : POINTS) {
            integral += integrator.integrate(100_000, s -> s * profile.slope(s), from, to);
            from = to;

            assertThat(profile.value(to)).as("at %s", to).isCloseTo(integral, within(1e-8 * (1 + integral) * to));
        }
    }

    @ParameterizedTest
    @EnumSource
    void valueAndSlopeAreWithinTheirRoundingsOfTheEnclosures(Shape shape) {
        Profile profile = new Profile(shape, WIDTH);
        for (double s : POINTS) {
            assertRelative(profile.exactValue(Enclosure.of(s)), profile.value(s));
            assertRelative(profile.exactSlope(Enclosure.of(s)), profile.slope(s));
        }
    }

    private static void assertRelative(Enclosure exact, double value) {
        assertThat(exact.minus(Enclosure.of(value)).abs().high())
                .isLessThanOrEqualTo(new BigDecimal(Profile.ERROR * 0x1p-53 * value));
    }

    /** The limits of h′(s)/s, and 0 where there is none. */
    @ParameterizedTest
    @CsvSource({
        "SQUARE, 1",
        "HYPOTENUSE, 4",
        "SOFT, 4",
        "HUBER, 1",
        "LOG_COSH, 1",
        "ABSOLUTE, 0",
        "THREE_HALVES, 0",
        "DEAD_ZONE, 0"
    })
    void at0TheValueIs0AndTheSlopeItsLimit(Shape shape, double slope) {
        Profile profile = new Profile(shape, 0.25);

        assertThat(profile.value(0)).isZero();
        assertThat(profile.slope(0)).isEqualTo(slope);
        assertThat(profile.exactValue(Enclosure.ZERO).high()).isZero();
        assertThat(profile.exactSlope(Enclosure.ZERO).contains(new BigDecimal(slope)))
                .isTrue();
    }
}
