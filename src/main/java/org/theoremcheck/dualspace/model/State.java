package org.theoremcheck.dualspace.model;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * A point and what follows from it.
 *
 * @param point W
 * @param residual R = XW − Y
 * @param slope S = ∇ℓ(R)
 * @param gradient G = XᵀS = ∇L(W)
 */
public record State(DMatrixRMaj point, DMatrixRMaj residual, DMatrixRMaj slope, DMatrixRMaj gradient) {

    /** The state at W. */
    public static State at(Problem problem, DMatrixRMaj point) {
        DMatrixRMaj design = new DMatrixRMaj(problem.design());
        DMatrixRMaj residual = new DMatrixRMaj(problem.samples(), problem.outputs());
        CommonOps_DDRM.mult(design, point, residual);
        CommonOps_DDRM.subtractEquals(residual, new DMatrixRMaj(problem.labels()));
        DMatrixRMaj slope = residual.copy();
        for (int i = 0; i < slope.data.length; i++) {
            slope.data[i] = problem.loss().derivative(slope.data[i]);
        }
        DMatrixRMaj gradient = new DMatrixRMaj(problem.dimension(), problem.outputs());
        CommonOps_DDRM.multTransA(design, slope, gradient);
        return new State(point, residual, slope, gradient);
    }

    /** ℓ(R). */
    public double loss(Problem problem) {
        double sum = 0;
        for (double entry : residual.data) {
            sum += problem.loss().value(entry);
        }
        return sum;
    }
}
