package org.theoremcheck.predictable.regret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.theoremcheck.claim.Draw;
import org.theoremcheck.numeric.Vectors;

/** Sequences of one draw differ in what is made of the same rows. */
class ShapeTest {

    private static final Draw IN = new Draw(9, "shapes", 3);
    private static final int ROUNDS = 30;
    private static final double[][] GAUSSIAN = rows(Shape.GAUSSIAN);

    private static double[][] rows(Shape shape) {
        return shape.rows(IN, ROUNDS, 4);
    }

    @Test
    void rowsAreAsManyAsRoundsUnlessTheyRepeat() {
        for (Shape shape : Shape.values()) {
            int rows = switch (shape) {
                case CONSTANT -> 1;
                case ALTERNATING -> 2;
                default -> ROUNDS;
            };
            assertThat(rows(shape)).as("%s", shape).hasDimensions(rows, 4);
        }
    }

    @Test
    void signsAreSigns() {
        for (double[] row : rows(Shape.SIGNS)) {
            assertThat(Vectors.map(row, Math::abs)).containsOnly(1);
        }
    }

    @Test
    void alternatingRowsAreOppositeAndConstantOnesTheFirst() {
        double[][] alternating = rows(Shape.ALTERNATING);

        assertThat(rows(Shape.CONSTANT)[0]).containsExactly(GAUSSIAN[0]);
        assertThat(alternating[0]).containsExactly(GAUSSIAN[0]);
        assertThat(alternating[1]).containsExactly(Vectors.scaled(-1, GAUSSIAN[0]));
    }

    @Test
    void stepsOfARandomWalkAreIndependentNormals() {
        double[][] walk = rows(Shape.RANDOM_WALK);

        assertThat(walk[0]).containsExactly(GAUSSIAN[0]);
        for (int t = 1; t < ROUNDS; t++) {
            assertThat(Vectors.difference(walk[t], walk[t - 1])).containsExactly(GAUSSIAN[t], within(1e-14));
        }
    }

    /** rₜ₊₁ + rₜ₋₁ = 2 cos ω rₜ, from v, with r₁ = v cos ω + w sin ω. */
    @Test
    void sinusoidsSolveTheirDifferenceEquation() {
        double[][] wave = rows(Shape.SINUSOID);
        double frequency = IN.uniform("frequency", 0.05, 3);

        assertThat(wave[0]).containsExactly(GAUSSIAN[0]);
        for (int i = 0; i < 4; i++) {
            assertThat((wave[1][i] - Math.cos(frequency) * GAUSSIAN[0][i]) / Math.sin(frequency))
                    .isCloseTo(GAUSSIAN[1][i], within(1e-13));
            for (int t = 1; t + 1 < ROUNDS; t++) {
                assertThat(wave[t + 1][i] + wave[t - 1][i])
                        .isCloseTo(2 * Math.cos(frequency) * wave[t][i], within(1e-13));
            }
        }
    }

    @Test
    void switchingRowsAreHeldAndComeBack() {
        int hold = IN.integer("hold", 2, 10);
        double[][] rows = rows(Shape.SWITCHING);

        for (int t = 0; t < ROUNDS; t++) {
            boolean first = t < hold || (t >= 2 * hold && t < 3 * hold);
            if (t < 3 * hold) {
                assertThat(rows[t]).containsExactly(GAUSSIAN[first ? 0 : 1]);
            }
        }
    }

    @Test
    void heavyTailedRowsAreRatiosOfNormalsUpToFifty() {
        for (int index = 0; index < 40; index++) {
            Draw in = new Draw(9, "tails", index);
            double[][] rows = Shape.HEAVY_TAILED.rows(in, 2, 3);
            double[][] normals = Shape.GAUSSIAN.rows(in, 2, 3);
            for (int t = 0; t < 2; t++) {
                double spread = Math.abs(in.gaussians("spread", t, 1)[0]);
                double ratio = rows[t][0] / normals[t][0];
                assertThat(ratio).isCloseTo(Math.min(50, 1 / spread), within(1e-12 * ratio));
                assertThat(Vectors.scaled(ratio, normals[t])).containsExactly(rows[t], within(1e-11));
            }
        }
    }

    @Test
    void rowsOfLowRankAreMultiplesOfADirectionAndATenthOfNoise() {
        double[] direction = IN.gaussians("direction", 0, 4);
        double[][] rows = rows(Shape.LOW_RANK);
        for (int t = 0; t < ROUNDS; t++) {
            double[] multiple = Vectors.difference(rows[t], Vectors.scaled(0.1, GAUSSIAN[t]));
            double weight = IN.gaussians("weight", t, 1)[0];
            assertThat(multiple).containsExactly(Vectors.scaled(weight, direction), within(1e-14));
        }
    }
}
