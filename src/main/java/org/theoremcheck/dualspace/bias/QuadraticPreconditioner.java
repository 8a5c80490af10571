package org.theoremcheck.dualspace.bias;

import static org.theoremcheck.claim.Alteration.scale;
import static org.theoremcheck.claim.Alteration.subject;
import static org.theoremcheck.claim.Alteration.swap;
import static org.theoremcheck.claim.Alteration.witness;
import static org.theoremcheck.claim.Term.term;

import java.util.List;
import java.util.Map;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.theoremcheck.claim.Alteration;
import org.theoremcheck.claim.Compare;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.NotApplicable;
import org.theoremcheck.claim.Setting;
import org.theoremcheck.claim.Term;
import org.theoremcheck.claim.Theorem;
import org.theoremcheck.claim.Tightness;
import org.theoremcheck.dualspace.loss.Loss;
import org.theoremcheck.dualspace.model.DualSpaceDescent;
import org.theoremcheck.dualspace.model.EachStep;
import org.theoremcheck.dualspace.model.ExactState;
import org.theoremcheck.dualspace.model.Kind;
import org.theoremcheck.dualspace.model.Optimizer;
import org.theoremcheck.dualspace.model.Problem;
import org.theoremcheck.dualspace.model.Problems;
import org.theoremcheck.dualspace.model.Rollout.Step;
import org.theoremcheck.dualspace.model.RowSpace;
import org.theoremcheck.dualspace.model.Slips;
import org.theoremcheck.dualspace.preconditioner.Diagonal;
import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.numeric.Rounding;

/**
 * A fixed positive definite preconditioner P finds the solution that is nearest in the norm of P⁻¹, whatever the steps are; in the Euclidean norm it
 * is farther than the nearest one by a factor that depends on κ_P alone.
 *
 * <p><b>Setting.</b> XW = Y with X ∈ R^{n×d} of full row rank, K(G) = ½ tr(GᵀPG) with P diagonal, which in other coordinates is any positive
 * definite matrix. Any loss.
 *
 * <p><b>Algorithm.</b> Wₜ₊₁ = Wₜ − ηₜ P Gₜ with any steps.
 *
 * <p><b>Claim.</b> With B = PXᵀ(XPXᵀ)⁻¹, at every t,
 * <pre>
 *   Wₜ − (W₀ − BR₀)  =  B Rₜ
 *   ‖Wₜ − W₀‖        ≤  (κ_P + 1)/(2√κ_P) · ‖X⁺X(Wₜ − W₀)‖
 * </pre>
 * Once Rₜ = 0 the right side is (κ_P + 1)/(2√κ_P) · ‖W_GD − W₀‖.
 *
 * <p><b>Constant.</b> V = Wₜ − W₀ lies in P range(Xᵀ), so that a = P⁻¹V and Δ = X⁺XV lie in range(Xᵀ), ⟨V, a⟩ = ⟨Δ, a⟩ ≤ ‖Δ‖‖a‖, while ⟨V, P⁻¹V⟩ ≥
 * 2√κ_P/(1 + κ_P) ‖V‖‖P⁻¹V‖ by Kantorovich's inequality. κ_X is not in it.
 *
 * <p><b>Hypotheses.</b> None beyond the setting.
 *
 * <p><b>Rounding.</b> See {@link Oblique}. B is evaluated as P^½(XP^½)⁺ by a singular value decomposition.
 *
 * <p><b>Tightness.</b> The first is an equality. The second has ratio 1: n = 1, P = diag(1, κ), X = (√κ, 1), one step of η = 1/(2κ).
 *
 * <p><b>References.</b> Kantorovich 1948; Horn and Johnson, Matrix Analysis, section 7.4.
 */
final class QuadraticPreconditioner {

    private static final String ID = "quadratic-preconditioner";

    /** Budgets are near 10⁻¹³ of the magnitude, √κ_P times as large for the distance. */
    private static final double RESOLUTION = 1e-9;

    private static final String BUDGET =
            "what the steps may leave the range of B by, enlarged by the oblique projection; the residuals; the measured error of the SVD";

    private static final Term<Oblique> BOUND =
            term("bound", "(κ_P + 1)/(2√κ_P) ‖X⁺X(Wₜ − W₀)‖", point -> point.factor() * point.projected());

    private static final Compare<Oblique> CLOSED_FORM = Compare.compare(
                    term("mismatch", "‖Wₜ − W₀ − B(Rₜ − R₀)‖", Oblique::mismatch))
            .equalTo(term("none", "0", any -> 0))
            .within(RESOLUTION, BUDGET, Oblique::mismatchRounding, Oblique::magnitude);

    private static final Compare<Oblique> DISTANCE_BOUND = Compare.compare(term("moved", "‖Wₜ − W₀‖", Oblique::moved))
            .atMost(BOUND)
            .within(RESOLUTION, BUDGET, Oblique::distanceRounding, Oblique::magnitude);

    static final Theorem<Problem, Optimizer, Oblique> LIMIT = Theorem.theorem(
                    ID,
                    "A fixed preconditioner finds the nearest solution in its own norm",
                    BiasSetting.SOURCE.at("Derived: the closed form for K(G) = ½ tr(GᵀPG)"),
                    setting(ID, CLOSED_FORM),
                    CLOSED_FORM,
                    Tightness.NONE)
            .control(
                    "quadratic-nearest",
                    "the nearest solution in the Euclidean norm",
                    swap(
                            "mismatch",
                            term(
                                    "from-nearest",
                                    "‖(I − X⁺X)(Wₜ − W₀)‖",
                                    point -> Math.sqrt(Math.max(
                                            0,
                                            point.moved() * point.moved() - point.projected() * point.projected())))))
            .control("quadratic-plain", "gradient descent in place of P", subject(Slips::plain));

    static final Theorem<Problem, Optimizer, Oblique> DISTANCE = Theorem.theorem(
                    "quadratic-distance",
                    "How much farther the solution of a fixed preconditioner is than the nearest one",
                    BiasSetting.SOURCE.at(
                            "Abstract, '‖W₀ − W_∞‖ ≤ c ‖W₀ − W_GD‖ for a constant c': the smallest c for quadratic K"),
                    setting("quadratic-distance", DISTANCE_BOUND),
                    DISTANCE_BOUND,
                    new Tightness(1, "attained by P = diag(1, κ), X = (√κ, 1)"))
            .control("quadratic-distance-smaller", "c lowered by 1 %", scale("bound", 0.99))
            .control("ds-n8", "c = 1: as near as the nearest solution", fixed(1), witness(attained(2)))
            .control("ds-n9", "c = 10 for every preconditioner", fixed(10), witness(attained(100)))
            .control(
                    "universal-distance-constant",
                    "some c for all preconditioners, such as 1000",
                    fixed(1000),
                    witness(attained(10_000)))
            .control("quadratic-distance-twice", "P applied twice", subject(QuadraticPreconditioner::twice));

    private QuadraticPreconditioner() {}

    /** A constant in place of the factor. */
    private static Alteration<Problem, Optimizer, Oblique> fixed(double constant) {
        Alteration<Problem, Optimizer, Oblique> projected =
                swap("bound", term("projected", "‖X⁺X(Wₜ − W₀)‖", Oblique::projected));
        return claim -> projected.apply(claim).with("projected", constant);
    }

    private static Setting<Problem, Optimizer, Oblique> setting(String claim, Compare<Oblique> statement) {
        EachStep<Oblique> referee = new EachStep<>(
                statement, QuadraticPreconditioner::meter, BiasSetting.UNTIL, QuadraticPreconditioner::enclosed);
        return new Setting<>(
                claim,
                "Wₜ₊₁ = Wₜ − ηₜ P Gₜ for XW = Y of full row rank, with any steps, judged at every step",
                Problem.class,
                Optimizer.class,
                List.of(
                        Family.drawn(
                                claim + "/drawn",
                                "quadratic",
                                in -> Problems.draw(
                                        in,
                                        new Problems.Size(4, 8, 2, 8, 12),
                                        Kind.DIAGONAL,
                                        Problems::any,
                                        List.of(Loss.values()))),
                        Family.of(claim + "/attained", "attained", attained(2), attained(10), attained(100))),
                List.of(),
                DualSpaceDescent::new,
                referee,
                referee.exact());
    }

    /** P = diag(1, κ), X = (√κ, 1), Y = 1 from 0: the only step ends in the solution. */
    static Problem attained(double root) {
        double condition = root * root;
        return Problems.sample(
                new double[] {root, 1}, 1, new Diagonal(new double[] {1, condition}), 1 / (2 * condition), 1);
    }

    private static Diagonal diagonal(Problem problem) {
        if (problem.preconditioner() instanceof Diagonal diagonal) {
            return diagonal;
        }
        throw new NotApplicable("the preconditioner is not a fixed diagonal");
    }

    private static Optimizer twice(Problem problem) {
        double[] weights = diagonal(problem).weights();
        double[] squares = new double[weights.length];
        for (int i = 0; i < squares.length; i++) {
            squares[i] = weights[i] * weights[i];
        }
        return new DualSpaceDescent(problem.with(new Diagonal(squares)));
    }

    private static EachStep.Meter<Oblique> meter(Problem problem) {
        Diagonal diagonal = diagonal(problem);
        double[] roots = new double[problem.dimension()];
        for (int i = 0; i < roots.length; i++) {
            roots[i] = Math.sqrt(diagonal.weights()[i]);
        }
        DMatrixRMaj scaled = new DMatrixRMaj(problem.design());
        CommonOps_DDRM.multCols(scaled, roots);
        double smallest = Math.sqrt(diagonal.lowerSecant(0, roots.length)) * problem.smallest();
        RowSpace space = RowSpace.of(scaled, smallest * (1 - 0x1p-44));
        double norm = Math.sqrt(diagonal.lipschitz()) / smallest;
        return Oblique.meter(
                problem,
                new Oblique.RightInverse(
                        change -> {
                            DMatrixRMaj way = space.pseudoInverse(change);
                            CommonOps_DDRM.multRows(roots, way);
                            return way;
                        },
                        norm,
                        space.error() + 8 * Rounding.UNIT),
                diagonal.condition());
    }

    private static Map<String, Enclosure> enclosed(Problem problem, Step step) {
        Diagonal diagonal = diagonal(problem);
        return Oblique.enclosed(
                problem,
                step,
                change -> ExactState.pseudoInverse(problem, diagonal.weights(), change),
                Enclosure.of(diagonal.lipschitz()).over(Enclosure.of(diagonal.lowerSecant(0, problem.dimension()))));
    }
}
