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
        for (int p = 0; p * Pieces.SIZE < length; p++) {
            int j = 0;
            for (; j + 4 <= count; j += 4) {
                scatterFour(p, j, transposed);
            }
            for (; j < count; j++) {
                float[] piece = columns[j].piece(p);
                for (int i = 0; i < piece.length; i++) {
                    transposed.piece(p * Pieces.SIZE + i, j)[j % Pieces.SIZE] = piece[i];
                }
            }
        }
        return transposed;
    }

    /** Four numbers for each vector that is fetched. The size of a piece is a multiple of four. */
    private void scatterFour(int p, int j, Columns transposed) {
        float[] v0 = columns[j].piece(p);
        float[] v1 = columns[j + 1].piece(p);
        float[] v2 = columns[j + 2].piece(p);
        float[] v3 = columns[j + 3].piece(p);
        int at = j % Pieces.SIZE;
        for (int i = 0; i < v0.length; i++) {
            float[] row = transposed.piece(p * Pieces.SIZE + i, j);
            row[at] = v0[i];
            row[at + 1] = v1[i];
            row[at + 2] = v2[i];
            row[at + 3] = v3[i];
        }
    }

    /** The piece of a column that holds a coordinate. */
    private float[] piece(int column, int coordinate) {
        return columns[column].piece(coordinate / Pieces.SIZE);
    }
}
