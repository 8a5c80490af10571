package org.theoremcheck.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MisplayTest {

    @Test
    void aFiniteVectorOfTheRightDimensionIsHandedOn() {
        double[] answer = {1, -Double.MAX_VALUE};

        assertThat(Misplay.unlessVector(answer, 2, "point 3")).isSameAs(answer);
    }

    @Test
    void anotherDimensionIsAMisplay() {
        assertThatExceptionOfType(Misplay.class)
                .isThrownBy(() -> Misplay.unlessVector(new double[3], 2, "point 3"))
                .withMessage("point 3 has dimension 3, expected 2");
    }

    @Test
    void noAnswerIsAMisplay() {
        assertThatExceptionOfType(Misplay.class)
                .isThrownBy(() -> Misplay.unlessVector(null, 2, "point 3"))
                .withMessage("point 3 has dimension none, expected 2");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void whatIsNotFiniteIsAMisplay(double value) {
        assertThatExceptionOfType(Misplay.class)
                .isThrownBy(() -> Misplay.unlessVector(new double[] {0, value}, 2, "point 3"))
                .withMessage("point 3 has " + value + " at coordinate 1, expected a finite number");
    }
}
