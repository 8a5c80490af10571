package org.theoremcheck.dualspace.model;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.theoremcheck.numeric.Vectors;

/** Norms and differences of matrices, in index order. */
public final class Matrices {

    private Matrices() {}

    /** ‖A‖_F. */
    public static double norm(DMatrixRMaj a) {
        return Vectors.norm(a.data);
    }

    /** ‖A − B‖_F. */
    public static double distance(DMatrixRMaj a, DMatrixRMaj b) {
        return Math.sqrt(Vectors.squaredDistance(a.data, b.data));
    }

    /** A − B as a new matrix. */
    public static DMatrixRMaj minus(DMatrixRMaj a, DMatrixRMaj b) {
        return CommonOps_DDRM.subtract(a, b, null);
    }

    /** ⟨A, B⟩. */
    public static double inner(DMatrixRMaj a, DMatrixRMaj b) {
        return Vectors.dot(a.data, b.data);
    }
}
