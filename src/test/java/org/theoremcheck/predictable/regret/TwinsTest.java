package org.theoremcheck.predictable.regret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.theoremcheck.predictable.regret.Games.gradients;
import static org.theoremcheck.predictable.regret.Games.hints;
import static org.theoremcheck.predictable.regret.Games.line;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Finding;
import org.theoremcheck.claim.Verdict;
import org.theoremcheck.numeric.Enclosure;
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

    /** The step is divided by what gradients are multiplied with, in the theorem and not in its control; so with shifts of hints. */
    @Test
    void drawnTwinsAreScaledByPowersOfTwoAndShiftedInEachRound() {
        Set<Double> factors = new TreeSet<>();
        for (Family<Twins> family : RegretMetamorphic.THEOREM.claim().setting().families()) {
            for (int index = 0; index < 20; index++) {
                Twins twins = family.draw(1, index);
                if (twins.change() instanceof Twins.Scaled scaled) {
                    assertThat(scaled.factor() * scaled.ofStep()).isEqualTo(1);
                    factors.add(scaled.factor());
                }
                if (twins.change() instanceof Twins.Shifted shifted) {
                    assertThat(shifted.ofHints())
                            .isEqualTo(shifted.shifts())
                            .hasSize(twins.game().rounds());
                    assertThat(twins.game().geometry().outside(twins.game().start()))
                            .isZero();
                }
            }
        }
        assertThat(factors).containsExactly(0x1p-10, 0x1p-3, 0.5, 2.0, 8.0, 1024.0);
        Claim<?, ?, ?> alone = RegretMetamorphic.THEOREM.derived().stream()
                .filter(claim -> claim.id().equals("scaled-gradients-alone"))
                .findFirst()
                .orElseThrow();
        for (Family<?> family : alone.setting().families()) {
            Twins.Scaled change = (Twins.Scaled) ((Twins) family.draw(1, 3)).change();
            assertThat(change.ofStep()).isEqualTo(1);
            assertThat(change.factor()).isIn(factors);
        }
    }

    /** Other algorithms than two-step, where they are not one: at the edge of [−1, 1] one step stays behind and the leader goes on. */
    @Test
    void theOtherAlgorithmIsTheOneNamed() {
        Game edge = line(RegretSetting.INTERVAL, 0, 0.5, gradients(-3, 1, 1), hints(0, -1, 2), RegretSetting.START, 3);
        Map<String, Enclosure> exact = RegretMetamorphic.THEOREM
                .claim()
                .setting()
                .exact()
                .orElseThrow()
                .play(new Twins(edge, Twins.Other.LEADER), twins -> new TwoStep(twins.game()));

        assertThat(apart(edge, Twins.Other.ONE_STEP)).isEqualTo(new double[] {0.5, 1.5 + 2});
        assertThat(apart(edge, Twins.Other.LEADER)).isEqualTo(new double[] {0.5, 2.5});
        assertThat(exact.get("moved").middle()).isEqualTo(0.5);
        assertThat(exact.get("none").middle()).isZero();
    }

    /** Σ ‖xₜ − xₜ′‖ and Σ ‖xₜ‖ + ‖xₜ′‖. */
    private static double[] apart(Game game, Twins.Change change) {
        TwinReferee.Distance distance =
                new TwinReferee().play(new Twins(game, change), twins -> new TwoStep(twins.game()));
        return new double[] {distance.moved(), distance.size()};
    }
}
