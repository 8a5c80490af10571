package org.theoremcheck.gradients.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A matrix of numbers in a file.
 *
 * @param store the file
 * @param offset of the first number, in bytes
 * @param type of each number
 * @param order of a number's bytes
 * @param rows at least 1
 * @param columns at least 1
 * @param byColumn whether the columns lie one after the other (Fortran order) rather than the rows (C order)
 */
record Slab(Store store, long offset, FloatType type, ByteOrder order, int rows, int columns, boolean byColumn) {

    /** Columns that are turned into rows at once: as many doubles as a cache line has. */
    static final int LANES = 8;

    /** Rows of which they are turned at once. */
    static final int STRIP = 2000;

    /** Bytes between the ends of two rows' parts that are sooner read than skipped by another system call. */
    private static final int GAP = 1 << 12;

    /**
     * A slab of the shape of an array: a row for each element along the first dimension, and the others in one.
     *
     * @param where names the array where it is no matrix
     */
    static Slab of(
            String where, Store store, long offset, FloatType type, ByteOrder order, Shape shape, boolean byColumn)
            throws BadLog {
        if (shape.dimensions() < 2) {
            throw new BadLog(where, "found shape " + shape + ", expected a matrix: a row a step");
        }
        checkNotEmpty(where, shape);
        if (byColumn && shape.dimensions() > 2) {
            throw new BadLog(
                    where,
                    "found shape " + shape
                            + " in Fortran order, expected a matrix: a row a step; save a.reshape(len(a), -1) instead");
        }
        return new Slab(
                store,
                offset,
                type,
                order,
                limited(where, shape, shape.sizes().get(0), "rows"),
                limited(where, shape, shape.width(where), "columns"),
                byColumn);
    }

    /**
     * A vector as a slab of one row.
     *
     * @param where names the array
     */
    static Slab vector(String where, Store store, long offset, FloatType type, ByteOrder order, Shape shape)
            throws BadLog {
        checkNotEmpty(where, shape);
        int columns = limited(where, shape, shape.sizes().get(0), "columns");
        return new Slab(store, offset, type, order, 1, columns, false);
    }

    private static void checkNotEmpty(String where, Shape shape) throws BadLog {
        if (shape.sizes().contains(0L)) {
            throw new BadLog(where, "found the empty shape " + shape + ", expected a matrix: a row a step");
        }
    }

    /** The same numbers at another place. */
    Slab movedTo(Store other, long place) {
        return new Slab(other, place, type, order, rows, columns, byColumn);
    }

    private static int limited(String where, Shape shape, long size, String what) throws BadLog {
        if (size > Integer.MAX_VALUE) {
            throw new BadLog(
                    where,
                    "found shape " + shape + " of " + size + " " + what + ", expected at most " + Integer.MAX_VALUE);
        }
        return (int) size;
    }

    /** Reads a block, the first row to {@code target[at]}. */
    void read(int row, int rows, int column, int columns, double[][] target, int at) throws IOException {
        Workspace space = store.lend();
        try {
            if (byColumn) {
                transpose(row, rows, column, columns, target, at, space);
            } else if (this.columns <= Workspace.capacity(type) && (this.columns - columns) * type.bytes() <= GAP) {
                sieve(row, rows, column, columns, target, at, space);
            } else {
                for (int r = 0; r < rows; r++) {
                    run((long) (row + r) * this.columns + column, columns, target[at + r], 0, space);
                }
            }
        } finally {
            store.giveBack(space);
        }
    }

    /** As many rows at once as there is room for, with what lies between. */
    private void sieve(int row, int rows, int column, int columns, double[][] target, int at, Workspace space)
            throws IOException {
        int most = Workspace.capacity(type) / this.columns;
        for (int r = 0; r < rows; r += most) {
            int some = Math.min(most, rows - r);
            long first = (long) (row + r) * this.columns + column;
            ByteBuffer bytes = load(first, (some - 1) * this.columns + columns, space);
            for (int i = 0; i < some; i++) {
                bytes.position(i * this.columns * type.bytes());
                type.decode(bytes, columns, space, target[at + r + i], 0);
            }
        }
    }

    /** A few columns at a time, so that whole cache lines of the target are written. */
    private void transpose(int row, int rows, int column, int columns, double[][] target, int at, Workspace space)
            throws IOException {
        double[] strips = space.strips();
        for (int c = 0; c < columns; c += LANES) {
            int lanes = Math.min(LANES, columns - c);
            for (int r = 0; r < rows; r += STRIP) {
                int strip = Math.min(STRIP, rows - r);
                for (int lane = 0; lane < lanes; lane++) {
                    run((long) (column + c + lane) * this.rows + row + r, strip, strips, lane * STRIP, space);
                }
                turn(strips, strip, lanes, target, at + r, c);
            }
        }
    }

    /** Writes columns as rows, in the columns from {@code column} on of the rows from {@code at} on. */
    private static void turn(double[] strips, int strip, int lanes, double[][] target, int at, int column) {
        if (lanes == LANES) {
            // The same loops as below, of a length that the compiler knows and unrolls: twice as fast.
            for (int i = 0; i < strip; i++) {
                double[] row = target[at + i];
                for (int lane = 0; lane < LANES; lane++) {
                    row[column + lane] = strips[lane * STRIP + i];
                }
            }
        } else {
            for (int i = 0; i < strip; i++) {
                double[] row = target[at + i];
                for (int lane = 0; lane < lanes; lane++) {
                    row[column + lane] = strips[lane * STRIP + i];
                }
            }
        }
    }

    /** Numbers that lie together in the file. */
    private void run(long first, int count, double[] target, int at, Workspace space) throws IOException {
        int piece;
        for (int done = 0; done < count; done += piece) {
            piece = Math.min(Workspace.capacity(type), count - done);
            type.decode(load(first + done, piece, space), piece, space, target, at + done);
        }
    }

    private ByteBuffer load(long first, int count, Workspace space) throws IOException {
        ByteBuffer bytes = space.bytes().clear().limit(count * type.bytes());
        store.read(offset + first * type.bytes(), bytes);
        return bytes.order(order);
    }
}
