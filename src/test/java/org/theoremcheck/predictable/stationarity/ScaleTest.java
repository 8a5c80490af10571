package org.theoremcheck.predictable.stationarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Finding;
import org.theoremcheck.claim.Verdict;
import org.theoremcheck.numeric.RandomStream;
import org.theoremcheck.predictable.predictor.Predictor;

/** Gradients whose squares are no doubles, and steps that must not be longer than 1/L by a rounding. */
class ScaleTest {

    private static final Claim<Problem, Descender, Trace> BOUND = StationarityBound.THEOREM.claim();

    @ParameterizedTest
    @ValueSource(doubles = {1e150, 1e-160, 1e-300})
    void aPointFarAwayOrCloseIsAsTightAsOne(double start) {
        Problem problem = Problems.line(start, 1, new Proxy.History(new Predictor.OneStep()), 5);

        assertAttained(problem, 5);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e150, 1e-160, 1e-300})
    void aSteepOrFlatFunctionIsAsTightAsOne(double weight) {
        Separable objective = Separable.line(Profile.QUADRATIC, weight);
        Problem problem = new Problem(
                objective,
                0,
                new double[] {1},
                Problems.step(1, weight),
                new Proxy.History(new Predictor.OneStep()),
                5,
                1);

        assertAttained(problem, 5);
    }

    /** Both sides are 4 (θ₀/unit)², and the altered bound is refuted. */
    private static void assertAttained(Problem problem, int rounds) {
        Finding finding = BOUND.judge(problem, ProxyDescent::new);

        assertThat(problem.rounds()).isEqualTo(rounds);
        assertThat(finding.verdict()).isEqualTo(Verdict.HOLDS);
        assertThat(finding.measured()).isBetween(4.0, 16.0);
        assertThat(finding.ratio()).isCloseTo(1, within(1e-14));
        assertThat(BOUND.with("optimization", 1.998)
                        .judge(problem, ProxyDescent::new)
                        .verdict())
                .isEqualTo(Verdict.VIOLATED);
    }

    @ParameterizedTest
    @CsvSource({
        "COSINE, 1e-160",
        "LOGARITHM, 1e-160",
        "HUBER, 1e-160",
        "COSINE, 1e-300",
        "LOGARITHM, 1e-300",
        "HUBER, 1e-300"
    })
    void nextToItsMinimizerEveryProfileIsAQuadratic(Profile profile, double start) {
        Problem problem =
                Problems.line(profile, start, 1 / profile.curvature(), new Proxy.History(new Predictor.OneStep()), 5);
        Finding finding = BOUND.judge(problem, ProxyDescent::new);

        assertThat(finding.verdict()).isEqualTo(Verdict.HOLDS);
        assertThat(finding.ratio()).isCloseTo(1, within(1e-14));
    }

    /** Powers of two near 10¹⁵⁰ and 10⁻¹⁶⁰: not a bit changes. */
    @ParameterizedTest
    @ValueSource(doubles = {0x1p498, 0x1p-531})
    void everyTerrainIsTheSameAtAnyAmplitude(double amplitude) {
        for (Terrain terrain : Terrain.values()) {
            Family<Problem> family = Problems.everywhere().stream()
                    .filter(candidate -> candidate.name().equals(terrain.group() + "/history"))
                    .findFirst()
                    .orElseThrow();
            for (int index = 0; index < 30; index++) {
                Problem drawn = family.draw(3, index);
                double smoothness = drawn.objective().smoothness();
                if (smoothness > 1e-3 && smoothness < 1e6) {
                    Finding plain = BOUND.judge(drawn, ProxyDescent::new);
                    Finding scaled = BOUND.judge(Scaled.by(drawn, amplitude), ProxyDescent::new);

                    assertThat(scaled.verdict()).isEqualTo(Verdict.HOLDS);
                    assertThat(scaled.severity()).as(terrain + " " + index).isEqualTo(plain.severity());
                    assertThat(scaled.ratio()).isEqualTo(plain.ratio());
                }
            }
        }
    }

    @Test
    void aProblemWithoutAnyGradientHolds() {
        Finding finding = BOUND.judge(Problems.line(0, 1, Problems.multiple(1), 3), ProxyDescent::new);

        assertThat(finding.verdict()).isEqualTo(Verdict.HOLDS);
        assertThat(finding.bound()).isZero();
    }

    /** η is the largest double with Lη ≤ 1, in exact arithmetic: half of all quotients 1/L would be too long. */
    @Test
    void theLongestStepIsNeverLongerThanOneOverL() {
        int tooLong = 0;
        for (int i = 0; i < 1000; i++) {
            double smoothness = 0.01 + 100 * RandomStream.uniform(77, i);
            BigDecimal exact = new BigDecimal(smoothness);
            double step = Problems.step(1, smoothness);

            assertThat(exact.multiply(new BigDecimal(step))).isLessThanOrEqualTo(BigDecimal.ONE);
            assertThat(exact.multiply(new BigDecimal(Math.nextUp(step)))).isGreaterThan(BigDecimal.ONE);
            tooLong += exact.multiply(new BigDecimal(1 / smoothness)).compareTo(BigDecimal.ONE) > 0 ? 1 : 0;
        }
        assertThat(tooLong).isBetween(350, 650);
    }

    @Test
    void aQuotientThatIsTooLongIsNoInstance() {
        double smoothness = 49;
        assertThat(new BigDecimal(smoothness).multiply(new BigDecimal(Math.nextUp(Problems.step(1, smoothness)))))
                .isGreaterThan(BigDecimal.ONE);
        Problem problem = new Problem(
                Separable.line(Profile.QUADRATIC, smoothness),
                0,
                new double[] {1},
                Math.nextUp(Problems.step(1, smoothness)),
                Problems.multiple(1),
                1,
                1);

        assertThat(BOUND.judge(problem, ProxyDescent::new).verdict()).isEqualTo(Verdict.VACUOUS);
    }
}
