package org.theoremcheck.gradients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryPredictorTest {

    /** White noise at T = 50 and T = 200, as tabulated for arXiv 2601.04270. */
    @ParameterizedTest
    @CsvSource({
        "ONE_STEP, 51, 1.980", "ONE_STEP, 201, 1.995", "EMA_9, 51, 1.047", "EMA_9, 201, 1.051",
        "EMA_99, 51, 1.002", "EMA_99, 201, 1.004", "TREND, 51, 5.82", "TREND, 201, 5.96"
    })
    void whiteNoiseHasTheKappaThatIsTabulated(HistoryPredictor predictor, int rows, double kappa) {
        assertThat(predictor.noiseMean(rows)).isCloseTo(kappa, within(kappa > 5 ? 5e-3 : 6e-4));
    }

    @ParameterizedTest
    @EnumSource(HistoryPredictor.class)
    void whiteNoiseCostsTheTraceOfTheForm(HistoryPredictor predictor) {
        for (int rows : new int[] {2, 3, 10, 1000}) {
            assertThat(predictor.noiseMean(rows)).isCloseTo(predictor.form(rows).trace() / rows, within(1e-12));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 100})
    void whatPredictsNothingCostsNoMoreAndNoLess(int rows) {
        assertThat(HistoryPredictor.ZERO.noiseMean(rows)).isOne();
    }
}
