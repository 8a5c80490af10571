package org.theoremcheck.predictable.pathlength;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.theoremcheck.claim.Compare;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Setting;
import org.theoremcheck.predictable.predictor.Predictor;
import org.theoremcheck.predictable.predictor.Predictor.Forecast;

class PathLengthSettingTest {

    private static final Family<Log> ONE = Logs.waves();
    private static final Log LOG = Logs.line(new Predictor.Ema(0.5), 1, 2, 4, -3);

    private static Sums sums(Setting<Log, Forecast, Sums> setting) {
        return setting.referee().play(LOG, setting.reference());
    }

    /** m = 0, ½, 5/4, 21/8, and the correlations at lags 2 and 3 are 4 − 6 and −3, times −2(1 − β)² β and β². */
    @Test
    void onlyCorrelatedLogsHaveAllLags() {
        Setting<Log, Forecast, Sums> measured = PathLengthSetting.measured("a", "b", List.of(ONE));
        Setting<Log, Forecast, Sums> correlated = PathLengthSetting.correlated("a", "b", List.of(ONE));

        assertThat(List.of(measured, correlated)).allSatisfy(setting -> {
            assertThat(setting.id()).isEqualTo("a");
            assertThat(setting.text()).isEqualTo("b");
            assertThat(setting.families()).containsExactly(ONE);
            assertThat(sums(setting).own().path()).isEqualTo(1 + 1.5 * 1.5 + 2.75 * 2.75 + 5.625 * 5.625);
        });
        assertThat(sums(measured).furtherLags()).isZero();
        assertThat(sums(correlated).furtherLags()).isEqualTo(-2 * 0.25 * (0.5 * -2 + 0.25 * -3));
    }

    @Test
    void oneMoreFamilyIsTheLast() {
        Family<Log> other = Logs.bestCoefficient();

        assertThat(PathLengthSetting.and(List.of(ONE, ONE), other)).containsExactly(ONE, ONE, other);
    }

    /** Path lengths against S, and products of two against S². */
    @Test
    void budgetsAndMagnitudesAreThoseOfTheDegree() {
        Sums sums = sums(PathLengthSetting.measured("a", "b", List.of(ONE)));
        Compare<Sums> linear = PathLengthSetting.linear(
                Compare.compare(PathLengthSetting.KAPPA).equalTo());
        Compare<Sums> quadratic = PathLengthSetting.quadratic(
                Compare.compare(PathLengthSetting.KAPPA).equalTo());

        assertThat(linear.magnitude().applyAsDouble(sums)).isEqualTo(30);
        assertThat(quadratic.magnitude().applyAsDouble(sums)).isEqualTo(900);
        assertThat(linear.rounding().applyAsDouble(sums)).isEqualTo(sums.rounding());
        assertThat(quadratic.rounding().applyAsDouble(sums)).isEqualTo(sums.roundingOfProducts());
        assertThat(quadratic.rounding().applyAsDouble(sums) / sums.rounding()).isBetween(30.0, 300.0);
    }
}
