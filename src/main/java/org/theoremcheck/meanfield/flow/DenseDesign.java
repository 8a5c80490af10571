package org.theoremcheck.meanfield.flow;

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
        columns = new Columns(d, n);
        for (int i = 0; i < n; i++) {
            rows.add(Columns.rounded(experiment.row(i)));
        }
        for (int j = 0; j < d; j++) {
            float[] column = new float[n];
            for (int i = 0; i < n; i++) {
                column[i] = rows.column(i)[j];
            }
            columns.add(column);
        }
    }

    @Override
    public double[][] coordinates(double[][] vectors) {
        return vectors;
    }

    @Override
    public double[][] vectors(double[][] coordinates) {
        return coordinates;
    }

    @Override
    public double[][] times(double[][] coordinates) {
        return columns.times(coordinates);
    }

    @Override
    public double[][] transposedTimes(double[][] g) {
        return rows.times(g);
    }
}
