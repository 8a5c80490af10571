package org.theoremcheck.dualspace.bias;

import static org.theoremcheck.claim.Alteration.scale;
import static org.theoremcheck.claim.Alteration.subject;
import static org.theoremcheck.claim.Alteration.witness;
import static org.theoremcheck.claim.Term.term;

import java.util.List;
import java.util.Map;
import org.ejml.data.DMatrixRMaj;
import org.theoremcheck.claim.Compare;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Setting;
import org.theoremcheck.claim.Term;
import org.theoremcheck.claim.Theorem;
import org.theoremcheck.claim.Tightness;
import org.theoremcheck.dualspace.loss.Loss;
import org.theoremcheck.dualspace.model.DualSpaceDescent;
import org.theoremcheck.dualspace.model.EachStep;
import org.theoremcheck.dualspace.model.ExactState;
import org.theoremcheck.dualspace.model.Kind;
import org.theoremcheck.dualspace.model.Matrices;
import org.theoremcheck.dualspace.model.Optimizer;
import org.theoremcheck.dualspace.model.Problem;
import org.theoremcheck.dualspace.model.Problems;
import org.theoremcheck.dualspace.model.Rollout.Step;
import org.theoremcheck.dualspace.model.RowSpace;
import org.theoremcheck.dualspace.model.Slips;
import org.theoremcheck.dualspace.model.State;
import org.theoremcheck.dualspace.preconditioner.Blockwise;
import org.theoremcheck.dualspace.preconditioner.Profile;
import org.theoremcheck.dualspace.preconditioner.Profile.Shape;
import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.numeric.Rounding;

/**
 * Normalized gradient descent with a constant step does not converge: of two successive points, one is at least half a step from the solution.
 *
 * <p><b>Setting.</b> XW = Y with X ∈ R^{n×d} of full row rank, K(G) = ‖G‖_F, which is not differentiable at 0. Any loss.
 *
 * <p><b>Algorithm.</b> Wₜ₊₁ = Wₜ − η Gₜ/‖Gₜ‖_F.
 *
 * <p><b>Claim.</b> While Gₜ ≠ 0,
 * <pre>
 *   η  ≤  ‖Wₜ − W_GD‖ + ‖Wₜ₊₁ − W_GD‖
 * </pre>
 *
 * <p><b>Constant.</b> ‖Wₜ₊₁ − Wₜ‖ = η and the triangle inequality. {@link RowSpaceInvariance} holds all the same: limits of smoothed or decaying
 * versions are W_GD. That generic runs end on a cycle along the first singular direction, where the claim is an equality, is observed and not proved.
 *
 * <p><b>Hypotheses.</b> A positive step.
 *
 * <p><b>Rounding.</b> That of a unit vector, a step and two distances; W_GD cancels but for its own rounding.
 *
 * <p><b>Tightness.</b> Ratio 1 on a singular direction: X = 1, Y = 0 from η/2, for ever.
 *
 * <p><b>References.</b> Murray, Swenson, Kar: Revisiting normalized gradient descent. IEEE TAC 64(11), 2019.
 */
final class NormalizedDescentSteps {

    private static final String ID = "normalized-descent-steps";

    private static final String BUDGET = "of a unit vector, a step and two distances; the measured error of W_GD";

    /** Of the distances and of what W_GD is computed from. */
    private static final double RESOLUTION = 1e-10;

    /** η and the two distances. */
    private record Pair(double eta, double distances, double rounding, double magnitude) {}

    private static final Term<Pair> STEP = term("step", "ηₜ", Pair::eta);
    private static final Term<Pair> DISTANCES = term("distances", "(‖Wₜ − W_GD‖ + ‖Wₜ₊₁ − W_GD‖)", Pair::distances);

    static final Theorem<Problem, Optimizer, ?> THEOREM = theorem();

    private NormalizedDescentSteps() {}

    private static Compare<Pair> within(Compare.Sides<Pair> sides) {
        return sides.within(RESOLUTION, BUDGET, Pair::rounding, Pair::magnitude);
    }

    private static Theorem<Problem, Optimizer, Pair> theorem() {
        Compare<Pair> statement = within(Compare.compare(STEP).atMost(DISTANCES));
        // What convergence to W_GD would imply sooner or later; refuted by every step.
        Compare<Pair> converges = within(Compare.compare(DISTANCES).atMost(term("step", 0.999, "ηₜ", Pair::eta)));
        EachStep<Pair> referee =
                new EachStep<>(statement, NormalizedDescentSteps::meter, 0, NormalizedDescentSteps::enclosed);
        Setting<Problem, Optimizer, Pair> setting = new Setting<>(
                ID,
                "Normalized gradient descent with a constant step for XW = Y of full row rank, judged at every step",
                Problem.class,
                Optimizer.class,
                List.of(
                        Family.drawn(
                                ID + "/drawn",
                                "normalized",
                                in -> Problems.draw(
                                        in,
                                        new Problems.Size(3, 6, 2, 8, 24),
                                        Kind.NORMALIZATION,
                                        (draw, rounds) -> new double[] {draw.logUniform("eta", 0.01, 4)},
                                        List.of(Loss.values()))),
                        Family.of(ID + "/attained", "attained", attained())),
                List.of(),
                DualSpaceDescent::new,
                referee,
                referee.exact());
        return Theorem.theorem(
                        ID,
                        "Normalized descent with a constant step does not converge",
                        BiasSetting.SOURCE.at("Derived: what 'always converge' leaves out"),
                        setting,
                        statement,
                        new Tightness(1, "attained by ½w² from η/2"))
                .control("normalized-longer", "a step 1 % longer", scale("step", 1.01))
                .control(
                        "normalized-converges",
                        "two successive points within less than a step",
                        claim -> claim.saying(converges))
                .control(
                        "normalized-step-twice",
                        "the step size applied twice",
                        subject(Slips::stepTwice),
                        witness(attained()));
    }

    private static Problem attained() {
        return Problems.line(1, 0, 0x1p-5, Loss.SQUARED, Blockwise.isotropic(Profile.of(Shape.ABSOLUTE)), 0x1p-4, 4);
    }

    private static EachStep.Meter<Pair> meter(Problem problem) {
        State initial = problem.initial();
        RowSpace space = RowSpace.of(problem);
        DMatrixRMaj solution = Matrices.minus(initial.point(), space.pseudoInverse(initial.residual()));
        return step -> {
            double distances = Matrices.distance(step.before().point(), solution)
                    + Matrices.distance(step.after().point(), solution);
            double sizes = Matrices.norm(step.before().point())
                    + Matrices.norm(step.after().point())
                    + Matrices.norm(solution);
            // The triangle inequality holds for any third point: an error of W_GD itself does no harm.
            double rounding = Rounding.gamma(solution.data.length + 8.0) * (distances + Math.abs(step.eta()))
                    + Rounding.gamma(3) * sizes;
            boolean moving = Matrices.norm(step.before().gradient()) > 0;
            return new Pair(moving ? step.eta() : 0, distances, rounding, sizes + Math.abs(step.eta()));
        };
    }

    private static Map<String, Enclosure> enclosed(Problem problem, Step step) {
        ExactState initial = problem.initialExactly();
        Enclosure[][] solution =
                ExactState.minus(initial.point(), ExactState.pseudoInverse(problem, initial.residual()));
        boolean moving = Matrices.norm(step.before().gradient()) > 0;
        return Map.of(
                "step",
                moving ? Enclosure.of(step.eta()) : Enclosure.ZERO,
                "distances",
                ExactState.norm(ExactState.minus(ExactState.of(step.before().point()), solution))
                        .plus(ExactState.norm(
                                ExactState.minus(ExactState.of(step.after().point()), solution))));
    }
}
