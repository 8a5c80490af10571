package org.theoremcheck.dualspace.bias;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.theoremcheck.dualspace.model.EachStep;
import org.theoremcheck.dualspace.model.Matrices;
import org.theoremcheck.dualspace.model.Problem;
import org.theoremcheck.dualspace.model.Rollout.Step;
import org.theoremcheck.dualspace.model.RowSpace;
import org.theoremcheck.dualspace.model.State;
import org.theoremcheck.numeric.Rounding;

/**
 * Measures how far points are from W_GD = W₀ − X⁺R₀ and from the row space, with bounds of the rounding.
 *
 * <p>In exact arithmetic an optimizer with ∇K(G) = G M stays in the row space whatever Sₜ and M are: their errors do no harm. What leaves it
 * is the rounding of G = XᵀS, n products each, times ‖M‖; that of G M, k products each; and that of the step, a product and a sum. Over the
 * steps these add up to the drift.
 */
final class BiasMeter implements EachStep.Meter<Bias> {

    private final Problem problem;
    private final RowSpace space;
    private final double designNorm;
    private final double labelNorm;
    private final DMatrixRMaj start;
    private final DMatrixRMaj solution;
    private final DMatrixRMaj leastNorm;
    private final double solutionError;
    private double drift;
    private double largest;

    BiasMeter(Problem problem) {
        this.problem = problem;
        space = RowSpace.of(problem);
        designNorm = Matrices.norm(new DMatrixRMaj(problem.design()));
        labelNorm = Matrices.norm(new DMatrixRMaj(problem.labels()));
        State initial = problem.initial();
        start = initial.point();
        DMatrixRMaj way = space.pseudoInverse(initial.residual());
        solution = Matrices.minus(start, way);
        leastNorm = space.pseudoInverse(new DMatrixRMaj(problem.labels()));
        solutionError = pseudoInverseError(initial) + Rounding.UNIT * Matrices.norm(solution);
    }

    /** Error of X⁺R: of R, inner products of length d and a difference, over σₙ; and of X⁺. */
    private double pseudoInverseError(State state) {
        double ofResidual =
                Rounding.gamma(problem.dimension() + 1.0) * (designNorm * Matrices.norm(state.point()) + labelNorm);
        return (ofResidual + space.error() * Matrices.norm(state.residual())) / problem.smallest();
    }

    @Override
    public Bias read(Step step) {
        State after = step.after();
        drift += drift(step);
        // Points that were far away have left their rounding in the drift.
        largest = Math.max(largest, Matrices.norm(after.point()));
        DMatrixRMaj way = Matrices.minus(after.point(), start);
        DMatrixRMaj toSolution = Matrices.minus(after.point(), solution);
        double moved = Matrices.norm(way);
        double distance = Matrices.norm(toSolution);
        double residual = Matrices.norm(after.residual()) / problem.smallest();
        double ofDifference = Rounding.UNIT * (moved + distance);
        double ofInverse = pseudoInverseError(after);
        CommonOps_DDRM.subtractEquals(toSolution, space.pseudoInverse(after.residual()));
        double ofNorms = Rounding.gamma(way.data.length + 2.0);
        Bias.Budgets budgets = new Bias.Budgets(
                drift,
                drift + space.error() * moved + ofDifference + ofNorms * moved,
                drift + solutionError + ofInverse + ofDifference + ofNorms * (distance + residual),
                drift + solutionError + ofInverse + 2 * ofDifference + ofNorms * (distance + residual));
        return new Bias(
                moved,
                Matrices.norm(space.orthogonal(way)),
                distance,
                residual,
                Matrices.norm(toSolution),
                Matrices.distance(after.point(), leastNorm),
                budgets,
                (designNorm * (largest + Matrices.norm(start)) + labelNorm) / problem.smallest());
    }

    private double drift(Step step) {
        DMatrixRMaj gradient = step.before().gradient();
        double eta = Math.abs(step.eta());
        double amplification = problem.preconditioner().amplification(gradient);
        double ofGradient = Rounding.gamma(problem.samples())
                * designNorm
                * Matrices.norm(step.before().slope());
        double size = Math.sqrt(problem.outputs()) * amplification * Matrices.norm(gradient);
        return eta * (amplification * ofGradient + Rounding.gamma(problem.outputs() + 3.0) * size)
                + Rounding.UNIT * Matrices.norm(step.after().point());
    }
}
