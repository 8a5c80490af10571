package org.theoremcheck.dualspace.descent;

import static org.theoremcheck.claim.Alteration.scale;
import static org.theoremcheck.claim.Alteration.subject;
import static org.theoremcheck.claim.Alteration.swap;
import static org.theoremcheck.claim.Alteration.without;
import static org.theoremcheck.claim.Alteration.witness;
import static org.theoremcheck.claim.Term.term;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.theoremcheck.claim.Compare;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Hypothesis;
import org.theoremcheck.claim.Setting;
import org.theoremcheck.claim.Subject;
import org.theoremcheck.claim.Term;
import org.theoremcheck.claim.Theorem;
import org.theoremcheck.claim.Tightness;
import org.theoremcheck.dualspace.loss.Loss;
import org.theoremcheck.dualspace.model.Constants;
import org.theoremcheck.dualspace.model.DualSpaceDescent;
import org.theoremcheck.dualspace.model.ExactState;
import org.theoremcheck.dualspace.model.Matrices;
import org.theoremcheck.dualspace.model.Optimizer;
import org.theoremcheck.dualspace.model.Problem;
import org.theoremcheck.dualspace.model.Problems;
import org.theoremcheck.dualspace.model.Rollout;
import org.theoremcheck.dualspace.model.RowSpace;
import org.theoremcheck.dualspace.model.Slips;
import org.theoremcheck.dualspace.model.State;
import org.theoremcheck.dualspace.preconditioner.Diagonal;
import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.numeric.Rounding;

/**
 * The path of descent is finite, and longer than the way to the nearest solution by a factor at most: so points converge, and the solution
 * found is not much farther from the start than that of gradient descent.
 *
 * <p><b>Setting.</b> As in {@link LinearRate}. D₀ = ‖W_GD − W₀‖ is the distance of the start from the solutions.
 *
 * <p><b>Algorithm.</b> Wₜ₊₁ = Wₜ − η ∇K(Gₜ).
 *
 * <p><b>Claim.</b> With θ = η β β_ℓ σ₁², κ_ℓ = β_ℓ/μ_ℓ, κ_X = σ₁/σₙ, for every T,
 * <pre>
 *   Σ ‖Wₜ₊₁ − Wₜ‖  ≤  c D₀,   c = κ_X √κ_ℓ/((1 − θ/2) cos),
 *   ‖W_T − W₀‖     ≤  c D₀
 * </pre>
 * where cos = 2√(μβ)/(μ + β) if ∇K(G) = A G with a symmetric A, μ ≤ A ≤ β, and √(μ/β) else.
 *
 * <p><b>Constant.</b> ⟨∇K, G⟩ ≥ cos ‖∇K‖‖G‖ by Kantorovich's inequality, √ℓₜ − √ℓₜ₊₁ ≥ η(1 − θ/2) cos ‖∇K‖‖G‖/(2√ℓₜ) by {@link LossDescent}, ‖G‖ ≥
 * σₙ√(2μ_ℓℓₜ), summed; √ℓ₀ ≤ √(β_ℓ/2) σ₁ D₀. With a quartic loss c is infinite and the claim says nothing.
 *
 * <p><b>Hypotheses.</b> 0 &lt; θ ≤ 2, ∇K Lipschitz, singular values of X within their bounds.
 *
 * <p><b>Rounding.</b> That of the loss at each step over 2√ℓₜ, times the factor by which √ℓ goes into the path; the steps' own; D₀ by the measured
 * error of the singular value decomposition.
 *
 * <p><b>Tightness.</b> Ratio 1 for both as θ → 0: gradient descent on ½w², where the path is D₀ and c = 1/(1 − θ/2). Other factors of c are
 * needed each by itself, {@code quadratic-distance} for cos, and loose together.
 *
 * <p><b>References.</b> Gupta, Balakrishnan, Ramdas: Path length bounds for gradient descent and flow. JMLR 22, 2021.
 */
final class PathLength {

    private static final String ID = "path-length-constant";

    /** Of c D₀; budgets are near 10⁻¹³ of it, and add up over thousands of short steps. */
    private static final double RESOLUTION = 1e-8;

    private static final String BUDGET =
            "the rounding of the loss at each step, carried through its root; that of the steps; and D₀ by the measured error of the SVD";

    private static final Term<Path> BOUND = term("bound", "c D₀", path -> path.factor() * path.nearest());

    private static final Setting<Problem, Optimizer, Path> SETTING = setting();

    static final Theorem<Problem, Optimizer, Path> LENGTH = Theorem.theorem(
                    ID,
                    "The path of descent is finite",
                    DescentSetting.SOURCE.at("Derived: implies the convergence of Wₜ that the abstract states"),
                    SETTING,
                    within(Compare.compare(term("length", "Σ ‖Wₜ₊₁ − Wₜ‖", Path::length))
                            .atMost(BOUND)),
                    new Tightness(1, "approached by gradient descent on ½w² with short steps"))
            .control("path-length-shorter", "c lowered by 10 %", scale("bound", 0.9))
            .control(
                    "ds-n4",
                    "normalized descent with a constant step: every step is as long as the first",
                    without("Lipschitz gradient"))
            .control("path-length-longer-step", "a step beyond 2/(β β_ℓ σ₁²)", without("step at most 2/(β β_ℓ σ₁²)"))
            .control("path-length-understated", "a spectrum larger than it is said to be", without("singular values"))
            .control("path-length-ascent", "the sign of the step", subject(Slips::ascent));

    static final Theorem<Problem, Optimizer, Path> DISTANCE = Theorem.theorem(
                    "distance-constant",
                    "The solution found is at most c times as far as that of gradient descent",
                    DescentSetting.SOURCE.at(
                            "Abstract, '‖W₀ − W_∞‖ ≤ c ‖W₀ − W_GD‖ for a constant c', with a c that is derived"),
                    SETTING,
                    within(Compare.compare(term("distance", "‖W_T − W₀‖", Path::distance))
                            .atMost(BOUND)),
                    new Tightness(1, "approached by gradient descent on ½w² with short steps"))
            .control("distance-constant-shorter", "c lowered by 10 %", scale("bound", 0.9))
            .control(
                    "distance-constant-without-preconditioner",
                    "a constant that does not depend on K",
                    swap(
                            "bound",
                            term(
                                    "bound-without-preconditioner",
                                    "c cos D₀",
                                    path -> path.factorWithoutCosine() * path.nearest())),
                    witness(steep()))
            .control("distance-constant-ascent", "the sign of the step", subject(Slips::ascent));

    private PathLength() {}

    /**
     * What the referee sees of a run.
     *
     * @param length Σ ‖Wₜ₊₁ − Wₜ‖
     * @param distance ‖W_T − W₀‖
     * @param nearest D₀
     * @param factor c
     * @param factorWithoutCosine c cos
     * @param rounding bound on the rounding of each side together
     * @param magnitude c(D₀ + ‖W₀‖)
     */
    record Path(
            double length,
            double distance,
            double nearest,
            double factor,
            double factorWithoutCosine,
            double rounding,
            double magnitude) {}

    private static Compare<Path> within(Compare.Sides<Path> sides) {
        return sides.within(RESOLUTION, BUDGET, Path::rounding, Path::magnitude);
    }

    private static Setting<Problem, Optimizer, Path> setting() {
        List<Hypothesis<Problem>> hypotheses = List.of(
                Problems.singularValues(ID, DescentSetting.understated(0.75).lasting(3)),
                Problems.lipschitz(ID, overshooting()),
                Problems.step(ID, 2, DescentSetting.plain(2.5, 3)));
        List<Family<Problem>> families = DescentSetting.families(
                ID,
                Problems.Size.SMALL,
                Problems::convergent,
                List.of(Loss.SQUARED, Loss.LOG_COSH, Loss.PSEUDO_HUBER),
                DescentSetting.plain(0x1p-10, 8000));
        return new Setting<>(
                ID,
                "Dual-space preconditioned descent with a constant step, from its start to its end",
                Problem.class,
                Optimizer.class,
                families,
                hypotheses,
                DualSpaceDescent::new,
                PathLength::play,
                Optional.of(PathLength::enclosed));
    }

    private static Path play(Problem problem, Subject<Problem, Optimizer> subject) {
        Constants constants = problem.constants();
        double perRoot = constants.remainingPath(problem, 1);
        State initial = problem.initial();
        RowSpace space = RowSpace.of(problem);
        double nearest = Matrices.norm(space.pseudoInverse(initial.residual()));
        double factor = constants.pathFactor(problem);
        DescentMeter meter = new DescentMeter(problem);
        double[] sums = new double[3];
        double enough = DescentSetting.UNTIL * Matrices.norm(initial.residual());
        Rollout.play(problem, subject, problem, step -> {
            Descent seen = meter.read(step);
            sums[0] += Matrices.distance(step.after().point(), step.before().point());
            sums[1] = Matrices.distance(step.after().point(), initial.point());
            sums[2] += seen.stepRounding()
                    + (seen.lossBefore() > 0
                            ? Math.abs(perRoot) * seen.rounding() / (2 * Math.sqrt(seen.lossBefore()))
                            : 0);
            return Matrices.norm(step.after().residual()) > enough;
        });
        double ofResidual = Rounding.gamma(problem.dimension() + 1.0)
                * (Matrices.norm(initial.point()) * problem.largest() * Math.sqrt(problem.samples())
                        + labelNorm(problem));
        double ofNearest = (ofResidual + space.error() * Matrices.norm(initial.residual())) / problem.smallest();
        double ofSums = Rounding.gamma(problem.rounds() + problem.dimension() * problem.outputs() + 8.0)
                * (sums[0] + Math.abs(factor) * nearest);
        return new Path(
                sums[0],
                sums[1],
                nearest,
                factor,
                factor * constants.cosine(),
                sums[2] + Math.abs(factor) * ofNearest + ofSums,
                Math.abs(factor) * (nearest + Matrices.norm(initial.point())));
    }

    private static double labelNorm(Problem problem) {
        return Matrices.norm(new org.ejml.data.DMatrixRMaj(problem.labels()));
    }

    private static Map<String, Enclosure> enclosed(Problem problem, Subject<Problem, Optimizer> subject) {
        double enough = DescentSetting.UNTIL * Matrices.norm(problem.initial().residual());
        Enclosure[] length = {Enclosure.ZERO};
        Enclosure[][][] last = {ExactState.of(problem.initial().point())};
        Enclosure[][] start = last[0];
        Rollout.play(problem, subject, problem, step -> {
            Enclosure[][] next = ExactState.of(step.after().point());
            length[0] = length[0].plus(ExactState.norm(ExactState.minus(next, last[0])));
            last[0] = next;
            return Matrices.norm(step.after().residual()) > enough;
        });
        Constants constants = problem.constants();
        Enclosure nearest = ExactState.norm(
                ExactState.pseudoInverse(problem, problem.initialExactly().residual()));
        Enclosure two = Enclosure.of(2);
        Enclosure theta = Enclosure.of(problem.step(0))
                .times(Enclosure.of(constants.upperSecant()))
                .times(Enclosure.of(constants.lossLipschitz()))
                .times(Enclosure.of(problem.largest()).squared());
        Enclosure withoutCosine = Enclosure.of(problem.largest())
                .over(Enclosure.of(problem.smallest()))
                .times(Enclosure.of(constants.lossLipschitz())
                        .over(Enclosure.of(constants.polyakLojasiewicz()))
                        .sqrt())
                .over(Enclosure.ONE.minus(theta.over(two)));
        return Map.of(
                "length", length[0],
                "distance", ExactState.norm(ExactState.minus(last[0], start)),
                "bound", withoutCosine.over(Enclosure.of(constants.cosine())).times(nearest),
                "bound-without-preconditioner", withoutCosine.times(nearest));
    }

    /** N4: normalized descent from 1/32 with η = 1: every step is as long as the first. */
    private static Problem overshooting() {
        return DescentSetting.line(0x1p-5, Loss.SQUARED, DescentSetting.NORMALIZED, 1, 7);
    }

    /** P = diag(1, 100), X = (10, 1): 5.05 times as far as W_GD. */
    private static Problem steep() {
        Problem problem = Problems.sample(new double[] {10, 1}, 1, new Diagonal(new double[] {1, 100}), 1, 60);
        return problem.with(1 / problem.constants().relativeStep(problem));
    }
}
