package org.theoremcheck.meanfield.flow;

/**
 * Vectors of one length in single precision, and the two products with them. Every loop runs over neighbouring coordinates without a sum
 * across them, which HotSpot turns into vector instructions without changing a bit.
 *
 * <p>Rounding to 24 bits moves an entry by 6e-8 of its size, at random; what the flows are compared with is known to 1/√d, and d would
 * have to exceed 10¹⁰ for the two to be within a factor 100. Squares of lengths must stay within the range of single precision.
 */
final class Columns {

    /** Coordinates whose parts of a few columns stay in the first-level cache. */
    private static final int BLOCK = 1024;

    private final float[][] columns;
    private final int length;
    private int count;

    /** None yet, with room for so many. */
    Columns(int capacity, int length) {
        columns = new float[capacity][];
        this.length = length;
    }

    /** A vector to the nearest single-precision numbers. */
    static float[] rounded(double[] vector) {
        float[] rounded = new float[vector.length];
        for (int i = 0; i < vector.length; i++) {
            rounded[i] = (float) vector[i];
        }
        return rounded;
    }

    int count() {
        return count;
    }

    int capacity() {
        return columns.length;
    }

    int length() {
        return length;
    }

    float[] column(int index) {
        return columns[index];
    }

    /** Takes over the array as the next column. */
    void add(float[] column) {
        columns[count++] = column;
    }

    /** Σ cⱼ vⱼ for each of several c. */
    double[][] times(double[][] coefficients) {
        double[][] sums = new double[coefficients.length][length];
        for (int j = 0; j < sums.length; j++) {
            float[] sum = new float[length];
            addCombination(coefficients[j], sum);
            for (int i = 0; i < length; i++) {
                sums[j][i] = sum[i];
            }
        }
        return sums;
    }

    /** x ← x + Σ cⱼ vⱼ. */
    void addCombination(double[] coefficients, float[] x) {
        for (int from = 0; from < length; from += BLOCK) {
            int to = Math.min(from + BLOCK, length);
            int j = 0;
            for (; j + 4 <= count; j += 4) {
                addFour(j, coefficients, x, from, to);
            }
            for (; j < count; j++) {
                add((float) coefficients[j], columns[j], x, from, to);
            }
        }
    }

    private void addFour(int j, double[] coefficients, float[] x, int from, int to) {
        float[] v0 = columns[j];
        float[] v1 = columns[j + 1];
        float[] v2 = columns[j + 2];
        float[] v3 = columns[j + 3];
        float c0 = (float) coefficients[j];
        float c1 = (float) coefficients[j + 1];
        float c2 = (float) coefficients[j + 2];
        float c3 = (float) coefficients[j + 3];
        for (int i = from; i < to; i++) {
            x[i] += c0 * v0[i] + c1 * v1[i] + (c2 * v2[i] + c3 * v3[i]);
        }
    }

    /** x ← x + cv. */
    static void add(double c, float[] v, float[] x) {
        add((float) c, v, x, 0, x.length);
    }

    private static void add(float c, float[] v, float[] x, int from, int to) {
        for (int i = from; i < to; i++) {
            x[i] += c * v[i];
        }
    }

    /** ⟨vⱼ, x⟩ for all columns, and zeros in the room left. */
    double[] products(float[] x) {
        double[] products = new double[columns.length];
        for (int j = 0; j < count; j++) {
            products[j] = product(columns[j], x);
        }
        return products;
    }

    /** ⟨a, b⟩: four quarters at once into partial sums side by side, which are then added up in double precision. */
    static double product(float[] a, float[] b) {
        int quarter = a.length / 4;
        float[] partial = new float[Math.min(BLOCK, quarter)];
        for (int from = 0; from < quarter; from += BLOCK) {
            addProducts(a, b, from, quarter, Math.min(BLOCK, quarter - from), partial);
        }
        double sum = 0;
        for (float part : partial) {
            sum += part;
        }
        for (int i = 4 * quarter; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }

    private static void addProducts(float[] a, float[] b, int i0, int quarter, int size, float[] partial) {
        int i1 = i0 + quarter;
        int i2 = i1 + quarter;
        int i3 = i2 + quarter;
        for (int i = 0; i < size; i++) {
            partial[i] +=
                    a[i0 + i] * b[i0 + i] + a[i1 + i] * b[i1 + i] + (a[i2 + i] * b[i2 + i] + a[i3 + i] * b[i3 + i]);
        }
    }
}
