package org.theoremcheck.gradients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Against BᵀB of the matrix B that takes gradients to errors, found by predicting each unit impulse. */
class QuadraticFormTest {

    private static final int ROWS = 9;

    @ParameterizedTest
    @EnumSource(HistoryPredictor.class)
    void isThatOfThePredictor(HistoryPredictor predictor) {
        double[][] form = Impulses.form(predictor, ROWS);

        QuadraticForm parts = predictor.form(ROWS);

        double squares = 0;
        for (int s = 0; s < ROWS; s++) {
            double beside = 0;
            for (int t = 0; t < ROWS; t++) {
                beside += s == t ? 0 : form[s][t];
                squares += s == t ? 0 : form[s][t] * form[s][t];
            }
            assertThat(parts.diagonal()[s]).isCloseTo(form[s][s], within(1e-14));
            assertThat(parts.beside()[s]).isCloseTo(beside, within(1e-14));
        }
        assertThat(parts.squares()).isCloseTo(squares, within(1e-13));
    }
}
