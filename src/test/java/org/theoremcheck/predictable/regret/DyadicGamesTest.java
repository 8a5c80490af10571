package org.theoremcheck.predictable.regret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.predictable.geometry.Domain;
import org.theoremcheck.predictable.geometry.Euclidean;
import org.theoremcheck.predictable.predictor.Predictor;

/** Games of dyadic numbers in two dimensions, in which nothing rounds: both referees see the same to the last bit, roots aside. */
class DyadicGamesTest {

    private static final double[][] GRADIENTS = {{3, -0.5}, {-1, 2}, {0.25, 4}};
    private static final double[][] HINTS = {{1, 1}, {-2, 0.5}, {4, -0.25}};

    /** Steps that differ, constraints that are active, and a modulus. */
    static Stream<Game> games() {
        return Stream.of(
                        new Adversary.Linear(GRADIENTS),
                        new Adversary.LargestOf(GRADIENTS),
                        new Adversary.Ridge(Link.SQUARE, GRADIENTS, new double[] {0.5, -1, 2}),
                        new Adversary.Ridge(Link.ABSOLUTE, GRADIENTS, new double[] {0.5, -1, 2}))
                .flatMap(adversary -> Stream.of(
                                new Steps.Constant(0.25), new Steps.Listed(new double[] {0.5, 0.25, 0.125}))
                        .map(steps -> new Game(
                                new Euclidean(new Domain.Box(-1, 2), 0.5),
                                new double[] {1, 0.5},
                                steps,
                                adversary,
                                new Predictor.Announced(HINTS),
                                new Comparator.BestResponse(),
                                3)));
    }

    @ParameterizedTest
    @MethodSource("games")
    void theRefereeInDoublesIsExact(Game game) {
        Play play = new RegretReferee(true).play(game, TwoStep::new);
        Variants variants = play.variants();
        Map<String, Enclosure> exact = new ExactRegret().play(game, TwoStep::new);

        assertExact(exact, "regret", play.regret());
        assertExact(exact, "linear", play.linear());
        assertExact(exact, "distance", play.distance());
        assertExact(exact, "range", play.range());
        assertExact(exact, "path", play.path());
        assertExact(exact, "supremum-path", variants.supremum());
        assertExact(exact, "euclidean-path", variants.euclidean());
        assertExact(exact, "unit-modulus-path", variants.unitModulus());
        assertExact(exact, "ahead-path", variants.ahead());
        assertExact(exact, "path-without-first", variants.withoutFirst());
        assertExact(exact, "path-without-last", variants.withoutLast());
        assertExact(exact, "from-first", variants.fromFirst());
        assertThat(exact.get("diameter").middle()).isCloseTo(variants.diameter(), within(1e-13));
        assertThat(exact.get("unsquared-path").middle()).isCloseTo(variants.unsquared(), within(1e-13));
        assertThat(exact.get("constant-path").middle()).isCloseTo(Math.sqrt(variants.constantHint()), within(1e-13));
        assertThat(exact.get("tuned").middle()).isCloseTo(play.tuned(), within(1e-13));
        assertThat(exact.get("untuned").middle()).isCloseTo(play.tuned() / Math.sqrt(2), within(1e-13));
    }

    @ParameterizedTest
    @MethodSource("games")
    void theRefereeOfLearnersThatShowMoreIsExact(Game game) {
        MirrorPlay play = new MirrorReferee().play(game, TwoStep::new);
        Map<String, Enclosure> exact = new ExactMirror().play(game, TwoStep::new);

        assertExact(exact, "end", play.end());
        assertExact(exact, "before", play.before());
        assertExact(exact, "after", play.after());
        assertExact(exact, "surprise", play.surprise());
        assertExact(exact, "symmetric", play.symmetric());
        assertThat(exact.get("stability").middle()).isCloseTo(play.stability(), within(1e-13));
        assertThat(exact).containsAllEntriesOf(new ExactRegret().play(game, TwoStep::new));
    }

    private static void assertExact(Map<String, Enclosure> exact, String term, double value) {
        assertThat(exact.get(term).low())
                .as(term)
                .isEqualByComparingTo(exact.get(term).high());
        assertThat(exact.get(term).middle()).as(term).isEqualTo(value);
    }
}
