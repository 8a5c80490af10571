package org.theoremcheck.predictable.regret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.theoremcheck.predictable.regret.Games.at;
import static org.theoremcheck.predictable.regret.Games.gradients;
import static org.theoremcheck.predictable.regret.Games.hints;
import static org.theoremcheck.predictable.regret.Games.line;

import org.junit.jupiter.api.Test;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Hypothesis;
import org.theoremcheck.predictable.geometry.Domain;
import org.theoremcheck.predictable.geometry.Euclidean;
import org.theoremcheck.predictable.geometry.Geometry;

class RegretTunedTest {

    private static Game game(Geometry geometry, double start, double step, Comparator comparator) {
        return line(geometry, start, step, gradients(1, -2), hints(0, 1), comparator, 4);
    }

    /** Surprises 1 and −3 twice, P = 20. On [−1, 1] D² = (1 + |y₀|)²/2, on the line (u − y₀)²/2, times w as λ is. */
    @Test
    void theStepIsThatOfTheFormula() {
        Geometry heavy = new Euclidean(new Domain.Box(-1, 1), 4);

        assertThat(RegretTuned.step(game(RegretSetting.INTERVAL, 0.5, 1, at(0))))
                .isEqualTo(Math.sqrt(2.25 / 20));
        assertThat(RegretTuned.step(game(heavy, 0.5, 1, at(0)))).isCloseTo(4 * Math.sqrt(2.25 / 20), within(1e-15));
        assertThat(RegretTuned.step(game(RegretSetting.LINE, 0.5, 1, at(3)))).isEqualTo(Math.sqrt(6.25 / 20));
        assertThat(RegretTuned.step(line(RegretSetting.LINE, 0, 1, gradients(1), hints(1), at(3), 2)))
                .isInfinite();
    }

    /** A step that is off by a tenth is off by a tenth. */
    @Test
    void theHypothesisMeasuresTheRelativeErrorOfTheStep() {
        double step = Math.sqrt(6.25 / 20);
        Hypothesis<Game> tuned = hypothesis(RegretTuned.THEOREM.claim(), "tuned step");

        assertThat(tuned.margin().applyAsDouble(game(RegretSetting.LINE, 0.5, step, at(3))))
                .isBetween(0.0, 1e-12);
        assertThat(tuned.margin().applyAsDouble(game(RegretSetting.LINE, 0.5, 1.1 * step, at(3))))
                .isCloseTo(-0.1, within(1e-11));
        assertThat(tuned.margin().applyAsDouble(game(RegretSetting.LINE, 0.5, 0.9 * step, at(3))))
                .isCloseTo(-0.1, within(1e-11));
    }

    /** D = √2 on [−1, 1], so that L = √2/η; the largest surprise is 3. */
    @Test
    void theHypothesisOfBoundedSurprisesMeasuresThemAgainstTheirBound() {
        Hypothesis<Game> bounded = hypothesis(RegretAdaptiveStep.THEOREM.claim(), "surprises at most L");

        for (double bound : new double[] {2, 3, 12}) {
            Game game = game(RegretSetting.INTERVAL, 0, Math.sqrt(2) / bound, at(0));
            assertThat(bounded.margin().applyAsDouble(game)).isCloseTo(1 - 3 / bound, within(1e-11));
        }
        assertThat(bounded.margin()
                        .applyAsDouble(line(
                                RegretSetting.INTERVAL,
                                0,
                                8,
                                new Adversary.SignOfPoint(1),
                                RegretSetting.ZERO,
                                at(0),
                                1)))
                .isZero();
    }

    private static Hypothesis<Game> hypothesis(Claim<Game, ?, ?> claim, String name) {
        return claim.setting().hypotheses().stream()
                .filter(hypothesis -> hypothesis.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
