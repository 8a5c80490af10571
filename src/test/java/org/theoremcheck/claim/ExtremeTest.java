package org.theoremcheck.claim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExtremeTest {

    private static final Finding FINDING = Finding.without(Verdict.HOLDS, "");

    @ParameterizedTest
    @CsvSource({
        // the larger value stays, whatever its place
        "2, b, 9, 1, a, 0",
        "-1, b, 9, -2, a, 0",
        // of equal values the first family, and of one family the first index
        "1, a, 9, 1, b, 0",
        "1, a, 3, 1, a, 7",
        "Infinity, a, 0, 5, b, 0"
    })
    void theFirstStaysInBothOrders(
            double value, String family, long index, double otherValue, String otherFamily, long otherIndex) {
        Extreme first = new Extreme(value, family, index, FINDING);
        Extreme second = new Extreme(otherValue, otherFamily, otherIndex, FINDING);

        assertThat(first.or(second)).isEqualTo(first);
        assertThat(second.or(first)).isEqualTo(first);
    }

    @Test
    void nothingSeenGivesWayToAnything() {
        Extreme low = new Extreme(Double.NEGATIVE_INFINITY, "a", 0, FINDING);

        assertThat(Extreme.NONE.or(low)).isEqualTo(low);
        assertThat(low.or(Extreme.NONE)).isEqualTo(low);
        assertThat(Extreme.NONE.or(Extreme.NONE)).isEqualTo(Extreme.NONE);
    }
}
