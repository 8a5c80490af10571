package org.theoremcheck.dualspace.model;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.theoremcheck.dualspace.preconditioner.Blockwise;
import org.theoremcheck.dualspace.preconditioner.Blockwise.Partition;
import org.theoremcheck.dualspace.preconditioner.Preconditioner;
import org.theoremcheck.dualspace.preconditioner.Profile;

/** Optimizers with one thing wrong: the subjects that theorems must refute. */
public final class Slips {

    private Slips() {}

    /** Wₜ₊₁ = Wₜ + ηₜ ∇K(Gₜ). */
    public static Optimizer ascent(Problem problem) {
        double[] opposite = new double[problem.steps().length];
        for (int i = 0; i < opposite.length; i++) {
            opposite[i] = -problem.steps()[i];
        }
        return new DualSpaceDescent(problem.with(opposite));
    }

    /** Wₜ₊₁ = Wₜ − ηₜ · ηₜ ∇K(Gₜ): the learning rate is in the preconditioned gradient already. */
    public static Optimizer stepTwice(Problem problem) {
        double[] squares = new double[problem.steps().length];
        for (int i = 0; i < squares.length; i++) {
            squares[i] = problem.steps()[i] * problem.steps()[i];
        }
        return new DualSpaceDescent(problem.with(squares));
    }

    /** Normalizes or clips each entry by itself what is meant for a norm. */
    public static Optimizer elementwise(Problem problem) {
        Preconditioner preconditioner = problem.preconditioner();
        return new DualSpaceDescent(
                preconditioner instanceof Blockwise blockwise
                        ? problem.with(blockwise.over(Partition.ENTRIES))
                        : problem);
    }

    /** Descends along the signs of the gradient whatever K is. */
    public static Optimizer signs(Problem problem) {
        return new DualSpaceDescent(problem.with(Blockwise.elementwise(Profile.of(Profile.Shape.ABSOLUTE))));
    }

    /** Descends as if there were no preconditioner. */
    public static Optimizer plain(Problem problem) {
        return new DualSpaceDescent(problem.with(Blockwise.gradientDescent()));
    }

    /** Wₜ₊₁ = Wₜ − ηₜ Σᵢ ∇K(xᵢ sᵢᵀ): the gradients of the samples are preconditioned before they are summed. */
    public static final class PerSample implements Optimizer {

        private final Problem problem;
        private final LinearModel model;
        private final DMatrixRMaj point;
        private int round;

        public PerSample(Problem problem) {
            this.problem = problem;
            model = new LinearModel(problem);
            point = new DMatrixRMaj(problem.start());
        }

        @Override
        public double[] step(double[] gradient) {
            DMatrixRMaj slope = model.at(point).slope();
            DMatrixRMaj sum = new DMatrixRMaj(point.numRows, point.numCols);
            DMatrixRMaj ofSample = new DMatrixRMaj(point.numRows, point.numCols);
            for (int i = 0; i < problem.samples(); i++) {
                DMatrixRMaj sample = new DMatrixRMaj(new double[][] {problem.design()[i]});
                CommonOps_DDRM.multTransA(sample, CommonOps_DDRM.extractRow(slope, i, null), ofSample);
                CommonOps_DDRM.addEquals(sum, problem.preconditioner().gradient(ofSample));
            }
            CommonOps_DDRM.addEquals(point, -problem.step(round++), sum);
            return point.data.clone();
        }
    }
}
