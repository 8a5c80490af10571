package org.theoremcheck.dualspace.model;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** XW = Y with its loss: the states at as many points as are asked for. */
public final class LinearModel {

    private final Problem problem;
    private final DMatrixRMaj design;
    private final DMatrixRMaj labels;

    public LinearModel(Problem problem) {
        this.problem = problem;
        this.design = new DMatrixRMaj(problem.design());
        this.labels = new DMatrixRMaj(problem.labels());
    }

    /** The state at W. */
    public State at(DMatrixRMaj point) {
        DMatrixRMaj residual = new DMatrixRMaj(problem.samples(), problem.outputs());
        CommonOps_DDRM.mult(design, point, residual);
        CommonOps_DDRM.subtractEquals(residual, labels);
        DMatrixRMaj slope = residual.copy();
        for (int i = 0; i < slope.data.length; i++) {
            slope.data[i] = problem.loss().derivative(slope.data[i]);
        }
        DMatrixRMaj gradient = new DMatrixRMaj(problem.dimension(), problem.outputs());
        CommonOps_DDRM.multTransA(design, slope, gradient);
        return new State(point, residual, slope, gradient);
    }
}
