package org.theoremcheck.meanfield.flow;

import java.util.Arrays;
import org.theoremcheck.numeric.Floats;
import org.theoremcheck.numeric.RandomStream;

/**
 * A vector in single precision, cut into pieces of 2048 coordinates and a last one of what is left.
 *
 * <p>Loops go over a piece of each vector involved, all at the same index and without a sum across coordinates: that is what HotSpot turns into
 * vector instructions, and they do not change a bit. A sum over coordinates runs in many partial sums side by side, added up at the end.
 *
 * <p>Rounding to 24 bits moves a coordinate by 6e-8 of its size, at random; what the flows are compared with is known to 1/√d, and d would have
 * to exceed 10¹⁰ for the two to be within a factor 100. Squares of lengths must stay within the range of single precision.
 */
final class Pieces {

    /** Few enough for parts of five vectors to stay in a first-level cache; long pieces are read faster. */
    static final int SIZE = 2048;

    private final float[][] pieces;
    private final int length;

    /** Zero. */
    Pieces(int length) {
        this.length = length;
        pieces = new float[(length + SIZE - 1) / SIZE][];
        for (int p = 0; p < pieces.length; p++) {
            pieces[p] = new float[Math.min(SIZE, length - p * SIZE)];
        }
    }

    /** A vector rounded to single precision. */
    static Pieces of(double[] vector) {
        Pieces result = new Pieces(vector.length);
        for (int p = 0; p < result.pieces.length; p++) {
            float[] piece = result.pieces[p];
            for (int i = 0; i < piece.length; i++) {
                piece[i] = (float) vector[p * SIZE + i];
            }
        }
        return result;
    }

    /** Normal numbers N(0, σ²) from a stream. */
    static Pieces gaussian(long key, double deviation, int length) {
        Pieces result = new Pieces(length);
        for (int p = 0; p < result.pieces.length; p++) {
            float[] piece = result.pieces[p];
            for (int i = 0; i < piece.length; i++) {
                piece[i] = (float) (deviation * RandomStream.gaussian(key, p * SIZE + i));
            }
        }
        return result;
    }

    /** How many pieces there are. */
    int count() {
        return pieces.length;
    }

    /** A piece to read and write. */
    float[] piece(int index) {
        return pieces[index];
    }

    /** The same numbers as arrays. */
    static double[][] toArrays(Pieces[] vectors) {
        return Arrays.stream(vectors).map(Pieces::toArray).toArray(double[][]::new);
    }

    /** The same numbers as an array. */
    double[] toArray() {
        double[] vector = new double[length];
        for (int p = 0; p < pieces.length; p++) {
            float[] piece = pieces[p];
            for (int i = 0; i < piece.length; i++) {
                vector[p * SIZE + i] = piece[i];
            }
        }
        return vector;
    }

    /** x ← cx. */
    void scale(double factor) {
        for (float[] piece : pieces) {
            for (int i = 0; i < piece.length; i++) {
                piece[i] *= (float) factor;
            }
        }
    }

    /** x ← x + cv. */
    void add(double c, Pieces v) {
        for (int p = 0; p < pieces.length; p++) {
            Floats.add((float) c, v.pieces[p], pieces[p]);
        }
    }

    /** x ← x + Σ cⱼ vⱼ over the leading columns. */
    void addCombination(double[] coefficients, Pieces[] columns, int count) {
        float[] single = Floats.of(coefficients);
        float[][] vectors = new float[count][];
        for (int p = 0; p < pieces.length; p++) {
            for (int j = 0; j < count; j++) {
                vectors[j] = columns[j].pieces[p];
            }
            Floats.addCombination(single, 0, vectors, count, pieces[p]);
        }
    }

    /** ⟨x, v⟩. */
    double dot(Pieces v) {
        float[][] a = pieces;
        float[][] b = v.pieces;
        float[] sums = new float[Math.min(SIZE, length)];
        int p = 0;
        for (; (p + 4) * SIZE <= length; p += 4) {
            addFourProducts(a[p], b[p], a[p + 1], b[p + 1], a[p + 2], b[p + 2], a[p + 3], b[p + 3], sums);
        }
        for (; p < a.length; p++) {
            Floats.addProducts(a[p], b[p], sums);
        }
        return Floats.sum(sums);
    }

    private static void addFourProducts(
            float[] a0,
            float[] b0,
            float[] a1,
            float[] b1,
            float[] a2,
            float[] b2,
            float[] a3,
            float[] b3,
            float[] sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += a0[i] * b0[i] + a1[i] * b1[i] + (a2[i] * b2[i] + a3[i] * b3[i]);
        }
    }
}
