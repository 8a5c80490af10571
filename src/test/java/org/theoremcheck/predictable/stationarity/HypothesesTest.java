package org.theoremcheck.predictable.stationarity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Hypothesis;
import org.theoremcheck.claim.Setting;
import org.theoremcheck.claim.Verdict;

class HypothesesTest {

    private static final List<Claim<Problem, Descender, Trace>> THEOREMS = List.of(
            StationarityBound.THEOREM.claim(),
            StationaritySharp.THEOREM.claim(),
            StationarityExtendedStep.THEOREM.claim(),
            StationarityDelayed.THEOREM.claim());

    @Test
    void everyDrawnProblemMeetsThemAll() {
        for (Claim<Problem, Descender, Trace> claim : THEOREMS) {
            for (Family<Problem> family : claim.setting().families()) {
                for (int index = 0; index < 300; index++) {
                    Problem problem = family.draw(7, index);
                    assertThat(claim.setting().hypotheses())
                            .as(family.name() + " " + index)
                            .allMatch(hypothesis -> hypothesis.margin().applyAsDouble(problem) >= 0);
                }
            }
        }
    }

    @Test
    void aBreakingFamilyBreaksItsHypothesisAndNoOther() {
        for (Claim<Problem, Descender, Trace> claim : THEOREMS) {
            for (Hypothesis<Problem> hypothesis : claim.setting().hypotheses()) {
                Problem broken = hypothesis.broken().get(0).draw(0, 0);

                assertThat(claim.setting().hypotheses())
                        .as(claim.id())
                        .filteredOn(other -> !(other.margin().applyAsDouble(broken) >= 0))
                        .containsExactly(hypothesis);
            }
        }
    }

    @Test
    void aBrokenHypothesisMakesTheTheoremSayNothingAndWithoutItTheBoundIsFalse() {
        for (Claim<Problem, Descender, Trace> claim : THEOREMS) {
            for (Hypothesis<Problem> hypothesis : claim.setting().hypotheses()) {
                Problem broken = hypothesis.broken().get(0).draw(0, 0);
                Setting<Problem, Descender, Trace> setting = claim.setting();
                Trace trace = setting.referee().play(broken, setting.reference());

                assertThat(claim.judge(broken, setting.reference()).verdict()).isEqualTo(Verdict.VACUOUS);
                assertThat(claim.statement().judge(trace).verdict())
                        .as(claim.id() + " without " + hypothesis.name())
                        .isEqualTo(Verdict.VIOLATED);
            }
        }
    }
}
