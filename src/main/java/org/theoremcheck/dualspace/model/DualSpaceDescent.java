package org.theoremcheck.dualspace.model;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** Dual-space preconditioned gradient descent: Wₜ₊₁ = Wₜ − ηₜ ∇K(∇L(Wₜ)). */
public final class DualSpaceDescent implements Optimizer {

    private final Problem problem;
    private final DMatrixRMaj point;
    private int round;

    public DualSpaceDescent(Problem problem) {
        this.problem = problem;
        point = new DMatrixRMaj(problem.start());
    }

    @Override
    public double[] step(double[] gradient) {
        DMatrixRMaj matrix = DMatrixRMaj.wrap(point.numRows, point.numCols, gradient);
        CommonOps_DDRM.addEquals(
                point, -problem.step(round++), problem.preconditioner().gradient(matrix));
        return point.data.clone();
    }
}
