package org.theoremcheck.predictable.regret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.HashSet;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Codec;
import org.theoremcheck.claim.Draw;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Finding;
import org.theoremcheck.numeric.Vectors;
import org.theoremcheck.predictable.geometry.Geometry;
import org.theoremcheck.predictable.geometry.VonNeumann;
import org.theoremcheck.predictable.predictor.Predictor;

class GamesTest {

    private static final Claim<Game, Learner, Play> TWO_STEP = RegretTwoStep.THEOREM.claim();

    @Test
    void aGameReadsBackFromItsTextBitForBit() {
        for (Family<Game> family : all()) {
            for (int index = 0; index < 20; index++) {
                Game game = family.draw(11, index);
                String text = Codec.write(game);
                Game read = Codec.read(text, Game.class);

                assertThat(Codec.write(read)).isEqualTo(text);
                assertThat(read.start()).containsExactly(game.start());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Arena.class)
    void thePathAloneReachesItsConstant(Arena arena) {
        assertThat(largestRatio(arena, "smallest-step", 1)).isBetween(0.999, 1 + 1e-9);
    }

    @ParameterizedTest
    @EnumSource(Arena.class)
    void theDistanceAloneReachesItsConstant(Arena arena) {
        assertThat(largestRatio(arena, "longest", 1)).isBetween(0.999, 1.0);
    }

    @ParameterizedTest
    @EnumSource(Arena.class)
    void thePathAloneLeavesNoDistance(Arena arena) {
        Game game = family(arena, "path-alone").draw(5, 0);
        Play play = new RegretReferee(false).play(game, TwoStep::new);

        assertThat(play.distance()).isZero();
        assertThat(play.path()).isPositive();
    }

    @ParameterizedTest
    @EnumSource(Arena.class)
    void theDistanceAloneLeavesNoPath(Arena arena) {
        Game game = family(arena, "distance-alone").draw(5, 0);
        Play play = new RegretReferee(false).play(game, TwoStep::new);

        assertThat(play.path()).isZero();
        assertThat(play.distance()).isPositive();
    }

    @Test
    void namesOfFamiliesAreUnique() {
        assertThat(all()).extracting(Family::name).doesNotHaveDuplicates();
    }

    @Test
    void realCasesAreStandardizedAndBalancedAsPublished() {
        BreastCancer data = BreastCancer.DATA;

        assertThat(data.features()).hasDimensions(569, 30);
        assertThat(java.util.Arrays.stream(data.labels())
                        .filter(label -> label > 0)
                        .count())
                .isEqualTo(357);
        for (int column = 0; column < 30; column++) {
            double sum = 0;
            double squares = 0;
            for (double[] row : data.features()) {
                sum += row[column];
                squares += row[column] * row[column];
            }
            assertThat(sum).isBetween(-1e-10, 1e-10);
            assertThat(squares).isBetween(569 / 30.0 - 1e-9, 569 / 30.0 + 1e-9);
        }
    }

    @Test
    void partsOfDifferentDimensionsAreRefused() {
        assertThatThrownBy(() -> new Game(
                        RegretSetting.LINE,
                        new double[2],
                        new Steps.Constant(1),
                        Games.gradients(1),
                        RegretSetting.ZERO,
                        RegretSetting.START,
                        1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the adversary has dimension 1, the start has 2");
    }

    @Test
    void aGameWithoutRoundsIsRefused() {
        assertThatThrownBy(() -> Games.line(
                        RegretSetting.LINE, 0, 1, Games.gradients(1), RegretSetting.ZERO, RegretSetting.START, 0))
                .hasMessage("a game has at least one round, got 0");
    }

    /** Hints as drawn, points anywhere: what makes each family what its name says. */
    @ParameterizedTest
    @EnumSource(Arena.class)
    void familiesAreWhatTheirNamesSay(Arena arena) {
        forEach(arena, "path-alone", game -> {
            double[][] pair = ((Adversary.Linear) game.adversary()).gradients();
            assertThat(pair[1]).containsExactly(Vectors.scaled(-1, pair[0]));
            assertThat(game.rounds() % 2).isZero();
            assertThat(game.rounds()).isBetween(2, 40);
        });
        forEach(arena, "distance-alone", game -> {
            assertThat(game.lastStep() * game.rounds()).isBetween(0.1, 4.0);
            assertThat(((Predictor.Announced) game.predictor()).hints())
                    .isEqualTo(((Adversary.Linear) game.adversary()).gradients());
        });
        forEach(arena, "wrong-hint", game -> {
            double[][] hints = ((Predictor.Announced) game.predictor()).hints();
            assertThat(((Adversary.Linear) game.adversary()).gradients())
                    .isDeepEqualTo(new double[][] {Vectors.scaled(-1, hints[0])});
            assertThat(hints).hasNumberOfRows(game.rounds());
            for (int t = 1; t < hints.length; t++) {
                assertThat(hints[t]).containsOnly(0);
            }
        });
        forEach(arena, "homeward", game -> {
            double[] home = ((Comparator.Fixed) game.comparator()).point();
            double[] gradient = ((Adversary.Linear) game.adversary()).gradients()[0];
            assertThat(home).containsExactly(Arena.centre(game.geometry(), game.dimension()));
            boolean started = Vectors.squaredDistance(game.start(), home) < 1e-4;
            double[] way = Vectors.difference(game.start(), home);
            if (started) {
                way[0] = 1;
            }
            assertThat(gradient).containsExactly(way);
        });
    }

    /** Steps of losses keep η‖a‖² at the modulus or 1, and below that only as far as steps are drawn. */
    @ParameterizedTest
    @EnumSource(Arena.class)
    void stepsOfLossesAreDividedByTheLargestFeature(Arena arena) {
        double[] largest = {0};
        forEach(arena, "losses", game -> {
            double[][] rows = game.adversary() instanceof Adversary.Ridge ridge
                    ? ridge.features()
                    : ((Adversary.LargestOf) game.adversary()).pieces();
            double square = Math.max(
                    1,
                    Arrays.stream(rows).mapToDouble(Vectors::squaredNorm).max().orElseThrow());
            double step = game.lastStep() * square / Math.min(1, game.geometry().modulus());
            assertThat(step).isBetween(0.01 * (1 - 1e-12), 1 + 1e-12);
            largest[0] = Math.max(largest[0], step);
        });
        assertThat(largest[0]).isGreaterThan(0.3);
    }

    /** Rows of the data with their labels, all different, with as many cases from each to the next. */
    @Test
    void casesAreDrawnWithoutRepetition() {
        BreastCancer data = BreastCancer.DATA;
        List<double[]> rows = Arrays.asList(data.features());
        forEach(Arena.BALL, "breast-cancer", game -> {
            Adversary.Ridge ridge = (Adversary.Ridge) game.adversary();
            int[] cases =
                    Arrays.stream(ridge.features()).mapToInt(rows::indexOf).toArray();
            assertThat(cases).doesNotHaveDuplicates().hasSize(game.rounds()).doesNotContain(-1);
            for (int t = 0; t < cases.length; t++) {
                assertThat(ridge.targets()[t]).isEqualTo(data.labels()[cases[t]]);
                assertThat(Math.floorMod(cases[t] - cases[0] - t * (cases[1] - cases[0]), 569))
                        .isZero();
            }
        });
    }

    /** D√λ over the first step is L: between the largest surprise and half as much again, or ½ where there is none. */
    @Test
    void theFirstStepStandsForTheLargestSurprise() {
        for (Family<Game> family : Games.bounded()) {
            for (int index = 0; index < Math.min(family.size(), 30); index++) {
                Game game = family.draw(29, index);
                double largest = 0;
                Predictor.Forecast forecast = game.predictor().begin(game.dimension());
                for (int t = 0; t < game.rounds(); t++) {
                    double[] gradient = game.adversary().gradient(t, game.start(), forecast.hint(), new double[0]);
                    largest = Math.max(largest, game.geometry().squaredDualDistance(gradient, forecast.hint()));
                    forecast.observe(gradient);
                }
                double surprise = RegretAdaptiveStep.largestSurprise(game);
                assertThat(surprise * surprise).isCloseTo(largest, within(1e-12 * largest));
                double squaredWidth =
                        game.geometry().modulus() * game.geometry().largestDivergence(game.dimension());
                if (squaredWidth < Double.POSITIVE_INFINITY) {
                    double excess = Math.sqrt(squaredWidth) / game.lastStep() / Math.max(surprise, 0.5);
                    assertThat(excess).as(family.name()).isBetween(1 - 1e-12, 1.5 + 1e-12);
                }
            }
        }
    }

    @Test
    void theWayToTheVertexHasTheLogarithmOfTheDimension() {
        for (int index = 0; index < 20; index++) {
            Game game = Games.towardsVertex().draw(1, index);
            Play play = new RegretReferee(false).play(game, TwoStep::new);

            assertThat(play.path()).isZero();
            assertThat(play.distance() * game.lastStep()).isCloseTo(Math.log(game.dimension()), within(1e-13));
            assertThat(game.geometry().diameter(game.dimension())).isEqualTo(2);
        }
    }

    /** Every kind of hints, comparators, starts and adversaries. */
    @Test
    void drawnGamesAreOfAllKinds() {
        assertThat(kinds("structured", game -> game.predictor().getClass().getSimpleName()))
                .containsExactlyInAnyOrder("Zero", "OneStep", "Ema", "Trend", "Negated", "AutoRegression", "Announced");
        assertThat(kinds("structured", game -> game.comparator().getClass().getSimpleName()))
                .containsExactlyInAnyOrder("Start", "Leader", "BestResponse", "Fixed");
        assertThat(kinds("adaptive", game -> game.adversary().getClass().getSimpleName()))
                .containsExactlyInAnyOrder("SignOfPoint", "AgainstHint", "WorseSign");
        // A trend that is answered by its negative grows without end.
        assertThat(kinds("adaptive", game -> game.adversary().getClass().getSimpleName() + game.predictor()))
                .doesNotContain("AgainstHintTrend[]", "AgainstHintNegated[]")
                .contains("AgainstHintOneStep[]", "WorseSignTrend[]");
        assertThat(kinds("losses", game -> game.adversary() instanceof Adversary.Ridge ridge ? ridge.link() : "pieces"))
                .containsExactlyInAnyOrder(Link.SQUARE, Link.LOGISTIC, Link.ABSOLUTE, Link.HINGE, "pieces");
        assertThat(kinds(
                        "losses",
                        game -> game.adversary() instanceof Adversary.Ridge ridge
                                && (ridge.link() == Link.LOGISTIC || ridge.link() == Link.HINGE)
                                && !Arrays.stream(ridge.targets()).allMatch(label -> Math.abs(label) == 1)))
                .containsExactly(false);
        assertThat(kinds(
                        "structured",
                        game -> Arrays.equals(game.start(), Arena.centre(game.geometry(), game.dimension()))))
                .containsExactlyInAnyOrder(true, false);
    }

    /** Rounds and coordinates where they are cheap, steps that are not tiny, and starts a step from the centre. */
    @ParameterizedTest
    @EnumSource(Arena.class)
    void steadyGamesAreOfModerateSize(Arena arena) {
        List<Family<Game>> families = Games.steady(arena, Arena.BALL);
        IntSummaryStatistics rounds = new IntSummaryStatistics();
        IntSummaryStatistics dimensions = new IntSummaryStatistics();
        DoubleSummaryStatistics steps = new DoubleSummaryStatistics();
        Set<Geometry> geometries = new HashSet<>();
        boolean repeated = false;
        for (int index = 0; index < 200; index++) {
            Game game = families.get(0).draw(41, index);
            rounds.accept(game.rounds());
            dimensions.accept(game.dimension());
            steps.accept(game.lastStep());
            repeated |= ((Adversary.Linear) game.adversary()).gradients().length < game.rounds();
            if (game.dimension() == arena.smallestDimension()) {
                geometries.add(game.geometry());
            }
        }
        boolean large = arena.ofAnyDimension();
        double longest = arena == Arena.BINARY_ENTROPY ? 0.1 : 1;
        assertThat(families).hasSize(2);
        // Gradients that repeat are no independent ones.
        assertThat(repeated).isEqualTo(!large);
        assertThat(rounds.getMin()).isEqualTo(large ? 4 : 1);
        assertThat(rounds.getMax()).isEqualTo(large ? 30 : arena == Arena.SPECTRAPLEX ? 6 : 10);
        assertThat(dimensions.getMax()).isEqualTo(large ? 20 : arena == Arena.SPECTRAPLEX ? 6 : 3);
        assertThat(steps.getMin()).isGreaterThan(arena == Arena.BINARY_ENTROPY ? 0.05 : 0.2);
        assertThat(steps.getMax()).isBetween(0.9 * longest, longest);
        if (arena == Arena.EUCLID) {
            assertThat(geometries).hasSizeGreaterThan(1);
        } else if (arena != Arena.MAHALANOBIS && arena != Arena.ELLIPSOID) {
            assertThat(geometries).containsExactly(arena.plain(arena.smallestDimension()));
        }
    }

    @Test
    void gamesAreTunedInEachArenaAndTheWayIsLongWhereRoundsAreCheap() {
        assertThat(Games.tuned()).hasSize(Arena.values().length + 1);
        for (Arena arena : Arena.values()) {
            int[] longest = {0};
            forEach(arena, "distance-alone", game -> longest[0] = Math.max(longest[0], game.rounds()));
            assertThat(longest[0]).isEqualTo(arena.ofAnyDimension() ? 128 : 16);
        }
    }

    /** The logarithm of a matrix is known no better than its smallest eigenvalue. */
    @Test
    void matricesStartNearTheirCentre() {
        for (String name : List.of("structured", "adaptive", "losses")) {
            Family<Game> family = family(Arena.SPECTRAPLEX, name);
            Set<Boolean> central = new HashSet<>();
            for (int index = 0; index < 20; index++) {
                Game game = family.draw(1, index);
                double[] centre = Arena.centre(game.geometry(), game.dimension());
                Draw in = new Draw(1, family.name(), index);
                central.add(Arrays.equals(game.start(), centre));
                assertThat(game.start()).isIn(centre, Arena.near(in, "start", game.geometry(), game.dimension(), 0.25));
            }
            assertThat(central).hasSize(name.equals("losses") ? 1 : 2);
        }
        assertThat(kinds(
                        "losses", game -> Arrays.equals(game.start(), Arena.centre(game.geometry(), game.dimension()))))
                .hasSize(2);
    }

    private static Set<Object> kinds(String family, Function<Game, Object> kind) {
        Set<Object> kinds = new HashSet<>();
        for (int index = 0; index < 200; index++) {
            kinds.add(kind.apply(family(Arena.BALL, family).draw(31, index)));
        }
        return kinds;
    }

    private static void forEach(Arena arena, String family, Consumer<Game> check) {
        Family<Game> games = family(arena, family);
        for (int index = 0; index < 30; index++) {
            check.accept(games.draw(37, index));
        }
    }

    @Test
    void gamesThatDoNotFitTogetherAreRefused() {
        Steps one = new Steps.Constant(1);
        Adversary sign = new Adversary.SignOfPoint(1);
        assertRefused(
                "the start is a finite vector of at least one number",
                () -> new Game(
                        RegretSetting.LINE, new double[0], one, sign, RegretSetting.ZERO, RegretSetting.START, 1));
        assertRefused(
                "the start is a finite vector of at least one number",
                () -> Games.line(RegretSetting.LINE, Double.NaN, 1, sign, RegretSetting.ZERO, RegretSetting.START, 1));
        assertRefused(
                "the geometry VonNeumann has no points of dimension 2",
                () -> new Game(new VonNeumann(), new double[2], one, sign, RegretSetting.ZERO, RegretSetting.START, 1));
        assertRefused(
                "the announced hints has dimension 2, the start has 1",
                () -> Games.line(
                        RegretSetting.LINE,
                        0,
                        1,
                        sign,
                        new Predictor.Announced(new double[][] {{1}, {1, 2}}),
                        RegretSetting.START,
                        1));
        assertRefused(
                "the comparator has dimension 2, the start has 1",
                () -> Games.line(RegretSetting.LINE, 0, 1, sign, RegretSetting.ZERO, Games.at(1, 2), 1));
        assertRefused(
                "the comparator is a finite vector",
                () -> Games.line(RegretSetting.LINE, 0, 1, sign, RegretSetting.ZERO, Games.at(Double.NaN), 1));
        assertRefused("a step is a finite number, got NaN", () -> new Steps.Constant(Double.NaN));
        assertRefused("listed steps are at least one finite number", () -> new Steps.Listed(new double[0]));
        assertRefused(
                "listed steps are at least one finite number", () -> new Steps.Listed(new double[] {1, Double.NaN}));
    }

    private static void assertRefused(String message, ThrowingCallable construction) {
        assertThatIllegalArgumentException().isThrownBy(construction).withMessage(message);
    }

    @Test
    void theLastStepListedIsKept() {
        Steps listed = new Steps.Listed(new double[] {3, 2});

        assertThat(new double[] {listed.at(0), listed.at(1), listed.at(2), listed.at(9)})
                .containsExactly(3, 2, 2, 2);
    }

    @Test
    void comparatorsAreThePointsDescribed() {
        Game interval = Games.line(
                RegretSetting.INTERVAL, 0.5, 0.125, Games.gradients(1), RegretSetting.ZERO, RegretSetting.START, 2);
        Game line = Games.line(
                RegretSetting.LINE, 0.5, 0.125, Games.gradients(1), RegretSetting.ZERO, RegretSetting.START, 2);
        double[] total = {2};

        assertThat(new Comparator.Start().point(interval, total)).containsExactly(0.5);
        assertThat(new Comparator.Leader().point(interval, total)).containsExactly(0.25);
        assertThat(new Comparator.BestResponse().point(interval, total)).containsExactly(-1);
        assertThat(new Comparator.BestResponse().point(line, total)).containsExactly(0.5);
        assertThat(new Comparator.Fixed(new double[] {0.75}).point(line, total)).containsExactly(0.75);
    }

    private static double largestRatio(Arena arena, String name, int instances) {
        Family<Game> family = family(arena, name);
        double largest = 0;
        for (int index = 0; index < instances && largest < 0.999; index++) {
            Finding finding = TWO_STEP.judge(family.draw(13, index), TwoStep::new);
            largest = Math.max(largest, (finding.measured() - finding.budget()) / finding.bound());
        }
        return largest;
    }

    private static Family<Game> family(Arena arena, String name) {
        return Games.everywhere().stream()
                .filter(candidate -> candidate.name().equals(arena.group() + "/" + name))
                .findFirst()
                .orElseThrow();
    }

    private static List<Family<Game>> all() {
        List<Family<Game>> families = new ArrayList<>(Games.everywhere());
        families.addAll(Games.steady(Arena.values()));
        families.addAll(Games.tuned());
        families.add(Games.towardsVertex());
        return families;
    }
}
