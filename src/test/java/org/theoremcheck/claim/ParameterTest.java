package org.theoremcheck.claim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.theoremcheck.claim.Parameter.Law;

class ParameterTest {

    @ParameterizedTest
    @CsvSource({
        "INTEGER, 1, 10, 3.6, 4",
        "INTEGER, 1, 10, 10.4, 10",
        "INTEGER, 1, 10, -7, 1",
        "CHOICE, 0, 2, 1.2, 1",
        "CHOICE, 0, 2, 5, 2",
        "UNIFORM, -1, 1, 0.3, 0.3",
        "UNIFORM, -1, 1, 1.0000000000000002, 1",
        "LOG_UNIFORM, 0.5, 2, -3, 0.5",
        "LOG_UNIFORM, 0.5, 2, 0.7, 0.7",
        "GAUSSIAN, -1.7976931348623157e308, 1.7976931348623157e308, 1e300, 1e300",
        "GAUSSIAN, -1.7976931348623157e308, 1.7976931348623157e308, -Infinity, -1.7976931348623157e308",
        "INTEGER, 1, 10, NaN, 1",
        "GAUSSIAN, -1.7976931348623157e308, 1.7976931348623157e308, NaN, -1.7976931348623157e308",
        "SIGN, -1, 1, 0, 1",
        "SIGN, -1, 1, -1e-9, -1",
        "SIGN, -1, 1, 55, 1"
    })
    void theNearestValueOfTheLawIsAllowed(Law law, double low, double high, double value, double allowed) {
        assertThat(Parameter.allowed(law, low, high, value)).isEqualTo(allowed);
    }
}
