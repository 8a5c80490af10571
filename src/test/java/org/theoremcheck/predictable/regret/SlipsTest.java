package org.theoremcheck.predictable.regret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.theoremcheck.predictable.regret.Games.at;
import static org.theoremcheck.predictable.regret.Games.gradients;
import static org.theoremcheck.predictable.regret.Games.hints;
import static org.theoremcheck.predictable.regret.Games.line;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.theoremcheck.claim.Subject;

/** Points by hand, on the line from 8 with η = ½; what is right is 8 − (g₀ + … + gₜ₋₁ + mₜ)/2. */
class SlipsTest {

    private static final Game GAME =
            line(RegretSetting.LINE, 8, 0.5, gradients(2, -4, 16), hints(32, -8, 64), at(0), 3);

    @Test
    void theRightPointsAreThoseOfAllThreeAlgorithms() {
        assertThat(points(GAME, TwoStep::new)).containsExactly(-8.0, 11.0, -23.0);
        assertThat(points(GAME, OneStep::new)).containsExactly(-8.0, 11.0, -23.0);
    }

    @Test
    void aHintThatIsKeptIsAddedToAllThatFollows() {
        assertThat(points(GAME, Slips.HintKept::new)).containsExactly(-8.0, -5.0, -35.0);
        assertThat(points(GAME, Slips.FromPlayed::new)).containsExactly(-8.0, -5.0, -35.0);
    }

    @Test
    void theSecondSequenceIsThatOfTheSteps() {
        Slips.FromPlayed played = new Slips.FromPlayed(GAME);
        Slips.FlippedHint flipped = new Slips.FlippedHint(GAME);
        for (MirrorLearner learner : List.of(played, flipped)) {
            learner.play(new double[] {32});
            learner.learn(new double[] {2});
        }
        assertThat(played.secondary()).containsExactly(-9);
        assertThat(flipped.secondary()).containsExactly(7);
    }

    @Test
    void fromTheLastPointHintsAloneMove() {
        assertThat(points(GAME, Slips.HintFromPlayed::new)).containsExactly(-8.0, -4.0, -36.0);
    }

    @Test
    void aFlippedHintMovesTheOtherWay() {
        assertThat(points(GAME, Slips.FlippedHint::new)).containsExactly(24.0, 3.0, 41.0);
    }

    /** The first hint is taken back without having been used: 16 too far from then on. */
    @Test
    void aFirstHintThatIsIgnoredIsTakenBack() {
        assertThat(points(GAME, Slips.FirstHintIgnored::new)).containsExactly(8.0, 27.0, -7.0);
    }

    /** The leader starts at the minimizer, 0, and remembers one gradient. */
    @Test
    void whoForgetsLooksAtTheLastGradient() {
        assertThat(points(GAME, Slips.Forgetful::new)).containsExactly(-16.0, 3.0, -30.0);
    }

    /** ½ instead of 32, −1 instead of −4 and all others, but for ½ itself. */
    @Test
    void gradientsAndHintsAreClippedToLengthOne() {
        Game game = line(RegretSetting.LINE, 8, 0.5, gradients(0.5, -4, 16), hints(32, -8, 0.25), at(0), 3);

        assertThat(points(game, Slips.Clipped::new)).containsExactly(7.5, 8.25, 8.125);
    }

    /** On [−1, 1] with first step √2/L as for the right one, only with hints of the other sign. */
    @Test
    void adaptiveStepsWithFlippedHintsAreThoseOfFlippedHints() {
        Game game = line(RegretSetting.INTERVAL, 0, 0.125, gradients(2, -1), hints(1, -2), at(0), 2);
        Game flipped = line(RegretSetting.INTERVAL, 0, 0.125, gradients(2, -1), hints(-1, 2), at(0), 2);

        assertThat(points(game, Slips.AdaptiveFlipped::new))
                .isEqualTo(points(flipped, AdaptiveStep::new))
                .startsWith(0.125);
    }

    private static List<Double> points(Game game, Subject<Game, ? extends Learner> subject) {
        List<Double> points = new ArrayList<>();
        Match.play(game, subject.begin(game), (round, hint, point, gradient) -> points.add(point[0]));
        return points;
    }
}
