package org.theoremcheck.predictable.stationarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.theoremcheck.claim.Chosen;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Hypothesis;
import org.theoremcheck.predictable.predictor.Predictor;

/** Problems worked out by hand from draws that are chosen. */
class ChosenProblemsTest {

    private static final List<Family<Problem>> EVERYWHERE = Problems.everywhere();
    private static final List<Family<Problem>> EXTENDED = Problems.extended();
    private static final List<Family<Problem>> DELAYED = Problems.delayed();

    /** ½ θ₁²/2 + ½ θ₂²/4 times 10³: L = 500; η = ¼/L. */
    private static Chosen plane() {
        return new Chosen()
                .with("amplitude", 3)
                .with("dimension", 2)
                .with("isotropic", 1)
                .with("weight", 0.5, 0.25)
                .with("rounds", 2)
                .with("spread", 1)
                .with("start", 8, -4)
                .with("full-step", 1)
                .with("relative-step", 0.25);
    }

    @Test
    void aProblemHasTheObjectiveTheStartAndTheStepThatAreDrawn() {
        Problem problem = plane().with("first-proxy", 0).with("predictor", 1).of(EVERYWHERE, "quadratic/history");

        assertThat(((Separable) problem.objective()).weights()).containsExactly(500, 250);
        assertThat(((Separable) problem.objective()).profile()).isEqualTo(Profile.QUADRATIC);
        assertThat(problem.start()).containsExactly(2, -1);
        assertThat(problem.step()).isCloseTo(0.25 / 500, within(1e-18));
        assertThat(problem.rounds()).isEqualTo(2);
        assertThat(problem.infimum()).isZero();
        assertThat(problem.balance()).isEqualTo(1);
        assertThat(((Proxy.History) problem.proxy()).predictor()).isEqualTo(new Predictor.OneStep());
        assertThat(((Proxy.History) problem.proxy()).first()).isEmpty();
        assertThat(plane().with("full-step", 0)
                        .of(EVERYWHERE, "quadratic/history")
                        .step())
                .isCloseTo(1.0 / 500, within(1e-18));
        assertThat(((Separable) plane().with("isotropic", 0)
                                .of(EVERYWHERE, "quadratic/history")
                                .objective())
                        .weights())
                .containsExactly(1000, 1000);
    }

    @Test
    void proxiesGivenInAdvanceAreOfTheSizeOfL() {
        Proxy.History started = (Proxy.History) plane().with("first-proxy", 1)
                .with("first", 2, -3)
                .of(EVERYWHERE, "quadratic/history")
                .proxy();
        Chosen rows = plane().row("row", 0, 1, 2)
                .row("row", 1, -3, 4)
                .with("noise-size", 0.5)
                .with("announced-size", 0.5)
                .with("factor", 0.75)
                .with("clairvoyant", 1);
        Proxy.Noisy noisy = (Proxy.Noisy) rows.of(EVERYWHERE, "quadratic/noisy").proxy();
        Proxy.Noisy seeing = (Proxy.Noisy)
                rows.with("clairvoyant", 0).of(EVERYWHERE, "quadratic/noisy").proxy();
        Proxy.History announced =
                (Proxy.History) rows.of(EVERYWHERE, "quadratic/announced").proxy();

        assertThat(started.first()).containsExactly(1000, -1500);
        assertThat(noisy.factor()).isEqualTo(0.75);
        assertThat(noisy.noise()).isEqualTo(new double[][] {{250, 500}, {-750, 1000}});
        assertThat(seeing.factor()).isEqualTo(1);
        assertThat(((Predictor.Announced) announced.predictor()).hints())
                .isEqualTo(new double[][] {{250, 500}, {-750, 1000}});
    }

    @Test
    void theNetworkDrawnHasTargetsBeyondItsReach() {
        Problem problem = new Chosen()
                .with("amplitude", 3)
                .with("units", 2)
                .with("rows", 2)
                .with("width", 1)
                .with("label", -1, 1)
                .with("beyond", 0.5, 1)
                .with("input", 3)
                .row("input", 1, -4)
                .with("rounds", 99)
                .of(EVERYWHERE, "network/history");
        Network network = (Network) problem.objective();

        assertThat(network.amplitude()).isEqualTo(1000);
        assertThat(network.units()).isEqualTo(2);
        assertThat(network.inputs()).isEqualTo(new double[][] {{3}, {-4}});
        assertThat(network.targets()).containsExactly(-2.5, 3);
        assertThat(problem.rounds()).isEqualTo(8);
        assertThat(new Chosen()
                        .with("rounds", 99)
                        .of(EVERYWHERE, "sigmoid/noisy")
                        .rounds())
                .isEqualTo(25);
    }

    @Test
    void attainedProblemsStartWhereTheFunctionIsRoundAndEndInTheMinimizer() {
        Chosen chosen = new Chosen()
                .with("dimension", 2)
                .with("amplitude", 0.5)
                .with("start", 99, -0.25)
                .with("rounds", 3);
        Problem oneStep = chosen.with("predictor", 0).of(EVERYWHERE, "huber/attained");
        Problem trend = chosen.with("predictor", 1).of(EVERYWHERE, "logarithm/attained");
        Problem seeing = chosen.with("predictor", 2).of(EVERYWHERE, "cosine/attained");

        assertThat(oneStep.start()).containsExactly(1, -0.25);
        assertThat(oneStep.step()).isEqualTo(2);
        assertThat(oneStep.rounds()).isEqualTo(11);
        assertThat(oneStep.proxy()).isInstanceOf(Proxy.History.class);
        assertThat(trend.start()).containsExactly(1e-3, -1e-3);
        assertThat(trend.step()).isEqualTo(1);
        assertThat(trend.rounds()).isEqualTo(4);
        assertThat(((Proxy.History) trend.proxy()).predictor()).isEqualTo(new Predictor.Trend());
        assertThat(seeing.rounds()).isEqualTo(1);
        assertThat(((Proxy.Noisy) seeing.proxy()).factor()).isEqualTo(1);
        assertThat(EVERYWHERE)
                .extracting(Family::name)
                .doesNotContain("sigmoid/attained", "network/attained")
                .contains("quadratic/attained", "quadratic/smallest");
    }

    /** 0.99 (2 − x)/|x − 1| is 2.97, 0.99 and 8.91 at x = ½, 3/2 and 1.1, and no more than 5 is drawn. */
    @Test
    void theBalanceIsAShareOfTheLargestForWhichTheBoundSaysSomething() {
        Chosen half = plane().with("share", 0.5).with("kind", 0);

        assertThat(half.with("relative-step", 0.5)
                        .of(EXTENDED, "quadratic/extended")
                        .balance())
                .isCloseTo(2.97 / 2, within(1e-14));
        assertThat(half.with("relative-step", 1.5)
                        .of(EXTENDED, "quadratic/extended")
                        .balance())
                .isCloseTo(0.99 / 2, within(1e-14));
        assertThat(half.with("relative-step", 1.1)
                        .of(EXTENDED, "quadratic/extended")
                        .balance())
                .isEqualTo(2.5);
        assertThat(half.of(EXTENDED, "quadratic/extended").relativeStep()).isCloseTo(1.1, within(1e-15));
    }

    /** m = (1 ∓ a) g contracts: |1 − x (1 ∓ a)| < 1. */
    @Test
    void extendedProblemsThatAttainTheBoundHaveAMultipleOfTheGradientForAProxy() {
        Chosen chosen = new Chosen()
                .with("dimension", 1)
                .with("amplitude", 4)
                .with("share", 0.25)
                .with("start", 3)
                .with("rounds", 99);
        Problem shorter = chosen.with("relative-step", 0.5).of(EXTENDED, "quadratic/extended-attained");
        Problem longer = chosen.with("relative-step", 1.6).of(EXTENDED, "quadratic/extended-attained");

        assertThat(shorter.balance()).isEqualTo(0.25);
        assertThat(((Proxy.Noisy) shorter.proxy()).factor()).isEqualTo(0.75);
        assertThat(shorter.step()).isEqualTo(0.125);
        assertThat(shorter.start()).containsExactly(3);
        assertThat(shorter.rounds()).isEqualTo(60);
        assertThat(longer.balance()).isCloseTo(0.0625, within(1e-16));
        assertThat(((Proxy.Noisy) longer.proxy()).factor()).isCloseTo(1.0625, within(1e-15));
        for (Problem problem : List.of(shorter, longer)) {
            assertThat(StationarityExtendedStep.THEOREM
                            .claim()
                            .judge(problem, ProxyDescent::new)
                            .ratio())
                    .isCloseTo(1, within(1e-6));
        }
        Problem one = chosen.with("relative-step", 1).of(EXTENDED, "quadratic/extended-attained");
        assertThat(((Proxy.Noisy) one.proxy()).factor()).isEqualTo(0.75);
    }

    @Test
    void theSmallestExtendedProblemsReachTheBound() {
        Family<Problem> smallest = Problems.extended().get(EXTENDED.size() - 1);

        assertThat(smallest.name()).isEqualTo("quadratic/extended-smallest");
        for (int index = 0; index < 2; index++) {
            Problem problem = smallest.draw(0, index);
            assertThat(problem.start()).containsExactly(1);
            assertThat(problem.balance()).isEqualTo(index == 0 ? 0.5 : 0.25);
            assertThat(((Proxy.Noisy) problem.proxy()).factor()).isEqualTo(index == 0 ? 0.5 : 1.25);
            assertThat(StationarityExtendedStep.THEOREM
                            .claim()
                            .judge(problem, ProxyDescent::new)
                            .ratio())
                    .isCloseTo(1, within(1e-12));
        }
    }

    @Test
    void delayedProblemsHaveTheStepDrawnOrTheLongest() {
        Chosen chosen = plane().with("longest-step", 1).with("started", 1);
        Problem problem = chosen.of(DELAYED, "quadratic/delayed");
        Problem longest = chosen.with("longest-step", 0)
                .with("started", 0)
                .with("first", 1, 3)
                .of(DELAYED, "quadratic/delayed");

        assertThat(problem.step()).isCloseTo(0.25 / 500, within(1e-18));
        assertThat(((Proxy.History) problem.proxy()).first()).isEmpty();
        assertThat(problem.start()).containsExactly(2, -1);
        assertThat(longest.relativeStep()).isCloseTo((Math.sqrt(5) - 1) / 2, within(1e-14));
        assertThat(((Proxy.History) longest.proxy()).first()).containsExactly(500, 1500);
        assertThat(((Proxy.History) longest.proxy()).predictor()).isEqualTo(new Predictor.OneStep());
    }

    @Test
    void delayedProblemsThatAttainTheBoundStartAnywhereWithTheLongestStep() {
        Problem problem = new Chosen()
                .with("dimension", 1)
                .with("amplitude", 4)
                .with("start", -3)
                .with("first", 5)
                .with("rounds", 99)
                .of(DELAYED, "quadratic/delayed-attained");

        assertThat(((Proxy.History) problem.proxy()).first()).containsExactly(20);
        assertThat(problem.start()).containsExactly(-3);
        assertThat(problem.rounds()).isEqualTo(60);
        assertThat(problem.relativeStep()).isCloseTo((Math.sqrt(5) - 1) / 2, within(1e-14));
        assertThat(StationarityDelayed.THEOREM
                        .claim()
                        .judge(problem, ProxyDescent::new)
                        .ratio())
                .isCloseTo(1, within(1e-6));
    }

    /** x + x² ≤ 1 in exact arithmetic wherever the margin says so, and not a hair below the golden section only. */
    @Test
    void theGoldenMarginIsPositiveOnlyWhereTheExactOneIs() {
        Hypothesis<Problem> golden = StationarityDelayed.THEOREM.claim().setting().hypotheses().stream()
                .filter(hypothesis -> hypothesis.name().equals("step at most 0.618/L"))
                .findFirst()
                .orElseThrow();
        int met = 0;
        for (int ulps = -40; ulps <= 10; ulps++) {
            double x = Problems.GOLDEN + ulps * Math.ulp(Problems.GOLDEN);
            BigDecimal exact = new BigDecimal(x);
            boolean says = golden.margin().applyAsDouble(Problems.line(1, x, Problems.startedWith(1), 1)) >= 0;
            met += says ? 1 : 0;
            assertThat(!says || exact.add(exact.pow(2)).compareTo(BigDecimal.ONE) <= 0)
                    .isTrue();
        }
        assertThat(met).isBetween(30, 40);
        assertThat(Problems.golden(1)).isCloseTo(Problems.GOLDEN, within(1e-14)).isLessThan(Problems.GOLDEN);
    }

    @Test
    void noiseIsAtLeastOneVector() {
        assertThatThrownBy(() -> new Proxy.Noisy(1, new double[0][])).hasMessage("noise is at least one vector");
    }

    @Test
    void numbersThatAreNotFiniteMakeNoProblem() {
        Problem problem = Problems.oneStep(2);

        for (double number : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> Problems.line(1, number, problem.proxy(), 2))
                    .hasMessage("step, infimum and balance are finite numbers");
            assertThatThrownBy(() -> problem.above(number)).hasMessage("step, infimum and balance are finite numbers");
            assertThatThrownBy(() -> problem.balanced(number))
                    .hasMessage("step, infimum and balance are finite numbers");
            assertThatThrownBy(() -> Problems.line(1, 1, new Proxy.Noisy(1, new double[][] {{0}, {number}}), 1))
                    .hasMessage("the noise is a finite vector");
        }
        assertThatThrownBy(() -> Problems.line(1, 1, announcing(1, 2), 1))
                .hasMessage("the announced proxy has dimension 2, the start has 1");
        assertThat(problem.above(-3).infimum()).isEqualTo(-3);
        assertThat(problem.balanced(0.5).balance()).isEqualTo(0.5);
    }

    private static Proxy announcing(double... hint) {
        return new Proxy.History(new Predictor.Announced(new double[][] {hint}));
    }

    /** The gradient of ½θ² is θ. */
    @Test
    void theUnitIsOneUnlessSquaresAreNearTheEndsOfTheDoubles() {
        for (double start : new double[] {0, 1, -0x1p255, 0x1.8p-256}) {
            assertThat(Problems.line(start, 1, Problems.multiple(1), 1).unit()).isEqualTo(1);
        }
        for (double power : new double[] {0x1p256, 0x1p-256, 0x1p-700, 0x1p900}) {
            double size = -1.5 * power;
            Problem[] problems = {
                Problems.line(power < 1 ? size * 2 / 3 : size, 1, Problems.multiple(1), 1),
                Problems.line(0, 1, Problems.startedWith(power < 1 ? size * 2 / 3 : size), 1),
                Problems.line(0, 1, announcing(power < 1 ? size * 2 / 3 : size), 1),
                Problems.line(0, 1, new Proxy.Noisy(1, new double[][] {{power < 1 ? size * 2 / 3 : size}, {0}}), 1),
            };
            for (Problem problem : problems) {
                assertThat(problem.unit()).isEqualTo(power);
            }
        }
    }
}
