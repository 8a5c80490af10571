package org.theoremcheck.predictable.pathlength;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.theoremcheck.claim.Draw;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Hypothesis;
import org.theoremcheck.numeric.Vectors;
import org.theoremcheck.predictable.predictor.Predictor;

/** What the names of the families promise. */
class LogsTest {

    @Test
    void predictorsAreThoseOfTheGroup() {
        for (Logs.Group group : Logs.Group.values()) {
            Set<String> dyadic = predictors(Logs.integers(), group);
            Set<String> any = predictors(Logs.histories(), group);
            switch (group) {
                case ONE_STEP -> assertThat(dyadic).isEqualTo(any).containsExactly("OneStep[]");
                case TREND -> assertThat(dyadic).isEqualTo(any).containsExactlyInAnyOrder("Trend[]", "TrendFromRest[]");
                case EMA -> {
                    assertThat(dyadic)
                            .containsExactlyInAnyOrder("Ema[decay=0.5]", "Ema[decay=0.75]", "Ema[decay=0.25]");
                    assertThat(any).containsExactlyInAnyOrder("Ema[decay=0.9]", "Ema[decay=0.99]", "Ema[decay=0.1]");
                }
                case AUTO_REGRESSION -> {
                    assertThat(dyadic).hasSize(6).allMatch(name -> name.startsWith("AutoRegression"));
                    assertThat(any).hasSize(100).allMatch(name -> name.startsWith("AutoRegression"));
                }
            }
        }
    }

    private static Set<String> predictors(List<Family<Log>> families, Logs.Group group) {
        String label = group.name().toLowerCase(Locale.ROOT).replace('_', '-');
        Family<Log> family = families.stream()
                .filter(candidate -> candidate.group().equals(label))
                .findFirst()
                .orElseThrow();
        Set<String> names = new HashSet<>();
        for (int index = 0; index < 100; index++) {
            names.add(family.draw(1, index).predictor().toString());
        }
        return names;
    }

    @Test
    void wholeNumbersAreWhole() {
        for (Family<Log> family :
                families("/integers", "/few", "/whole", "/histories", "/best-coefficient", "/signs")) {
            each(
                    List.of(family),
                    log -> assertThat(numbers(log))
                            .allMatch(value -> value == Math.rint(value) && Math.abs(value) <= 9));
            assertThat(numbers(family.draw(1, 4))).anyMatch(value -> Math.abs(value) > 1);
        }
    }

    @Test
    void rowsOfSignsAreOfOneLength() {
        each(
                families("/signs"),
                log -> assertThat(Arrays.stream(log.gradients()).map(Vectors::squaredNorm))
                        .allMatch(square -> square == Vectors.squaredNorm(log.gradients()[0])));
    }

    @Test
    void alternatingLogsAlternateAndFadeByATenthIfAtAll() {
        each(families("/alternating"), log -> {
            double[] first = log.gradients()[0];
            double fading = log.rounds() == 1 ? 1 : -log.gradients()[1][0] / first[0];
            assertThat(fading).isIn(1.0, 0.9, Math.nextUp(0.9), Math.nextDown(0.9));
            double expected = 1;
            for (double[] gradient : log.gradients()) {
                for (int i = 0; i < first.length; i++) {
                    assertThat(gradient[i]).isCloseTo(expected * first[i], within(1e-12));
                }
                expected *= fading < 1 ? -0.9 : -1;
            }
        });
    }

    @Test
    void endlessLogsAlternateFourThousandTimes() {
        Log log = Logs.endless(Logs.Group.TREND, new Predictor.Trend()).draw(0, 0);

        assertThat(log.rounds()).isEqualTo(4096);
        assertThat(numbers(log)).startsWith(1.0, -1.0, 1.0, -1.0);
    }

    /** Standing waves are eigenvectors, so that κ is one of both ends of its range. */
    @Test
    void wavesHaveTheLargestOrTheSmallestKappa() {
        Set<Boolean> ends = new HashSet<>();
        each(List.of(Logs.waves()), log -> {
            double kappa = PathLength.of(log.gradients(), PathLengthSetting.NAMED.begin(log))
                    .kappa();
            double angle = Math.PI / (2 * log.rounds() + 1);
            boolean largest = kappa > 2;
            double end = largest ? 2 + 2 * Math.cos(2 * angle) : 2 - 2 * Math.cos(angle);
            assertThat(kappa).isCloseTo(end, within(1e-12));
            ends.add(largest);
        });
        assertThat(ends).hasSize(2);
    }

    /** By least squares: no other multiple of the last gradient is nearer. */
    @Test
    void theBestCoefficientLeavesTheShortestPath() {
        each(List.of(Logs.bestCoefficient()), log -> {
            double best = path(log, ((Predictor.AutoRegression) log.predictor()).coefficient());
            for (double step : new double[] {-1e-3, 1e-3}) {
                double other = path(log, ((Predictor.AutoRegression) log.predictor()).coefficient() + step);
                assertThat(other).isGreaterThanOrEqualTo(best);
            }
        });
    }

    private static double path(Log log, double coefficient) {
        return PathLength.of(log.gradients(), new Predictor.AutoRegression(coefficient).begin(log.dimension()))
                .path();
    }

    /** Noise and a mean, sums, and a spike in the middle, in each of four sizes. */
    @Test
    void shapesHaveEverySizeAndASpikeInTheMiddle() {
        Set<Integer> sizes = new HashSet<>();
        int[] spikes = {0};
        each(families("/shapes"), log -> {
            int exponent = (int) Math.rint(Math.log10(Vectors.largest(log.gradients())));
            sizes.add(exponent < -100 ? -160 : exponent > 100 ? 150 : 0);
            double[] norms =
                    Arrays.stream(log.gradients()).mapToDouble(Vectors::largest).toArray();
            int middle = norms.length / 2;
            double others = 0;
            for (int t = 0; t < norms.length; t++) {
                others = Math.max(others, t == middle ? 0 : norms[t]);
            }
            if (norms.length > 3 && norms[middle] > 100 * others) {
                spikes[0]++;
            }
        });
        assertThat(sizes).containsExactlyInAnyOrder(-160, 0, 150);
        assertThat(spikes[0]).isBetween(30, 120);
    }

    /** Taken back, each kind leaves the normals that were drawn. */
    @Test
    void shapesAreMadeOfNormals() {
        Family<Log> family = Logs.of(Logs.Group.ONE_STEP).get(2);
        for (int index = 0; index < 60; index++) {
            Draw in = new Draw(1, family.name(), index);
            double[][] g = family.draw(1, index).gradients();
            double size = in.oneOf("size", List.of(1.0, 1e-160, 1e150, 1e-3));
            String kind = in.oneOf("kind", List.of("noise", "walk", "drift", "spike"));
            double mean = in.gaussians("mean", 0, g[0].length)[0];
            for (int t = 0; t < g.length; t++) {
                double value = g[t][0] / size;
                double normal = switch (kind) {
                    case "walk" -> t == 0 ? value : value - g[t - 1][0] / size;
                    case "drift" -> 10 * (value - mean);
                    case "spike" -> t == g.length / 2 ? value / 1e4 : value;
                    default -> value;
                };
                assertThat(normal)
                        .as("%s %d", kind, t)
                        .isCloseTo(in.gaussians("gradient", t, g[0].length)[0], within(1e-12));
            }
        }
    }

    @Test
    void aLogIsOfFiniteNumbersInAtLeastOneColumn() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Log(new Predictor.Zero(), new double[][] {{}}))
                .withMessage("a log has at least one gradient of at least one number");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Log(new Predictor.Zero(), new double[][] {{1, Double.NaN}}))
                .withMessage("gradients are rows of one length with finite numbers");
    }

    /** What is measured is relative, but for rows of zeros, which only zeros are as long as. */
    @Test
    void theHypothesisOfOneLengthIsBrokenByTheRelativeDifferenceOfSquares() {
        Predictor any = new Predictor.OneStep();
        Hypothesis<Log> oneLength =
                KappaMeans.NOISE.claim().setting().hypotheses().get(0);

        assertThat(oneLength.margin().applyAsDouble(Logs.line(any, 2, -2, 2))).isEqualTo(1e-15);
        assertThat(oneLength.margin().applyAsDouble(Logs.line(any, 0, 0))).isEqualTo(1e-15);
        assertThat(oneLength.margin().applyAsDouble(Logs.line(any, 2, 1, 4))).isCloseTo(-3, within(1e-14));
        assertThat(oneLength.margin().applyAsDouble(Logs.line(any, 0, 1))).isLessThan(-1e300);
        assertThat(oneLength.margin().applyAsDouble(new Log(any, new double[][] {{3, 4}, {5, 0}})))
                .isPositive();
    }

    /** κ of (1, x) held against one step is (1 + (x − 1)²)/(1 + x²). */
    @Test
    void theHypothesisThatKappaIsNearOneIsATenthLessTheDistance() {
        Hypothesis<Log> nearOne = KappaReading.CLAIM.setting().hypotheses().get(0);

        assertThat(nearOne.margin().applyAsDouble(Logs.line(new Predictor.OneStep(), 1, 0.5)))
                .isCloseTo(0.1, within(1e-15));
        assertThat(nearOne.margin().applyAsDouble(Logs.line(new Predictor.OneStep(), 1, 1)))
                .isEqualTo(-0.4);
        assertThat(nearOne.margin().applyAsDouble(Logs.line(new Predictor.OneStep(), 1, -1)))
                .isEqualTo(-1.4);
        assertThat(KappaReading.CLAIM.setting().families())
                .allSatisfy(family -> each(
                        List.of(family),
                        log -> assertThat(nearOne.margin().applyAsDouble(log)).isPositive()));
    }

    private static List<Family<Log>> families(String... endings) {
        List<Family<Log>> all = new java.util.ArrayList<>(Logs.of(Logs.Group.values()));
        all.addAll(Logs.few());
        all.addAll(Logs.integers());
        all.addAll(Logs.histories());
        all.addAll(Logs.signs());
        all.add(Logs.bestCoefficient());
        // Four groups by whole numbers, alternating and of every shape; four each of the next four; one.
        assertThat(all).hasSize(4 * 3 + 4 * 4 + 1);
        return all.stream()
                .filter(family -> Arrays.stream(endings).anyMatch(family.name()::endsWith))
                .toList();
    }

    private static List<Double> numbers(Log log) {
        return Arrays.stream(log.gradients())
                .flatMapToDouble(Arrays::stream)
                .boxed()
                .toList();
    }

    private static void each(List<Family<Log>> families, Consumer<Log> check) {
        for (Family<Log> family : families) {
            for (int index = 0; index < Math.min(family.size(), 100); index++) {
                check.accept(family.draw(1, index));
            }
        }
    }
}
