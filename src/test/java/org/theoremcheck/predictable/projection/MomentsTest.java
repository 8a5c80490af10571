package org.theoremcheck.predictable.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.theoremcheck.predictable.projection.Energies.Moments;

class MomentsTest {

    private static final double[][] ROWS = {{2, -1, 0.5}, {0, 3, 1}};

    /** Against the sum over all 3^{kd} matrices of signs and zeros with their probabilities. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 6})
    void sparseSignsHaveTheMomentsOfAllTheirMatrices(int sparsity) {
        Moments moments = moments(new EntryLaw.SparseSigns(sparsity), 2);
        double[] central = enumerated(sparsity, 2, moments.energy());

        assertThat(central[1]).isCloseTo(0, within(1e-12));
        assertThat(central[2]).isCloseTo(moments.variance(), within(1e-12 * central[2]));
        assertThat(central[4]).isLessThanOrEqualTo(moments.fourth());
    }

    @Test
    void atSparsityThreeTheVarianceIsThatOfGaussians() {
        Moments moments = moments(new EntryLaw.SparseSigns(3), 2);

        assertThat(moments.variance()).isCloseTo(moments.gaussian(), within(1e-13));
        assertThat(moments(new EntryLaw.SparseSigns(6), 2).variance()).isGreaterThan(1.3 * moments.gaussian());
    }

    /** X = Σ sᵢ² χ²_k/k for orthogonal vectors of length sᵢ: second and fourth cumulant add up. */
    @Test
    void gaussiansHaveTheMomentsOfAMixtureOfChiSquares() {
        int k = 16;
        Moments moments = Moments.of(new Sketch(Sketches.GAUSSIAN, k, new double[][] {{2, 0}, {0, 1}}, 1, 1));
        double variance = 2.0 * (16 + 1) / k;
        double cumulant = 48.0 * (256 + 1) / (k * k * k);

        assertThat(moments.energy()).isEqualTo(5);
        assertThat(moments.variance()).isCloseTo(variance, within(1e-14));
        assertThat(moments.fourth()).isGreaterThanOrEqualTo(3 * variance * variance + cumulant);
        assertThat(moments.fourth()).isLessThan(1.2 * (3 * variance * variance + cumulant));
    }

    @Test
    void theEnergyOfOneVectorFluctuatesByTheRootOfTwoOverK() {
        Moments moments = Moments.of(new Sketch(Sketches.GAUSSIAN, 256, new double[][] {{1, 2, 2}}, 1, 1));

        assertThat(Math.sqrt(moments.variance()) / moments.energy()).isCloseTo(0.0884, within(5e-5));
    }

    /** One vector: with all entries of R aligned to it, X is its largest, and each of the k rows of R gives a k-th of that. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 6})
    void theScaleOfSparseSignsIsAThirdOfWhatARowOfTheMapCanGive(int sparsity) {
        double[][] row = {{2, -1, 0.5}};
        for (int k : new int[] {1, 4}) {
            Moments moments = Moments.of(new Sketch(new EntryLaw.SparseSigns(sparsity), k, row, 1, 1));
            double largest = 3.5 * 3.5 * sparsity;

            assertThat(3 * k * moments.scale()).isCloseTo(largest, within(1e-12));
        }
        Moments two = moments(new EntryLaw.SparseSigns(sparsity), 2);
        assertThat(6 * two.scale()).isCloseTo((3.5 * 3.5 + 4 * 4) * sparsity, within(1e-12));
    }

    /** Along an axis X = (s/k) Bin(k, 1/s), and a binomial number of variance v has the fourth moment 3v² + v(1 − 6v/n). */
    @ParameterizedTest
    @CsvSource({"50, 1", "50, 2", "200, 7", "1000, 40"})
    void theFourthMomentOfRareSignsIsNearlyThatOfABinomialNumber(int sparsity, int k) {
        Moments moments = Moments.of(new Sketch(new EntryLaw.SparseSigns(sparsity), k, new double[][] {{0, 2}}, 1, 1));
        double p = 1.0 / sparsity;
        double v = k * p * (1 - p);
        double fourth = StrictMath.pow(4.0 * sparsity / k, 4) * (3 * v * v + v * (1 - 6 * v / k));

        assertThat(moments.fourth() / fourth).isBetween(1.0, 1.3);
    }

    /** X of a unit vector is χ²ₖ/k, with the fourth moment 12/k² + 48/k³. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 16, 256})
    void theSpreadIsCutOffWhereItIsNearlyNeverAndItsTailIsThatOfItsVariance(int k) {
        Moments moments = Moments.of(new Sketch(Sketches.GAUSSIAN, k, new double[][] {{0.6, 0.8}}, 1, 50));
        double n = k;
        double fourth = 12 / (n * n) + 48 / (n * n * n);
        double never = 2 * StrictMath.exp(-20);
        double deviation = k * Math.sqrt(moments.cap());
        TailBound spread = moments.ofSpread();

        assertThat(TailBoundTest.outside(k, deviation)).isLessThan(never);
        assertThat(TailBoundTest.outside(k, deviation / 1.6)).isGreaterThan(never);
        assertThat(50 * spread.variance()).isBetween(fourth - 4 / (n * n), 1.0001 * fourth);
        assertThat(3 * 50 * spread.scale()).isCloseTo(moments.cap(), within(1e-12 * moments.cap()));
        assertThat(spread.bias() / moments.cap()).isBetween(beyond(moments) / moments.cap(), 1e-8);
    }

    /** ∫ 2e⁻ˣ d((√(2Vx) + cx)²) from 20 on, by the trapezoidal rule. */
    private static double beyond(Moments moments) {
        double sum = 0;
        double h = 1e-3;
        for (double x = 20; x < 60; x += h) {
            double here = Math.sqrt(2 * moments.variance() * x) + moments.scale() * x;
            double next = Math.sqrt(2 * moments.variance() * (x + h)) + moments.scale() * (x + h);
            sum += (StrictMath.exp(-x) + StrictMath.exp(-x - h)) * (next * next - here * here);
        }
        return sum;
    }

    private static Moments moments(EntryLaw law, int target) {
        return Moments.of(new Sketch(law, target, ROWS, 1, 1));
    }

    /** E (X − P)ʲ. */
    private static double[] enumerated(int sparsity, int target, double energy) {
        int entries = target * ROWS[0].length;
        double[] central = new double[5];
        double[] matrix = new double[entries];
        for (int code = 0; code < StrictMath.round(StrictMath.pow(3, entries)); code++) {
            double probability = 1;
            int rest = code;
            for (int i = 0; i < entries; i++) {
                int sign = rest % 3 - 1;
                rest /= 3;
                matrix[i] = sign * Math.sqrt(sparsity / (double) target);
                probability *= sign == 0 ? 1 - 1.0 / sparsity : 1 / (2.0 * sparsity);
            }
            double off = energy(matrix) - energy;
            for (int j = 0; j < central.length; j++) {
                central[j] += probability * StrictMath.pow(off, j);
            }
        }
        return central;
    }

    private static double energy(double[] matrix) {
        double energy = 0;
        for (double[] row : ROWS) {
            for (int i = 0; i < matrix.length; i += row.length) {
                double sum = 0;
                for (int j = 0; j < row.length; j++) {
                    sum += matrix[i + j] * row[j];
                }
                energy += sum * sum;
            }
        }
        return energy;
    }
}
