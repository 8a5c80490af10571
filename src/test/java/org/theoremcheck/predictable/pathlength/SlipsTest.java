package org.theoremcheck.predictable.pathlength;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.theoremcheck.claim.Subject;
import org.theoremcheck.predictable.predictor.Predictor;
import org.theoremcheck.predictable.predictor.Predictor.Forecast;

/** What each wrong predictor answers to (8, 4), (−2, 6), (0.5, 0), and after the end. */
class SlipsTest {

    private static final double[][] GRADIENTS = {{8, 4}, {-2, 6}, {0.5, 0}};

    @Test
    void whoPeeksAnswersTheGradientThatComes() {
        assertThat(hints(Slips.PEEKING, new Predictor.OneStep()))
                .isDeepEqualTo(new double[][] {{8, 4}, {-2, 6}, {0.5, 0}, {0.5, 0}});
    }

    @Test
    void aLeakingMeanIsTheMeanOfTheNextRoundAndLeavesOtherPredictorsAlone() {
        assertThat(hints(Slips.LEAKING_MEAN, new Predictor.Ema(0.75)))
                .isDeepEqualTo(new double[][] {{2, 1}, {1, 2.25}, {0.875, 1.6875}, {0.78125, 1.265625}});
        assertThat(hints(Slips.LEAKING_MEAN, new Predictor.OneStep()))
                .isDeepEqualTo(new double[][] {{0, 0}, {8, 4}, {-2, 6}, {0.5, 0}});
    }

    @Test
    void theHeavyBallAddsWholeGradients() {
        assertThat(hints(Slips.heavyBall(0.5), new Predictor.OneStep()))
                .isDeepEqualTo(new double[][] {{0, 0}, {8, 4}, {2, 8}, {1.5, 4}});
    }

    @Test
    void halfATrendAddsHalfOfTheLastDifference() {
        assertThat(hints(Slips.HALF_TREND, new Predictor.Trend()))
                .isDeepEqualTo(new double[][] {{0, 0}, {12, 6}, {-7, 7}, {1.75, -3}});
    }

    @Test
    void whoIsLateAnswersTheGradientBeforeTheLast() {
        assertThat(hints(Slips.LATE, new Predictor.OneStep()))
                .isDeepEqualTo(new double[][] {{0, 0}, {0, 0}, {8, 4}, {-2, 6}});
    }

    @Test
    void coordinatesAreClippedToOne() {
        assertThat(hints(Slips.CLIPPED, new Predictor.OneStep()))
                .isDeepEqualTo(new double[][] {{0, 0}, {1, 1}, {-1, 1}, {0.5, 0}});
    }

    /** A gradient of length 10 is divided by it, one of length ½ is kept. */
    @Test
    void onlyGradientsLongerThanOneAreNormalized() {
        double[][] gradients = {{6, -8}, {0.5, 0}};

        assertThat(hints(Slips.NORMALIZED, new Log(new Predictor.OneStep(), gradients)))
                .isDeepEqualTo(new double[][] {{0, 0}, {0.1 * 6, 0.1 * -8}, {0.5, 0}});
    }

    private static double[][] hints(Subject<Log, Forecast> slip, Predictor predictor) {
        return hints(slip, new Log(predictor, GRADIENTS));
    }

    /** m₀, …, m_T and what would be next. */
    private static double[][] hints(Subject<Log, Forecast> slip, Log log) {
        Forecast forecast = slip.begin(log);
        double[][] hints = new double[log.rounds() + 1][];
        hints[0] = forecast.hint().clone();
        for (int t = 0; t < log.rounds(); t++) {
            forecast.observe(log.gradients()[t]);
            hints[t + 1] = forecast.hint().clone();
        }
        return hints;
    }
}
