package org.theoremcheck.dualspace.bias;

import static org.theoremcheck.claim.Term.term;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.theoremcheck.claim.Alteration;
import org.theoremcheck.claim.Compare;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Hypothesis;
import org.theoremcheck.claim.Setting;
import org.theoremcheck.claim.Source;
import org.theoremcheck.claim.Term;
import org.theoremcheck.dualspace.loss.Loss;
import org.theoremcheck.dualspace.model.DualSpaceDescent;
import org.theoremcheck.dualspace.model.EachStep;
import org.theoremcheck.dualspace.model.ExactState;
import org.theoremcheck.dualspace.model.Kind;
import org.theoremcheck.dualspace.model.Optimizer;
import org.theoremcheck.dualspace.model.Problem;
import org.theoremcheck.dualspace.model.Problems;
import org.theoremcheck.dualspace.model.Rollout.Step;
import org.theoremcheck.dualspace.preconditioner.Blockwise;
import org.theoremcheck.dualspace.preconditioner.Blockwise.Partition;
import org.theoremcheck.dualspace.preconditioner.Profile;
import org.theoremcheck.dualspace.preconditioner.Profile.Shape;
import org.theoremcheck.dualspace.preconditioner.Symmetry;
import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.numeric.Enclosures;

/** What the theorems about the row space share: source, terms, families, hypotheses, and the terms in enclosed arithmetic. */
final class BiasSetting {

    static final Source SOURCE = new Source(
            List.of("arXiv:2603.10485"),
            "Abstract, 'for preconditioners of the form K(G) = h(‖G‖_F)'; derived at every step, and for all ∇K(G) = G M",
            "",
            List.of(
                    "Gunasekar, Lee, Soudry, Srebro: Characterizing implicit bias in terms of optimization geometry. ICML 2018"));

    static final String BUDGET =
            "what the steps may leave the row space by, added up; errors of Rₜ over σₙ; the measured error of the singular value decomposition";

    /** Of (‖X‖(‖W₀‖ + ‖Wₜ‖) + ‖Y‖)/σₙ; budgets are near 10⁻¹⁴ of it after few steps, and add up over thousands. */
    static final double RESOLUTION = 1e-10;

    /** Where a run has converged. */
    static final double UNTIL = 1e-6;

    static final Term<Bias> DISTANCE = term("distance", "‖Wₜ − W_GD‖", Bias::distance);
    static final Term<Bias> RESIDUAL = term("residual", "‖Rₜ‖/σₙ", Bias::residual);
    static final Term<Bias> NONE = term("none", "0", any -> 0);

    private static final Problems.Size SIZE = new Problems.Size(8, 24, 3, 30, 24);

    private static final Problems.Size LARGE = new Problems.Size(50, 200, 2, 100, 2000);

    private BiasSetting() {}

    /** A comparison of the terms of a point. */
    static Compare<Bias> within(Compare.Sides<Bias> sides, ToDoubleFunction<Bias.Budgets> budget) {
        return sides.within(RESOLUTION, BUDGET, point -> budget.applyAsDouble(point.budgets()), Bias::magnitude);
    }

    /** Runs on the families given, judged at every step. */
    @SafeVarargs
    static Setting<Problem, Optimizer, Bias> setting(
            String claim, Compare<Bias> statement, List<Family<Problem>> families, Hypothesis<Problem>... hypotheses) {
        EachStep<Bias> referee = new EachStep<>(statement, BiasMeter::new, UNTIL, BiasSetting::enclosed);
        return new Setting<>(
                claim,
                "Wₜ₊₁ = Wₜ − ηₜ ∇K(Gₜ) for XW = Y of full row rank, with any steps, judged at every step; W_GD = W₀ + X⁺(Y − XW₀)",
                Problem.class,
                Optimizer.class,
                families,
                Arrays.asList(hypotheses),
                DualSpaceDescent::new,
                referee,
                referee.exact());
    }

    /** Runs of every preconditioner of the classes, with every loss and any steps. */
    static List<Family<Problem>> families(String claim, String group, List<Kind> kinds) {
        List<Family<Problem>> families = new ArrayList<>();
        for (Kind kind : kinds) {
            families.add(Family.drawn(
                    claim + "/" + kind.label(),
                    group,
                    in -> Problems.draw(in, SIZE, kind, Problems::any, List.of(Loss.values()))));
        }
        return families;
    }

    /** n = 50, d = 200, κ_X = 100 and 2,000 steps, once for each preconditioner. */
    static Family<Problem> longest(String claim, List<Kind> kinds) {
        return Problems.unsearched(
                claim + "/longest",
                "longest",
                kinds.size(),
                in -> Problems.drawn(
                        in, LARGE, kinds.get((int) in.index()), Problems::convergent, List.of(Loss.values())));
    }

    /** The same claim, not on the longest runs: another subject would play them all again. */
    static Alteration<Problem, Optimizer, Bias> onShortRuns() {
        return claim -> claim.in(claim.setting()
                .on(claim.setting().families().stream()
                        .filter(family -> !family.name().endsWith("/longest"))
                        .toList()));
    }

    /** N6 and N7: X = (1, 2), Y = 1 from 0, entries clipped at ½. */
    static Problem clipped(double step) {
        return Problems.sample(new double[] {1, 2}, 1, Blockwise.elementwise(new Profile(Shape.HUBER, 0.5)), step, 30);
    }

    /** N12: the same with each row of two outputs normalized by itself, K = Σ ‖g‖ − ½ ln(1 + 2‖g‖). */
    static Problem rowNormalized() {
        return Problems.sample(
                new double[] {1, 2}, 1, new Blockwise(Partition.ROWS, new Profile(Shape.SOFT, 0.5)), 0.1, 60);
    }

    /** The preconditioner is of the class, for as many outputs. */
    static Hypothesis<Problem> of(String claim, String name, List<Symmetry> classes, Problem broken) {
        return Problems.hypothesis(
                claim,
                name,
                problem -> classes.contains(problem.preconditioner().symmetry(problem.outputs())) ? 0 : -1,
                broken);
    }

    /** ∇K(G) = G M(G). */
    static Hypothesis<Problem> spanPreserving(String claim, Problem broken) {
        return of(claim, "span-preserving", List.of(Symmetry.ISOTROPIC, Symmetry.SPAN_PRESERVING), broken);
    }

    private static Map<String, Enclosure> enclosed(Problem problem, Step step) {
        ExactState initial = problem.initialExactly();
        ExactState after = ExactState.at(problem, step.after().point());
        Enclosure[][] way = ExactState.minus(after.point(), initial.point());
        // Wₜ − W_GD = Wₜ − W₀ + X⁺R₀.
        Enclosure[][] back = ExactState.pseudoInverse(problem, initial.residual());
        Enclosure[][] toSolution = ExactState.plus(way, back);
        Enclosure[][] onward = ExactState.pseudoInverse(problem, after.residual());
        Map<String, Enclosure> terms = new HashMap<>();
        terms.put("none", Enclosure.ZERO);
        terms.put("moved", ExactState.norm(way));
        terms.put("orthogonal", ExactState.norm(ExactState.orthogonal(problem, way)));
        terms.put("distance", ExactState.norm(toSolution));
        terms.put("residual", ExactState.norm(after.residual()).over(Enclosure.of(problem.smallest())));
        terms.put("mismatch", ExactState.norm(ExactState.minus(toSolution, onward)));
        terms.put(
                "from-least-norm",
                ExactState.norm(ExactState.minus(
                        after.point(), ExactState.pseudoInverse(problem, Enclosures.of(problem.labels())))));
        return terms;
    }
}
