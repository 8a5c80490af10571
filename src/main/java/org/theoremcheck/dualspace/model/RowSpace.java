package org.theoremcheck.dualspace.model;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.theoremcheck.numeric.Rounding;

/**
 * The row space of X and its pseudo-inverse, by the singular value decomposition X = U Σ Vᵀ of EJML; XXᵀ is not formed. How good the
 * decomposition is, is measured: with ρ = ‖X − UΣVᵀ‖ and the defects ω of UᵀU and VᵀV from I, a unit vector of the row space is Xᵀa with
 * ‖a‖ ≤ 1/σₙ, and (I − VVᵀ)Xᵀa is at most ρ/σₙ + ω; Wedin bounds the error of X⁺ by 2ρ/σₙ².
 */
public final class RowSpace {

    private final DMatrixRMaj left;
    private final DMatrixRMaj right;
    private final double[] values;
    private final double error;

    private RowSpace(DMatrixRMaj left, DMatrixRMaj right, double[] values, double error) {
        this.left = left;
        this.right = right;
        this.values = values;
        this.error = error;
    }

    /** The row space of the design of a problem. */
    public static RowSpace of(Problem problem) {
        return of(new DMatrixRMaj(problem.design()), problem.smallest());
    }

    /**
     * The row space of a matrix of full row rank.
     *
     * @param smallest lower bound of its singular values
     */
    public static RowSpace of(DMatrixRMaj design, double smallest) {
        var svd = DecompositionFactory_DDRM.svd(design.numRows, design.numCols, true, true, true);
        if (!svd.decompose(design.copy())) {
            throw new ArithmeticException("the singular values did not converge");
        }
        DMatrixRMaj left = svd.getU(null, false);
        DMatrixRMaj right = svd.getV(null, false);
        double[] values = svd.getSingularValues();
        DMatrixRMaj scaled = left.copy();
        CommonOps_DDRM.multCols(scaled, values);
        DMatrixRMaj rest = design.copy();
        CommonOps_DDRM.multAddTransB(-1, scaled, right, rest);
        double size = Matrices.norm(design);
        double residual = Matrices.norm(rest) + Rounding.gamma(design.numCols + 2.0) * 2 * size;
        double error = 2 * residual / smallest + defect(left) + defect(right);
        return new RowSpace(left, right, values, error);
    }

    /** ‖QᵀQ − I‖, with the rounding of its evaluation. */
    private static double defect(DMatrixRMaj vectors) {
        DMatrixRMaj gram = new DMatrixRMaj(vectors.numCols, vectors.numCols);
        CommonOps_DDRM.multInner(vectors, gram);
        for (int i = 0; i < gram.numCols; i++) {
            gram.add(i, i, -1);
        }
        return Matrices.norm(gram) + Rounding.gamma(vectors.numRows) * vectors.numCols;
    }

    /** Z − V Vᵀ Z, the part of Z that is orthogonal to the row space; off by at most {@link #error} ‖Z‖. */
    public DMatrixRMaj orthogonal(DMatrixRMaj matrix) {
        DMatrixRMaj coordinates = new DMatrixRMaj(right.numCols, matrix.numCols);
        CommonOps_DDRM.multTransA(right, matrix, coordinates);
        DMatrixRMaj rest = matrix.copy();
        CommonOps_DDRM.multAdd(-1, right, coordinates, rest);
        return rest;
    }

    /** X⁺R = V Σ⁻¹ Uᵀ R; off by at most {@link #error} ‖R‖/σₙ. */
    public DMatrixRMaj pseudoInverse(DMatrixRMaj matrix) {
        DMatrixRMaj coordinates = new DMatrixRMaj(left.numCols, matrix.numCols);
        CommonOps_DDRM.multTransA(left, matrix, coordinates);
        CommonOps_DDRM.divideRows(values, coordinates);
        DMatrixRMaj result = new DMatrixRMaj(right.numRows, matrix.numCols);
        CommonOps_DDRM.mult(right, coordinates, result);
        return result;
    }

    /** Bound on the relative error of both, the roundings of their products included. */
    public double error() {
        return error + Rounding.gamma(left.numRows + right.numRows + 4.0) * right.numCols;
    }
}
