package org.theoremcheck.predictable.regret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.theoremcheck.predictable.regret.Games.gradients;
import static org.theoremcheck.predictable.regret.Games.hints;
import static org.theoremcheck.predictable.regret.Games.line;

import org.junit.jupiter.api.Test;
import org.theoremcheck.claim.Finding;
import org.theoremcheck.claim.Verdict;
import org.theoremcheck.predictable.predictor.Predictor;

class TwinsTest {

    private static Game game(Adversary adversary, Predictor predictor) {
        return line(RegretSetting.LINE, 0, 0.5, adversary, predictor, RegretSetting.START, 2);
    }

    private static final Game GAME = game(gradients(1, 2), hints(3, 4));

    private static double[][] gradientsOf(Game game) {
        return ((Adversary.Linear) game.adversary()).gradients();
    }

    private static double[][] hintsOf(Game game) {
        return ((Predictor.Announced) game.predictor()).hints();
    }

    @Test
    void scaledTwinsHaveScaledGradientsHintsAndStep() {
        Game changed = new Twins(GAME, new Twins.Scaled(8, 0.125)).changed();

        assertThat(gradientsOf(changed)).isDeepEqualTo(new double[][] {{8}, {16}});
        assertThat(hintsOf(changed)).isDeepEqualTo(new double[][] {{24}, {32}});
        assertThat(changed.lastStep()).isEqualTo(0.0625);
        assertThat(gradientsOf(GAME)).isDeepEqualTo(new double[][] {{1}, {2}});
    }

    @Test
    void shiftedTwinsHaveANumberAddedInEachRound() {
        Game changed = new Twins(GAME, new Twins.Shifted(new double[] {10, 20}, new double[] {0, -4})).changed();

        assertThat(gradientsOf(changed)).isDeepEqualTo(new double[][] {{11}, {22}});
        assertThat(hintsOf(changed)).isDeepEqualTo(new double[][] {{3}, {0}});
        assertThat(changed.lastStep()).isEqualTo(0.5);
    }

    @Test
    void anotherAlgorithmPlaysTheSameGame() {
        assertThat(new Twins(GAME, Twins.Other.LEADER).changed()).isSameAs(GAME);
    }

    @Test
    void gradientsAndHintsAreFixedInAdvanceOneForEachRound() {
        Twins.Change change = Twins.Other.ONE_STEP;
        for (Game game : new Game[] {
            game(new Adversary.SignOfPoint(1), hints(3, 4)),
            game(gradients(1, 2), RegretSetting.ZERO),
            game(gradients(1), hints(3, 4)),
            game(gradients(1, 2), hints(3))
        }) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Twins(game, change))
                    .withMessage("twins have one gradient and one hint for each round");
        }
    }

    @Test
    void shiftsAreAsManyAsRounds() {
        for (double[][] shifts : new double[][][] {{{1}, {1, 2}}, {{1, 2}, {1}}}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Twins(GAME, new Twins.Shifted(shifts[0], shifts[1])))
                    .withMessage("shifts are as many as rounds");
        }
    }

    /** Points −η m₀ and −η(g₀ + m₁), first with η = ½ and then with 2η: 1.5 + 2.5 apart. */
    @Test
    void aStepThatIsNotDividedMovesThePoints() {
        Finding finding = RegretMetamorphic.THEOREM
                .claim()
                .judge(new Twins(GAME, new Twins.Scaled(2, 1)), twins -> new TwoStep(twins.game()));

        assertThat(finding.verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(finding.measured()).isEqualTo(4);
    }
}
