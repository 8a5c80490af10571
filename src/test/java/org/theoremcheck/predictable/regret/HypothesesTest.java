package org.theoremcheck.predictable.regret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Hypothesis;
import org.theoremcheck.claim.Verdict;

class HypothesesTest {

    private static final Claim<Game, Learner, Play> TWO_STEP = RegretTwoStep.THEOREM.claim();
    private static final Claim<Game, Learner, Play> TUNED = RegretTuned.THEOREM.claim();

    @Test
    void everyDrawnGameMeetsThemAll() {
        for (Claim<Game, Learner, Play> claim : List.of(TWO_STEP, TUNED)) {
            for (Family<Game> family : claim.setting().families()) {
                for (int index = 0; index < 300; index++) {
                    Game game = family.draw(7, index);
                    assertThat(claim.setting().hypotheses())
                            .as(family.name() + " " + index)
                            .allMatch(hypothesis -> hypothesis.margin().applyAsDouble(game) >= 0);
                }
            }
        }
    }

    @Test
    void aBreakingFamilyBreaksItsHypothesisAndNoOther() {
        for (Hypothesis<Game> hypothesis : TWO_STEP.setting().hypotheses()) {
            assertThat(broken(TWO_STEP, hypothesis)).containsExactly(hypothesis.name());
        }
        for (Hypothesis<Game> hypothesis : ofTheTunedStep()) {
            assertThat(broken(TUNED, hypothesis)).containsExactly(hypothesis.name());
        }
    }

    private static List<String> broken(Claim<Game, Learner, Play> claim, Hypothesis<Game> hypothesis) {
        Game game = hypothesis.broken().get(0).draw(0, 0);
        return claim.setting().hypotheses().stream()
                .filter(other -> !(other.margin().applyAsDouble(game) >= 0))
                .map(Hypothesis::name)
                .toList();
    }

    private static List<Hypothesis<Game>> ofTheTunedStep() {
        return TUNED.setting().hypotheses().stream()
                .filter(hypothesis -> !TWO_STEP.setting().hypotheses().contains(hypothesis))
                .toList();
    }

    @Test
    void aBrokenHypothesisMakesTheTheoremSayNothing() {
        for (Hypothesis<Game> hypothesis : TWO_STEP.setting().hypotheses()) {
            assertThat(TWO_STEP.judge(hypothesis.broken().get(0).draw(0, 0), TwoStep::new)
                            .verdict())
                    .as(hypothesis.name())
                    .isEqualTo(Verdict.VACUOUS);
        }
    }

    @Test
    void withoutTheHypothesisTheBoundIsFalse() {
        for (Hypothesis<Game> hypothesis : TWO_STEP.setting().hypotheses()) {
            assertThat(withoutHypotheses(TWO_STEP, hypothesis))
                    .as(hypothesis.name())
                    .isEqualTo(Verdict.VIOLATED);
        }
        for (Hypothesis<Game> hypothesis : ofTheTunedStep()) {
            assertThat(withoutHypotheses(TUNED, hypothesis))
                    .as(hypothesis.name())
                    .isEqualTo(Verdict.VIOLATED);
        }
    }

    private static Verdict withoutHypotheses(Claim<Game, Learner, Play> claim, Hypothesis<Game> hypothesis) {
        Game game = hypothesis.broken().get(0).draw(0, 0);
        Play play = claim.setting().referee().play(game, claim.setting().reference());
        return claim.statement().judge(play).verdict();
    }
}
