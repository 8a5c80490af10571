package org.theoremcheck.predictable.predictor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.theoremcheck.predictable.predictor.Predictor.Forecast;

class PredictorTest {

    private static final double[] GRADIENTS = {8, 4, -2, 6};

    @Test
    void zeroPredictsNothing() {
        assertThat(hints(new Predictor.Zero())).containsExactly(0, 0, 0, 0, 0);
    }

    @Test
    void oneStepPredictsTheLastGradient() {
        assertThat(hints(new Predictor.OneStep())).containsExactly(0, 8, 4, -2, 6);
    }

    @Test
    void negatedPredictsTheOppositeOfTheLastGradient() {
        assertThat(hints(new Predictor.Negated())).containsExactly(0.0, -8, -4, 2, -6);
    }

    @Test
    void autoRegressionPredictsAMultipleOfTheLastGradient() {
        assertThat(hints(new Predictor.AutoRegression(0.5))).containsExactly(0, 4, 2, -1, 3);
    }

    @Test
    void theExponentialMeanIsNormalizedAndExcludesTheCurrentGradient() {
        assertThat(hints(new Predictor.Ema(0.5))).containsExactly(0, 4, 4, 1, 3.5);
    }

    @Test
    void trendStartsWithTheFirstGradientAndThenExtrapolates() {
        assertThat(hints(new Predictor.Trend())).containsExactly(0, 8, 0, -8, 14);
    }

    @Test
    void trendFromRestExtrapolatesFromZeroAtFirst() {
        assertThat(hints(new Predictor.TrendFromRest())).containsExactly(0, 16, 0, -8, 14);
    }

    @Test
    void announcedHintsRepeat() {
        assertThat(hints(new Predictor.Announced(new double[][] {{1}, {2}}))).containsExactly(1, 2, 1, 2, 1);
    }

    @Test
    void announcedHintsAreNeeded() {
        for (double[][] hints : new double[][][] {{}, {{1}, {Double.NaN}}}) {
            assertThatThrownBy(() -> new Predictor.Announced(hints))
                    .hasMessage("announced hints are at least one finite vector");
        }
    }

    @Test
    void aHintDoesNotFollowTheArrayThatWasObserved() {
        Forecast forecast = new Predictor.OneStep().begin(1);
        double[] gradient = {3};
        forecast.observe(gradient);
        gradient[0] = 5;

        assertThat(forecast.hint()).containsExactly(3);
    }

    private static double[] hints(Predictor predictor) {
        Forecast forecast = predictor.begin(1);
        double[] hints = new double[GRADIENTS.length + 1];
        for (int t = 0; t < GRADIENTS.length; t++) {
            hints[t] = forecast.hint()[0];
            forecast.observe(new double[] {GRADIENTS[t]});
        }
        hints[GRADIENTS.length] = forecast.hint()[0];
        return hints;
    }
}
