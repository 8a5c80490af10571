package org.theoremcheck.predictable.geometry;

import java.util.function.DoubleUnaryOperator;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * The eigenvalues and eigenvectors of a symmetric matrix that is given as a vector: the lower triangle row by row, off-diagonal
 * entries times √2, so that the inner product of vectors is that of matrices.
 *
 * @param values eigenvalues, in no particular order
 * @param vectors eigenvectors, in the order of the eigenvalues
 */
record Spectrum(double[] values, double[][] vectors) {

    private static final double ROOT = Math.sqrt(2);

    /** Order n of the matrices whose vectors have length n(n + 1)/2; 0 if there is none. */
    static int order(int dimension) {
        int order = (int) Math.sqrt(2.0 * dimension);
        return order * (order + 1) / 2 == dimension ? order : 0;
    }

    /** The decomposition by EJML; eigenvalues are exact for a matrix off by a small multiple of n u ‖X‖. */
    static Spectrum of(double[] vector) {
        int order = order(vector.length);
        DMatrixRMaj matrix = new DMatrixRMaj(order, order);
        int k = 0;
        for (int i = 0; i < order; i++) {
            for (int j = 0; j < i; j++, k++) {
                matrix.set(i, j, vector[k] / ROOT);
                matrix.set(j, i, vector[k] / ROOT);
            }
            matrix.set(i, i, vector[k++]);
        }
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(order, true, true);
        if (!eigen.decompose(matrix)) {
            throw new ArithmeticException("the eigenvalues of a symmetric matrix did not converge");
        }
        double[] values = new double[order];
        double[][] vectors = new double[order][];
        for (int i = 0; i < order; i++) {
            values[i] = eigen.getEigenvalue(i).getReal();
            vectors[i] = eigen.getEigenVector(i).data;
        }
        return new Spectrum(values, vectors);
    }

    /** Σ f(λᵢ) vᵢvᵢᵀ, as a vector. */
    double[] map(DoubleUnaryOperator function) {
        int order = values.length;
        double[] vector = new double[order * (order + 1) / 2];
        for (int e = 0; e < order; e++) {
            double value = function.applyAsDouble(values[e]);
            int k = 0;
            for (int i = 0; i < order; i++) {
                for (int j = 0; j < i; j++) {
                    vector[k++] += ROOT * value * vectors[e][i] * vectors[e][j];
                }
                vector[k++] += value * vectors[e][i] * vectors[e][i];
            }
        }
        return vector;
    }

    double smallest() {
        double smallest = Double.POSITIVE_INFINITY;
        for (double value : values) {
            smallest = Math.min(smallest, value);
        }
        return smallest;
    }

    double largest() {
        double largest = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            largest = Math.max(largest, value);
        }
        return largest;
    }
}
