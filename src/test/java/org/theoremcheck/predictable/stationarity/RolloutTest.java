package org.theoremcheck.predictable.stationarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.theoremcheck.claim.Misplay;
import org.theoremcheck.claim.Subject;
import org.theoremcheck.predictable.predictor.Predictor;

/** Runs on ½θ², whose gradient is the point itself. */
class RolloutTest {

    private static final Problem DELAYED = Problems.line(1, 0.5, Problems.startedWith(2), 3);

    @Test
    void proxyDescentMovesAlongTheProxyAndNotTheGradient() {
        // θ: 1, 1 − ½·2, 0 − ½·1, −½ − ½·0
        assertThat(points(DELAYED, ProxyDescent::new)).containsExactly(1.0, 0.0, -0.5, -0.5);
    }

    @Test
    void theFirstProxyIsGivenAndTheOthersAreTheGradientsBefore() {
        assertThat(proxies(DELAYED)).containsExactly(2.0, 1.0, 0.0, -0.5);
    }

    @Test
    void withoutAFirstProxyThePredictorBeginsByItself() {
        assertThat(proxies(Problems.oneStep(3))).containsExactly(0.0, 1.0, 1.0, 0.0);
        assertThat(proxies(Problems.line(1, 1, new Proxy.History(new Predictor.Trend()), 4)))
                .containsExactly(0.0, 1.0, 1.0, -1.0, -2.0);
    }

    @Test
    void aNoisyProxyIsAMultipleOfTheGradientAndNoiseInTurn() {
        Problem problem = Problems.line(1, 1, new Proxy.Noisy(0.5, new double[][] {{1}, {-1}}), 2);

        // θ: 1, 1 − 1.5 = −0.5, −0.5 + 1.25 = 0.75
        assertThat(points(problem, ProxyDescent::new)).containsExactly(1.0, -0.5, 0.75);
        assertThat(proxies(problem)).containsExactly(1.5, -1.25, 1.375);
    }

    @Test
    void slipsMoveAsTheirNamesSay() {
        assertThat(points(DELAYED, Slips.Ascent::new)).containsExactly(1.0, 2.0, 2.5, 3.5);
        assertThat(points(DELAYED, Slips.Preconditioned::new)).containsExactly(1.0, -1.0, -2.0, -1.0);
        assertThat(points(DELAYED, Slips.Late::new)).containsExactly(1.0, 1.0, 0.0, -0.5);
        assertThat(points(DELAYED, Slips.HeavyBall::new)).containsExactly(1.0, 0.0, -1.0, -1.5);
    }

    @Test
    void aSubjectCannotChangeTheProxiesThatTheRefereeSees() {
        Subject<Problem, Descender> vandal = problem -> proxy -> {
            proxy[0] = 1000;
            return new double[] {0};
        };
        List<Double> seen = new ArrayList<>();
        Rollout.play(DELAYED, vandal, (round, point, gradient, proxy) -> seen.add(proxy[0]));

        assertThat(seen).containsExactly(2.0, 1.0, 0.0, 0.0);
    }

    @Test
    void anAnswerThatIsNoPointIsAMisplay() {
        assertThatThrownBy(() -> points(DELAYED, problem -> proxy -> new double[] {Double.NaN}))
                .isInstanceOf(Misplay.class)
                .hasMessage("the point after step 0 has NaN at coordinate 0, expected a finite number");
        assertThatThrownBy(() -> points(DELAYED, problem -> proxy -> new double[2]))
                .isInstanceOf(Misplay.class)
                .hasMessage("the point after step 0 has dimension 2, expected 1");
    }

    private static List<Double> points(Problem problem, Subject<Problem, Descender> subject) {
        List<Double> points = new ArrayList<>();
        Rollout.play(problem, subject, (round, point, gradient, proxy) -> points.add(point[0]));
        return points;
    }

    private static List<Double> proxies(Problem problem) {
        List<Double> proxies = new ArrayList<>();
        Rollout.play(problem, ProxyDescent::new, (round, point, gradient, proxy) -> proxies.add(proxy[0]));
        return proxies;
    }
}
