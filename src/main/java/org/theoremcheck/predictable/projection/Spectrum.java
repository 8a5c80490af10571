package org.theoremcheck.predictable.projection;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;

/**
 * The singular values of a matrix, largest first. Each is off by at most a few max(n, d) u times the largest.
 *
 * @param values σ₁ ≥ σ₂ ≥ …
 */
record Spectrum(double[] values) {

    static Spectrum of(double[][] rows) {
        SingularValueDecomposition_F64<DMatrixRMaj> decomposition =
                DecompositionFactory_DDRM.svd(rows.length, rows[0].length, false, false, true);
        if (!decomposition.decompose(new DMatrixRMaj(rows))) {
            throw new ArithmeticException("the singular values did not converge");
        }
        double[] values = decomposition.getSingularValues().clone();
        Arrays.sort(values);
        double[] descending = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            descending[i] = values[values.length - 1 - i];
        }
        return new Spectrum(descending);
    }

    /** tail_r = Σ_{i>r} σᵢ², summed from the smallest. */
    double tail(int rank) {
        double tail = 0;
        for (int i = values.length - 1; i >= rank; i--) {
            tail += values[i] * values[i];
        }
        return tail;
    }

    /** Σ_{i>r} σᵢ⁴. */
    double fourthTail(int rank) {
        double tail = 0;
        for (int i = values.length - 1; i >= rank; i--) {
            tail += values[i] * values[i] * values[i] * values[i];
        }
        return tail;
    }

    /** r*(ε), the smallest r with tail_r ≤ ε tail₀. */
    int rank(double epsilon) {
        int rank = 0;
        while (rank < values.length && tail(rank) > epsilon * tail(0)) {
            rank++;
        }
        return rank;
    }
}
