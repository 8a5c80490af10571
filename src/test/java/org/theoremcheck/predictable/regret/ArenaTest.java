package org.theoremcheck.predictable.regret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.EnumMap;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Draw;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Finding;
import org.theoremcheck.claim.Verdict;
import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.numeric.Vectors;
import org.theoremcheck.predictable.geometry.Geometry;
import org.theoremcheck.predictable.geometry.Mahalanobis;
import org.theoremcheck.predictable.geometry.NormBall;
import org.theoremcheck.predictable.geometry.SquaredNorm;
import org.theoremcheck.predictable.predictor.Predictor;

/** Every mirror map in play. */
class ArenaTest {

    private static final List<Claim<Game, Learner, Play>> BOUNDS =
            List.of(RegretTwoStep.THEOREM.claim(), RegretOneStep.THEOREM.claim());

    /** Each constant alone: the step that is small and surprises only, and the long way without any. */
    @ParameterizedTest
    @EnumSource(Arena.class)
    void bothConstantsAreReachedByBothAlgorithms(Arena arena) {
        for (Claim<Game, Learner, Play> claim : BOUNDS) {
            for (String name : List.of("smallest-step", "longest")) {
                Finding finding = claim.judge(
                        family(arena, name).draw(1, 0), claim.setting().reference());

                assertThat(finding.verdict()).isEqualTo(Verdict.HOLDS);
                // The finding itself has no ratio where rounding could matter to its ninth digit.
                assertThat(finding.budget()).isLessThan(1e-4 * finding.bound());
                assertThat(finding.measured() / finding.bound())
                        .as(claim.id() + " " + name)
                        .isBetween(0.999, 1 + finding.budget() / finding.bound());
            }
        }
    }

    private static Family<Game> family(Arena arena, String name) {
        return Games.everywhere().stream()
                .filter(family -> family.name().equals(arena.group() + "/" + name))
                .findFirst()
                .orElseThrow();
    }

    /** Two rounds from the minimizer of Φ, against a vertex of a bounded domain, with zeros where it has some. */
    @ParameterizedTest
    @EnumSource(Arena.class)
    void smallGamesAreThoseOfExactArithmetic(Arena arena) {
        int dimension = arena.smallestDimension() + (arena == Arena.SPECTRAPLEX ? 0 : 1);
        Geometry geometry = arena.plain(dimension);
        double[][] gradients = new double[2][dimension];
        double[][] hints = new double[2][dimension];
        for (int i = 0; i < dimension; i++) {
            gradients[0][i] = 1 - i;
            gradients[1][i] = i % 2 == 0 ? -0.5 : 0.75;
            hints[1][i] = 0.25 * (i + 1);
        }
        for (Comparator comparator :
                List.of(new Comparator.Leader(), new Comparator.BestResponse(), new Comparator.Start())) {
            Game game = new Game(
                    geometry,
                    Arena.centre(geometry, dimension),
                    new Steps.Constant(0.5),
                    new Adversary.Linear(gradients),
                    new Predictor.Announced(hints),
                    comparator,
                    2);
            Play play = new RegretReferee(false).play(game, TwoStep::new);
            Map<String, Enclosure> exact = new ExactRegret().play(game, TwoStep::new);
            double tolerance = 1e-13 * play.magnitude();

            assertThat(play.regret()).isCloseTo(exact.get("regret").middle(), within(tolerance));
            assertThat(play.distance()).isCloseTo(exact.get("distance").middle(), within(tolerance));
            assertThat(play.path()).isCloseTo(exact.get("path").middle(), within(tolerance));
            assertThat(play.range()).isCloseTo(exact.get("range").middle(), within(tolerance));
            for (Claim<Game, Learner, Play> claim : BOUNDS) {
                assertThat(claim.judge(game, claim.setting().reference()).verdict())
                        .isEqualTo(Verdict.HOLDS);
            }
        }
    }

    /** B(vertex, y) and Φ(vertex) − min Φ, where 0 ln 0 = 0. */
    @ParameterizedTest
    @EnumSource(
            value = Arena.class,
            names = {"SIMPLEX", "ENTROPY", "ENTROPY_BALL", "BINARY_ENTROPY", "SPECTRAPLEX"})
    void verticesHaveZerosAndAFiniteDistance(Arena arena) {
        int dimension = Math.max(2, arena.smallestDimension());
        Geometry geometry = arena.plain(dimension);
        double[] total = new double[dimension];
        total[0] = -1;
        total[dimension - 1] = 1;
        double[] vertex = geometry.bestResponse(total);

        assertThat(vertex).isNotNull().contains(0);
        assertThat(geometry.outside(vertex)).isZero();
        double[] centre = Arena.centre(geometry, dimension);
        assertThat(geometry.divergence(vertex, centre))
                .isCloseTo(geometry.exactDivergence(vertex, centre).middle(), within(1e-14));
        assertThat(geometry.potential(vertex))
                .isCloseTo(geometry.exactPotential(vertex).middle(), within(1e-14));
    }

    /** B(y₀ − tv, y₀) = (λ/2)‖tv‖² as t → 0, with ⟨v, v⟩ = ‖v‖_*‖v‖ where that is to be had. */
    @ParameterizedTest
    @EnumSource(Arena.class)
    void theFlattestPlaceCurvesAsLittleAsTheModulusAllows(Arena arena) {
        for (int index = 0; index < 12; index++) {
            Arena.Flat flat = arena.flattest(new Draw(3, "flat", index));
            Geometry geometry = flat.geometry();
            double[] moved = Vectors.difference(flat.start(), Vectors.scaled(1e-5, flat.direction()));
            double norm = 1e-5 * geometry.norm(flat.direction());
            assertThat(geometry).hasSameClassAs(arena.plain(flat.start().length));
            if (arena == Arena.SPECTRAPLEX) {
                // Eigenvalues 1 and −1.
                assertThat(geometry.norm(flat.direction())).isCloseTo(2, within(1e-14));
            }

            assertThat(geometry.outside(flat.start())).isZero();
            assertThat(geometry.outside(moved)).isZero();
            assertThat(geometry.divergence(moved, flat.start()) / (geometry.modulus() / 2 * norm * norm))
                    .isCloseTo(1, within(1e-4));
        }
    }

    @ParameterizedTest
    @EnumSource(Arena.class)
    void theCentreIsTheMinimizerAndPointsAnywhereAreInTheDomain(Arena arena) {
        boolean elsewhere = false;
        for (int index = 0; index < 12; index++) {
            Draw in = new Draw(5, "points", index);
            int dimension = arena.dimension(in, 20);
            Geometry geometry = arena.geometry(in, dimension);
            double[] point = Arena.anywhere(in, "point", geometry, dimension);

            assertThat(geometry.fits(dimension)).isTrue();
            assertThat(geometry.potential(Arena.centre(geometry, dimension))).isCloseTo(0, within(1e-13));
            assertThat(geometry.outside(point)).isZero();
            elsewhere |= !Arrays.equals(point, Arena.centre(geometry, dimension));
            assertThat(Arena.near(in, "point", geometry, dimension, 0))
                    .containsExactly(Arena.centre(geometry, dimension));
        }
        assertThat(elsewhere).isTrue();
    }

    /** In R^d, where the mirror image is the point; spreads are 1, ¼ and 4. */
    @Test
    void pointsNearTheCentreAreMultiplesOfNormals() {
        Geometry geometry = Arena.EUCLID.plain(3);
        Set<Double> spreads = new TreeSet<>();
        for (int index = 0; index < 20; index++) {
            Draw in = new Draw(5, "points", index);
            double[] normals = in.gaussians("point", 0, 3);
            assertThat(Arena.near(in, "point", geometry, 3, 0.5)).containsExactly(Vectors.scaled(0.5, normals));
            spreads.add(Arena.anywhere(in, "point", geometry, 3)[0] / normals[0]);
        }
        assertThat(spreads).containsExactly(0.25, 1.0, 4.0);
    }

    @ParameterizedTest
    @CsvSource({
        "EUCLID, 1, 20, 50, 0.01",
        "SIMPLEX, 2, 20, 50, 0.01",
        "ENTROPY, 2, 20, 50, 0.01",
        "P_NORM, 1, 4, 10, 0.05",
        "LOG_BARRIER, 2, 8, 20, 0.05",
        "SPECTRAPLEX, 3, 6, 6, 0.05"
    })
    void sizesAreThoseOfTheArena(Arena arena, int smallest, int largest, int rounds, double step) {
        IntSummaryStatistics dimensions = new IntSummaryStatistics();
        IntSummaryStatistics lengths = new IntSummaryStatistics();
        DoubleSummaryStatistics steps = new DoubleSummaryStatistics();
        for (int index = 0; index < 400; index++) {
            Draw in = new Draw(7, "sizes", index);
            dimensions.accept(arena.dimension(in, 99));
            lengths.accept(arena.rounds(in, 99));
            steps.accept(arena.step(in));
        }
        assertThat(new int[] {dimensions.getMin(), dimensions.getMax()}).containsExactly(smallest, largest);
        assertThat(new int[] {lengths.getMin(), lengths.getMax()}).containsExactly(1, rounds);
        assertThat(steps.getMin()).isBetween(step, 1.1 * step);
        assertThat(steps.getMax()).isBetween(0.9, 1.0);
        assertThat(arena.smallestDimension()).isEqualTo(smallest);
        assertThat(arena.ofAnyDimension()).isEqualTo(largest == 20);
        assertThat(arena.dimension(new Draw(7, "sizes", 1), smallest)).isIn(smallest, 2 * smallest);
        assertThat(arena.group())
                .isEqualTo(arena.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** Balls are the only bounded ones of the squared norms; parameters are one of a few. */
    @Test
    void geometriesAreThoseOfTheArena() {
        Map<Arena, Set<String>> kinds = new EnumMap<>(Arena.class);
        for (Arena arena : Arena.values()) {
            for (int index = 0; index < 100; index++) {
                Geometry geometry = arena.geometry(new Draw(7, "kinds", index), 3);
                boolean norm = geometry instanceof NormBall || geometry instanceof SquaredNorm;
                assertThat(geometry instanceof NormBall)
                        .isEqualTo(norm && arena.name().matches(".*_BALL|ELLIPSOID"));
                kinds.computeIfAbsent(arena, key -> new TreeSet<>())
                        .add(geometry.toString().replaceAll("\\[\\[D@\\w+", "F"));
            }
        }
        assertThat(kinds.get(Arena.EUCLID)).hasSize(4).allMatch(name -> name.contains("Space"));
        assertThat(kinds.get(Arena.BALL)).hasSize(4).allMatch(name -> name.contains("Ball"));
        assertThat(kinds.get(Arena.BOX)).hasSize(4).allMatch(name -> name.contains("Box"));
        assertThat(kinds.get(Arena.ENTROPY_BALL)).hasSize(3);
        assertThat(kinds.get(Arena.P_NORM)).hasSize(4);
        assertThat(kinds.get(Arena.P_NORM_BALL)).hasSize(12);
        assertThat(kinds.get(Arena.ELLIPSOID)).hasSize(3);
        assertThat(kinds.get(Arena.HYPENTROPY)).hasSize(6);
        assertThat(kinds.get(Arena.SIMPLEX)).hasSize(1);
    }

    @Test
    void factorsOfMahalanobisAreTriangularWithADiagonalOfOneHalfToTwo() {
        assertThat(((Mahalanobis) Arena.MAHALANOBIS.plain(3)).factor())
                .isDeepEqualTo(new double[][] {{1}, {0.5, 1}, {0, 0.5, 1}});
        for (int index = 0; index < 20; index++) {
            double[][] factor = ((Mahalanobis) Arena.MAHALANOBIS.geometry(new Draw(1, "factor", index), 4)).factor();
            for (int i = 0; i < 4; i++) {
                assertThat(factor[i]).hasSize(i + 1);
                assertThat(factor[i][i]).isBetween(0.5, 2.0);
                for (int j = 0; j < i; j++) {
                    assertThat(factor[i][j]).isBetween(-0.5, 0.5);
                }
            }
        }
    }
}
