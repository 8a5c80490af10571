package org.theoremcheck.dualspace.bias;

import static org.theoremcheck.claim.Alteration.on;
import static org.theoremcheck.claim.Alteration.scale;
import static org.theoremcheck.claim.Alteration.subject;
import static org.theoremcheck.claim.Term.term;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.theoremcheck.claim.Compare;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Setting;
import org.theoremcheck.claim.Source;
import org.theoremcheck.claim.Subject;
import org.theoremcheck.claim.Theorem;
import org.theoremcheck.claim.Tightness;
import org.theoremcheck.dualspace.loss.Loss;
import org.theoremcheck.dualspace.model.DualSpaceDescent;
import org.theoremcheck.dualspace.model.ExactState;
import org.theoremcheck.dualspace.model.Kind;
import org.theoremcheck.dualspace.model.Matrices;
import org.theoremcheck.dualspace.model.Optimizer;
import org.theoremcheck.dualspace.model.Problem;
import org.theoremcheck.dualspace.model.Problems;
import org.theoremcheck.dualspace.model.Rollout;
import org.theoremcheck.dualspace.model.RowSpace;
import org.theoremcheck.dualspace.model.Slips;
import org.theoremcheck.dualspace.model.State;
import org.theoremcheck.dualspace.preconditioner.Blockwise;
import org.theoremcheck.dualspace.preconditioner.Blockwise.Partition;
import org.theoremcheck.dualspace.preconditioner.Diagonal;
import org.theoremcheck.dualspace.preconditioner.HalfSquaredNorm;
import org.theoremcheck.dualspace.preconditioner.Preconditioner;
import org.theoremcheck.dualspace.preconditioner.Profile;
import org.theoremcheck.dualspace.preconditioner.Profile.Shape;
import org.theoremcheck.dualspace.preconditioner.Symmetry;
import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.numeric.Rounding;

/**
 * Whether the solution found depends on the learning rate: for some preconditioners it does, for others it does not.
 *
 * <p><b>Setting.</b> One problem and two step sizes, each with θ &lt; 2.
 *
 * <p><b>Algorithm.</b> Wₜ₊₁ = Wₜ − η ∇K(Gₜ), twice.
 *
 * <p><b>Claim.</b> An existence claim, with a witness for each named K: {@code learning-rate-dependence},
 * <pre>
 *   10⁻⁶ D₀ + ρ + ρ′  ≤  ‖W_T − W′_T‖
 * </pre>
 * where ρ bounds the rest of the path, so that the limits differ. And {@code learning-rate-independence}, for all K that preserve spans,
 * <pre>
 *   ‖W_T − W′_T‖  ≤  (‖R_T‖ + ‖R′_T‖)/σₙ
 * </pre>
 *
 * <p><b>Constant.</b> ρ is the bound of {@code path-length-constant} from W_T on. Clipping entries at ½ with X = (1, 2), Y = 1 ends in (38/125, 87/250)
 * with η = 1/5 and in (183/625, 221/625) with η = 1/10. The second is {@link ImplicitBiasIsotropic}, twice.
 *
 * <p><b>Hypotheses.</b> None beyond the setting. That the learning rate always matters is false: fixed quadratic K, and homogeneous K with one
 * sample.
 *
 * <p><b>Rounding.</b> Of the distance and of ρ; for the second, the drift of both runs as in {@link BiasMeter}.
 *
 * <p><b>Tightness.</b> Not tight.
 *
 * <p><b>References.</b> Abstract of the paper, where the dependence is shown empirically.
 */
final class LearningRates {

    private static final double RESOLUTION = 1e-9;

    /**
     * A problem and another step size.
     *
     * @param problem with one step size
     * @param other the other one
     */
    record Rates(Problem problem, double other) {

        Problem second() {
            return problem.with(other);
        }
    }

    /**
     * What the referee sees of both runs.
     *
     * @param apart ‖W_T − W′_T‖
     * @param way D₀
     * @param paths ρ + ρ′
     * @param residuals (‖R_T‖ + ‖R′_T‖)/σₙ
     * @param rounding of ‖W_T − W′_T‖ and ρ
     * @param drift the same, with what both runs may have left the row space by
     * @param magnitude of the points
     */
    private record Apart(
            double apart,
            double way,
            double paths,
            double residuals,
            double rounding,
            double drift,
            double magnitude) {}

    private static final Setting<Rates, Optimizer, Apart> NAMED = setting(
            "learning rates that matter",
            List.of(Family.of(
                    "learning-rate-dependence/named",
                    "named",
                    new Rates(BiasSetting.clipped(0.2).lasting(60), 0.1),
                    two(Blockwise.elementwise(new Profile(Shape.SOFT, 0.5))),
                    two(Blockwise.elementwise(new Profile(Shape.HYPOTENUSE, 0.5))),
                    two(new Blockwise(Partition.ROWS, new Profile(Shape.SOFT, 0.5))),
                    two(new HalfSquaredNorm(2)))));

    static final Theorem<Rates, Optimizer, ?> DEPENDENCE = dependence();

    static final Theorem<Rates, Optimizer, ?> INDEPENDENCE = independence();

    private LearningRates() {}

    private static Theorem<Rates, Optimizer, Apart> dependence() {
        return Theorem.theorem(
                        "learning-rate-dependence",
                        "For some preconditioners the solution found depends on the learning rate",
                        BiasSetting.SOURCE.at(
                                "Abstract, 'for general K, W_∞ depends on the chosen learning rate', shown there empirically"),
                        NAMED,
                        Compare.compare(term("effect", 1e-6, "D₀", Apart::way), term("paths", "(ρ + ρ′)", Apart::paths))
                                .atMost(term("apart", "‖W_T − W′_T‖", Apart::apart))
                                .within(
                                        RESOLUTION,
                                        "of the distance, and of the bound of what is left of the paths",
                                        Apart::rounding,
                                        Apart::magnitude),
                        Tightness.NONE)
                .control("learning-rate-effect", "limits as far apart as the way to the nearest", scale("effect", 1e6))
                .control(
                        "learning-rate-plain",
                        "gradient descent in place of K",
                        subject(rates -> Slips.plain(rates.problem())))
                .refuted(
                        "learning-rate-always-matters",
                        "The learning rate matters for every K that is not isotropic",
                        Source.literally(
                                "for general K the limit depends on the chosen learning rate, so for every K that is not isotropic",
                                "learning-rate-dependence"),
                        on(Family.of(
                                "learning-rate-always-matters/quadratic",
                                "quadratic",
                                two(new Diagonal(new double[] {1, 4, 2})))));
    }

    private static Theorem<Rates, Optimizer, Apart> independence() {
        List<Family<Rates>> families = new ArrayList<>();
        List<Kind> kinds = new ArrayList<>(Kind.of(Symmetry.ISOTROPIC));
        kinds.addAll(Kind.of(Symmetry.SPAN_PRESERVING));
        for (Kind kind : kinds) {
            families.add(Family.drawn("learning-rate-independence/" + kind.label(), "span-preserving", in -> {
                Problem problem =
                        Problems.draw(in, Problems.Size.SMALL, kind, Problems::convergent, List.of(Loss.values()));
                return new Rates(problem, problem.step(0) * in.logUniform("ratio", 0.05, 1));
            }));
        }
        return Theorem.theorem(
                        "learning-rate-independence",
                        "Preconditioners that preserve spans find one solution for all learning rates",
                        BiasSetting.SOURCE,
                        setting("learning rates that do not matter", families),
                        Compare.compare(term("apart", "‖W_T − W′_T‖", Apart::apart))
                                .atMost(term("residuals", "(‖R_T‖ + ‖R′_T‖)/σₙ", Apart::residuals))
                                .within(
                                        RESOLUTION,
                                        BiasSetting.BUDGET + ", of both runs",
                                        Apart::drift,
                                        Apart::magnitude),
                        Tightness.NONE)
                .control(
                        "ds-n7",
                        "entries clipped by value: (38/125, 87/250) with η = 1/5, (183/625, 221/625) with 1/10",
                        on(Family.of(
                                "ds-n7/clipped",
                                "clipped",
                                new Rates(BiasSetting.clipped(0.2).lasting(60), 0.1))))
                .control("learning-rate-residuals", "less than a tenth of the residuals", scale("residuals", 0.1))
                .control(
                        "learning-rate-elementwise",
                        "entries clipped in place of the norm",
                        subject(rates -> Slips.elementwise(rates.problem())));
    }

    /** Two samples in R³, two outputs, squared loss, from 0, with θ = 1 and θ = 1/8. */
    private static Rates two(Preconditioner preconditioner) {
        Problem open = new Problem(
                new double[][] {{1, 2, 0}, {0, 1, -1}},
                1,
                2.5,
                new double[][] {{1, -2}, {3, 1}},
                new double[3][2],
                Loss.SQUARED,
                preconditioner,
                new double[] {1},
                40_000);
        double unit = open.constants().lipschitzStep(open);
        return new Rates(open.with(1 / unit), 1 / (8 * unit));
    }

    private static Setting<Rates, Optimizer, Apart> setting(String id, List<Family<Rates>> families) {
        return new Setting<>(
                id,
                "Dual-space preconditioned descent for XW = Y of full row rank from one start with two step sizes, each to its end",
                Rates.class,
                Optimizer.class,
                families,
                List.of(),
                rates -> new DualSpaceDescent(rates.problem()),
                LearningRates::play,
                Optional.of(LearningRates::enclosed));
    }

    /** The end of a run, and what it may have left the row space by. */
    private record End(State state, double drift) {}

    /** Until ‖R‖ ≤ 10⁻⁹‖R₀‖. */
    private static End end(Rates rates, Subject<Rates, Optimizer> subject) {
        Problem problem = rates.problem();
        BiasMeter meter = new BiasMeter(problem);
        double enough = 1e-9 * Matrices.norm(problem.initial().residual());
        End[] end = {new End(problem.initial(), 0)};
        Rollout.play(problem, subject, rates, step -> {
            end[0] = new End(step.after(), meter.read(step).budgets().distance());
            return Matrices.norm(step.after().residual()) > enough;
        });
        return end[0];
    }

    private static Apart play(Rates rates, Subject<Rates, Optimizer> subject) {
        Problem problem = rates.problem();
        Problem second = rates.second();
        End one = end(rates, subject);
        End other = end(new Rates(second, problem.step(0)), subject);
        double sizes = Matrices.norm(one.state.point()) + Matrices.norm(other.state.point());
        double paths = problem.constants().remainingPath(problem, one.state.loss(problem))
                + second.constants().remainingPath(second, other.state.loss(second));
        double rounding = Rounding.gamma(problem.dimension() * problem.outputs() + 4.0) * sizes;
        // ρ grows with √ℓ, which is off by the error of R, over √(μ_ℓ).
        double perResidual = problem.constants().remainingPath(problem, 1)
                + second.constants().remainingPath(second, 1);
        double ofResiduals = Rounding.gamma(problem.dimension() + 2.0)
                * (Matrices.norm(new DMatrixRMaj(problem.design())) * sizes
                        + Matrices.norm(new DMatrixRMaj(problem.labels())));
        return new Apart(
                Matrices.distance(one.state.point(), other.state.point()),
                Matrices.norm(
                        RowSpace.of(problem).pseudoInverse(problem.initial().residual())),
                paths,
                (Matrices.norm(one.state.residual()) + Matrices.norm(other.state.residual())) / problem.smallest(),
                rounding + perResidual * ofResiduals,
                rounding + one.drift + other.drift,
                (1 + problem.largest() / problem.smallest()) * sizes);
    }

    private static Map<String, Enclosure> enclosed(Rates rates, Subject<Rates, Optimizer> subject) {
        Problem problem = rates.problem();
        Problem second = rates.second();
        ExactState one = ExactState.at(problem, end(rates, subject).state.point());
        ExactState other = ExactState.at(
                second, end(new Rates(second, problem.step(0)), subject).state.point());
        Map<String, Enclosure> terms = new HashMap<>();
        terms.put("apart", ExactState.norm(ExactState.minus(one.point(), other.point())));
        terms.put(
                "effect",
                ExactState.norm(ExactState.pseudoInverse(
                        problem, problem.initialExactly().residual())));
        terms.put(
                "residuals",
                ExactState.norm(one.residual())
                        .plus(ExactState.norm(other.residual()))
                        .over(Enclosure.of(problem.smallest())));
        // Infinite along a quartic loss, of which nobody asks it.
        if (problem.constants().polyakLojasiewicz() > 0) {
            terms.put("paths", remaining(problem, one).plus(remaining(second, other)));
        }
        return terms;
    }

    /** ρ, with the factor of √ℓ as the double that it is stated as. */
    private static Enclosure remaining(Problem problem, ExactState state) {
        return Enclosure.of(problem.constants().remainingPath(problem, 1))
                .times(state.loss().sqrt());
    }
}
