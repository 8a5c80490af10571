package org.theoremcheck.predictable.regret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.theoremcheck.predictable.regret.Games.at;
import static org.theoremcheck.predictable.regret.Games.gradients;
import static org.theoremcheck.predictable.regret.Games.hints;
import static org.theoremcheck.predictable.regret.Games.line;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Finding;
import org.theoremcheck.claim.NotApplicable;
import org.theoremcheck.claim.Verdict;

class AdaptiveStepTest {

    /** On [−1, 1] D² = 2, so that the first step √2/5 stands for L = 5; surprises 3, 4 and 12 make √(25 + 9 + 16 + …). */
    @Test
    void stepsAreThoseOfTheFormula() {
        Game game = line(RegretSetting.INTERVAL, 0, Math.sqrt(2) / 5, gradients(1, -2, 0), hints(-2, 2, 1), at(-1), 3);
        List<Double> points = new ArrayList<>();
        Match.play(game, new AdaptiveStep(game), (round, hint, point, gradient) -> points.add(point[0]));

        double first = Math.sqrt(2) / 5;
        double second = Math.sqrt(2) / Math.sqrt(25 + 9);
        double third = Math.sqrt(2) / Math.sqrt(25 + 9 + 16);
        double anchor = -first + 2 * second;
        assertThat(points.get(0)).isCloseTo(2 * first, within(1e-15));
        assertThat(points.get(1)).isCloseTo(-first - 2 * second, within(1e-15));
        assertThat(points.get(2)).isCloseTo(anchor - third, within(1e-15));
    }

    /** g = 1, m = 0, u = −1 twice with L = 1: √2 √3 + √2 √2 against 2 + 0. */
    @Test
    void theBoundIsThatComputedByHand() {
        Game game = line(RegretSetting.INTERVAL, 0, Math.sqrt(2), gradients(1), RegretSetting.ZERO, at(-1), 2);
        Finding finding = RegretAdaptiveStep.THEOREM.claim().judge(game, AdaptiveStep::new);

        assertThat(finding.verdict()).isEqualTo(Verdict.HOLDS);
        // x₀ = 0 and x₁ = −1.
        assertThat(finding.measured()).isCloseTo(1, within(1e-15));
        assertThat(finding.bound()).isCloseTo(Math.sqrt(6) + 2, within(1e-14));
    }

    @Test
    void whereTheDivergenceIsUnboundedItSaysSo() {
        List<Family<Game>> families = Games.bounded();
        assertThat(families).hasSize(Arena.values().length);
        for (Family<Game> family : families) {
            Game game = family.draw(1, 0);
            Finding finding = RegretAdaptiveStep.THEOREM.claim().judge(game, AdaptiveStep::new);
            if (family.name().endsWith("unbounded")) {
                assertThat(game.geometry().largestDivergence(game.dimension())).isInfinite();
                assertThat(finding.verdict()).as(family.name()).isEqualTo(Verdict.NOT_APPLICABLE);
                assertThat(finding.reason()).isEqualTo("sup B(x, y) is infinite");
            } else {
                assertThat(finding.verdict()).as(family.name()).isEqualTo(Verdict.HOLDS);
            }
        }
        assertThatThrownBy(() ->
                        new AdaptiveStep(line(RegretSetting.LINE, 0, 1, gradients(1), RegretSetting.ZERO, at(-1), 1)))
                .isInstanceOf(NotApplicable.class);
    }

    /** Surprises of 1 against L = √2/8: the steps are far too long for the bound. */
    @Test
    void surprisesLargerThanTheirBoundMakeTheClaimSayNothing() {
        Finding finding = RegretAdaptiveStep.THEOREM
                .claim()
                .judge(
                        line(RegretSetting.INTERVAL, 0, 8, gradients(1), RegretSetting.ZERO, at(-1), 3),
                        AdaptiveStep::new);

        assertThat(finding.verdict()).isEqualTo(Verdict.VACUOUS);
        assertThat(finding.reason()).isEqualTo("hypothesis 'surprises at most L' is not met");
    }
}
