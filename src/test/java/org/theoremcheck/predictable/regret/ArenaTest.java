package org.theoremcheck.predictable.regret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Finding;
import org.theoremcheck.claim.Verdict;
import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.predictable.geometry.Geometry;
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
}
