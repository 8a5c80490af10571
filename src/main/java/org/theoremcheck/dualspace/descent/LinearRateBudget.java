package org.theoremcheck.dualspace.descent;

import static org.theoremcheck.claim.Alteration.scale;
import static org.theoremcheck.claim.Alteration.subject;
import static org.theoremcheck.claim.Alteration.without;
import static org.theoremcheck.claim.Alteration.witness;
import static org.theoremcheck.claim.Term.term;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.theoremcheck.claim.Compare;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Setting;
import org.theoremcheck.claim.Subject;
import org.theoremcheck.claim.Theorem;
import org.theoremcheck.claim.Tightness;
import org.theoremcheck.dualspace.loss.Loss;
import org.theoremcheck.dualspace.model.Constants;
import org.theoremcheck.dualspace.model.DualSpaceDescent;
import org.theoremcheck.dualspace.model.ExactState;
import org.theoremcheck.dualspace.model.Kind;
import org.theoremcheck.dualspace.model.Matrices;
import org.theoremcheck.dualspace.model.Optimizer;
import org.theoremcheck.dualspace.model.Problem;
import org.theoremcheck.dualspace.model.Problems;
import org.theoremcheck.dualspace.model.Rollout;
import org.theoremcheck.dualspace.model.Slips;
import org.theoremcheck.dualspace.model.State;
import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.numeric.Rounding;

/**
 * How many steps the linear rate needs: no run takes longer, and none is thrown away.
 *
 * <p><b>Setting.</b> As in {@link LinearRate}, with one step size for all rounds, on well-conditioned problems.
 *
 * <p><b>Algorithm.</b> Wₜ₊₁ = Wₜ − η ∇K(Gₜ).
 *
 * <p><b>Claim.</b> With τ = 10⁻², for some t ≤ T,
 * <pre>
 *   ‖Rₜ‖  ≤  τ ‖R₀‖,   T = ⌈κ_K κ_ℓ κ_X² (2 ln(1/τ) + ln κ_ℓ)/(θ(2 − θ))⌉
 * </pre>
 *
 * <p><b>Constant.</b> {@link LinearRate} over T steps, with ½μ_ℓ‖R‖² ≤ ℓ(R) ≤ ½β_ℓ‖R‖²: what grows from its minimum at the rate of
 * Polyak and Łojasiewicz grows quadratically.
 *
 * <p><b>Hypotheses.</b> Those of {@link LinearRate}, and a constant step.
 *
 * <p><b>Rounding.</b> That of R at its end, and of the loss over all steps so far, over the slope √(2ℓ) of its root.
 *
 * <p><b>Tightness.</b> Not tight: T is rounded up, and −ln(1 − q) exceeds q.
 *
 * <p><b>References.</b> Karimi, Nutini, Schmidt, ECML 2016.
 */
final class LinearRateBudget {

    private static final String ID = "linear-rate-budget";

    private static final double TOLERANCE = 0.01;

    /** More than any problem of the families needs; where constants are wrong, T may be anything. */
    private static final double LONGEST = 100_000;

    /** Members of each family: a run of these is a hundred times as long as others. */
    private static final int MEMBERS = 150;

    /** Of ‖X‖(‖W‖ + ‖W₀‖) + ‖Y‖. */
    private static final double RESOLUTION = 1e-8;

    private static final Problems.Size SIZE = new Problems.Size(2, 4, 2, 2, 1);

    /** The residual at the end of a run and what it may be. */
    private record End(double residual, double initial, double rounding, double magnitude) {}

    static final Theorem<Problem, Optimizer, ?> THEOREM = theorem();

    private LinearRateBudget() {}

    private static Theorem<Problem, Optimizer, End> theorem() {
        Compare<End> statement = Compare.compare(term("residual", "‖Rₜ‖", End::residual))
                .atMost(term("tolerance", TOLERANCE, "‖R₀‖", End::initial))
                .within(RESOLUTION, "errors of Rₜ and of the loss over all steps", End::rounding, End::magnitude);
        Setting<Problem, Optimizer, End> setting = new Setting<>(
                ID,
                "Dual-space preconditioned descent with a constant step, until ‖Rₜ‖ ≤ ‖R₀‖/100 or the budget of steps is spent",
                Problem.class,
                Optimizer.class,
                families(),
                List.of(
                        Problems.singularValues(ID, DescentSetting.understated(0.75)),
                        Problems.lipschitz(ID, DescentSetting.normalizedCycle()),
                        Problems.step(ID, 2, DescentSetting.plain(1.5, 1).with(1.5, 0x1p-4, 0))),
                DualSpaceDescent::new,
                LinearRateBudget::play,
                Optional.of(LinearRateBudget::enclosed));
        return Theorem.theorem(
                        ID,
                        "No run takes longer than the linear rate allows",
                        DescentSetting.SOURCE,
                        setting,
                        statement,
                        Tightness.NONE)
                .control(
                        "linear-rate-budget-halved",
                        "half the residual within the same budget",
                        scale("tolerance", 0.5))
                .control(
                        "ds-n5",
                        "normalized descent with steps that sum to less than the way to the solutions",
                        without("Lipschitz gradient"),
                        without("step at most 2/(β β_ℓ σ₁²)"),
                        witness(exhausted()))
                .control(
                        "linear-rate-budget-normalized",
                        "normalized descent, whose ∇K is not Lipschitz",
                        without("Lipschitz gradient"))
                .control(
                        "linear-rate-budget-understated",
                        "a spectrum larger than it is said to be",
                        without("singular values"))
                .control("linear-rate-budget-ascent", "the sign of the step", subject(Slips::ascent))
                .control("linear-rate-budget-step-twice", "the step size applied twice", subject(Slips::stepTwice));
    }

    /** N5: from 1 with steps ¼, ⅛, …, of sum below ½: the residual stays above ½, as ‖R‖ ≥ σₙ(D₀ − Σ ηₜ) says. */
    private static Problem exhausted() {
        double[] steps = new double[12];
        for (int t = 0; t < steps.length; t++) {
            steps[t] = Math.scalb(0.25, -t);
        }
        return DescentSetting.line(1, Loss.SQUARED, DescentSetting.NORMALIZED, 1, steps.length)
                .with(steps);
    }

    private static List<Family<Problem>> families() {
        List<Family<Problem>> families = new ArrayList<>();
        for (Kind kind : Kind.smooth()) {
            families.add(Problems.unsearched(
                    ID + "/" + kind.label(),
                    "smooth",
                    MEMBERS,
                    in -> budgeted(Problems.draw(
                            in,
                            SIZE,
                            kind,
                            (draw, rounds) -> new double[] {draw.uniform("theta", 0.2, 1.8)},
                            List.of(Loss.SQUARED, Loss.LOG_COSH, Loss.PSEUDO_HUBER)))));
        }
        families.add(Family.of(ID + "/short-steps", "short-steps", budgeted(DescentSetting.plain(0.05, 1))));
        return families;
    }

    /** The problem with T rounds. */
    private static Problem budgeted(Problem problem) {
        return problem.lasting(budget(problem));
    }

    private static int budget(Problem problem) {
        Constants constants = problem.constants();
        double ofLoss = StrictMath.log(constants.lossLipschitz() / constants.polyakLojasiewicz());
        double steps = (-2 * StrictMath.log(TOLERANCE) + ofLoss) / constants.rate(problem);
        return (int) Math.max(1, Math.min(LONGEST, StrictMath.ceil(Math.abs(steps))));
    }

    private static End play(Problem problem, Subject<Problem, Optimizer> subject) {
        State initial = problem.initial();
        double first = Matrices.norm(initial.residual());
        // Where the last step leaps over the tolerance, what matters is the root of the loss at the tolerance.
        double least = TOLERANCE * TOLERANCE * initial.loss(problem);
        DescentMeter meter = new DescentMeter(problem);
        End[] end = {new End(first, first, 0, first)};
        double labels = Matrices.norm(new DMatrixRMaj(problem.labels()));
        double design = Matrices.norm(new DMatrixRMaj(problem.design()));
        Rollout.play(problem, subject, problem, step -> {
            Descent seen = meter.read(step);
            double residual = Matrices.norm(step.after().residual());
            double size = design * (Matrices.norm(step.after().point()) + Matrices.norm(initial.point())) + labels;
            double rounding = seen.accumulated() / Math.sqrt(2 * Math.max(seen.lossAfter(), least))
                    + Rounding.gamma(problem.dimension() + problem.outputs() * problem.samples() + 4.0) * size;
            end[0] = new End(residual, first, rounding, size);
            return residual > TOLERANCE * first && residual < 1 / TOLERANCE * first;
        });
        return end[0];
    }

    private static Map<String, Enclosure> enclosed(Problem problem, Subject<Problem, Optimizer> subject) {
        double first = Matrices.norm(problem.initial().residual());
        State[] end = {problem.initial()};
        Rollout.play(problem, subject, problem, step -> {
            end[0] = step.after();
            double residual = Matrices.norm(step.after().residual());
            return residual > TOLERANCE * first && residual < 1 / TOLERANCE * first;
        });
        return Map.of(
                "residual",
                        ExactState.norm(ExactState.at(problem, end[0].point()).residual()),
                "tolerance", ExactState.norm(problem.initialExactly().residual()));
    }
}
