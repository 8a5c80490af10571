package org.theoremcheck.predictable.regret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.theoremcheck.predictable.regret.Games.at;
import static org.theoremcheck.predictable.regret.Games.gradients;
import static org.theoremcheck.predictable.regret.Games.line;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Compare;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Finding;
import org.theoremcheck.claim.Hypothesis;
import org.theoremcheck.claim.Setting;
import org.theoremcheck.claim.Subject;

class RegretSettingTest {

    private static final Claim<Game, Learner, Play> TWO_STEP = RegretTwoStep.THEOREM.claim();

    /** g = 2 and u = −1 from 0 with η = 1: regret 2, distance ½, path 4; the range of Φ is ½ too, the path without a square 2. */
    private static final Game GAME = line(RegretSetting.INTERVAL, 0, 1, gradients(2), RegretSetting.ZERO, at(-1), 1);

    @Test
    void playedGamesAreThoseOfEveryArenaWithTheLearnerGiven() {
        Subject<Game, Learner> learner = OneStep::new;
        Setting<Game, Learner, Play> setting = RegretSetting.played("a", "b", learner);

        assertThat(setting.families()).hasSameSizeAs(Games.everywhere());
        assertThat(setting.reference()).isSameAs(learner);
        assertThat(setting.hypotheses()).isEqualTo(RegretSetting.HYPOTHESES);
        assertThat(setting.referee().play(GAME, learner).regret()).isEqualTo(2);
    }

    @Test
    void mirroredGamesAreThoseOfTheFamiliesGivenPlayedInTwoSteps() {
        List<Family<Game>> families = Games.bounded();
        Setting<Game, MirrorLearner, MirrorPlay> setting = RegretSetting.mirrored("a", "b", families);

        assertThat(setting.families()).isEqualTo(families);
        assertThat(setting.reference().begin(GAME)).isInstanceOf(TwoStep.class);
        assertThat(setting.referee().play(GAME, setting.reference()).after()).isEqualTo(0.5);
    }

    @Test
    void theBoundIsTheDistanceAndHalfThePath() {
        Compare<Play> bound = RegretSetting.bound(RegretSetting.RANGE);
        Play play = new RegretReferee(false).play(GAME, TwoStep::new);
        Finding finding = bound.judge(play);

        assertThat(finding.measured()).isEqualTo(2);
        assertThat(finding.bound()).isEqualTo(0.5 + 2);
        assertThat(bound.rounding().applyAsDouble(play)).isEqualTo(play.rounding());
        assertThat(bound.magnitude().applyAsDouble(play)).isEqualTo(play.magnitude());
    }

    /** Half of 2 instead of half of 4. */
    @Test
    void aVariantTakesThePlaceOfATerm() {
        Claim<Game, Learner, Play> altered = RegretSetting.instead("path", "unsquared", "", Variants::unsquared)
                .apply(TWO_STEP);
        Setting<Game, Learner, Play> looking =
                RegretSetting.lookingForVariants().apply(TWO_STEP).setting();

        assertThat(altered.judge(GAME, TwoStep::new).bound()).isEqualTo(0.5 + 1);
        assertThat(looking.referee().play(GAME, TwoStep::new).variants().unsquared())
                .isEqualTo(2);
        assertThat(TWO_STEP.setting().referee().play(GAME, TwoStep::new).variants())
                .isSameAs(Variants.NONE);
    }

    @Test
    void aHypothesisIsBrokenByTheSmallestGameAndByOneInEachArenaButThoseNamed() {
        Hypothesis<Game> hypothesis =
                RegretSetting.hypothesis("large", game -> -1, GAME, BrokenGames::tinyStep, Arena.EUCLID, Arena.BURG);

        assertThat(hypothesis.name()).isEqualTo("large");
        assertThat(hypothesis.margin().applyAsDouble(GAME)).isEqualTo(-1);
        assertThat(hypothesis.broken())
                .extracting(Family::name)
                .hasSize(14)
                .startsWith("broken/large", "ball/broken/large")
                .doesNotContain("euclid/broken/large", "burg/broken/large");
        assertThat(hypothesis.broken().get(0).draw(0, 0)).isSameAs(GAME);
        assertThat(hypothesis.broken().get(1).draw(0, 0).lastStep()).isEqualTo(1.0 / 64);
    }
}
