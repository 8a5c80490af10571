package org.theoremcheck.predictable.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.theoremcheck.numeric.Enclosure;

/** Of matrices of order two, whose eigenvalues are the mean of the diagonal plus and minus a root. */
class EnclosedSpectrumTest {

    private static final double WIDTH = 1e-3;
    private static final double[] MATRIX = {0.5, 0.3, -0.25};
    private static final double[] POSITIVE = {1.5, 0.3, 0.75};

    private static EnclosedSpectrum around(double width, double... vector) {
        Enclosure[] entries = new Enclosure[vector.length];
        for (int i = 0; i < entries.length; i++) {
            Enclosure gap = Enclosure.of(width);
            Enclosure middle = Enclosure.of(vector[i]);
            entries[i] = new Enclosure(middle.minus(gap).low(), middle.plus(gap).high());
        }
        return EnclosedSpectrum.of(entries);
    }

    /** The smaller one first. */
    private static double[] eigenvalues(double[] vector) {
        double mean = (vector[0] + vector[2]) / 2;
        double root = Math.hypot((vector[0] - vector[2]) / 2, vector[1] / Math.sqrt(2));
        return new double[] {mean - root, mean + root};
    }

    /** At all corners, and no wider than so many times what the entries are uncertain. */
    private static void assertTight(
            double[] vector, Enclosure enclosure, ToDoubleFunction<double[]> function, double factor) {
        for (int bits = 0; bits < 8; bits++) {
            double[] corner = vector.clone();
            for (int i = 0; i < corner.length; i++) {
                corner[i] += (bits >> i & 1) == 0 ? -WIDTH : WIDTH;
            }
            assertThat(enclosure.contains(BigDecimal.valueOf(function.applyAsDouble(corner))))
                    .isTrue();
        }
        assertThat(enclosure.high().subtract(enclosure.low()).doubleValue()).isLessThan(factor * WIDTH);
    }

    private static double entropy(double[] vector) {
        double[] values = eigenvalues(vector);
        return values[0] * Math.log(values[0]) + values[1] * Math.log(values[1]);
    }

    @Test
    void functionsOfAnUncertainMatrixAreEnclosed() {
        EnclosedSpectrum uncertain = around(WIDTH, MATRIX);
        assertTight(MATRIX, uncertain.trace(), vector -> vector[0] + vector[2], 5);
        assertTight(MATRIX, uncertain.traceNorm(), vector -> eigenvalues(vector)[1] - eigenvalues(vector)[0], 20);
        assertTight(MATRIX, uncertain.spectralNorm(), vector -> eigenvalues(vector)[1], 10);
        assertTight(POSITIVE, around(WIDTH, POSITIVE).entropy(), EnclosedSpectrumTest::entropy, 20);
    }

    /** The largest entropy in size, −1/e, is reached inside the interval of the eigenvalue and not at its ends. */
    @Test
    void theEntropyTurnsAtTheReciprocalOfE() {
        double turn = Math.exp(-1);
        Enclosure least = Enclosure.ONE.negated().exp().negated();

        assertThat(around(WIDTH, turn).entropy().low()).isEqualTo(least.low());
        assertThat(around(0, turn / 2, 0, 1).entropy().middle()).isEqualTo(turn / 2 * Math.log(turn / 2));
        assertThat(around(0, 2 * turn, 0, 1).entropy().middle()).isEqualTo(2 * turn * Math.log(2 * turn));
    }

    /** tr U ln X for U = I is ln det X. */
    @Test
    void theCrossEntropyOfTheIdentityIsTheLogarithmOfTheDeterminant() {
        assertTight(
                POSITIVE,
                around(WIDTH, POSITIVE).crossEntropy(around(0, 1, 0, 1)),
                vector -> Math.log(vector[0] * vector[2] - vector[1] * vector[1] / 2),
                30);
    }

    @Test
    void thereIsNoLogarithmOfAMatrixThatMayBeSingular() {
        EnclosedSpectrum identity = around(0, 1, 0, 1);
        EnclosedSpectrum nearlySingular = around(WIDTH, 1, 0, WIDTH / 2);

        assertThatThrownBy(() -> nearlySingular.crossEntropy(identity))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("the logarithm of a matrix that is not known to be positive definite");
    }

    /** B(X, cX) = tr X (−ln c) − tr X + c tr X. */
    @Test
    void theDivergenceOfAMultipleCountsItsTrace() {
        double[] x = {0.5, 0.25, 0.5};
        double[] twice = {1, 0.5, 1};

        assertThat(new VonNeumann().exactDivergence(x, twice).middle()).isEqualTo(1 - Math.log(2));
    }
}
