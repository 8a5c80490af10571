package org.theoremcheck.gradients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.theoremcheck.numeric.Vectors;

class SparseSignsTest {

    private static final int MAPS = 20_000;

    /** Two gradients of five coordinates, not parallel. */
    private static final double[][] GRADIENTS = {{3, 1, -1, 2, 0.5}, {0, 2, 1, -1, 4}};

    @Test
    void aCoordinateGoesToOnePlaceOfEachBlockWithWeightOneHalf() {
        double[] image = image(new SparseSigns(1, 64), new double[] {0, 0, 1, 0});

        for (int block = 0; block < 4; block++) {
            double[] places = Arrays.copyOfRange(image, 16 * block, 16 * (block + 1));
            assertThat(Vectors.sumNorm(places)).isEqualTo(0.5);
        }
        assertThat(Vectors.squaredNorm(image)).isEqualTo(1);
    }

    @Test
    void theMapIsLinearAndDoesNotDependOnHowCoordinatesArePassed() {
        SparseSigns map = new SparseSigns(5, 32);
        double[] whole = image(map, GRADIENTS[0]);
        double[] parts = new double[32];

        map.targets(0, 2).add(GRADIENTS[0], parts);
        map.targets(2, 3).add(Arrays.copyOfRange(GRADIENTS[0], 2, 5), parts);

        assertThat(parts).containsExactly(whole, within(1e-15));
        assertThat(image(map, Vectors.scaled(-8, GRADIENTS[0])))
                .containsExactly(Vectors.scaled(-8, whole), within(1e-14));
    }

    /**
     * Mean ‖A‖ and variance (2/k)(‖A‖²_F − ΣAᵢᵢ²) of the energy over maps. 20,000 maps leave relative errors of about √(2/20,000) = 1 % of the
     * variance (a little more: the law has heavier tails than the normal one); five of them are allowed, and controls lie at 30 % and more.
     */
    @ParameterizedTest
    @ValueSource(ints = {8, 64})
    void theEnergyHasMeanAndVarianceOfTheFormula(int places) {
        double energy = 0;
        double offDiagonal = 0;
        double diagonal = 0;
        for (int i = 0; i < 5; i++) {
            for (int j = 0; j < 5; j++) {
                double entry = GRADIENTS[0][i] * GRADIENTS[0][j] + GRADIENTS[1][i] * GRADIENTS[1][j];
                energy += i == j ? entry : 0;
                diagonal += i == j ? entry * entry : 0;
                offDiagonal += i == j ? 0 : entry * entry;
            }
        }
        double sum = 0;
        double squares = 0;
        for (int seed = 0; seed < MAPS; seed++) {
            double projected = 0;
            for (double[] gradient : GRADIENTS) {
                projected += Vectors.squaredNorm(image(new SparseSigns(seed, places), gradient));
            }
            sum += projected - energy;
            squares += (projected - energy) * (projected - energy);
        }
        double variance = 2 * offDiagonal / places;

        assertThat(sum / MAPS).isCloseTo(0, within(5 * Math.sqrt(variance / MAPS)));
        assertThat(squares / MAPS).isCloseTo(variance, within(0.1 * variance));
        assertThat(2 * (offDiagonal + diagonal) / places).as("a Gaussian map's").isGreaterThan(1.3 * variance);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 6, 255})
    void blocksAreOfEqualSize(int places) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SparseSigns(1, places))
                .withMessage("a projection to %d numbers, expected a positive multiple of 4", places);
    }

    private static double[] image(SparseSigns map, double[] gradient) {
        double[] image = new double[map.places()];
        map.targets(0, gradient.length).add(gradient, image);
        return image;
    }
}
