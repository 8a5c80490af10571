package org.theoremcheck.predictable.pathlength;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.stat.StatUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.theoremcheck.predictable.predictor.Predictor;
import org.theoremcheck.predictable.predictor.Predictor.Forecast;

class LinearPredictorTest {

    private static final List<Predictor> PREDICTORS = List.of(
            new Predictor.Zero(),
            new Predictor.OneStep(),
            new Predictor.Negated(),
            new Predictor.AutoRegression(-0.75),
            new Predictor.Ema(0.5),
            new Predictor.Ema(0.9),
            new Predictor.Trend(),
            new Predictor.TrendFromRest());

    /** White noise of T = 100, from the dossier. */
    @Test
    void noiseOfHundredAndOneRoundsHasTheKnownMeans() {
        assertThat(of(new Predictor.OneStep()).noise(101)).isCloseTo(1.990, within(5e-4));
        assertThat(of(new Predictor.Ema(0.9)).noise(101)).isCloseTo(1.050, within(5e-4));
        assertThat(of(new Predictor.Ema(0.99)).noise(101)).isCloseTo(1.003, within(5e-4));
        assertThat(of(new Predictor.Trend()).noise(101)).isCloseTo(5.911, within(5e-4));
    }

    @Test
    void endlessNoiseHasTheKnownMeans() {
        assertThat(of(new Predictor.OneStep()).noise()).isEqualTo(2);
        assertThat(of(new Predictor.Trend()).noise()).isEqualTo(6);
        assertThat(of(new Predictor.Ema(0.9)).noise()).isCloseTo(1.0526, within(5e-5));
        assertThat(of(new Predictor.Ema(0.99)).noise()).isCloseTo(1.0050, within(5e-5));
    }

    @ParameterizedTest
    @CsvSource({"0.9, 1.1080", "0.99, 1.0101"})
    void kappaOfAnExponentialMeanIsBarelyAboveOne(double decay, double supremum) {
        assertThat(of(new Predictor.Ema(decay)).gain()).isCloseTo(supremum, within(5e-5));
    }

    /** The mean κ is that of the squares of the response to one gradient, whichever it is. */
    @Test
    void theMeanOfNoiseIsTheEnergyOfTheResponse() {
        for (Predictor predictor : PREDICTORS) {
            for (int n = 1; n <= 8; n++) {
                RealMatrix response = response(predictor, n);
                double energy = response.getFrobeniusNorm() * response.getFrobeniusNorm();

                assertThat(of(predictor).noise(n)).as("%s, %d", predictor, n).isCloseTo(energy / n, within(1e-13));
            }
        }
    }

    @Test
    void kappaOfEqualGradientsIsTheEnergyOfTheSumsOfTheResponse() {
        for (Predictor predictor : PREDICTORS) {
            for (int n = 1; n <= 8; n++) {
                double[] ones = new double[n];
                java.util.Arrays.fill(ones, 1);
                double[] errors = response(predictor, n).operate(ones);

                assertThat(of(predictor).constant(n))
                        .as("%s, %d", predictor, n)
                        .isCloseTo(StatUtils.sumSq(errors) / n, within(1e-13));
            }
        }
    }

    @Test
    void theExactResponseIsThatOfThePredictor() {
        for (Predictor predictor : PREDICTORS) {
            RealMatrix response = response(predictor, 6);
            for (int t = 0; t < 6; t++) {
                for (int s = 0; s <= t; s++) {
                    assertThat(of(predictor).response(t, s).middle())
                            .as("%s, %d, %d", predictor, t, s)
                            .isCloseTo(response.getEntry(t, s), within(1e-15));
                }
            }
        }
    }

    @Test
    void correlationsEndWithTheLagsThatHaveAny() {
        for (Predictor predictor : PREDICTORS) {
            LinearPredictor closed = of(predictor);
            int lags = closed.lags(10);
            for (int lag = 0; lag < 12; lag++) {
                double enclosed = closed.exactCorrelation(lag).middle();
                assertThat(closed.correlation(lag)).as("%s", predictor).isCloseTo(enclosed, within(1e-15));
                if (lag >= lags && lags < 10) {
                    assertThat(closed.correlation(lag)).as("%s", predictor).isZero();
                }
            }
            assertThat(lags).as("%s", predictor).isGreaterThan(1).isLessThanOrEqualTo(10);
            assertThat(closed.lags(1)).isEqualTo(1);
        }
    }

    /** Eigenvalues of the quadratic form by Commons Math. */
    @Test
    void theRangeOfOneStepIsThatOfItsEigenvalues() {
        for (int n = 1; n <= 12; n++) {
            double[] eigenvalues = eigenvalues(new Predictor.OneStep(), n);

            assertThat(of(new Predictor.OneStep()).largest(n)).isCloseTo(StatUtils.max(eigenvalues), within(1e-13));
            assertThat(Sums.floor(n)).isCloseTo(StatUtils.min(eigenvalues), within(1e-13));
        }
    }

    @Test
    void noEigenvalueReachesTheGain() {
        for (Predictor predictor : PREDICTORS) {
            double gain = of(predictor).gain();

            assertThat(StatUtils.max(eigenvalues(predictor, 40)))
                    .as("%s", predictor)
                    .isLessThanOrEqualTo(of(predictor).largest(40) * (1 + 1e-14))
                    .isGreaterThan(0.98 * gain);
            assertThat(of(predictor).largest(40)).isLessThanOrEqualTo(gain);
        }
    }

    @Test
    void announcedHintsHaveNoClosedForm() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(new Predictor.Announced(new double[][] {{1}})))
                .withMessageStartingWith("no closed form for Announced");
    }

    private static LinearPredictor of(Predictor predictor) {
        return LinearPredictor.of(predictor);
    }

    private static double[] eigenvalues(Predictor predictor, int n) {
        RealMatrix response = response(predictor, n);
        return new EigenDecomposition(response.transpose().multiply(response)).getRealEigenvalues();
    }

    /** The errors that a single gradient of size 1 in each round leaves, as columns; by playing the predictor. */
    private static RealMatrix response(Predictor predictor, int n) {
        RealMatrix response = new Array2DRowRealMatrix(n, n);
        for (int s = 0; s < n; s++) {
            Forecast forecast = predictor.begin(1);
            for (int t = 0; t < n; t++) {
                double gradient = s == t ? 1 : 0;
                response.setEntry(t, s, gradient - forecast.hint()[0]);
                forecast.observe(new double[] {gradient});
            }
        }
        return response;
    }
}
