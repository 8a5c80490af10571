package org.theoremcheck.dualspace.model;

import org.ejml.data.DMatrixRMaj;

/**
 * A point and what follows from it.
 *
 * @param point W
 * @param residual R = XW − Y
 * @param slope S = ∇ℓ(R)
 * @param gradient G = XᵀS = ∇L(W)
 */
public record State(DMatrixRMaj point, DMatrixRMaj residual, DMatrixRMaj slope, DMatrixRMaj gradient) {

    /** ℓ(R). */
    public double loss(Problem problem) {
        double sum = 0;
        for (double entry : residual.data) {
            sum += problem.loss().value(entry);
        }
        return sum;
    }
}
