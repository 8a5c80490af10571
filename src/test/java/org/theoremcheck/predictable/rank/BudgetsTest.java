package org.theoremcheck.predictable.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.theoremcheck.claim.Draw;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Setting;
import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.numeric.Enclosures;
import org.theoremcheck.numeric.Vectors;
import org.theoremcheck.predictable.rank.TailEnergyStability.Drift;
import org.theoremcheck.predictable.rank.TailEnergyStability.Pair;

/** Every budget covers what it is for, where that is the largest of its parts, and is no more than the roundings that there are. */
class BudgetsTest {

    private static final double UNIT = 0x1p-53;

    /** Two factors that take each other away: what is left is that of the first r, after a detour of this size. */
    private record Detour(TruncatedSvd svd, double size) implements IncrementPredictor {

        Detour(double size) {
            this(new TruncatedSvd(), size);
        }

        @Override
        public void observe(double[] gradient) {
            svd.observe(gradient);
        }

        @Override
        public int rank(double epsilon) {
            return 2;
        }

        @Override
        public double[] direction(int k) {
            double[] direction = svd.direction(0);
            for (int i = 0; i < direction.length; i++) {
                direction[i] = k == 0 ? size / 3 : direction[i] - size / 3;
            }
            return k < 2 ? direction : new double[direction.length];
        }

        @Override
        public double[] weights(int k) {
            return svd.weights(0);
        }
    }

    /** Off by a part of the distance that a stable decomposition may be off: a multiple of the first triplet. */
    private record Off(TruncatedSvd svd, double distance) implements IncrementPredictor {

        @Override
        public void observe(double[] gradient) {
            svd.observe(gradient);
        }

        @Override
        public int rank(double epsilon) {
            return svd.rank(epsilon);
        }

        @Override
        public double[] direction(int k) {
            double[] direction = svd.direction(k);
            return k == 0 ? Vectors.scaled(1 + distance / Vectors.norm(direction), direction) : direction;
        }

        @Override
        public double[] weights(int k) {
            return svd.weights(k);
        }
    }

    private static double off(Enclosure exact, double value) {
        return exact.minus(Enclosure.of(value)).abs().high().doubleValue();
    }

    /** The log drawn, from another start and with other hints, rivals and predictors. */
    private static Log log(int index, double start, double hint, double detour) {
        Draw in = new Draw(3, "budgets", index);
        double[][] rows = new double[8][];
        double[][] gradients = new double[9][];
        gradients[0] = Vectors.scaled(start, in.gaussians("start", 0, 7));
        for (int t = 0; t < 8; t++) {
            rows[t] = in.gaussians("row", t, 7);
            gradients[t + 1] = Vectors.scaled(1, gradients[t]);
            for (int i = 0; i < 7; i++) {
                gradients[t + 1][i] += rows[t][i];
            }
        }
        double[] first = gradients[0].clone();
        double[] beside = in.gaussians("hint", 0, 7);
        for (int i = 0; i < 7; i++) {
            first[i] += hint * beside[i];
        }
        double[] spectrum = ExactSpectrum.propose(rows).getSingularValues();
        Detour rival = new Detour(detour);
        for (double[] gradient : gradients) {
            rival.observe(gradient);
        }
        Factors factors = detour == 0
                ? Factors.NONE
                : new Factors(
                        new double[][] {rival.direction(0), rival.direction(1)},
                        new double[][] {rival.weights(0), rival.weights(1)});
        return new Log(gradients, first, 2, 0.25, spectrum, factors);
    }

    /** Errors in units of the budget that is to cover them. */
    private static Map<String, Double> shares(Log log, IncrementPredictor one, IncrementPredictor other) {
        Approximation seen = new RankReferee().play(log, any -> one);
        Map<String, Enclosure> exact = new ExactRank().play(log, any -> other);
        Approximation.Budgets budgets = seen.budgets();
        Map<String, Double> shares = new HashMap<>();
        shares.put("first", off(exact.get("first"), seen.first()) / budgets.value());
        shares.put("path", off(exact.get("path"), seen.path()) / budgets.value());
        shares.put("tail", off(exact.get("tail"), seen.tail()) / budgets.value());
        shares.put("path in minimum", off(exact.get("path"), seen.path()) / budgets.minimum());
        shares.put("rival", off(exact.get("rival"), seen.rival()) / budgets.minimum());
        shares.put("sufficient", off(exact.get("path-at-rank"), seen.pathAtPredictableRank()) / budgets.sufficient());
        shares.put("necessary", off(exact.get("tail-before"), seen.tailBefore()) / budgets.necessary());
        return shares;
    }

    /** The largest shares for predictors and rivals that take a detour of a size, on five logs. */
    private static Map<String, Double> largest(double start, double hint, double detour, double ofRival) {
        Map<String, Double> largest = new HashMap<>();
        for (int index = 0; index < 5; index++) {
            Log log = log(index, start, hint, ofRival);
            shares(log, predictor(detour), predictor(detour)).forEach((name, share) -> {
                assertThat(share).as(name).isBetween(0.0, 1.0);
                largest.merge(name, share, Math::max);
            });
        }
        return largest;
    }

    private static IncrementPredictor predictor(double detour) {
        return detour == 0 ? new TruncatedSvd() : new Detour(detour);
    }

    @Test
    void aBudgetCoversTheLargestOfItsPartsAndIsNotMuchLarger() {
        Map<String, Double> plain = largest(1, 0, 0, 0);
        Map<String, Double> start = largest(1e6, 0, 0, 0);
        Map<String, Double> hint = largest(1, 1e5, 0, 0);
        Map<String, Double> detour = largest(1, 0, 1e4, 0);
        Map<String, Double> rival = largest(1, 0, 0, 1e5);

        assertThat(plain.get("tail")).isGreaterThan(1e-3);
        assertThat(start.get("tail")).isGreaterThan(0.01);
        assertThat(start.get("necessary")).isGreaterThan(0.005);
        assertThat(hint.get("path")).isGreaterThan(0.02);
        assertThat(hint.get("rival")).isGreaterThan(0.02);
        assertThat(hint.get("sufficient")).isGreaterThan(0.01);
        assertThat(detour.get("path")).isGreaterThan(0.01);
        assertThat(detour.get("path in minimum")).isGreaterThan(0.001);
        assertThat(detour.get("sufficient")).isGreaterThan(0.01);
        assertThat(rival.get("rival")).isGreaterThan(0.002);
    }

    @Test
    void noBudgetIsMoreThanAThousandRoundingsOfTheLongerSide() {
        for (Family<Log> family : Logs.everywhere()) {
            for (int index = 0; index < 20; index++) {
                Log log = family.draw(19, index);
                Approximation seen = new RankReferee().play(log, any -> new TruncatedSvd());
                int longer = Math.max(log.firstHint().length, log.gradients().length);
                double most = 1000 * longer * UNIT * (seen.magnitude() + seen.rival());

                assertThat(seen.budgets().value()).isBetween(0.0, most);
                assertThat(seen.budgets().minimum()).isBetween(0.0, 2 * most);
                assertThat(seen.budgets().sufficient()).isBetween(0.0, most);
                assertThat(seen.budgets().necessary()).isBetween(0.0, most);
            }
        }
    }

    /** ‖H − Ĥ‖ with all factors is the backward error itself. */
    @Test
    void theDecompositionIsAsStableAsItIsSaidToBeAndNotTwoHundredTimesAsStable() {
        for (int[] size : new int[][] {{2, 2}, {6, 6}, {1, 12}, {12, 1}, {15, 15}}) {
            double largest = 0;
            for (int index = 0; index < (size[0] > 12 ? 1 : 6); index++) {
                Draw in = new Draw(5, "stability", index);
                double[][] gradients = new double[size[0] + 1][size[1]];
                for (int t = 1; t <= size[0]; t++) {
                    gradients[t] = Vectors.scaled(t % 2, in.gaussians("row", t, size[1]));
                }
                Increments increments = Increments.of(gradients);
                int full = increments.fullRank();
                Factors factors =
                        Answers.of(new TruncatedSvd(), gradients, 0, full).factors();
                Enclosure[][] rest = ExactIncrements.of(gradients, 1).without(factors, full);
                double error = Enclosures.squaredNorm(rest).sqrt().high().doubleValue();

                assertThat(error).isLessThanOrEqualTo(increments.stability());
                largest = Math.max(largest, error / increments.stability());
            }
            assertThat(largest).as(size[0] + " x " + size[1]).isGreaterThan(0.005);
        }
    }

    /** Gradients summed from planned increments. */
    @Test
    void summedGradientsHaveThePlannedIncrementsUpToTheirSummation() {
        double largest = 0;
        for (int index = 0; index < 20; index++) {
            Draw in = new Draw(7, "summation", index);
            double[][] gradients = new double[9][4];
            gradients[0] = Vectors.scaled(1000, in.gaussians("start", 0, 4));
            Enclosure off = Enclosure.ZERO;
            for (int t = 1; t < 9; t++) {
                double[] planned = in.gaussians("row", t, 4);
                for (int i = 0; i < 4; i++) {
                    gradients[t][i] = gradients[t - 1][i] + planned[i];
                    off = off.plus(Enclosure.of(gradients[t][i])
                            .minus(Enclosure.of(gradients[t - 1][i]))
                            .minus(Enclosure.of(planned[i]))
                            .squared());
                }
            }
            double share =
                    off.sqrt().high().doubleValue() / Increments.of(gradients).summation();
            assertThat(share).isLessThanOrEqualTo(1);
            largest = Math.max(largest, share);
        }
        assertThat(largest).isGreaterThan(0.25);
    }

    @Test
    void plantingCoversTheMirrorsAndIsNotSeveralHundredTimesAsMuch() {
        Family<Log> family = Logs.everywhere().get(0);
        double largest = 0;
        for (int index = 0; index < 50; index++) {
            Log log = family.draw(29, index);
            Increments increments = Increments.of(log.gradients());
            Enclosure[] values = ExactIncrements.of(log.gradients(), 1).singularValues();
            Enclosure off = Enclosure.ZERO;
            for (int i = 0; i < values.length; i++) {
                off = off.plus(values[i].minus(Enclosure.of(log.spectrum()[i])).squared());
            }
            double share = off.sqrt().low().doubleValue() / RankReferee.planting(increments);
            assertThat(share).isBetween(0.0, 1.0);
            largest = Math.max(largest, share);
        }
        assertThat(largest).isGreaterThan(0.003);
    }

    /** Squares that are lost one by one beside a first that is 1, and factors that take each other away. */
    @Test
    void theErrorOfWhatIsLeftIsThatOfItsSumOrThatOfItsFactors() {
        double[][] gradients = new double[400][1];
        for (int t = 1; t < 400; t++) {
            gradients[t][0] = gradients[t - 1][0] + (t == 1 ? 1 : t % 2 == 0 ? 0x1p-27 : -0x1p-27);
        }
        Residue lost = new Residue(Increments.of(gradients));
        double exact = Enclosures.squaredNorm(ExactIncrements.of(gradients, 1).rows())
                .sqrt()
                .middle();
        double off = Math.abs(Math.sqrt(lost.squares()) - exact) / lost.error();
        assertThat(off).isBetween(0.2, 1.0);

        double largest = 0;
        for (int index = 0; index < 20; index++) {
            Log log = log(index, 1, 0, 1e5);
            Residue residue = Residue.of(Increments.of(log.gradients()), log.rival());
            double norm = Enclosures.squaredNorm(
                            ExactIncrements.of(log.gradients(), 1).without(log.rival(), 2))
                    .sqrt()
                    .middle();
            double share = Math.abs(Math.sqrt(residue.squares()) - norm) / residue.error();
            assertThat(share).isLessThanOrEqualTo(1);
            largest = Math.max(largest, share);
        }
        assertThat(largest).isGreaterThan(0.005);
    }

    /** 0.3 − 3 · 0.1 is all rounding: what is left is 2⁻⁵⁴, and in doubles −2⁻⁵⁴. */
    @Test
    void theErrorOfAFactorThatLeavesNearlyNothingIsThatOfTheFactor() {
        double[][] gradients = {{0}, {0.3}};
        Factors factors = new Factors(new double[][] {{0.1}}, new double[][] {{3}});
        Residue residue = Residue.of(Increments.of(gradients), factors);
        Enclosure exact = ExactIncrements.of(gradients, 1).without(factors, 1)[0][0];
        double left = Math.sqrt(residue.squares());

        assertThat(Math.max(off(exact, left), off(exact, -left)) / residue.error())
                .isBetween(0.02, 1.0);
    }

    /** Of rank one, so that all that is left at rank one is what the predictor is off by. */
    @Test
    void aPredictorThatIsOffByItsStabilityIsAcceptedAndOneThatIsOffTenTimesAsFarIsNot() {
        double[][] gradients = {{0, 0, 0}, {1, 2, 2}, {3, 6, 6}, {2, 4, 4}};
        double stability = Increments.of(gradients).stability();
        Pair pair = new Pair(gradients, gradients, 1);
        var claim = TailEnergyStability.THEOREM.claim();
        for (int which = 0; which < 2; which++) {
            for (double factor : new double[] {0.99, 10}) {
                int late = which;
                int[] begun = {0};
                boolean holds = claim.judge(
                                        pair,
                                        any -> begun[0]++ == late
                                                ? new Off(new TruncatedSvd(), factor * stability)
                                                : new TruncatedSvd())
                                .verdict()
                        == org.theoremcheck.claim.Verdict.HOLDS;

                assertThat(holds).isEqualTo(factor < 1);
            }
        }
    }

    @Test
    void pairsInDoublesAreWithinTheirBudgetOfTheEnclosedOnes() {
        Setting<Pair, IncrementPredictor, Drift> setting =
                TailEnergyStability.THEOREM.claim().setting();
        for (Family<Pair> family : setting.families()) {
            for (int index = 0; index < (family.name().endsWith("large") ? 1 : 10); index++) {
                Pair pair = family.draw(11, index);
                Drift drift = setting.referee().play(pair, any -> new TruncatedSvd());
                Map<String, Enclosure> exact = setting.exact().orElseThrow().play(pair, any -> new TruncatedSvd());
                int longer = Math.max(pair.gradients().length, pair.gradients()[0].length);
                double size = drift.magnitude();

                assertThat(off(exact.get("gap"), drift.gap())).isLessThanOrEqualTo(drift.rounding());
                assertThat(off(exact.get("distance"), drift.distance())).isLessThanOrEqualTo(drift.rounding());
                assertThat(off(exact.get("squared-gap"), drift.squaredGap()))
                        .isLessThanOrEqualTo(2 * size * drift.rounding());
                assertThat(off(exact.get("squared-distance"), drift.distance() * drift.distance()))
                        .isLessThanOrEqualTo(4 * size * drift.rounding());
                assertThat(drift.rounding()).isLessThanOrEqualTo(200 * longer * UNIT * size);
            }
        }
    }

    /** One of the two logs takes a detour, which is then all of the budget. */
    @Test
    void theDetourOfEitherLogIsCovered() {
        double[][] gradients = log(0, 1, 0, 0).gradients();
        double[][] others = log(1, 1, 0, 0).gradients();
        Setting<Pair, IncrementPredictor, Drift> setting =
                TailEnergyStability.THEOREM.claim().setting();
        Pair pair = new Pair(gradients, others, 2);
        for (int which = 0; which < 2; which++) {
            int late = which;
            int[] begun = {0, 0};
            Drift drift =
                    setting.referee().play(pair, any -> begun[0]++ == late ? new Detour(1e6) : new TruncatedSvd());
            Map<String, Enclosure> exact = setting.exact()
                    .orElseThrow()
                    .play(pair, any -> begun[1]++ == late ? new Detour(1e6) : new TruncatedSvd());

            assertThat(off(exact.get("gap"), drift.gap()) / drift.rounding()).isBetween(1e-4, 1.0);
        }
        assertThat(setting.referee().play(pair, any -> new TruncatedSvd()).magnitude())
                .isCloseTo(
                        Math.sqrt(Increments.of(gradients).gradientEnergy()
                                + Increments.of(others).gradientEnergy()),
                        within(1e-12));
    }

    @Test
    void whatASquareIsOffIsTheDifferenceOfTwoSquares() {
        List<Double> sizes = new ArrayList<>(List.of(0.0, 0.25, 3.0));
        for (double a : sizes) {
            for (double error : sizes) {
                assertThat(Increments.ofSquare(a, error)).isEqualTo((a + error) * (a + error) - a * a);
            }
        }
    }
}
