package org.theoremcheck.dualspace.descent;

import org.ejml.data.DMatrixRMaj;
import org.theoremcheck.dualspace.loss.Loss;
import org.theoremcheck.dualspace.model.Constants;
import org.theoremcheck.dualspace.model.EachStep;
import org.theoremcheck.dualspace.model.Matrices;
import org.theoremcheck.dualspace.model.Problem;
import org.theoremcheck.dualspace.model.Rollout.Step;
import org.theoremcheck.dualspace.model.State;
import org.theoremcheck.dualspace.preconditioner.Preconditioner;
import org.theoremcheck.numeric.Rounding;

/**
 * Reads the steps of a run with bounds of their rounding. An entry of R is an inner product of length d and a difference, one of G an inner
 * product of length n; errors go on through β_ℓ, σ₁ and β, and the optimizer's own step is off by as much as ∇K at a gradient that is off,
 * a product and a sum.
 */
final class DescentMeter implements EachStep.Meter<Descent> {

    private final Problem problem;
    private final Preconditioner preconditioner;
    private final Constants constants;
    private final double theta;
    private final double rate;
    private final double rateWithoutDesign;
    private final double designNorm;
    private final double labelNorm;
    private double accumulated;

    DescentMeter(Problem problem) {
        this.problem = problem;
        preconditioner = problem.preconditioner();
        constants = problem.constants();
        theta = constants.relativeStep(problem);
        rate = constants.rate(problem);
        double condition = problem.largest() / problem.smallest();
        rateWithoutDesign = rate * condition * condition;
        designNorm = Matrices.norm(new DMatrixRMaj(problem.design()));
        labelNorm = Matrices.norm(new DMatrixRMaj(problem.labels()));
    }

    /** A state with bounds on the errors of its matrices, in the Frobenius norm. */
    private record Measured(
            State state, double loss, double dual, double residualError, double slopeError, double gradientError) {}

    private Measured measured(State state) {
        double residualError =
                Rounding.gamma(problem.dimension() + 1.0) * (designNorm * Matrices.norm(state.point()) + labelNorm);
        double slope = Matrices.norm(state.slope());
        double slopeError = constants.lossLipschitz() * residualError + Loss.ERROR * Rounding.UNIT * slope;
        double gradientError = problem.largest() * slopeError + Rounding.gamma(problem.samples()) * designNorm * slope;
        return new Measured(
                state,
                state.loss(problem),
                preconditioner.value(state.gradient()),
                residualError,
                slopeError,
                gradientError);
    }

    @Override
    public Descent read(Step step) {
        Measured before = measured(step.before());
        Measured after = measured(step.after());
        double eta = step.eta();
        DMatrixRMaj gradient = step.before().gradient();
        DMatrixRMaj direction = preconditioner.gradient(gradient);
        DMatrixRMaj turn = Matrices.minus(step.after().gradient(), gradient);
        DMatrixRMaj residualMove =
                Matrices.minus(step.before().residual(), step.after().residual());
        double inner = Matrices.inner(direction, gradient);
        double ofStep = ofStep(step, before, direction);
        double rounding = rounding(step, before, after, ofStep, direction, turn, residualMove);
        accumulated += rounding;
        double slopeDistance =
                Matrices.distance(step.after().slope(), step.before().slope());
        double size = problem.largest() * Matrices.norm(step.before().point()) + labelNorm;
        return new Descent(
                step.round(),
                eta,
                before.loss,
                after.loss,
                inner,
                before.dual,
                after.dual,
                slopeDistance * slopeDistance,
                before.loss - after.loss - Matrices.inner(step.after().slope(), residualMove),
                after.dual - before.dual - Matrices.inner(direction, turn),
                theta,
                constants.lipschitzStep(problem),
                rate,
                rateWithoutDesign,
                constants,
                ofStep,
                rounding,
                accumulated,
                constants.lossLipschitz() * size * size);
    }

    private double rounding(
            Step step,
            Measured before,
            Measured after,
            double ofStep,
            DMatrixRMaj direction,
            DMatrixRMaj turn,
            DMatrixRMaj residualMove) {
        double eta = Math.abs(step.eta());
        double size = Matrices.norm(direction);
        double ofDirection = ofDirection(before);
        double ofInner = product(size, ofDirection, Matrices.norm(step.before().gradient()), before.gradientError);
        double ofTurn = product(size, ofDirection, Matrices.norm(turn), before.gradientError + after.gradientError);
        double slope = Matrices.norm(step.after().slope());
        double ofMove = product(
                slope, after.slopeError, Matrices.norm(residualMove), before.residualError + after.residualError);
        // The theorems are about the exact step: ℓ, S and ηK at a point that is off by that much.
        double smoothness = constants.lossLipschitz() * problem.largest() * problem.largest();
        double slopeDistance =
                Matrices.distance(step.after().slope(), step.before().slope());
        double slopeErrors =
                before.slopeError + after.slopeError + constants.lossLipschitz() * problem.largest() * ofStep;
        double ofSlopes = (2 * slopeDistance + slopeErrors) * slopeErrors / constants.lossLipschitz();
        double steepness = Matrices.norm(step.after().gradient())
                + eta
                        * smoothness
                        * preconditioner.lipschitz()
                        * Matrices.norm(step.after().gradient());
        return ofLoss(before)
                + ofLoss(after)
                + eta * (ofDual(before) + ofDual(after) + ofInner + ofTurn)
                + ofMove
                + ofSlopes
                + (steepness + smoothness * ofStep) * ofStep;
    }

    /** Of ∇K at a gradient that is off, with its own roundings. */
    private double ofDirection(Measured at) {
        DMatrixRMaj gradient = at.state.gradient();
        return preconditioner.lipschitz()
                * (at.gradientError + preconditioner.roundings(gradient) * Rounding.UNIT * Matrices.norm(gradient));
    }

    private double ofStep(Step step, Measured before, DMatrixRMaj direction) {
        return Math.abs(step.eta()) * (ofDirection(before) + 2 * Rounding.UNIT * Matrices.norm(direction))
                + Rounding.UNIT * Matrices.norm(step.after().point());
    }

    private double ofLoss(Measured at) {
        return (Matrices.norm(at.state.slope()) + constants.lossLipschitz() * at.residualError) * at.residualError
                + (Loss.ERROR + at.state.residual().data.length) * Rounding.UNIT * at.loss;
    }

    private double ofDual(Measured at) {
        double size = Matrices.norm(at.state.gradient());
        return preconditioner.lipschitz() * (size + at.gradientError) * at.gradientError
                + preconditioner.roundings(at.state.gradient()) * Rounding.UNIT * at.dual;
    }

    /** Error of ⟨a, b⟩ with errors of both, and the rounding of the sum. */
    private double product(double a, double errorOfA, double b, double errorOfB) {
        return a * errorOfB
                + b * errorOfA
                + errorOfA * errorOfB
                + Rounding.gamma(problem.dimension() * problem.outputs()) * a * b;
    }
}
