package org.theoremcheck.predictable.stationarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.theoremcheck.claim.Draw;
import org.theoremcheck.claim.Subject;
import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.numeric.Enclosures;
import org.theoremcheck.numeric.Rounding;
import org.theoremcheck.numeric.Vectors;
import org.theoremcheck.predictable.predictor.Predictor;

/** Errors are covered by their bounds, wherever they come from, and the bounds are not much larger. */
class ErrorsTest {

    private static double off(Enclosure exact, double value) {
        return exact.minus(Enclosure.of(value)).abs().high().doubleValue();
    }

    private record Shares(double ofValue, double ofGradient) {

        static final Shares NONE = new Shares(0, 0);

        /** Errors at a point in units of their bounds. */
        static Shares at(Objective objective, double[] point, double unit) {
            double[] gradient = new double[point.length];
            objective.gradient(point, gradient);
            Enclosure[] exact = objective.exactGradient(point);
            Enclosure squares = Enclosure.ZERO;
            for (int i = 0; i < gradient.length; i++) {
                squares = squares.plus(exact[i].minus(Enclosure.of(gradient[i])).squared());
            }
            double value = objective.value(point, unit);
            double ofValue = off(objective.exactValue(point).over(Enclosure.of(unit)), value)
                    / objective.valueError(point, value, unit);
            double ofGradient = squares.sqrt().high().doubleValue()
                    / (unit * objective.gradientError(point, Vectors.norm(gradient) / unit, unit));
            assertThat(ofValue).isBetween(0.0, 1.0);
            assertThat(ofGradient).isBetween(0.0, 1.0);
            return new Shares(ofValue, ofGradient);
        }

        Shares or(Shares other) {
            return new Shares(Math.max(ofValue, other.ofValue), Math.max(ofGradient, other.ofGradient));
        }
    }

    @ParameterizedTest
    @EnumSource
    void errorsOfASumOfProfilesAreWithinTheirBoundsAndNotATwentiethOfThem(Profile profile) {
        for (int dimension : new int[] {1, 6}) {
            Shares largest = Shares.NONE;
            for (int index = 0; index < 6; index++) {
                Draw in = new Draw(3, "profiles", index);
                Separable objective = new Separable(profile, in.uniforms("weight", 0, dimension, 0.1, 3));
                largest = largest.or(Shares.at(objective, in.gaussians("point", 0, dimension), index % 2 == 0 ? 1 : 4));
            }
            assertThat(largest.ofValue()).isGreaterThan(profile == Profile.ABSOLUTE ? 0.01 : 0.03);
            assertThat(largest.ofGradient()).isGreaterThan(profile == Profile.ABSOLUTE ? -1 : 0.03);
        }
    }

    /** Plain; scores that are differences of large numbers; targets far away; many inputs. */
    @ParameterizedTest
    @CsvSource({"1, 1, 1, 2", "3, 1, 1, 1", "1, 1e5, 1, 1", "2, 1, 1e6, 1", "4, 1, 1, 40", "1, 1, 1e3, 80"})
    void errorsOfTheNetworkAreWithinTheirBoundsAndNotAThousandthOfThem(
            int units, double weight, double target, int rows) {
        Shares largest = Shares.NONE;
        for (int index = 0; index < 24 / rows / units + 1; index++) {
            Draw in = new Draw(5, "networks", index);
            double[][] inputs = new double[rows][];
            for (int i = 0; i < rows; i++) {
                double size = in.uniform("size", 1, 2);
                inputs[i] = new double[] {size, size + (weight > 1 ? 1 / weight : 1)};
            }
            Network network =
                    new Network(0.75, units, inputs, Vectors.scaled(target, in.uniforms("target", 0, rows, 2, 5)));
            double[] point = in.gaussians("point", 0, network.dimension());
            for (int j = 0; j < units; j++) {
                point[units + 2 * j] += weight;
                point[units + 2 * j + 1] -= weight;
            }
            largest = largest.or(Shares.at(network, point, index % 2 == 0 ? 1 : 0x1p10));
        }
        assertThat(largest.ofValue()).isGreaterThan(1e-3);
        assertThat(largest.ofGradient()).isGreaterThan(1e-3);
    }

    /** (c/n) Σ k(1 + ‖x‖²) + (k + |y|)(1 + 4/(3√3)) max(1, ‖x‖²), in 40 digits. */
    @Test
    void theLipschitzConstantOfTheNetworkIsRoundedUpByLittle() {
        MathContext digits = new MathContext(40);
        BigDecimal bend = new BigDecimal(4)
                .divide(new BigDecimal(3).multiply(new BigDecimal(3).sqrt(digits)), digits)
                .add(BigDecimal.ONE);
        for (int index = 0; index < 50; index++) {
            Draw in = new Draw(7, "lipschitz", index);
            int rows = 1 + index % 4;
            double[][] inputs = new double[rows][];
            for (int i = 0; i < rows; i++) {
                inputs[i] = Vectors.scaled(0.7, in.gaussians("input", i, 1 + index % 3));
            }
            double[] targets = in.gaussians("target", 0, rows);
            int units = 1 + index % 5;
            BigDecimal sum = BigDecimal.ZERO;
            for (int i = 0; i < rows; i++) {
                BigDecimal square = BigDecimal.ZERO;
                for (double x : inputs[i]) {
                    square = square.add(new BigDecimal(x).pow(2));
                }
                sum = sum.add(square.add(BigDecimal.ONE).multiply(new BigDecimal(units)))
                        .add(new BigDecimal(units + 0.0)
                                .add(new BigDecimal(targets[i]).abs())
                                .multiply(bend)
                                .multiply(square.max(BigDecimal.ONE)));
            }
            BigDecimal exact = sum.multiply(new BigDecimal(0.75)).divide(new BigDecimal(rows), digits);
            double rounded = new Network(0.75, units, inputs, targets).smoothness();

            assertThat(new BigDecimal(rounded)).isGreaterThanOrEqualTo(exact);
            assertThat(rounded).isLessThan(exact.doubleValue() * (1 + 1e-14));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aScaledValueIsTheValueTimesTheScaleEvenWhereTheValueIsNoDouble(Profile profile) {
        for (double x : new double[] {-3, -1, -0.5, 0x1p-28, -0x1p-26, 1, 1.25}) {
            assertThat(profile.value(x, 0x1p-30)).isEqualTo(0x1p-30 * profile.value(x, 1));
        }
        if (profile != Profile.SIGMOID && profile != Profile.ABSOLUTE) {
            double tiny = profile.value(0x1p-600, 0x1p900);
            assertThat(tiny / 0x1p-300).isCloseTo(profile == Profile.LOGARITHM ? 1 : 0.5, within(1e-15));
        }
    }

    @Test
    void derivativesFarAwayAreSmallAndNoOverflow() {
        for (double x : new double[] {1e200, -1e200}) {
            assertThat(Profile.LOGARITHM.derivative(x)).isCloseTo(2 / x, within(1e-214));
        }
        assertThat(Profile.SIGMOID.derivative(800)).isZero();
        assertThat(Profile.SIGMOID.derivative(-800)).isZero();
        assertThat(Profile.SIGMOID.derivative(-700) / StrictMath.exp(-700)).isCloseTo(1, within(1e-15));
    }

    private static Trace trace(double relativeStep, double balance, double rounding) {
        return new Trace(
                8,
                0,
                0,
                0,
                0,
                4,
                0,
                0,
                6,
                2,
                relativeStep,
                balance,
                3,
                new Trace.Variants(0, 0, 0, 0, 0),
                rounding,
                10);
    }

    /** x = ½ and a = ¼: the weights are 2 − ½ − ⅛ and ½ + 2. */
    @Test
    void weightsAndWhatTheyMultiplyAreThoseOfTheStatement() {
        Trace trace = trace(0.5, 0.25, 1e-3);

        assertThat(trace.gradientWeight()).isEqualTo(1.375);
        assertThat(trace.pathWeight()).isEqualTo(2.5);
        assertThat(trace.youngGap()).isEqualTo(6);
        assertThat(trace.shortfall()).isEqualTo(3);
        assertThat(trace.shortfallBeforeLast()).isEqualTo(2);
        assertThat(trace.weightedMagnitude()).isEqualTo(25);
        assertThat(trace(1, 3, 0).weightedMagnitude()).isEqualTo(10);
        assertThat(trace(1.5, 10, 0).gradientWeight()).isEqualTo(-4.5);
        assertThat(trace(1.5, 10, 0).weightedMagnitude()).isEqualTo(45);
        assertThat(trace(1.5, 10, 0).youngGap()).isCloseTo(0.15, within(1e-15));
        assertThat(trace(1.5, 10, 0).shortfall()).isEqualTo(-3);
    }

    /** The absolute terms are (2 + ½ + ¼(1 + ½)) 8 and (½ + (1 + ½)/¼) 4: 23 + 26. */
    @Test
    void weightsAreOffBySixRoundingsOfTheirAbsoluteTerms() {
        assertThat(trace(0.5, 0.25, 0).weightedRounding()).isCloseTo(49 * Rounding.gamma(6), within(1e-28));
        assertThat(trace(-0.5, -0.25, 0).weightedRounding()).isCloseTo(49 * Rounding.gamma(6), within(1e-28));
        assertThat(trace(0.5, 0.25, 1).weightedRounding()).isCloseTo(2.5, within(1e-13));
    }

    /** Errors of all terms in units of the rounding stated. */
    private static double share(Problem problem, Subject<Problem, Descender> subject) {
        Trace trace = new DescentReferee().play(problem, subject);
        Map<String, Enclosure> exact = new ExactDescent().play(problem, subject);
        Map<String, Double> seen = new HashMap<>();
        seen.put("gradients", trace.gradients());
        seen.put("optimization", trace.initial());
        seen.put("end", trace.end());
        seen.put("proxy", trace.path());
        seen.put("proxy-before-last", trace.pathBeforeLast());
        seen.put("first", trace.firstError());
        seen.put("last", 2 * trace.beforeLast() - trace.lastGradient());
        seen.put("proxy-ahead", trace.variants().ahead());
        seen.put("proxy-behind", trace.variants().behind());
        seen.put("proxy-earlier", trace.variants().earlier());
        seen.put("proxy-logged", trace.variants().logged());
        double largest = 0;
        for (Map.Entry<String, Double> term : seen.entrySet()) {
            double share = off(exact.get(term.getKey()), term.getValue()) / trace.rounding();
            assertThat(share).as(term.getKey()).isBetween(0.0, 1.0);
            largest = Math.max(largest, share);
        }
        double unsquared = trace.variants().unsquared();
        assertThat(off(exact.get("proxy-unsquared"), unsquared)).isLessThanOrEqualTo(1e-12 * unsquared);
        return largest;
    }

    private static double largestShare(Profile profile, double start, double step, double infimum, int rounds) {
        double largest = 0;
        for (int index = 0; index < 6; index++) {
            Draw in = new Draw(11, "shares", index);
            Problem problem = Problems.line(
                            profile,
                            start * (1 + in.uniform("start", 0, 1)),
                            step * in.uniform("step", 0.8, 1),
                            index % 3 == 0
                                    ? new Proxy.Noisy(0.3, new double[][] {in.gaussians("noise", 0, 1)})
                                    : new Proxy.History(
                                            index % 3 == 1 ? new Predictor.OneStep() : new Predictor.Ema(0.9)),
                            rounds)
                    .above(infimum);
            largest = Math.max(largest, share(problem, ProxyDescent::new));
        }
        return largest;
    }

    @Test
    void theRoundingOfADescentCoversEachOfItsCausesAndIsNotAThousandTimesTooLarge() {
        assertThat(largestShare(Profile.LOGARITHM, 1, 0.4, 0, 3)).isGreaterThan(0.002);
        assertThat(largestShare(Profile.QUADRATIC, 1, 0.5, 0, 30)).isGreaterThan(0.002);
        // Points far from 0 beside their gradients, and values that are the difference of larger ones.
        assertThat(largestShare(Profile.HUBER, 1e9, 1, 0, 4)).isGreaterThan(0.005);
        assertThat(largestShare(Profile.SIGMOID, 1, 1, -1e9, 2)).isGreaterThan(0.005);
    }

    /** Away from the minimizer, so that the last values are the largest of all. */
    @Test
    void theLastValuesOfAnAscentAreCovered() {
        for (int rounds : new int[] {1, 2, 40}) {
            Problem problem = Problems.line(0.3, 0.7, Problems.multiple(1.1), rounds);
            assertThat(share(problem, Slips.Ascent::new)).isGreaterThan(2e-4);
        }
    }

    @Test
    void gradientsAreMeasuredInTheirUnitWhereTheirSquaresAreNoDoubles() {
        for (double start : new double[] {0x1.3p600, 0x1.3p-600}) {
            Problem problem = Problems.line(start, 0.3, new Proxy.History(new Predictor.OneStep()), 3);
            Trace trace = new DescentReferee().play(problem, ProxyDescent::new);
            Trace plain = new DescentReferee().play(Problems.line(1.1875, 0.3, problem.proxy(), 3), ProxyDescent::new);
            Map<String, Enclosure> exact = new ExactDescent().play(problem, ProxyDescent::new);

            assertThat(trace.gradients()).isEqualTo(plain.gradients());
            assertThat(trace.path()).isEqualTo(plain.path());
            assertThat(trace.initial()).isEqualTo(plain.initial());
            assertThat(trace.end()).isEqualTo(plain.end());
            assertThat(trace.rounding()).isEqualTo(plain.rounding());
            assertThat(exact.get("proxy-unsquared").middle() / trace.variants().unsquared())
                    .isCloseTo(1, within(1e-14));
        }
    }

    @Test
    void theInfimumIsMeasuredInTheUnitToo() {
        Problem problem = Problems.line(1.1875, 0.25, new Proxy.History(new Predictor.OneStep()), 3)
                .above(-2);
        Trace plain = new DescentReferee().play(problem, ProxyDescent::new);
        for (double factor : new double[] {0x1p600, 0x1p-600}) {
            Problem scaled = Scaled.by(problem, factor);
            Trace trace = new DescentReferee().play(scaled, ProxyDescent::new);

            assertThat(scaled.unit()).isEqualTo(factor);
            assertThat(trace.initial()).isEqualTo(plain.initial()).isGreaterThan(4 * 2.7);
            assertThat(trace.beforeLast()).isEqualTo(plain.beforeLast());
            assertThat(trace.rounding()).isEqualTo(plain.rounding());
        }
    }

    /** A step backwards and points of both signs: what is measured is a size. */
    @Test
    void stepsBackwardsHaveTheSameRounding() {
        Problem forwards = Problems.line(3, 0.25, Problems.multiple(0.5), 3);
        Problem backwards = Problems.line(-3, -0.25, Problems.multiple(0.5), 3);

        assertThat(share(forwards, ProxyDescent::new)).isLessThan(1);
        assertThat(share(backwards, ProxyDescent::new)).isLessThan(1);
        assertThat(new DescentReferee().play(backwards, Slips.Ascent::new).rounding())
                .isEqualTo(
                        new DescentReferee().play(forwards, ProxyDescent::new).rounding());
    }

    @Test
    void logsOfAKindAreThoseOfTheirDraws() {
        var families = ExplainsLogs.CLAIM.setting().families();
        var chosen = new org.theoremcheck.claim.Chosen()
                .with("rounds", 3)
                .with("dimension", 2)
                .with("optimization", 7)
                .with("predictor", 1);
        ExplainsLogs.Log orthogonal = chosen.with("size", 2, -3, 4).of(families.get(0));
        ExplainsLogs.Log turning = chosen.with("size", 0.5, 1)
                .row("size", 1, 0.25, 0.75)
                .row("size", 2, 1, 0.5)
                .of(families.get(1));

        assertThat(orthogonal.gradients()).isEqualTo(new double[][] {{2, 0, 0}, {0, -3, 0}, {0, 0, 4}});
        assertThat(orthogonal.predictor()).isEqualTo(new Predictor.OneStep());
        assertThat(orthogonal.optimization()).isEqualTo(7);
        assertThat(turning.gradients()).isEqualTo(new double[][] {{0.5, 1}, {-0.25, -0.75}, {1, 0.5}});
        assertThat(turning.optimization()).isEqualTo(7);
    }

    @Test
    void theReadingOfALogIsAsExactAsItsRoundingSays() {
        double largest = 0;
        for (int index = 0; index < 60; index++) {
            ExplainsLogs.Log log =
                    ExplainsLogs.CLAIM.setting().families().get(1).draw(13, index);
            var reading = ExplainsLogs.CLAIM
                    .setting()
                    .referee()
                    .play(log, ExplainsLogs.CLAIM.setting().reference());
            Enclosure[][] rows = Enclosures.of(log.gradients());
            Enclosure path = Enclosures.squaredNorm(rows[0]);
            for (int t = 1; t < rows.length; t++) {
                path = path.plus(Enclosures.squaredDistance(rows[t], rows[t - 1]));
            }
            double share = (off(path, reading.path()) + off(Enclosures.squaredNorm(rows), reading.gradients()))
                    / reading.rounding();

            assertThat(share).isBetween(0.0, 1.0);
            largest = Math.max(largest, share);
            assertThat(reading.rounding())
                    .isLessThan(100 * 0x1p-53 * (reading.path() + reading.gradients() + log.optimization()));
        }
        assertThat(largest).isGreaterThan(0.02);
    }

    @Test
    void theRoundingOfALogHoldsForALargeOptimizationTermToo() {
        double[][] gradients = {{1, 1}, {-1, 1}};
        var far = new ExplainsLogs.Log(gradients, new Predictor.OneStep(), 1e9);
        var reading = ExplainsLogs.CLAIM
                .setting()
                .referee()
                .play(far, ExplainsLogs.CLAIM.setting().reference());

        assertThat(reading.rounding() / 1e9).isBetween(0x1p-53, 100 * 0x1p-53);
        assertThat(reading.gradients()).isEqualTo(4);
        assertThat(reading.path()).isEqualTo(6);
    }
}
