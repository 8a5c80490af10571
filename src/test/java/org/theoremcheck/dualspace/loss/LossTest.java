package org.theoremcheck.dualspace.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import org.apache.commons.math3.analysis.differentiation.DerivativeStructure;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.theoremcheck.numeric.Enclosure;

/** Against automatic differentiation by Commons Math, enclosed arithmetic, and grids. */
class LossTest {

    private static final double[] POINTS = {-30, -4, -1.3, -1e-3, -1e-9, 1e-12, 1e-4, 0.3, 0.99, 2, 9, 25};

    @ParameterizedTest
    @EnumSource
    void valuesAndDerivativesAreThoseOfAutomaticDifferentiation(Loss loss) {
        for (double r : POINTS) {
            DerivativeStructure x = new DerivativeStructure(1, 1, 0, r);
            DerivativeStructure oracle = switch (loss) {
                case SQUARED -> x.multiply(x).divide(2);
                case LOG_COSH -> x.cosh().log();
                case PSEUDO_HUBER -> x.multiply(x).add(1).sqrt().subtract(1);
                case QUARTIC -> x.pow(4).divide(4);
            };

            assertThat(loss.value(r)).isCloseTo(oracle.getValue(), within(1e-14 * (1 + Math.abs(oracle.getValue()))));
            assertThat(loss.derivative(r))
                    .isCloseTo(oracle.getPartialDerivative(1), within(1e-14 * (1 + Math.abs(r * r * r))));
        }
    }

    @ParameterizedTest
    @EnumSource
    void valuesAndDerivativesHaveFewRoundings(Loss loss) {
        for (double r : POINTS) {
            assertRelative(loss.exactValue(Enclosure.of(r)), loss.value(r));
            assertRelative(loss.exactDerivative(Enclosure.of(r)), loss.derivative(r));
        }
    }

    private static void assertRelative(Enclosure exact, double value) {
        assertThat(exact.minus(Enclosure.of(value)).abs().high())
                .isLessThanOrEqualTo(new BigDecimal(Loss.ERROR * 0x1p-53 * Math.abs(value)));
    }

    @ParameterizedTest
    @EnumSource
    void theConstantsHoldOnTheirIntervalAndTheRadiusIsThatOfTheLevel(Loss loss) {
        for (double level : new double[] {1e-6, 0.3, 5, 40}) {
            double radius = loss.radius(level);
            double lipschitz = loss.lipschitz(radius);
            double growth = loss.polyakLojasiewicz(radius);

            assertThat(loss.value(radius))
                    .isCloseTo(level, within(1e-11 * level))
                    .isGreaterThanOrEqualTo(level);
            for (int i = -200; i < 200; i++) {
                double r = radius * i / 200;
                double next = radius * (i + 1) / 200;
                double slope = loss.derivative(r);
                assertThat(Math.abs(loss.derivative(next) - slope))
                        .isLessThanOrEqualTo(lipschitz * (next - r) * (1 + 1e-9));
                assertThat(slope * slope).isGreaterThanOrEqualTo(2 * growth * loss.value(r) * (1 - 1e-12));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"LOG_COSH, 5.7, 0.1", "LOG_COSH, 1e-5, 1", "PSEUDO_HUBER, 3, 0.20811388300841897"})
    void thePolyakLojasiewiczConstantIsThatOfTheDossier(Loss loss, double radius, double expected) {
        assertThat(loss.polyakLojasiewicz(radius)).isCloseTo(expected, within(2e-4));
    }

    /** Both at the ends of the interval: ℓ″ where it grows, ℓ′²/(2ℓ) where it falls. */
    @ParameterizedTest
    @EnumSource
    void theConstantsAreAttainedAndRoundedOutward(Loss loss) {
        for (double radius : new double[] {1e-3, 0.3, 1, 2.7, 11}) {
            Enclosure r = Enclosure.of(radius);
            Enclosure slope = loss.exactDerivative(r);
            Enclosure growth = slope.squared().over(loss.exactValue(r).times(Enclosure.of(2)));
            Enclosure steepest = loss == Loss.QUARTIC ? r.squared().times(Enclosure.of(3)) : Enclosure.ONE;
            BigDecimal stated = new BigDecimal(loss.polyakLojasiewicz(radius));
            BigDecimal lipschitz = new BigDecimal(loss.lipschitz(radius));

            assertThat(stated).isLessThanOrEqualTo(growth.high());
            if (loss != Loss.QUARTIC) {
                assertThat(stated).isGreaterThan(growth.low().multiply(new BigDecimal(1 - 1e-9)));
            }
            assertThat(lipschitz)
                    .isGreaterThanOrEqualTo(steepest.low())
                    .isLessThan(steepest.high().multiply(new BigDecimal(1 + 1e-12)));
        }
    }
}
