package org.theoremcheck.predictable.pathlength;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.theoremcheck.claim.Misplay;
import org.theoremcheck.claim.Setting;
import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.predictable.predictor.Predictor;
import org.theoremcheck.predictable.predictor.Predictor.Forecast;

class PathLengthTest {

    private static final double[][] GRADIENTS = {{3, -1, 2}, {0, 4, 1}, {-2, 2, 5}, {1, 1, -3}, {6, 0, 2}};

    private static final List<Predictor> PREDICTORS = List.of(
            new Predictor.Zero(),
            new Predictor.OneStep(),
            new Predictor.Negated(),
            new Predictor.AutoRegression(0.5),
            new Predictor.Ema(0.75),
            new Predictor.Trend(),
            new Predictor.TrendFromRest());

    @Test
    void kappaOfALogOfZerosIsNotDefined() {
        PathLength length = measure(new Predictor.OneStep(), new double[][] {{0, 0}, {0, 0}});

        assertThat(length.kappa()).isNaN();
        assertThat(length.bestScaleKappa()).isNaN();
    }

    @Test
    void theZeroPredictorHasKappaOneAndExplainsNothing() {
        PathLength length = measure(new Predictor.Zero(), GRADIENTS);

        assertThat(length.kappa()).isEqualTo(1);
        assertThat(length.bestScaleKappa()).isEqualTo(1);
    }

    @Test
    void anAlternatingLogOfHundredAndOneHasKappaNearFour() {
        assertThat(measure(
                                new Predictor.OneStep(),
                                KappaRanges.alternating(new Predictor.OneStep(), 101)
                                        .gradients())
                        .kappa())
                .isEqualTo(401 / 101.0);
    }

    @Test
    void aLogOfThreeIsMeasuredAsByHand() {
        PathLength length = measure(new Predictor.OneStep(), new double[][] {{1, 2}, {3, 2}, {0, 0}});

        assertThat(length.path()).isEqualTo(5 + 4 + 13);
        assertThat(length.energy()).isEqualTo(5 + 13);
        assertThat(length.size()).isEqualTo(5 + 13);
        assertThat(length.alignment()).isEqualTo(7);
        assertThat(length.bestScaleKappa()).isEqualTo(1 - 49 / (18.0 * 18.0));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e150, 1e-160, 0x1p1000, 0x1p-1060, -7e-40})
    void kappaSurvivesEverySize(double size) {
        for (Predictor predictor : PREDICTORS) {
            double kappa = measure(predictor, GRADIENTS).kappa();

            assertThat(measure(predictor, times(size, GRADIENTS)).kappa())
                    .as("%s", predictor)
                    .isCloseTo(kappa, within(Math.abs(size) < 0x1p-1000 ? 1e-3 : 1e-14));
        }
    }

    /** Units begin where squares of squares of sums could overflow, and end where a unit or its reciprocal would not be normal. */
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 0",
        "-0x1.8p128, 0",
        "0x1p129, 129",
        "0x1p-128, 0",
        "0x1.8p-129, -129",
        "0x1.8p1023, 1022",
        "0x1p-1022, -1022",
        "0x1p-1070, -1022"
    })
    void theUnitIsTheLargestPowerOfTwoInTheLog(double largest, int exponent) {
        assertThat(PathLength.exponent(new double[][] {{largest / 4, 0}, {0, largest}}))
                .isEqualTo(exponent);
    }

    /** The image is five times as large, and in another unit. */
    @ParameterizedTest
    @ValueSource(doubles = {1, 0x1p127, 0x1p-130, 0x1p140, 0x1p-500})
    void turnedLogsAndBlocksAreMeasuredInTheUnitOfTheLog(double size) {
        for (Predictor predictor : PREDICTORS) {
            Setting<Log, Forecast, KappaInvariance.Images> setting =
                    KappaInvariance.SIMILARITY.claim().setting();
            Log log = new Log(predictor, times(size, GRADIENTS));
            KappaInvariance.Images images = setting.referee().play(log, PathLengthSetting.NAMED);
            Map<String, Enclosure> exact = setting.exact().orElseThrow().play(log, PathLengthSetting.NAMED);

            assertThat(images.image()).isEqualTo(25 * images.own().path());
            assertThat(exact.get("image").middle()).isEqualTo(images.image());
            assertThat(images.first()).isEqualTo(scaled(measure(predictor, columns(0, 2)), size, images));
            assertThat(images.rest()).isEqualTo(scaled(measure(predictor, columns(2, 3)), size, images));
        }
    }

    private static double scaled(PathLength block, double size, KappaInvariance.Images images) {
        return block.path()
                * Math.scalb(1.0, 2 * (Math.getExponent(size) - images.own().exponent()));
    }

    @Test
    void theLargestNumberOfALogIsInItsUnit() {
        assertThat(measure(new Predictor.Zero(), times(-1, GRADIENTS)).largest())
                .isEqualTo(6);
        assertThat(measure(new Predictor.Zero(), times(0x1p200, GRADIENTS)).largest())
                .isEqualTo(1.5);
    }

    @Test
    void aRotationOfGradientsAndHintsLeavesKappaAlone() {
        double[][] turned = Arrays.stream(GRADIENTS)
                .map(g -> new double[] {3 * g[0] - 4 * g[1], 4 * g[0] + 3 * g[1], 5 * g[2]})
                .toArray(double[][]::new);
        for (Predictor predictor : PREDICTORS) {
            assertThat(measure(predictor, turned).path())
                    .isEqualTo(25 * measure(predictor, GRADIENTS).path());
        }
    }

    @Test
    void pathLengthsOfBlocksOfParametersAddUp() {
        for (Predictor predictor : PREDICTORS) {
            double first = measure(predictor, columns(0, 1)).path();
            double rest = measure(predictor, columns(1, 3)).path();

            assertThat(first + rest).isEqualTo(measure(predictor, GRADIENTS).path());
        }
    }

    @Test
    void pathLengthsGrowWithTime() {
        for (Predictor predictor : PREDICTORS) {
            double before = 0;
            for (int n = 1; n <= GRADIENTS.length; n++) {
                double path = measure(predictor, Arrays.copyOf(GRADIENTS, n)).path();
                assertThat(path).isGreaterThanOrEqualTo(before);
                before = path;
            }
        }
    }

    @Test
    void anExponentialMeanLiesBetweenOneStepAndZero() {
        assertThat(measure(new Predictor.Ema(0), GRADIENTS)).isEqualTo(measure(new Predictor.OneStep(), GRADIENTS));
        assertThat(measure(new Predictor.Ema(1), GRADIENTS)).isEqualTo(measure(new Predictor.Zero(), GRADIENTS));
    }

    @Test
    void kappaOfAnExponentialMeanTendsToOneAsItSlowsDown() {
        assertThat(measure(new Predictor.Ema(1 - 1e-6), GRADIENTS).kappa()).isCloseTo(1, within(1e-5));
    }

    @Test
    void theSubjectGetsACopyOfEachGradient() {
        double[][] gradients = {{1}, {2}};
        PathLength.of(gradients, new Forecast() {
            @Override
            public double[] hint() {
                return new double[1];
            }

            @Override
            public void observe(double[] gradient) {
                gradient[0] = 9;
            }
        });

        assertThat(gradients).isDeepEqualTo(new double[][] {{1}, {2}});
    }

    @Test
    void aHintOfAnotherDimensionIsAMisplay() {
        assertThatThrownBy(() -> PathLength.of(GRADIENTS, new Predictor.OneStep().begin(2)))
                .isInstanceOf(Misplay.class)
                .hasMessage("the hint has dimension 2, expected 3");
    }

    @Test
    void rowsOfDifferentLengthsAreNoLog() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Log(new Predictor.Zero(), new double[][] {{1}, {1, 2}}))
                .withMessage("gradients are rows of one length with finite numbers");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Log(new Predictor.Zero(), new double[0][]))
                .withMessage("a log has at least one gradient of at least one number");
    }

    private static PathLength measure(Predictor predictor, double[][] gradients) {
        return PathLength.of(gradients, predictor.begin(gradients[0].length));
    }

    private static double[][] times(double factor, double[][] rows) {
        return Arrays.stream(rows)
                .map(row -> Arrays.stream(row).map(value -> factor * value).toArray())
                .toArray(double[][]::new);
    }

    private static double[][] columns(int from, int to) {
        return Arrays.stream(GRADIENTS)
                .map(row -> Arrays.copyOfRange(row, from, to))
                .toArray(double[][]::new);
    }
}
