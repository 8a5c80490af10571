package org.theoremcheck.gradients;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * Σ v vᵀ over vectors that pass, on and above the diagonal. Each entry is summed in the order of the vectors, whatever the number of
 * threads.
 */
final class Gram {

    /** So many vectors are added at once: an entry is loaded and stored once for all of them. */
    private static final int TOGETHER = 4;

    /** So many numbers stay in the cache while all rows of the matrix pass over them. */
    private static final int CACHED = 1 << 14;

    private static final int STRIPES = 16;

    /** Columns that are gathered at once. */
    private static final int COLUMNS = 1 << 8;

    private final int order;
    private final double[][] rows;

    Gram(int order) {
        this.order = order;
        this.rows = new double[order][];
        Arrays.setAll(rows, i -> new double[order]);
    }

    /** That of GᵀG or GGᵀ, whichever is smaller, of a matrix of rows; both have the same eigenvalues but for zeros. */
    static Gram of(double[][] rows, Workers workers) {
        int width = rows[0].length;
        if (width <= rows.length) {
            Gram gram = new Gram(width);
            gram.add(rows, rows.length, workers);
            return gram;
        }
        Gram gram = new Gram(rows.length);
        double[][] columns = new double[Math.min(width, COLUMNS)][rows.length];
        for (int from = 0; from < width; from += COLUMNS) {
            int count = Math.min(COLUMNS, width - from);
            for (int t = 0; t < rows.length; t++) {
                for (int i = 0; i < count; i++) {
                    columns[i][t] = rows[t][from + i];
                }
            }
            gram.add(columns, count, workers);
        }
        return gram;
    }

    /**
     * Adds vectors.
     *
     * @param vectors at least so many
     * @param count how many
     */
    void add(double[][] vectors, int count, Workers workers) {
        int chunk = Math.max(TOGETHER, CACHED / order / TOGETHER * TOGETHER);
        int stripes = Math.min(order, STRIPES);
        // Row i is order − i long: a stripe of every so many rows has long ones and short ones.
        workers.share(stripes, stripe -> {
            for (int from = 0; from < count; from += chunk) {
                for (int i = stripe; i < order; i += stripes) {
                    add(i, vectors, from, Math.min(count, from + chunk));
                }
            }
        });
    }

    private void add(int i, double[][] vectors, int from, int to) {
        double[] row = rows[i];
        int v = from;
        for (; v + TOGETHER <= to; v += TOGETHER) {
            add(i, row, vectors[v], vectors[v + 1], vectors[v + 2], vectors[v + 3]);
        }
        for (; v < to; v++) {
            double[] vector = vectors[v];
            double share = vector[i];
            for (int j = i; j < order; j++) {
                row[j] += share * vector[j];
            }
        }
    }

    private void add(int i, double[] row, double[] first, double[] second, double[] third, double[] fourth) {
        double a = first[i];
        double b = second[i];
        double c = third[i];
        double d = fourth[i];
        for (int j = i; j < order; j++) {
            row[j] += a * first[j] + b * second[j] + c * third[j] + d * fourth[j];
        }
    }

    /** Σ ‖v‖². */
    double trace() {
        double trace = 0;
        for (int i = 0; i < order; i++) {
            trace += rows[i][i];
        }
        return trace;
    }

    /** ‖·‖²_F. */
    double squaredNorm() {
        double diagonal = 0;
        double above = 0;
        for (int i = 0; i < order; i++) {
            diagonal += rows[i][i] * rows[i][i];
            for (int j = i + 1; j < order; j++) {
                above += rows[i][j] * rows[i][j];
            }
        }
        return diagonal + 2 * above;
    }

    /** The eigenvalues, falling; rounding below zero is cut off. */
    double[] eigenvalues() {
        EigenDecomposition_F64<DMatrixRMaj> decomposition = DecompositionFactory_DDRM.eig(order, false, true);
        DMatrixRMaj whole = new DMatrixRMaj(order, order);
        for (int i = 0; i < order; i++) {
            for (int j = i; j < order; j++) {
                whole.set(i, j, rows[i][j]);
                whole.set(j, i, rows[i][j]);
            }
        }
        if (!decomposition.decompose(whole)) {
            throw new IllegalStateException(
                    "the eigenvalues of a symmetric matrix of order " + order + " did not converge");
        }
        double[] rising = new double[order];
        Arrays.setAll(rising, i -> Math.max(0, decomposition.getEigenvalue(i).real));
        Arrays.sort(rising);
        double[] falling = new double[order];
        Arrays.setAll(falling, i -> rising[order - 1 - i]);
        return falling;
    }
}
