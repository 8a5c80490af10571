package org.theoremcheck.numeric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On small whole numbers, where no operation rounds, so that the order of a sum does not matter. */
class FloatsTest {

    /** 3ʲ: a sum of some of them tells which. */
    private static float[] powers(int count) {
        float[] powers = new float[count];
        for (int j = 0; j < count; j++) {
            powers[j] = j == 0 ? 1 : 3 * powers[j - 1];
        }
        return powers;
    }

    @Test
    void doublesAreRoundedAndWidenedAgain() {
        float[] rounded = Floats.of(new double[] {0.1, -2});

        assertThat(rounded).containsExactly(0.1f, -2);
        assertThat(Floats.toDoubles(new float[][] {rounded, {3, 4}})).isDeepEqualTo(new double[][] {{0.1f, -2}, {3, 4}
        });
    }

    @Test
    void aMultipleIsAddedOnAsManyPlacesAsThereAre() {
        float[] x = {1, 2, 3};

        Floats.add(-2, new float[] {5, 7}, x);

        assertThat(x).containsExactly(-9, -12, 3);
    }

    @Test
    void productsAreTakenElementByElement() {
        float[] x = {1, 2, 3};

        assertThat(Floats.products(new float[] {2, -3}, new float[] {5, 7, 9})).containsExactly(10, -21);
        Floats.addProducts(new float[] {2, -3}, new float[] {5, 7, 9}, x);
        assertThat(x).containsExactly(11, -19, 3);
    }

    /** (3ⁿ − 1)/2 is 1 + 3 + … + 3ⁿ⁻¹. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 4, 5, 7, 8, 11})
    void aSumIsThatOfAllPlacesHoweverManyThereAre(int count) {
        assertThat(Floats.sum(powers(count))).isEqualTo((StrictMath.pow(3, count) - 1) / 2);
    }

    /** Unit vectors, so that the combination shows its coefficients. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 4, 5, 8, 10})
    void aCombinationHasTheCoefficientsFromThePlaceGivenOn(int count) {
        float[][] unit = new float[count][count];
        float[] expected = new float[count];
        for (int j = 0; j < count; j++) {
            unit[j][j] = 2;
            expected[j] = 100 + 2 * powers(count + 1)[j + 1];
        }
        float[] x = new float[count];
        Arrays.fill(x, 100);

        Floats.addCombination(powers(count + 1), 1, unit, count, x);

        assertThat(x).containsExactly(expected);
    }
}
