package org.theoremcheck.predictable.pathlength;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Compare;
import org.theoremcheck.claim.Draw;
import org.theoremcheck.claim.Finding;
import org.theoremcheck.claim.Referee;
import org.theoremcheck.numeric.Rounding;
import org.theoremcheck.numeric.Vectors;
import org.theoremcheck.predictable.predictor.Predictor;
import org.theoremcheck.predictable.predictor.Predictor.Forecast;

/** What the bounds on rounding promise: they are kept, they are not needlessly large, and they have the units of what they bound. */
class RoundingBoundsTest {

    private static final MathContext DIGITS = new MathContext(60);

    private static final List<Predictor> ROUNDED = List.of(
            new Predictor.AutoRegression(0.7),
            new Predictor.AutoRegression(-1.9),
            new Predictor.Ema(0.9),
            new Predictor.Ema(0.3),
            new Predictor.Ema(0.99),
            new Predictor.Trend(),
            new Predictor.TrendFromRest());

    /** Gradients of many shapes, all of sizes near 1, and one that stays so long that the slowest mean ends where it rounds to itself. */
    private static List<double[][]> logs() {
        List<double[][]> logs = new ArrayList<>();
        for (int index = 0; index < 12; index++) {
            Draw in = new Draw(3, "rounded", index);
            double drift = index % 3;
            logs.add(Logs.rows(6 + 4 * index, t -> Vectors.map(in.gaussians("gradient", t, 2), g -> drift + g / 4)));
        }
        logs.add(Logs.rows(4000, t -> new double[] {0.7, 0}));
        return logs;
    }

    @Test
    void theErrorOfAHintIsWithinItsBoundAndReachesAFiftiethOfIt() {
        for (Predictor predictor : ROUNDED) {
            double bound = LinearPredictor.of(predictor).hintError();
            double largest = logs().stream()
                    .mapToDouble(log -> errorOfHints(predictor, log))
                    .max()
                    .orElseThrow();

            assertThat(largest).as("%s", predictor).isBetween(bound / 50, bound);
        }
    }

    @Test
    void hintsThatAreCopiesAreExact() {
        for (Predictor predictor : List.of(
                new Predictor.Zero(),
                new Predictor.OneStep(),
                new Predictor.Negated(),
                new Predictor.AutoRegression(1),
                new Predictor.AutoRegression(-1),
                new Predictor.AutoRegression(0))) {
            assertThat(LinearPredictor.of(predictor).hintError()).isZero();
            assertThat(errorOfHints(predictor, logs().get(1))).isZero();
        }
    }

    /** The largest error of a hint, in units roundoff of the largest gradient. */
    private static double errorOfHints(Predictor predictor, double[][] gradients) {
        Forecast forecast = predictor.begin(gradients[0].length);
        LinearPredictor closed = LinearPredictor.of(predictor);
        BigDecimal mean = BigDecimal.ZERO;
        double error = 0;
        for (int t = 0; t < gradients.length; t++) {
            // The first coordinate stands for all: nothing mixes them.
            BigDecimal exact = closed instanceof LinearPredictor.Mean ? mean : combined(closed, gradients, t);
            error = Math.max(
                    error,
                    exact.subtract(new BigDecimal(forecast.hint()[0])).abs().doubleValue());
            if (predictor instanceof Predictor.Ema ema) {
                BigDecimal decay = new BigDecimal(ema.decay());
                mean = mean.multiply(decay)
                        .add(BigDecimal.ONE.subtract(decay).multiply(new BigDecimal(gradients[t][0])), DIGITS);
            }
            forecast.observe(gradients[t]);
        }
        return error / (Rounding.UNIT * Vectors.largest(gradients));
    }

    /** −Σ_{s<t} dₜₛ gₛ over the last two gradients. */
    private static BigDecimal combined(LinearPredictor closed, double[][] gradients, int t) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int s = Math.max(0, t - 2); s < t; s++) {
            sum = sum.subtract(closed.response(t, s).low().multiply(new BigDecimal(gradients[s][0])));
        }
        return sum;
    }

    /** Where all errors of a prediction are one number, and all hints are off by as much in the same direction, P moves by just so much. */
    @Test
    void theBoundOnWhatHintsMoveIsAttained() {
        double[][] gradients = Logs.rows(5, t -> new double[] {-3, -3, -3});
        double units = 0x1p50;
        double each = units * Rounding.UNIT * 3;
        PathLength length = PathLength.of(gradients, constant(2));

        assertThat(length.hintRounding(units))
                .isEqualTo(PathLength.of(gradients, constant(2 + each)).path() - length.path());
    }

    private static Forecast constant(double hint) {
        return new Forecast() {
            @Override
            public double[] hint() {
                return new double[] {hint, hint, hint};
            }

            @Override
            public void observe(double[] gradient) {}
        };
    }

    /** Both sides of each equality, on numbers that round. */
    @Test
    void theTwoSidesOfEqualitiesDifferByAFiveThousandthOfTheBudget() {
        for (Claim<Log, Forecast, ?> claim : List.of(
                KappaIdentities.THEOREM.claim(),
                KappaInvariance.SIMILARITY.claim(),
                KappaInvariance.BLOCKS.claim(),
                KappaMeans.ORDERS.claim())) {
            for (Predictor predictor :
                    List.of(new Predictor.OneStep(), new Predictor.Trend(), new Predictor.Ema(0.9))) {
                double largest = 0;
                for (int index = 0; index < 60; index++) {
                    Draw in = new Draw(5, "rounded", index);
                    double size = List.of(1.0, 1e150, 1e-160).get(index % 3);
                    Log log = new Log(
                            predictor,
                            Logs.rows(1 + index % 5, t -> Vectors.scaled(size, in.gaussians("gradient", t, 3))));
                    Finding finding = claim.judge(log, PathLengthSetting.NAMED);
                    largest = Math.max(largest, Math.abs(finding.measured() - finding.bound()) / finding.budget());
                }
                assertThat(largest).as("%s, %s", claim.id(), predictor).isBetween(1 / 5000.0, 1.0);
            }
        }
    }

    /** Sums of n d products are off by γ_{n+d} of their absolute terms, here alternating ones held against the trend: 16 S on each side. */
    @ParameterizedTest
    @CsvSource({"400, 1", "400, 400", "2, 4000"})
    void theBudgetIsThatOfSumsOfProductsAndNotTenTimesAsLarge(int rounds, int dimension) {
        Log log =
                new Log(new Predictor.Trend(), Logs.rows(rounds, t -> Vectors.filled(dimension, t % 2 == 0 ? 1 : -1)));
        Compare<Sums> identity = (Compare<Sums>) KappaIdentities.THEOREM.claim().statement();
        Sums sums = KappaIdentities.THEOREM.claim().setting().referee().play(log, PathLengthSetting.NAMED);
        Averages averages =
                new Averages(sums.predictor(), rounds, dimension, sums.own().path(), sums.energy(), 0, 0);
        double terms = identity.terms().stream()
                .mapToDouble(term -> Math.abs(term.value().applyAsDouble(sums)))
                .sum();
        double standard = Rounding.gamma(rounds + dimension) * terms;

        assertThat(sums.rounding()).isBetween(standard, 10 * standard);
        assertThat(averages.rounding()).isBetween(standard, 10 * standard);
        // 25 P on each side.
        double ofImages = Rounding.gamma(rounds + dimension) * 50 * sums.own().path();
        assertThat(new KappaInvariance.Images(sums.own(), 0, 0, 0).rounding()).isBetween(ofImages, 10 * ofImages);
    }

    /** A mean so slow that nothing else counts; in all six orders of three equal rows it is one and the same. */
    @Test
    void theBudgetsHaveTheRoundingOfHintsInThem() {
        Log log = Logs.line(new Predictor.Ema(1 - 0x1p-30), 3, 3, 3);
        Sums sums = KappaIdentities.THEOREM.claim().setting().referee().play(log, PathLengthSetting.NAMED);
        Averages averages = KappaMeans.ORDERS.claim().setting().referee().play(log, PathLengthSetting.NAMED);
        double ofHints = sums.own().hintRounding(0x1p32);

        assertThat(sums.rounding() / ofHints).isBetween(1.0, 1.01);
        assertThat(averages.rounding() / ofHints).isBetween(1.0, 1.01);
        assertThat(averages.hintRounding() / ofHints).isBetween(1 - 1e-14, 1 + 1e-14);
    }

    /** Gradients times s: path lengths and what they are compared with grow by s², products of two by s⁴, and budgets with them. */
    @ParameterizedTest
    @ValueSource(doubles = {0x1p-20, 4, 0x1p30})
    void allNumbersOfAClaimHaveTheUnitsOfAPathLength(double scale) {
        for (Predictor predictor : List.of(
                new Predictor.OneStep(),
                new Predictor.AutoRegression(0.7),
                new Predictor.Trend(),
                new Predictor.Ema(0.9))) {
            for (int rounds : new int[] {1, 2, 5}) {
                Draw in = new Draw(7, "scaled", rounds);
                double[][] rows = Logs.rows(rounds, t -> in.gaussians("gradient", t, 3));
                Log log = new Log(predictor, rows);
                Log scaled = log.with(Arrays.stream(rows)
                        .map(row -> Vectors.scaled(scale, row))
                        .toArray(double[][]::new));
                for (Claim<Log, Forecast, ?> claim : List.of(
                        KappaIdentities.THEOREM.claim(),
                        KappaRanges.THEOREM.claim(),
                        KappaRanges.FLOOR.claim(),
                        KappaInvariance.SIMILARITY.claim(),
                        KappaInvariance.BLOCKS.claim(),
                        KappaMeans.NOISE.claim(),
                        KappaMeans.ORDERS.claim())) {
                    assertScaled(claim, log, scaled, scale * scale);
                }
                for (Claim<Log, Forecast, ?> claim : List.of(
                        KappaBestScale.THEOREM.claim(), KappaConvexity.TREND.claim(), KappaConvexity.MEAN.claim())) {
                    assertScaled(claim, log, scaled, scale * scale * scale * scale);
                }
            }
        }
    }

    private static <E> void assertScaled(Claim<Log, Forecast, E> claim, Log log, Log scaled, double factor) {
        Referee<Log, Forecast, E> referee = claim.setting().referee();
        E plain = referee.play(log, PathLengthSetting.NAMED);
        E image = referee.play(scaled, PathLengthSetting.NAMED);
        Compare<E> compare = (Compare<E>) claim.statement();
        String name = "%s, %s".formatted(claim.id(), log.predictor());
        compare.terms()
                .forEach(term -> assertThat(term.value().applyAsDouble(image))
                        .as(name)
                        .isEqualTo(factor * term.value().applyAsDouble(plain)));
        assertThat(compare.rounding().applyAsDouble(plain)).as(name).isPositive();
        assertThat(compare.rounding().applyAsDouble(image) / factor)
                .as(name)
                .isCloseTo(
                        compare.rounding().applyAsDouble(plain),
                        within(1e-24 + 1e-8 * compare.rounding().applyAsDouble(plain)));
        assertThat(compare.magnitude().applyAsDouble(plain)).as(name).isPositive();
        assertThat(compare.magnitude().applyAsDouble(image))
                .as(name)
                .isEqualTo(factor * compare.magnitude().applyAsDouble(plain));
    }
}
