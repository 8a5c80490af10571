package org.theoremcheck.gradients.log;

import java.io.IOException;
import java.util.List;
import java.util.Objects;

/**
 * Slabs, one below the other, of equally many columns: one matrix, or a vector a step.
 *
 * @param name as {@link GradientLog#name}
 * @param slabs at least one; either it is the only one, or each has one row
 * @param store the file, which is closed with the log
 */
record OpenLog(String name, List<Slab> slabs, Store store) implements GradientLog {

    OpenLog {
        slabs = List.copyOf(slabs);
    }

    @Override
    public int rows() {
        return slabs.size() == 1 ? slabs.get(0).rows() : slabs.size();
    }

    @Override
    public int columns() {
        return slabs.get(0).columns();
    }

    @Override
    public boolean byColumn() {
        return slabs.get(0).byColumn();
    }

    @Override
    public void read(int row, int rows, int column, int columns, double[][] target) throws IOException {
        Objects.checkFromIndexSize(row, rows, rows());
        Objects.checkFromIndexSize(column, columns, columns());
        Objects.checkFromIndexSize(0, rows, target.length);
        if (slabs.size() == 1) {
            slabs.get(0).read(row, rows, column, columns, target, 0);
        } else {
            for (int r = 0; r < rows; r++) {
                slabs.get(row + r).read(0, 1, column, columns, target, r);
            }
        }
    }

    @Override
    public void close() throws IOException {
        store.close();
    }
}
