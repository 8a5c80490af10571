package org.theoremcheck.predictable.regret;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.assertj.core.data.Percentage;
import org.theoremcheck.audit.Cases;
import org.theoremcheck.audit.Cases.Case;
import org.theoremcheck.claim.Verdict;

class RegretTunedProperties {

    @Property(tries = 2000)
    void holdsInEveryGame(@ForAll("games") Case<Game> game) {
        assertThat(game.finding().verdict()).as(game::toString).isEqualTo(Verdict.HOLDS);
    }

    @Property(tries = 500)
    void isTheSmallestBoundOverAllSteps(
            @ForAll("games") Case<Game> game, @ForAll @DoubleRange(min = 0.1, max = 10) double factor) {
        Game tuned = game.instance();
        Game other = new Game(
                tuned.geometry(),
                tuned.start(),
                new Steps.Constant(tuned.lastStep() * factor),
                tuned.adversary(),
                tuned.predictor(),
                tuned.comparator(),
                tuned.rounds());
        double atFactor = bound(other);

        assertThat(bound(tuned)).isCloseTo(game.finding().bound(), Percentage.withPercentage(1e-10));
        assertThat(atFactor).isGreaterThanOrEqualTo(game.finding().bound() * (1 - 1e-12));
    }

    /** D²/η + (η/2λ)P, with D² as the theorem takes it. */
    private static double bound(Game game) {
        double step = RegretTuned.step(game);
        Play play = new RegretReferee(false).play(game, TwoStep::new);
        double squaredDistance = step * step * play.path() / game.lastStep() / 2;
        return squaredDistance / game.lastStep() + play.path() / 2;
    }

    @Provide
    Arbitrary<Case<Game>> games() {
        return Cases.of(RegretTuned.THEOREM.claim());
    }
}
