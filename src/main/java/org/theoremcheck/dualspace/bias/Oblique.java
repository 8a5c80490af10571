package org.theoremcheck.dualspace.bias;

import java.util.Map;
import java.util.function.Function;
import org.ejml.data.DMatrixRMaj;
import org.theoremcheck.dualspace.model.EachStep;
import org.theoremcheck.dualspace.model.ExactState;
import org.theoremcheck.dualspace.model.Matrices;
import org.theoremcheck.dualspace.model.Problem;
import org.theoremcheck.dualspace.model.Rollout.Step;
import org.theoremcheck.dualspace.model.RowSpace;
import org.theoremcheck.dualspace.model.State;
import org.theoremcheck.dualspace.preconditioner.Preconditioner;
import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.numeric.Rounding;

/**
 * What the referee sees of a point Wₜ of a run that may move in the range of B only, where XB = I: the solution found is W₀ − BR₀.
 *
 * @param mismatch ‖Wₜ − W₀ − B(Rₜ − R₀)‖
 * @param moved ‖Wₜ − W₀‖
 * @param projected ‖X⁺X(Wₜ − W₀)‖, the way to the nearest model with that residual
 * @param factor (κ_P + 1)/(2√κ_P) of a quadratic K
 * @param mismatchRounding bound on the rounding of the mismatch
 * @param distanceRounding bound on the rounding of ‖Wₜ − W₀‖ ≤ factor · ‖X⁺X(Wₜ − W₀)‖
 * @param magnitude of what these are computed from
 */
record Oblique(
        double mismatch,
        double moved,
        double projected,
        double factor,
        double mismatchRounding,
        double distanceRounding,
        double magnitude) {

    /**
     * B with bounds.
     *
     * @param map R → BR
     * @param norm ‖B‖
     * @param error relative to ‖B‖, of the map as it is evaluated
     */
    record RightInverse(Function<DMatrixRMaj, DMatrixRMaj> map, double norm, double error) {}

    /** Reads steps; the optimizer leaves the range by the rounding of ∇K and of its steps, which the oblique projection 1 − BX enlarges. */
    static EachStep.Meter<Oblique> meter(Problem problem, RightInverse inverse, double condition) {
        State initial = problem.initial();
        RowSpace space = RowSpace.of(problem);
        double designNorm = Matrices.norm(new DMatrixRMaj(problem.design()));
        double labelNorm = Matrices.norm(new DMatrixRMaj(problem.labels()));
        double factor = (condition + 1) / (2 * Math.sqrt(condition));
        double[] drift = {0};
        double[] largest = {0};
        return step -> {
            drift[0] += drift(problem, step);
            State after = step.after();
            DMatrixRMaj way = Matrices.minus(after.point(), initial.point());
            DMatrixRMaj change = Matrices.minus(after.residual(), initial.residual());
            DMatrixRMaj mismatch = Matrices.minus(way, inverse.map.apply(change));
            double size = designNorm * (Matrices.norm(after.point()) + Matrices.norm(initial.point())) + labelNorm;
            // Points that were far away have left their rounding in the drift.
            largest[0] = Math.max(largest[0], size);
            double moved = Matrices.norm(way);
            double projected = Matrices.norm(Matrices.minus(way, space.orthogonal(way)));
            double ofResiduals = Rounding.gamma(problem.dimension() + 2.0) * size;
            double ofWay =
                    (1 + factor) * drift[0] * Math.sqrt(condition) + Rounding.gamma(way.data.length + 2.0) * moved;
            return new Oblique(
                    Matrices.norm(mismatch),
                    moved,
                    projected,
                    factor,
                    drift[0] * (1 + inverse.norm * problem.largest())
                            + inverse.norm * (ofResiduals + inverse.error * Matrices.norm(change))
                            + Rounding.gamma(2) * moved,
                    ofWay + factor * (space.error() * moved + Rounding.gamma(way.data.length + 4.0) * moved),
                    inverse.norm * largest[0]);
        };
    }

    /** G is off by the rounding of n products, ∇K by its own, and the step by a product and a sum. */
    private static double drift(Problem problem, Step step) {
        Preconditioner preconditioner = problem.preconditioner();
        DMatrixRMaj gradient = step.before().gradient();
        double slope = preconditioner.smooth() ? preconditioner.lipschitz() : preconditioner.amplification(gradient);
        double ofGradient = Rounding.gamma(problem.samples())
                * Matrices.norm(new DMatrixRMaj(problem.design()))
                * Matrices.norm(step.before().slope());
        return Math.abs(step.eta())
                        * slope
                        * (ofGradient
                                + (preconditioner.roundings(gradient) + 2) * Rounding.UNIT * Matrices.norm(gradient))
                + Rounding.UNIT * Matrices.norm(step.after().point());
    }

    /** The terms enclosed, with B given exactly. */
    static Map<String, Enclosure> enclosed(
            Problem problem, Step step, Function<Enclosure[][], Enclosure[][]> inverse, Enclosure condition) {
        ExactState initial = problem.initialExactly();
        ExactState after = ExactState.at(problem, step.after().point());
        Enclosure[][] way = ExactState.minus(after.point(), initial.point());
        Enclosure[][] change = ExactState.minus(after.residual(), initial.residual());
        Enclosure projected = ExactState.norm(ExactState.minus(way, ExactState.orthogonal(problem, way)));
        return Map.of(
                "none", Enclosure.ZERO,
                "mismatch", ExactState.norm(ExactState.minus(way, inverse.apply(change))),
                "from-nearest", ExactState.norm(ExactState.orthogonal(problem, way)),
                "moved", ExactState.norm(way),
                "projected", projected,
                "bound",
                        condition
                                .plus(Enclosure.ONE)
                                .over(condition.sqrt().times(Enclosure.of(2)))
                                .times(projected));
    }
}
