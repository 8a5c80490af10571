package org.theoremcheck.quartic.objective;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.NormOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;

/** What eigenvalues and singular values say of minimizers. */
final class Spectra {

    /** Eigenvalues below this share of the largest one are zeros of the Hessian; those that are not lie far above. */
    private static final double ZERO = 1e-10;

    private Spectra() {}

    /** The smallest and the largest nonzero eigenvalue of a positive semidefinite matrix; empty where it is 0. */
    static double[] nonzero(DMatrixRMaj hessian) {
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(hessian.numRows, false, true);
        if (!eigen.decompose(hessian.copy())) {
            throw new IllegalArgumentException("a Hessian has an entry that is no number");
        }
        double most = 0;
        for (int i = 0; i < hessian.numRows; i++) {
            most = Math.max(most, eigen.getEigenvalue(i).getReal());
        }
        double least = most;
        for (int i = 0; i < hessian.numRows; i++) {
            double value = eigen.getEigenvalue(i).getReal();
            least = value > ZERO * most ? Math.min(least, value) : least;
        }
        return most == 0 ? new double[0] : new double[] {least, most};
    }

    /**
     * min ‖B − PR‖_F over matrices R with orthonormal rows (Procrustes): R = UWᵀ for the singular vectors of PᵀB. The difference is formed
     * before its norm, so that small distances keep their digits.
     *
     * @param factor B, d × k
     * @param planted P, d × r with r ≤ k
     */
    static double procrustes(DMatrixRMaj factor, DMatrixRMaj planted) {
        DMatrixRMaj product = new DMatrixRMaj(planted.numCols, factor.numCols);
        CommonOps_DDRM.multTransA(planted, factor, product);
        SingularValueDecomposition_F64<DMatrixRMaj> svd =
                DecompositionFactory_DDRM.svd(product.numRows, product.numCols, true, true, true);
        if (!svd.decompose(product)) {
            throw new IllegalArgumentException("a factor has an entry that is no number");
        }
        DMatrixRMaj rotation = new DMatrixRMaj(planted.numCols, factor.numCols);
        CommonOps_DDRM.mult(svd.getU(null, false), svd.getV(null, true), rotation);
        DMatrixRMaj difference = factor.copy();
        CommonOps_DDRM.multAdd(-1, planted, rotation, difference);
        return NormOps_DDRM.normF(difference);
    }
}
