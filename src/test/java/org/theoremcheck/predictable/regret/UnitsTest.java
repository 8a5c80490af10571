package org.theoremcheck.predictable.regret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.theoremcheck.claim.Draw;
import org.theoremcheck.numeric.Vectors;
import org.theoremcheck.predictable.geometry.Domain;
import org.theoremcheck.predictable.geometry.Euclidean;
import org.theoremcheck.predictable.geometry.Geometry;
import org.theoremcheck.predictable.geometry.Mahalanobis;
import org.theoremcheck.predictable.geometry.NormBall;
import org.theoremcheck.predictable.geometry.PNorm;
import org.theoremcheck.predictable.predictor.Predictor;

/**
 * Losses, points and Φ have a unit each, and multiplying by powers of two is exact: everything that the referees see grows by the power of
 * the units that it is made of, and so do the bounds on its rounding.
 */
class UnitsTest {

    /** Losses times s, and steps divided by it: the points stay. */
    @ParameterizedTest
    @EnumSource(Arena.class)
    void regretsAndTheirBoundsHaveTheUnitOfTheLosses(Arena arena) {
        for (Adversary adversary : adversaries(dimension(arena))) {
            Game game = game(arena.plain(dimension(arena)), arena, adversary, 1, 0.25, 1);
            for (double s : new double[] {0.5, 16}) {
                Game scaled = new Game(
                        game.geometry(),
                        game.start(),
                        new Steps.Constant(0.25 / s),
                        scaled(adversary, s),
                        scaled(game.predictor(), s),
                        game.comparator(),
                        game.rounds());
                assertGrown(game, scaled, s, 1);
            }
        }
    }

    /** Points, domain and losses' slopes times s: Φ and regrets grow by s². */
    @ParameterizedTest
    @ValueSource(doubles = {0.5, 16})
    void squaredNormsHaveTheUnitOfThePoints(double s) {
        double[][] factor = {{1}, {0.5, 0.75}};
        List<List<Geometry>> pairs = List.of(
                List.of(new Euclidean(new Domain.Space()), new Euclidean(new Domain.Space())),
                List.of(new Euclidean(new Domain.Ball(0.5), 2), new Euclidean(new Domain.Ball(0.5 * s), 2)),
                List.of(new Euclidean(new Domain.Box(-1, 2)), new Euclidean(new Domain.Box(-s, 2 * s))),
                List.of(new PNorm(1.5), new PNorm(1.5)),
                List.of(new NormBall(new PNorm(1.5), 1), new NormBall(new PNorm(1.5), s)),
                List.of(new Mahalanobis(factor), new Mahalanobis(factor)),
                List.of(new NormBall(new Mahalanobis(factor), 1), new NormBall(new Mahalanobis(factor), s)));
        for (List<Geometry> pair : pairs) {
            for (Adversary adversary : adversaries(2)) {
                Game game = game(pair.get(0), Arena.EUCLID, adversary, 1, 0.25, 1);
                Game scaled = game(pair.get(1), Arena.EUCLID, scaled(adversary, s), s, 0.25, s);
                assertGrown(game, scaled, s * s, s);
            }
        }
    }

    /** Φ and steps times s: nothing changes. */
    @ParameterizedTest
    @ValueSource(doubles = {0.25, 8})
    void theWeightOfPhiIsDividedOutOfSteps(double s) {
        for (Domain domain : List.of(new Domain.Space(), new Domain.Ball(0.5), new Domain.Box(-1, 2))) {
            for (Adversary adversary : adversaries(2)) {
                Game game = game(new Euclidean(domain), Arena.EUCLID, adversary, 1, 0.25, 1);
                Game scaled = game(new Euclidean(domain, s), Arena.EUCLID, adversary, 1, 0.25 * s, 1);
                Map<String, Double> plain = seen(game);
                Map<String, Double> image = seen(scaled);
                plain.forEach((name, value) -> {
                    double factor = switch (name) {
                        case "variant euclidean", "variant unit modulus" -> s;
                        case "variant diameter" -> 1 / s;
                        default -> 1;
                    };
                    // Adaptive steps are counted as if λ were at most 1.
                    if (!name.equals("rounding of adaptive") || s > 1) {
                        assertThat(image.get(name)).as(name).isCloseTo(factor * value, Percentage.withPercentage(1e-9));
                    }
                });
            }
        }
    }

    /** The factor of a Mahalanobis norm times s, points divided by it and gradients times it: nothing changes where there is no surprise. */
    @ParameterizedTest
    @ValueSource(doubles = {0.25, 8})
    void theFactorOfANormIsDividedOutOfPoints(double s) {
        double[][] factor = {{1}, {0.5, 0.75}};
        double[][] gradients = Shape.GAUSSIAN.rows(new Draw(3, "units", 0), 4, 2);
        Map<String, Double> image = seen(expected(new Mahalanobis(scaled(s, factor)), scaled(s, gradients), 1 / s));
        seen(expected(new Mahalanobis(factor), gradients, 1)).forEach((name, value) -> {
            if (!name.startsWith("variant")) {
                assertThat(image.get(name)).as(name).isCloseTo(value, Percentage.withPercentage(1e-9));
            }
        });
    }

    /** A game with m = g. */
    private static Game expected(Geometry geometry, double[][] gradients, double ofStart) {
        return new Game(
                geometry,
                Vectors.scaled(ofStart, new double[] {0.3, -0.4}),
                new Steps.Constant(0.25),
                new Adversary.Linear(gradients),
                new Predictor.Announced(gradients),
                new Comparator.Leader(),
                4);
    }

    private static void assertGrown(Game game, Game scaled, double ofValues, double ofPoints) {
        Map<String, Double> plain = seen(game);
        Map<String, Double> image = seen(scaled);
        plain.forEach((name, value) -> {
            if (name.contains("rounding")) {
                assertThat(value).as(name).isPositive();
            }
            double factor = switch (name) {
                case "variant unsquared" -> ofPoints;
                case "distance of twins", "size of twins", "rounding of twins" -> ofPoints;
                default -> ofValues;
            };
            assertThat(image.get(name))
                    .as("%s, %s", name, game.geometry())
                    .isCloseTo(factor * value, Percentage.withPercentage(name.contains("ounding") ? 1e-9 : 1e-11));
        });
    }

    private static int dimension(Arena arena) {
        return Math.max(2, arena.smallestDimension());
    }

    private static List<Adversary> adversaries(int dimension) {
        double[][] rows = Shape.GAUSSIAN.rows(new Draw(3, "units", 0), 4, dimension);
        return List.of(new Adversary.Linear(rows), new Adversary.WorseSign(rows), new Adversary.LargestOf(rows));
    }

    private static Game game(
            Geometry geometry, Arena arena, Adversary adversary, double ofStart, double step, double ofLosses) {
        int dimension = arena == Arena.EUCLID ? 2 : dimension(arena);
        double[][] hints = Shape.GAUSSIAN.rows(new Draw(4, "units", 0), 4, dimension);
        double[] start = Arena.near(
                new Draw(5, "units", 0), "start", arena == Arena.EUCLID ? arena.plain(2) : geometry, dimension, 0.25);
        return new Game(
                geometry,
                Vectors.scaled(ofStart, start),
                new Steps.Constant(step),
                adversary,
                scaled(new Predictor.Announced(hints), ofLosses),
                new Comparator.Leader(),
                4);
    }

    private static Adversary scaled(Adversary adversary, double s) {
        if (adversary instanceof Adversary.Linear linear) {
            return new Adversary.Linear(scaled(s, linear.gradients()));
        }
        return adversary instanceof Adversary.WorseSign worse
                ? new Adversary.WorseSign(scaled(s, worse.directions()))
                : new Adversary.LargestOf(scaled(s, ((Adversary.LargestOf) adversary).pieces()));
    }

    private static Predictor scaled(Predictor predictor, double s) {
        return new Predictor.Announced(scaled(s, ((Predictor.Announced) predictor).hints()));
    }

    private static double[][] scaled(double s, double[][] rows) {
        return Arrays.stream(rows).map(row -> Vectors.scaled(s, row)).toArray(double[][]::new);
    }

    /** All that referees see, by name, but what is infinite. */
    private static Map<String, Double> seen(Game game) {
        Map<String, Double> seen = new LinkedHashMap<>();
        Play play = new RegretReferee(true).play(game, TwoStep::new);
        seen.put("regret", play.regret());
        seen.put("linear", play.linear());
        seen.put("distance", play.distance());
        seen.put("range", play.range());
        seen.put("path", play.path());
        seen.put("tuned", play.tuned());
        seen.put("rounding", play.rounding());
        seen.put("magnitude", play.magnitude());
        Variants variants = play.variants();
        seen.put("variant unsquared", variants.unsquared());
        seen.put("variant supremum", variants.supremum());
        seen.put("variant euclidean", variants.euclidean());
        seen.put("variant unit modulus", variants.unitModulus());
        seen.put("variant ahead", variants.ahead());
        seen.put("variant without first", variants.withoutFirst());
        seen.put("variant without last", variants.withoutLast());
        seen.put("variant from first", variants.fromFirst());
        seen.put("variant diameter", variants.diameter());
        MirrorPlay mirror = new MirrorReferee().play(game, TwoStep::new);
        seen.put("end", mirror.end());
        seen.put("before", mirror.before());
        seen.put("after", mirror.after());
        seen.put("stability", mirror.stability());
        seen.put("rounding of stability", mirror.stabilityRounding());
        seen.put("surprise", mirror.surprise());
        seen.put("symmetric", mirror.symmetric());
        seen.put("rounding of mirror", mirror.rounding());
        seen.put("magnitude of mirror", mirror.magnitude());
        seen.put("rounding of hints", mirror.hintRounding());
        seen.put("magnitude of hints", mirror.hintMagnitude());
        if (game.geometry().largestDivergence(game.dimension()) < Double.POSITIVE_INFINITY) {
            AdaptivePlay adaptive = AdaptivePlay.of(game, play);
            seen.put("width", adaptive.width());
            seen.put("surprises", adaptive.surprises());
            seen.put("rounding of adaptive", adaptive.rounding());
        }
        if (game.adversary() instanceof Adversary.Linear) {
            TwinReferee.Distance twins =
                    new TwinReferee().play(new Twins(game, Twins.Other.LEADER), twin -> new TwoStep(twin.game()));
            seen.put("distance of twins", twins.moved());
            seen.put("size of twins", twins.size());
            seen.put("rounding of twins", twins.rounding());
        }
        seen.values().removeIf(value -> !Double.isFinite(value));
        return seen;
    }
}
