package org.theoremcheck.dualspace.descent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.dualspace.loss.Loss;
import org.theoremcheck.dualspace.model.Optimizer;
import org.theoremcheck.dualspace.model.Problem;
import org.theoremcheck.dualspace.preconditioner.Blockwise;

class MemorylessTest {

    private static final double[] GRADIENTS = {1, -3, 0.5, 40, 1e-6, -2, 7};

    private static Memoryless.Adam adam() {
        return new Memoryless.Adam(new Problem(
                new double[][] {{1, 0}},
                1,
                1,
                new double[][] {{0}},
                new double[][] {{2}, {5}},
                Loss.SQUARED,
                Blockwise.gradientDescent(),
                new double[] {0.25},
                9));
    }

    /** The mean of all gradients so far, one that is i rounds old with weight βⁱ. */
    private static double mean(int round, double decay, int power) {
        double sum = 0;
        double weights = 0;
        for (int i = 0; i <= round; i++) {
            double weight = Math.pow(decay, round - i);
            sum += weight * Math.pow(GRADIENTS[i], power);
            weights += weight;
        }
        return sum / weights;
    }

    @Test
    void adamMovesByTheWeightedMeanOverTheRootOfTheWeightedMeanOfSquares() {
        Memoryless.Adam adam = adam();
        double before = 2;
        for (int round = 0; round < GRADIENTS.length; round++) {
            double[] point = adam.step(new double[] {GRADIENTS[round], 0});
            double step = 0.25 * mean(round, 0.9, 1) / (Math.sqrt(mean(round, 0.999, 2)) + 1e-8);

            assertThat(before - point[0]).isCloseTo(step, within(1e-12));
            assertThat(point[1]).isEqualTo(5);
            before = point[0];
        }
    }

    @Test
    void adamOnOneGradientForEverIsSignDescentButForTheWidth() {
        Memoryless.Adam adam = adam();
        double[] point = {2, 5};
        for (int round = 0; round < 5; round++) {
            point = adam.step(new double[] {-3e-8, 1e9});
        }
        assertThat(point[0]).isCloseTo(2 + 5 * 0.25 * 3 / 4, within(1e-12));
        assertThat(point[1]).isCloseTo(5 - 5 * 0.25, within(1e-12));
    }

    /** From 1 with η = ½: each gradient moves by half of itself, and once more by half as much in each round that follows. */
    @Test
    void momentumGoesOnWithHalfOfWhatItDid() {
        Optimizer momentum = begun(Memoryless.THEOREM.claims().stream()
                .filter(claim -> claim.id().equals("memoryless-momentum"))
                .findFirst()
                .orElseThrow());

        assertThat(momentum.step(new double[] {8})).containsExactly(1 - 4);
        assertThat(momentum.step(new double[] {0})).containsExactly(1 - 4 - 2);
        assertThat(momentum.step(new double[] {-16})).containsExactly(1 - 4 - 2 + 8 - 1);
    }

    private static <I, S, E> Optimizer begun(Claim<I, S, E> control) {
        I witness = control.setting().families().get(0).draw(0, 0);
        return (Optimizer) control.setting().reference().begin(witness);
    }
}
