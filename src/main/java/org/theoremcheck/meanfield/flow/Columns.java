package org.theoremcheck.meanfield.flow;

/** A matrix A that grows by columns. */
final class Columns {

    private final Pieces[] columns;
    private final int length;
    private int count;

    /** No column yet, with room for so many. */
    Columns(int capacity, int length) {
        columns = new Pieces[capacity];
        this.length = length;
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

    Pieces last() {
        return columns[count - 1];
    }

    /** Takes over the next column. */
    void add(Pieces column) {
        columns[count++] = column;
    }

    /** AC, for C by columns. */
    Pieces[] times(double[][] coefficients) {
        Pieces[] sums = new Pieces[coefficients.length];
        for (int j = 0; j < sums.length; j++) {
            sums[j] = new Pieces(length);
            addCombination(coefficients[j], sums[j]);
        }
        return sums;
    }

    /** x ← x + Ac. */
    void addCombination(double[] coefficients, Pieces x) {
        x.addCombination(coefficients, columns, count);
    }

    /** Aᵀx, and zeros in the room left. */
    double[] products(Pieces x) {
        double[] products = new double[columns.length];
        for (int j = 0; j < count; j++) {
            products[j] = columns[j].dot(x);
        }
        return products;
    }

    /** Aᵀ. */
    Columns transposed() {
        Columns transposed = new Columns(length, count);
        for (int i = 0; i < length; i++) {
            transposed.add(new Pieces(count));
        }
        for (int p = 0; p < columns[0].count(); p++) {
            for (int j = 0; j < count; j++) {
                float[] piece = columns[j].piece(p);
                for (int i = 0; i < piece.length; i++) {
                    transposed.columns[p * Pieces.SIZE + i].set(j, piece[i]);
                }
            }
        }
        return transposed;
    }
}
