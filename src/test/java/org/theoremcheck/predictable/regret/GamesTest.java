package org.theoremcheck.predictable.regret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Codec;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Finding;

class GamesTest {

    private static final Claim<Game, Learner, Play> TWO_STEP = RegretTwoStep.THEOREM.claim();

    @Test
    void aGameReadsBackFromItsTextBitForBit() {
        for (Family<Game> family : all()) {
            for (int index = 0; index < 20; index++) {
                Game game = family.draw(11, index);
                String text = Codec.write(game);
                Game read = Codec.read(text, Game.class);

                assertThat(Codec.write(read)).isEqualTo(text);
                assertThat(read.start()).containsExactly(game.start());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Arena.class)
    void thePathAloneReachesItsConstant(Arena arena) {
        assertThat(largestRatio(arena, "smallest-step", 1)).isBetween(0.999, 1 + 1e-9);
    }

    @ParameterizedTest
    @EnumSource(Arena.class)
    void theDistanceAloneReachesItsConstant(Arena arena) {
        assertThat(largestRatio(arena, "longest", 1)).isBetween(0.999, 1.0);
    }

    @ParameterizedTest
    @EnumSource(Arena.class)
    void thePathAloneLeavesNoDistance(Arena arena) {
        Game game = family(arena, "path-alone").draw(5, 0);
        Play play = new RegretReferee(false).play(game, TwoStep::new);

        assertThat(play.distance()).isZero();
        assertThat(play.path()).isPositive();
    }

    @ParameterizedTest
    @EnumSource(Arena.class)
    void theDistanceAloneLeavesNoPath(Arena arena) {
        Game game = family(arena, "distance-alone").draw(5, 0);
        Play play = new RegretReferee(false).play(game, TwoStep::new);

        assertThat(play.path()).isZero();
        assertThat(play.distance()).isPositive();
    }

    @Test
    void namesOfFamiliesAreUnique() {
        assertThat(all()).extracting(Family::name).doesNotHaveDuplicates();
    }

    @Test
    void realCasesAreStandardizedAndBalancedAsPublished() {
        BreastCancer data = BreastCancer.DATA;

        assertThat(data.features()).hasDimensions(569, 30);
        assertThat(java.util.Arrays.stream(data.labels())
                        .filter(label -> label > 0)
                        .count())
                .isEqualTo(357);
        for (int column = 0; column < 30; column++) {
            double sum = 0;
            double squares = 0;
            for (double[] row : data.features()) {
                sum += row[column];
                squares += row[column] * row[column];
            }
            assertThat(sum).isBetween(-1e-10, 1e-10);
            assertThat(squares).isBetween(569 / 30.0 - 1e-9, 569 / 30.0 + 1e-9);
        }
    }

    @Test
    void partsOfDifferentDimensionsAreRefused() {
        assertThatThrownBy(() -> new Game(
                        RegretSetting.LINE,
                        new double[2],
                        new Steps.Constant(1),
                        Games.gradients(1),
                        RegretSetting.ZERO,
                        RegretSetting.START,
                        1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the adversary has dimension 1, the start has 2");
    }

    @Test
    void aGameWithoutRoundsIsRefused() {
        assertThatThrownBy(() -> Games.line(
                        RegretSetting.LINE, 0, 1, Games.gradients(1), RegretSetting.ZERO, RegretSetting.START, 0))
                .hasMessage("a game has at least one round, got 0");
    }

    private static double largestRatio(Arena arena, String name, int instances) {
        Family<Game> family = family(arena, name);
        double largest = 0;
        for (int index = 0; index < instances && largest < 0.999; index++) {
            Finding finding = TWO_STEP.judge(family.draw(13, index), TwoStep::new);
            largest = Math.max(largest, (finding.measured() - finding.budget()) / finding.bound());
        }
        return largest;
    }

    private static Family<Game> family(Arena arena, String name) {
        return Games.everywhere().stream()
                .filter(candidate -> candidate.name().equals(arena.group() + "/" + name))
                .findFirst()
                .orElseThrow();
    }

    private static List<Family<Game>> all() {
        List<Family<Game>> families = new ArrayList<>(Games.everywhere());
        families.addAll(Games.steady(Arena.values()));
        families.addAll(Games.tuned());
        families.add(Games.towardsVertex());
        return families;
    }
}
