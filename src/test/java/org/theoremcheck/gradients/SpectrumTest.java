package org.theoremcheck.gradients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpectrumTest {

    private final Workers workers = new Workers(2);

    @AfterEach
    void close() {
        workers.close();
    }

    /** Commons Math decomposes the increments themselves. */
    @ParameterizedTest
    @CsvSource({"40, 7", "12, 300", "33, 32", "2, 5", "1100, 3"})
    void energiesAreTheSquaredSingularValuesOfTheIncrements(int rows, int columns) {
        double[][] gradients = ArrayLog.drifting(rows, columns, false).gradients();
        double[][] steps = new double[rows - 1][columns];
        for (int t = 0; t + 1 < rows; t++) {
            for (int i = 0; i < columns; i++) {
                steps[t][i] = gradients[t + 1][i] - gradients[t][i];
            }
        }
        double[] values = new SingularValueDecomposition(new Array2DRowRealMatrix(steps)).getSingularValues();

        Spectrum spectrum = Spectrum.of(gradients, workers);

        assertThat(spectrum.cap()).isEqualTo(Math.min(rows - 1, columns));
        double total = 0;
        for (int i = 0; i < spectrum.cap(); i++) {
            assertThat(spectrum.energies()[i]).isCloseTo(values[i] * values[i], within(spectrum.error()));
            total += values[i] * values[i];
        }
        assertThat(spectrum.total()).isCloseTo(total, within(1e-12 * total));
    }

    @Test
    void theRankIsTheLeastThatLeavesOutNoMoreThanItsShare() {
        Spectrum spectrum = spectrum(8, 4, 2, 1, 1);

        assertThat(spectrum.rank(0.6)).isOne();
        assertThat(spectrum.rank(0.3)).isEqualTo(2);
        assertThat(spectrum.rank(0.06)).isEqualTo(5);
        assertThat(spectrum.rank(0.07)).isEqualTo(4);
        assertThat(spectrum.tail(2)).isEqualTo(4);
    }

    @Test
    void aTailThatMeetsItsShareWithinRoundingIsANearTie() {
        Spectrum spectrum = spectrum(8, 4, 2, 1, 1);

        assertThat(spectrum.isTie(0.5)).isTrue();
        assertThat(spectrum.isTie(0.5 + 1e-13)).isTrue();
        assertThat(spectrum.isTie(0.5 - 1e-13)).isTrue();
        assertThat(spectrum.isTie(0.49)).isFalse();
        assertThat(spectrum.isTie(0.51)).isFalse();
    }

    @Test
    void gradientsThatNeverChangeHaveRankZeroAndNoTie() {
        Spectrum still = Spectrum.of(new double[][] {{3, 4}, {3, 4}, {3, 4}}, workers);

        assertThat(still.rank(0.01)).isZero();
        assertThat(still.isTie(0.01)).isFalse();
        assertThat(still.fractions()).containsOnly(0);
    }

    private static Spectrum spectrum(double... energies) {
        return new Spectrum(energies, java.util.Arrays.stream(energies).sum(), 1e-11);
    }
}
