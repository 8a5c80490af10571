package org.theoremcheck.predictable.regret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Finding;
import org.theoremcheck.claim.Hypothesis;
import org.theoremcheck.claim.Subject;
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
        forEachBroken((claim, hypothesis, family) -> assertThat(claim.setting().hypotheses())
                .as(family.name())
                .filteredOn(other -> !(other.margin().applyAsDouble(family.draw(0, 0)) >= 0))
                .containsExactly(hypothesis));
    }

    @Test
    void aBrokenHypothesisMakesTheTheoremSayNothing() {
        forEachBroken((claim, hypothesis, family) -> assertThat(
                        claim.judge(family.draw(0, 0), TwoStep::new).verdict())
                .as(family.name())
                .isEqualTo(Verdict.VACUOUS));
    }

    @Test
    void withoutTheHypothesisTheBoundIsFalseByOneTwentiethOfBothSidesAtLeast() {
        forEachBroken((claim, hypothesis, family) -> {
            Game game = family.draw(0, 0);
            Subject<Game, Learner> subject = claim.setting().reference();
            Finding finding = claim.statement().judge(claim.setting().referee().play(game, subject));

            assertThat(finding.verdict()).as(family.name()).isEqualTo(Verdict.VIOLATED);
            assertThat(finding.severity()).as(family.name()).isGreaterThan(0.05);
        });
    }

    @Test
    void eachIsBrokenInEveryArenaButWhereThatMakesNoSense() {
        Set<String> all = groups(EnumSet.allOf(Arena.class));

        assertThat(brokenIn(TWO_STEP))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "positive step", all,
                        "constant step", all,
                        "convex losses", all,
                        "gradient at the played point", all,
                        "comparator in the domain",
                                groups(EnumSet.complementOf(EnumSet.of(
                                        Arena.EUCLID, Arena.P_NORM, Arena.MAHALANOBIS, Arena.BINARY_ENTROPY))),
                        "convex domain", Set.of()));
        assertThat(brokenIn(TUNED))
                .containsEntry("gradients fixed in advance", all)
                .containsEntry("tuned step", all);
    }

    @ParameterizedTest
    @CsvSource({
        "step-negative, 15",
        "a-nc10, 15",
        "a-nc11, 15",
        "a-nc12, 11",
        "a-nc17, 15",
        "a-nc18, -1",
        "tuned-adaptive, 15",
        "tuned-step, 15"
    })
    void itsControlIsToBeRefutedInEachOfThoseArenasAndByTheSmallestGame(String control, int arenas) {
        Claim<?, ?, ?> claim = Stream.concat(
                        RegretTwoStep.THEOREM.derived().stream(), RegretTuned.THEOREM.derived().stream())
                .filter(derived -> derived.id().equals(control))
                .findFirst()
                .orElseThrow();

        assertThat(claim.everywhere()).hasSize(arenas + 1);
        assertThat(claim.setting().families().get(0).group()).isEqualTo("broken");
    }

    private static Map<String, Set<String>> brokenIn(Claim<Game, Learner, Play> claim) {
        return claim.setting().hypotheses().stream()
                .collect(Collectors.toMap(
                        Hypothesis::name,
                        hypothesis -> hypothesis.broken().stream()
                                .map(Family::group)
                                .filter(group -> !group.equals("broken"))
                                .collect(Collectors.toSet())));
    }

    private static Set<String> groups(Set<Arena> arenas) {
        return arenas.stream().map(Arena::group).collect(Collectors.toSet());
    }

    private interface Check {
        void on(Claim<Game, Learner, Play> claim, Hypothesis<Game> hypothesis, Family<Game> family);
    }

    /** The hypotheses of the first theorem, and those that the tuned step adds to them. */
    private static void forEachBroken(Check check) {
        for (Hypothesis<Game> hypothesis : TUNED.setting().hypotheses()) {
            Claim<Game, Learner, Play> claim = TWO_STEP.setting().hypotheses().contains(hypothesis) ? TWO_STEP : TUNED;
            hypothesis.broken().forEach(family -> check.on(claim, hypothesis, family));
        }
    }
}
