package org.theoremcheck.dualspace.descent;

import static org.theoremcheck.claim.Alteration.subject;
import static org.theoremcheck.claim.Alteration.without;
import static org.theoremcheck.claim.Alteration.witness;
import static org.theoremcheck.claim.Term.term;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.theoremcheck.claim.Alteration;
import org.theoremcheck.claim.Compare;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Setting;
import org.theoremcheck.claim.Source;
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
import org.theoremcheck.dualspace.preconditioner.Blockwise;
import org.theoremcheck.dualspace.preconditioner.Profile;
import org.theoremcheck.dualspace.preconditioner.Profile.Shape;
import org.theoremcheck.numeric.Enclosure;

/**
 * A point that comes back is a solution.
 *
 * <p><b>Setting.</b> As in {@link LossDescent}. One step size for all rounds, so that a point which comes back after one round or two comes back for
 * ever: a run that does not converge is told from one that has not yet converged, in finitely many steps.
 *
 * <p><b>Algorithm.</b> Wₜ₊₁ = Wₜ − η ∇K(Gₜ).
 *
 * <p><b>Claim.</b>
 * <pre>
 *   Wₜ₊₁ = Wₜ or Wₜ₊₂ = Wₜ  ⇒  Rₜ = 0
 * </pre>
 *
 * <p><b>Constant.</b> By {@link LossDescent} the loss strictly decreases while ⟨∇K(G), G⟩ &gt; 0, which is so for G ≠ 0 where 0 is the only
 * minimizer of K; and G = XᵀS = 0 implies R = 0.
 *
 * <p><b>Hypotheses.</b> 0 &lt; θ ≤ 1.999, ∇K Lipschitz, 0 the only minimizer of K, and X of full row rank with singular values in their bounds.
 *
 * <p><b>Rounding.</b> In doubles a run comes back where its steps are rounding: ‖∇K(G)‖ ≤ ε/η with the rounding ε of a step, and two steps
 * cancel where η(1 − θ/2)⟨∇K, G⟩ ≤ ‖G‖ε. Then ‖R‖ ≤ ‖G‖/(σₙμ_ℓ) ≤ 2ε/((1 − θ/2)ημσₙμ_ℓ).
 *
 * <p><b>Tightness.</b> An equality.
 *
 * <p><b>References.</b> The dossier's witnesses: normalized descent, K = ⅔|g|^{3/2}, θ = 2, a dead zone, and labels that no model fits.
 */
final class Recurrence {

    private static final String ID = "recurrence";

    /** Members of each family: a run that ends in rounding has hundreds of steps. */
    private static final int MEMBERS = 20;

    private static final int LONGEST = 1500;

    /** Of σ₁(‖W‖ + ‖W₀‖) + ‖Y‖, times the condition numbers that go into the budget: at most some thousands. */
    private static final double RESOLUTION = 1e-9;

    /** The residual at the first point that came back, if one did. */
    private record Cycle(boolean back, double residual, double rounding, double magnitude) {}

    static final Theorem<Problem, Optimizer, ?> THEOREM = theorem();

    private Recurrence() {}

    private static Theorem<Problem, Optimizer, Cycle> theorem() {
        Compare<Cycle> statement = Compare.compare(term("residual", "‖Rₜ‖ where Wₜ comes back", Cycle::residual))
                .equalTo(term("none", "0", any -> 0))
                .within(
                        RESOLUTION,
                        "where a step is rounding, ‖R‖ is that over ημσₙμ_ℓ(1 − θ/2)",
                        Cycle::rounding,
                        Cycle::magnitude)
                .vacuousWhen("no point comes back", cycle -> !cycle.back());
        Setting<Problem, Optimizer, Cycle> setting = new Setting<>(
                ID,
                "Dual-space preconditioned descent with a constant step; a point comes back if it equals one of the two before it",
                Problem.class,
                Optimizer.class,
                families(),
                List.of(
                        Problems.singularValues(ID, unfittable()),
                        Problems.lipschitz(ID, DescentSetting.normalizedCycle()),
                        Problems.step(ID, 1.999, DescentSetting.plain(2, 4)),
                        Problems.hypothesis(
                                ID,
                                "unique minimizer",
                                problem -> problem.preconditioner().uniqueMinimizer() ? 0 : -1,
                                deadZone(0.25, 0.25, 0.25, 3))),
                DualSpaceDescent::new,
                Recurrence::play,
                Optional.of(Recurrence::enclosed));
        Alteration<Problem, Optimizer, Cycle> notLipschitz = without("Lipschitz gradient");
        Alteration<Problem, Optimizer, Cycle> anyStep = without("step at most 1.999/(β β_ℓ σ₁²)");
        return Theorem.theorem(
                        ID,
                        "A point that comes back is a solution",
                        DescentSetting.SOURCE,
                        setting,
                        statement,
                        Tightness.NONE)
                .control(
                        "ds-n1",
                        "normalized descent: ±.05 for ever",
                        notLipschitz,
                        only("ds-n1", DescentSetting.normalizedCycle(), DescentSetting.normalizedCycleOfTenths()))
                .control("ds-n2", "K = ⅔|g|^{3/2}: ±(η/2)² for ever", notLipschitz, only("ds-n2", threeHalves()))
                .control("ds-n3", "θ = 2: ±1 for ever", anyStep)
                .control(
                        "ds-n10",
                        "a dead zone, where 0 is not the only minimizer of K",
                        without("unique minimizer"),
                        witness(deadZone(0.3, 1, 0.05, 400)))
                .control(
                        "ds-n11", "labels that no model fits: the residual stays at √(2/3)", without("singular values"))
                .control("recurrence-signs", "descent along signs", subject(Slips::signs), witness(signs()))
                .refuted(
                        "always-converges",
                        "Convergence without a bound of the step and of ∇K's slope",
                        Source.literally(
                                "the iterates always converge to a point satisfying XW = Y, for every convex K and every step size",
                                "residual-convergence"),
                        notLipschitz,
                        anyStep,
                        only(
                                "always-converges",
                                DescentSetting.normalizedCycle(),
                                threeHalves(),
                                DescentSetting.plain(2, 4)));
    }

    /** One sample, so that runs are short, until they are rounding. */
    private static List<Family<Problem>> families() {
        List<Family<Problem>> families = new ArrayList<>();
        for (Kind kind : Kind.smooth()) {
            families.add(Problems.unsearched(
                    ID + "/" + kind.label(),
                    "smooth",
                    MEMBERS,
                    in -> Problems.draw(
                                    in,
                                    new Problems.Size(1, 3, 2, 1, 1),
                                    kind,
                                    (draw, rounds) -> new double[] {draw.uniform("theta", 0.3, 1.7)},
                                    List.of(Loss.SQUARED, Loss.LOG_COSH, Loss.PSEUDO_HUBER))
                            .lasting(LONGEST)));
        }
        families.add(Family.of(ID + "/plain", "plain", DescentSetting.plain(1, 3), DescentSetting.plain(0.5, 200)));
        return families;
    }

    /** The claim on these problems only. */
    private static Alteration<Problem, Optimizer, Cycle> only(String name, Problem... problems) {
        return Alteration.on(Family.of(name + "/cycles", "cycles", problems));
    }

    /** N2: from (η/2)² with η = ¼, where every number is a power of two. */
    private static Problem threeHalves() {
        return DescentSetting.line(0x1p-6, Loss.SQUARED, Blockwise.isotropic(Profile.of(Shape.THREE_HALVES)), 0.25, 4);
    }

    /** N10: X = (1, 2) from 0, K = ½ Σ max(|g| − τ, 0)²; stops where 2|r| ≤ τ. */
    private static Problem deadZone(double width, double label, double step, int rounds) {
        return Problems.sample(
                new double[] {1, 2}, label, Blockwise.elementwise(new Profile(Shape.DEAD_ZONE, width)), step, rounds);
    }

    /** N11: the third sample is the sum of the two others, its first label is larger by 1. σ = 1, √3, 0; projected on (1, 1, −1)/√3, ‖Y‖ is 1/√3. */
    private static Problem unfittable() {
        double[][] design = new double[6][8];
        double[][] labels = new double[6][2];
        for (int i = 0; i < 5; i++) {
            design[i][i] = 1;
        }
        design[5][0] = 1;
        design[5][1] = 1;
        labels[5][0] = 1;
        labels[5][1] = 1;
        return new Problem(
                design,
                1,
                2,
                labels,
                new double[8][2],
                Loss.SQUARED,
                Blockwise.gradientDescent(),
                new double[] {0.25},
                300);
    }

    /** One entry halfway between two multiples of the step. */
    private static Problem signs() {
        return DescentSetting.line(0x1p-5, Loss.SQUARED, Blockwise.gradientDescent(), 0x1p-4, 4);
    }

    /** Whether the last point of the run equals one of the two before it. */
    private static boolean comesBack(Deque<double[]> last, DMatrixRMaj point) {
        boolean back = last.stream().anyMatch(earlier -> Arrays.equals(earlier, point.data));
        last.addLast(point.data.clone());
        if (last.size() > 2) {
            last.removeFirst();
        }
        return back;
    }

    private static Cycle play(Problem problem, Subject<Problem, Optimizer> subject) {
        Constants constants = problem.constants();
        State initial = problem.initial();
        double size =
                problem.largest() * Matrices.norm(initial.point()) + Matrices.norm(new DMatrixRMaj(problem.labels()));
        // 0 where K has no positive secant: then 0 is not its only minimizer, and nothing is rounding.
        double slope = problem.step(0)
                * (1 - constants.relativeStep(problem) / 2)
                * constants.lowerSecant()
                * problem.smallest()
                * constants.polyakLojasiewicz();
        DescentMeter meter = new DescentMeter(problem);
        Deque<double[]> last = new ArrayDeque<>(List.of(initial.point().data.clone()));
        Cycle[] cycle = {new Cycle(false, 0, 0, size)};
        Rollout.play(problem, subject, problem, step -> {
            double rounding = slope > 0 ? 2 * meter.read(step).stepRounding() / slope : 0;
            double residual = Matrices.norm(step.after().residual());
            double magnitude =
                    size + problem.largest() * Matrices.norm(step.after().point());
            boolean back = comesBack(last, step.after().point());
            if (back) {
                cycle[0] = new Cycle(true, residual, rounding, magnitude);
            }
            return !back;
        });
        return cycle[0];
    }

    private static Map<String, Enclosure> enclosed(Problem problem, Subject<Problem, Optimizer> subject) {
        Deque<double[]> last =
                new ArrayDeque<>(List.of(problem.initial().point().data.clone()));
        Enclosure[] residual = {Enclosure.ZERO};
        Rollout.play(problem, subject, problem, step -> {
            boolean back = comesBack(last, step.after().point());
            if (back) {
                residual[0] = ExactState.norm(
                        ExactState.at(problem, step.after().point()).residual());
            }
            return !back;
        });
        return Map.of("residual", residual[0], "none", Enclosure.ZERO);
    }
}
