package org.theoremcheck.meanfield.flow;

import java.util.Arrays;

/**
 * X in memory, of any law: 2nd flops a product with a vector. It is held twice in single precision, by columns for Xθ and by rows for Xᵀg,
 * so that both products add up whole vectors.
 */
final class DenseDesign implements Design {

    private final Columns columns;
    private final Columns rows;

    DenseDesign(Experiment experiment) {
        int n = experiment.samples();
        int d = experiment.dimension();
        rows = new Columns(n, d);
        for (int i = 0; i < n; i++) {
            rows.add(Pieces.of(experiment.row(i)));
        }
        columns = rows.transposed();
    }

    @Override
    public double[][] coordinates(double[][] vectors) {
        return vectors;
    }

    @Override
    public Pieces[] vectors(double[][] coordinates) {
        return Arrays.stream(coordinates).map(Pieces::of).toArray(Pieces[]::new);
    }

    @Override
    public Pieces[] times(double[][] coordinates) {
        return columns.times(coordinates);
    }

    @Override
    public double[][] transposedTimes(Pieces[] g) {
        return Pieces.toArrays(rows.times(Pieces.toArrays(g)));
    }
}
