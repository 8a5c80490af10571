package org.theoremcheck.quartic.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.quartic.descent.Descender;
import org.theoremcheck.quartic.descent.Problem;
import org.theoremcheck.quartic.objective.Flat;
import org.theoremcheck.quartic.objective.Separable;

/** What becomes of the distance where f is flat, against numbers of an independent implementation. */
class DistanceTest {

    private static final Claim<Problem, Descender, EpochRatios.Ratios> CLAIM = EpochRatios.THEOREM.claim();

    private static EpochRatios.Ratios play(Problem problem) {
        return CLAIM.setting().referee().play(problem, CLAIM.setting().reference());
    }

    /** Gap × 0.364 an epoch, and the distance after forty epochs 0.79 of that after twenty, from a start that is not known. */
    @Test
    void onAFlatRavineTheGapFallsLinearlyAndTheDistanceDoesNot() {
        EpochRatios.Ratios ratios = play(Problem.of(new Flat(), new double[] {0.5, 0.5}, 0.25, 60, 40));

        assertThat(ratios.fall()).isCloseTo(0.79, within(0.02));
        assertThat(ratios.gap()[1]).isCloseTo(0.364, within(0.005));
    }

    @Test
    void onAQuarticRavineTheDistanceFallsByThreeQuartersAnEpoch() {
        EpochRatios.Ratios ratios = play(Problem.of(Separable.ravine(2, 1, 4), new double[] {0.5, 0.4}, 0.25, 60, 40));

        assertThat(ratios.fall()).isBetween(0.999 * Math.pow(0.75, 20), Math.pow(0.75, 20));
    }
}
