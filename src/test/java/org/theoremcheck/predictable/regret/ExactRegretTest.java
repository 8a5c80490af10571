package org.theoremcheck.predictable.regret;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.theoremcheck.claim.Draw;
import org.theoremcheck.claim.Family;
import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.predictable.geometry.Geometry;
import org.theoremcheck.predictable.predictor.Predictor;

/** The referee in doubles against the one in exact arithmetic, which shares none of its code. */
@Execution(ExecutionMode.CONCURRENT)
class ExactRegretTest {

    @Test
    void sumsInDoublesAreWithinTheirBudgetOfTheExactOnes() {
        for (Family<Game> family : Games.everywhere()) {
            if (family.name().matches(".*longest|.*(ball|box|simplex|entropy)/breast-cancer")) {
                continue;
            }
            for (int index = 0; index < (cheap(family) ? 2 : 1); index++) {
                Game game = family.draw(17, index);
                Play play = new RegretReferee(false).play(game, TwoStep::new);
                Map<String, Enclosure> exact = new ExactRegret().play(game, TwoStep::new);
                String name = family.name() + " " + index;

                assertWithin(name, exact.get("regret"), play.regret(), play.rounding());
                assertWithin(name, exact.get("linear"), play.linear(), play.rounding());
                assertWithin(name, exact.get("distance"), play.distance(), play.rounding());
                assertWithin(name, exact.get("range"), play.range(), play.rounding());
                assertWithin(name, exact.get("path"), play.path(), play.rounding());
            }
        }
    }

    @Test
    void variantsInDoublesAreThoseInExactArithmetic() {
        for (Family<Game> family : Games.everywhere()) {
            if (!family.name().endsWith("structured")) {
                continue;
            }
            for (int index = 0; index < 2; index++) {
                Game game = family.draw(19, index);
                Play play = new RegretReferee(true).play(game, TwoStep::new);
                Variants variants = play.variants();
                Map<String, Enclosure> exact = new ExactRegret().play(game, TwoStep::new);
                String name = family.name() + " " + index;

                assertRelative(name, exact.get("unsquared-path"), variants.unsquared());
                assertRelative(name, exact.get("supremum-path"), variants.supremum());
                assertRelative(name, exact.get("euclidean-path"), variants.euclidean());
                assertRelative(name, exact.get("unit-modulus-path"), variants.unitModulus());
                assertRelative(name, exact.get("ahead-path"), variants.ahead());
                assertRelative(name, exact.get("from-first"), variants.fromFirst());
                assertWithin(name, exact.get("path-without-first"), variants.withoutFirst(), 1e-13 * play.path());
                assertWithin(name, exact.get("path-without-last"), variants.withoutLast(), 1e-13 * play.path());
                assertRelative(name, exact.get("constant-path"), Math.sqrt(variants.constantHint()));
                assertRelative(name, exact.get("tuned"), play.tuned());
                assertRelative(name, exact.get("untuned"), play.tuned() / Math.sqrt(2));
                assertThat(exact.containsKey("diameter")).as(name).isEqualTo(Double.isFinite(variants.diameter()));
                if (exact.containsKey("diameter")) {
                    assertRelative(name, exact.get("diameter"), variants.diameter());
                }
            }
        }
    }

    /** Three rounds with hints from the minimizer of Φ, or near it. */
    @ParameterizedTest
    @EnumSource(Arena.class)
    void whatALearnerShowsIsWithinItsBudgetOfTheExactSums(Arena arena) {
        int dimension = arena.smallestDimension() + (arena == Arena.SPECTRAPLEX ? 0 : 1);
        Draw in = new Draw(23, arena.group(), 0);
        Geometry geometry = arena.plain(dimension);
        double[] start = Arena.near(in, "start", geometry, dimension, 0.25);
        boolean bounded = geometry.supDivergence(start) < Double.POSITIVE_INFINITY;
        Game game = new Game(
                geometry,
                start,
                new Steps.Constant(0.25),
                new Adversary.Linear(Shape.GAUSSIAN.rows(in, 3, dimension)),
                new Predictor.Announced(Shape.RANDOM_WALK.rows(in, 3, dimension)),
                bounded ? new Comparator.BestResponse() : new Comparator.Fixed(Arena.centre(geometry, dimension)),
                3);
        MirrorPlay play = new MirrorReferee().play(game, TwoStep::new);
        Map<String, Enclosure> exact = new ExactMirror().play(game, TwoStep::new);
        String name = arena.name();

        assertWithin(name, exact.get("linear"), play.play().linear(), play.rounding());
        assertWithin(name, exact.get("end"), play.end(), play.rounding());
        assertWithin(name, exact.get("before"), play.before(), play.rounding());
        assertWithin(name, exact.get("after"), play.after(), play.rounding());
        assertWithin(name, exact.get("stability"), play.stability(), play.stabilityRounding());
        assertWithin(name, exact.get("surprise"), play.surprise(), play.hintRounding());
        assertWithin(name, exact.get("symmetric"), play.symmetric(), play.hintRounding());
        // The logarithm of a matrix is known no better than its smallest eigenvalue.
        double small = arena == Arena.SPECTRAPLEX ? 1e-7 : 1e-11;
        assertThat(Stream.of(play.rounding(), play.stabilityRounding(), play.hintRounding()))
                .allMatch(rounding -> rounding > 0 && rounding < small);
        assertThat(Stream.of(play.end(), play.before(), play.after(), play.stability(), play.symmetric()))
                .allMatch(value -> value > 1e-3);
    }

    /** Powers and matrices take long to enclose. */
    private static boolean cheap(Family<Game> family) {
        return Stream.of(Arena.values())
                .anyMatch(arena -> arena.ofAnyDimension() && arena.group().equals(family.group()));
    }

    private static void assertRelative(String name, Enclosure exact, double value) {
        assertWithin(name, exact, value, 1e-11 * Math.abs(value) + 1e-60);
    }

    private static void assertWithin(String name, Enclosure exact, double value, double budget) {
        BigDecimal error = exact.minus(Enclosure.of(value)).abs().high();
        assertThat(error).as(name).isLessThanOrEqualTo(new BigDecimal(budget));
    }
}
