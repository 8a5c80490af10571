package org.theoremcheck.meanfield.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.theoremcheck.numeric.RandomStream;
import org.theoremcheck.numeric.Vectors;

/** Products in pieces of single precision against Commons Math in double precision, at lengths around the ends of pieces. */
class ColumnsTest {

    /** Half a unit in the last place of a number of single precision, relative to it. */
    private static final double ROUNDING = 0x1p-24;

    @ParameterizedTest
    @CsvSource({"1, 1", "3, 2", "2047, 5", "2048, 4", "2049, 9", "8192, 3", "8197, 6", "20000, 2"})
    void productsAreThoseOfTheMatrix(int length, int count) {
        Columns columns = columns(length, count);
        RealMatrix a = matrix(columns);
        RealMatrix sizes = MatrixUtils.createRealMatrix(
                Arrays.stream(a.getData()).map(ColumnsTest::sizes).toArray(double[][]::new));
        double[] c = Pieces.gaussian(31, 1, count).toArray();
        Pieces x = Pieces.gaussian(32, 1, length);

        double[] sum = columns.times(new double[][] {c})[0].toArray();
        double[] products = columns.products(x);

        double[] expectedSum = a.operate(c);
        double[] sizeOfSum = sizes.operate(sizes(c));
        for (int i = 0; i < length; i++) {
            // A product and at most as many additions as there are columns.
            assertThat(sum[i]).isCloseTo(expectedSum[i], within((count + 1) * ROUNDING * sizeOfSum[i]));
        }
        double[] expectedProducts = a.preMultiply(x.toArray());
        double[] sizeOfProducts = sizes.preMultiply(sizes(x.toArray()));
        for (int j = 0; j < count; j++) {
            // A partial sum takes one product from each piece, and adds up to three of them before.
            assertThat(products[j])
                    .isCloseTo(expectedProducts[j], within((length / 2048 + 4) * ROUNDING * sizeOfProducts[j]));
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "5, 3", "2048, 4", "2049, 7", "6, 2051"})
    void transposingMovesEveryNumberAndChangesNone(int length, int count) {
        Columns columns = columns(length, count);

        assertThat(matrix(columns.transposed())).isEqualTo(matrix(columns).transpose());
    }

    @Test
    void normalNumbersAreThoseOfTheStreamInTheirOrder() {
        double[] numbers = Pieces.gaussian(33, 1.5, 5000).toArray();

        for (int i = 0; i < 5000; i++) {
            double expected = 1.5 * RandomStream.gaussian(33, i);
            assertThat(numbers[i]).isCloseTo(expected, within(ROUNDING * Math.abs(expected)));
        }
    }

    private static Columns columns(int length, int count) {
        Columns columns = new Columns(count, length);
        for (int j = 0; j < count; j++) {
            columns.add(Pieces.gaussian(RandomStream.key(30, "column", j), 1, length));
        }
        return columns;
    }

    private static RealMatrix matrix(Columns columns) {
        double[][] rows = new double[columns.count()][];
        for (int j = 0; j < rows.length; j++) {
            double[] unit = new double[rows.length];
            unit[j] = 1;
            rows[j] = columns.times(new double[][] {unit})[0].toArray();
        }
        return MatrixUtils.createRealMatrix(rows).transpose();
    }

    private static double[] sizes(double[] numbers) {
        return Vectors.map(numbers, Math::abs);
    }
}
