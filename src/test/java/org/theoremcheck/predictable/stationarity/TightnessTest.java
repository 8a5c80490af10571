package org.theoremcheck.predictable.stationarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Finding;
import org.theoremcheck.claim.Verdict;
import org.theoremcheck.predictable.predictor.Predictor;

/** How close the bounds come to what they bound, against numbers worked out by hand. */
class TightnessTest {

    private static final Claim<Problem, Descender, Trace> BOUND = StationarityBound.THEOREM.claim();
    private static final Claim<Problem, Descender, Trace> SHARP = StationaritySharp.THEOREM.claim();
    private static final Claim<Problem, Descender, Trace> EXTENDED = StationarityExtendedStep.THEOREM.claim();
    private static final Claim<Problem, Descender, Trace> DELAYED = StationarityDelayed.THEOREM.claim();

    private static Finding judge(Claim<Problem, Descender, Trace> claim, Problem problem) {
        return claim.judge(problem, ProxyDescent::new);
    }

    /** g = 1, 1, 0, −1, −1, 0, 1, …: Σ g² = 2, 2, 4, 4, … and the proxy errors are 1, 0, 1, 1, 0, 1, 1, …. */
    @ParameterizedTest
    @CsvSource({"1, 1, 2", "2, 2, 2", "3, 2, 3", "4, 3, 4", "5, 4, 4", "6, 4, 5", "8, 6, 6", "11, 8, 8"})
    void theOneStepPredictorAttainsTheBoundWheneverItReachesTheMinimizer(int rounds, double measured, double bound) {
        Finding finding = judge(BOUND, Problems.oneStep(rounds));

        assertThat(finding.verdict()).isEqualTo(Verdict.HOLDS);
        assertThat(finding.measured()).isEqualTo(measured);
        assertThat(finding.bound()).isEqualTo(bound);
    }

    @Test
    void theTrendAttainsTheBoundAfterFourSteps() {
        Finding finding = judge(BOUND, Problems.line(1, 1, new Proxy.History(new Predictor.Trend()), 4));

        assertThat(finding.measured()).isEqualTo(finding.bound()).isEqualTo(3);
    }

    @Test
    void gradientDescentAttainsTheBoundInOneStep() {
        Finding finding = judge(BOUND, Problems.line(1, 1, Problems.multiple(1), 1));

        assertThat(finding.measured()).isEqualTo(finding.bound()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.998, 1.99})
    void lessThanTwoIsRefuted(double constant) {
        assertThat(judge(BOUND.with("optimization", constant), Problems.oneStep(2))
                        .verdict())
                .isEqualTo(Verdict.VIOLATED);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.999, 0.99})
    void lessThanTheProxyErrorIsRefuted(double constant) {
        assertThat(judge(BOUND.with("proxy", constant), Problems.oneStep(2)).verdict())
                .isEqualTo(Verdict.VIOLATED);
    }

    /** m = 0 makes both sides T g² up to the optimization term. */
    @Test
    void theZeroPredictorApproachesTheBoundWithTime() {
        Finding finding = judge(BOUND, Problems.line(1, 1, new Proxy.History(new Predictor.Zero()), 1000));

        assertThat(finding.ratio()).isEqualTo(1000 / 1001.0);
    }

    @Test
    void theSharpBoundIsAnEqualityForEveryHorizonAndPredictor() {
        double[][] announced = {{3, -1}, {0.5, 2}, {-4, 0}};
        for (Predictor predictor : List.of(
                new Predictor.Zero(),
                new Predictor.OneStep(),
                new Predictor.Negated(),
                new Predictor.Trend(),
                new Predictor.Announced(announced))) {
            for (int rounds = 1; rounds <= 30; rounds++) {
                Problem problem = new Problem(
                        Terrain.QUADRATIC.isotropic(1, 2),
                        0,
                        new double[] {1, -3},
                        1,
                        new Proxy.History(predictor),
                        rounds,
                        1);
                Finding finding = judge(SHARP, problem);

                // All numbers are multiples of 2⁻² below 2⁵³: exact in doubles.
                assertThat(finding.measured()).as(predictor + " " + rounds).isEqualTo(finding.bound());
            }
        }
    }

    @Test
    void theSharpBoundIsAnEqualityUpToRoundingForEveryCurvature() {
        for (int rounds = 1; rounds <= 40; rounds++) {
            double curvature = 0.1 + 0.37 * rounds;
            Separable objective = Terrain.QUADRATIC.isotropic(curvature, 1);
            Problem problem = new Problem(
                    objective,
                    0,
                    new double[] {0.3},
                    Problems.step(1, objective.smoothness()),
                    new Proxy.History(new Predictor.Ema(0.9)),
                    rounds,
                    1);
            Finding finding = judge(SHARP, problem);

            assertThat(finding.ratio()).isCloseTo(1, within(1e-13));
            assertThat(finding.verdict()).isEqualTo(Verdict.HOLDS);
        }
    }

    /** What is left over is all that is left over: no slack remains on a quadratic with one curvature, whatever the step. */
    @Test
    void theDecompositionIsAnEqualityOnAQuadraticWithOneCurvature() {
        for (double step : new double[] {0.125, 0.5, 1}) {
            Problem problem = Problems.line(2, step, new Proxy.Noisy(0.5, new double[][] {{1}, {-0.5}, {0.25}}), 7);
            Finding finding = judge(BOUND.with("end", 1).with("steps", 1), problem);

            assertThat(finding.measured()).isCloseTo(finding.bound(), within(1e-14 * finding.bound()));
        }
    }

    @ParameterizedTest
    @CsvSource({"0.25, 0.5", "0.5, 0.5", "0.75, 0.125", "1, 0.5", "1.25, 0.25", "1.5, 0.25", "1.75, 0.0625"})
    void theExtendedBoundIsReachedForEveryStepByTheProxyThatYoungLikesLeast(double relativeStep, double balance) {
        double factor = relativeStep < 1 ? 1 - balance : 1 + balance;
        Problem problem =
                Problems.line(1, relativeStep, Problems.multiple(factor), 400).balanced(balance);
        Finding finding = judge(EXTENDED, problem);

        assertThat(finding.verdict()).isEqualTo(Verdict.HOLDS);
        assertThat(finding.ratio()).isCloseTo(1, within(1e-12));
        assertThat(judge(EXTENDED.with("weighted-proxy", 0.999), problem).verdict())
                .isEqualTo(Verdict.VIOLATED);
        assertThat(judge(EXTENDED.with("optimization", 1.998), problem).verdict())
                .isEqualTo(Verdict.VIOLATED);
    }

    /** (3 − 2x) Σ g² ≤ 2F₀/η + (2x − 1) P at x = 5/4, m = 2g: g = 1, −3/2, so that 13/8 ≤ 4/5 + (3/2)(13/4). */
    @Test
    void withAOfOneItIsTheBoundForStepsUpToThreeHalves() {
        Finding finding = judge(EXTENDED, Problems.line(1, 1.25, Problems.multiple(2), 2));

        assertThat(finding.measured()).isEqualTo(13 / 8.0);
        assertThat(finding.bound()).isCloseTo(4 / 5.0 + 39 / 8.0, within(1e-15));
    }

    @Test
    void theExtendedBoundSaysNothingWhereItsWeightIsNotPositive() {
        assertThat(judge(EXTENDED, Problems.line(1, 1.5, Problems.multiple(1), 3))
                        .verdict())
                .isEqualTo(Verdict.VACUOUS);
        assertThat(judge(EXTENDED, Problems.line(1, 2.5, Problems.multiple(1), 3))
                        .verdict())
                .isEqualTo(Verdict.VACUOUS);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 0", "1, 1", "3, -2"})
    void theDelayedBoundIsReachedFromAnywhereWithTheLongestStep(double start, double first) {
        Finding finding = judge(DELAYED, Problems.line(start, Problems.golden(1), Problems.startedWith(first), 80));

        assertThat(finding.verdict()).isEqualTo(Verdict.HOLDS);
        assertThat(finding.ratio()).isCloseTo(1, within(1e-13));
    }
}
