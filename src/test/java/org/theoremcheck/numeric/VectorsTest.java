package org.theoremcheck.numeric;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VectorsTest {

    @Test
    void productsAndNormsOfWholeNumbersAreExact() {
        double[] a = {3, -4, 12};
        double[] b = {1, 2, -2};

        assertThat(Vectors.dot(a, b)).isEqualTo(-29);
        assertThat(Vectors.squaredNorm(a)).isEqualTo(169);
        assertThat(Vectors.norm(a)).isEqualTo(13);
        assertThat(Vectors.squaredDistance(a, b)).isEqualTo(4 + 36 + 196);
        assertThat(Vectors.largestDistance(a, b)).isEqualTo(14);
        assertThat(Vectors.sum(a)).isEqualTo(11);
        assertThat(Vectors.sumNorm(a)).isEqualTo(19);
        assertThat(Vectors.largest(a, b)).isEqualTo(12);
        assertThat(Vectors.largest(b, a)).isEqualTo(12);
        assertThat(Vectors.scaled(-2, a)).containsExactly(-6, 8, -24);
        assertThat(Vectors.difference(a, b)).containsExactly(2, -6, 14);
        assertThat(Vectors.map(a, x -> x * x)).containsExactly(9, 16, 144);
        assertThat(Vectors.filled(2, -0.5)).containsExactly(-0.5, -0.5);
        assertThat(a).containsExactly(3, -4, 12);
    }

    /** Powers of 3 times 2 or −2: no rounding, no two choices have the same sum, and a quotient is not a product. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 4, 5, 7, 8, 11})
    void aProductInChainsIsThatOfTheWholeNumbers(int count) {
        double[] powers = new double[count];
        double[] factors = new double[count + 2];
        double expected = 0;
        for (int i = 0; i < count; i++) {
            powers[i] = StrictMath.pow(3, i);
            factors[i + 2] = i % 3 == 0 ? -2 : 2;
            expected += i % 3 == 0 ? -2 * powers[i] : 2 * powers[i];
        }

        assertThat(Vectors.dotInChains(powers, factors, 2)).isEqualTo(expected);
    }

    @Test
    void innerProductsAreWithinGammaOfTheExactOnes() {
        SplittableRandom random = new SplittableRandom(2);
        for (int dimension = 1; dimension < 60; dimension++) {
            double[] a = random.doubles(dimension, -1, 1).toArray();
            double[] b = random.doubles(dimension, -1, 1).toArray();
            BigDecimal exact = BigDecimal.ZERO;
            double size = 0;
            for (int i = 0; i < dimension; i++) {
                exact = exact.add(new BigDecimal(a[i]).multiply(new BigDecimal(b[i])));
                size += Math.abs(a[i] * b[i]);
            }

            double error = exact.subtract(new BigDecimal(Vectors.dot(a, b))).doubleValue();
            assertThat(Math.abs(error)).isLessThanOrEqualTo(Rounding.gamma(dimension) * size);
        }
    }

    @Test
    void distancesDoNotCancel() {
        assertThat(Vectors.squaredDistance(new double[] {1 + 0x1p-30}, new double[] {1}))
                .isEqualTo(0x1p-60);
    }

    @Test
    void theFirstArgumentSaysTheDimension() {
        double[] two = {1, 1};
        double[] three = {1, 1, 1000};

        assertThat(Vectors.dot(two, three)).isEqualTo(2);
        assertThat(Vectors.squaredDistance(two, three)).isZero();
        assertThat(Vectors.largestDistance(two, three)).isZero();
    }

    @Test
    void ofEqualEntriesTheFirstIsTheSmallest() {
        assertThat(Vectors.smallestIndex(new double[] {2, -1, 5, -1})).isEqualTo(1);
        assertThat(Vectors.smallestIndex(new double[] {0})).isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void oneEntryThatIsNotFiniteIsEnough(double value) {
        assertThat(Vectors.finite(new double[] {0, Double.MAX_VALUE, -Double.MIN_VALUE}))
                .isTrue();
        assertThat(Vectors.finite(new double[] {0, value, 1})).isFalse();
    }
}
