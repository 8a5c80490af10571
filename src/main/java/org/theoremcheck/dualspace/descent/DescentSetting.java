package org.theoremcheck.dualspace.descent;

import static org.theoremcheck.claim.Term.term;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.theoremcheck.claim.Compare;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Hypothesis;
import org.theoremcheck.claim.Setting;
import org.theoremcheck.claim.Source;
import org.theoremcheck.claim.Term;
import org.theoremcheck.dualspace.loss.Loss;
import org.theoremcheck.dualspace.model.Constants;
import org.theoremcheck.dualspace.model.DualSpaceDescent;
import org.theoremcheck.dualspace.model.EachStep;
import org.theoremcheck.dualspace.model.ExactState;
import org.theoremcheck.dualspace.model.Kind;
import org.theoremcheck.dualspace.model.Optimizer;
import org.theoremcheck.dualspace.model.Problem;
import org.theoremcheck.dualspace.model.Problems;
import org.theoremcheck.dualspace.model.Rollout.Step;
import org.theoremcheck.dualspace.preconditioner.Blockwise;
import org.theoremcheck.dualspace.preconditioner.Profile;
import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.numeric.Enclosures;

/** What the theorems about a step share: source, terms, families, hypotheses, and the terms in enclosed arithmetic. */
final class DescentSetting {

    static final Source SOURCE = new Source(
            List.of("arXiv:2603.10485"),
            "Derived: convergence of W − η ∇K(∇L(W)) for XW = Y, from the abstract and the method's lineage",
            "",
            List.of(
                    "Maddison, Paulin, Teh, Doucet: Dual space preconditioning for gradient descent. SIAM Journal on Optimization 31(1), 2021",
                    "Nesterov: Introductory lectures on convex optimization. Kluwer 2004, Theorem 2.1.5"));

    static final String BUDGET =
            "errors of R, S and G by the γ-bounds of their products, carried through β_ℓ, σ₁ and β, and the rounding of the optimizer's step";

    /** Of the loss before residuals cancel; budgets are near 10⁻¹⁴ of it, more where eigenvalues are computed. */
    static final double RESOLUTION = 1e-10;

    /** Below this share of the first residual a run is rounding: its loss is that share squared. */
    static final double UNTIL = 1e-4;

    static final Term<Descent> LOSS_BEFORE = term("loss-before", "ℓ(Rₜ)", Descent::lossBefore);
    static final Term<Descent> LOSS_AFTER = term("loss-after", "ℓ(Rₜ₊₁)", Descent::lossAfter);
    static final Term<Descent> DUAL_AFTER = term("dual-after", "ηK(Gₜ₊₁)", step -> step.eta() * step.dualAfter());
    static final Term<Descent> DIVERGENCE_TO_ZERO =
            term("divergence-to-zero", "ηD_K(0, Gₜ)", Descent::divergenceToZero);

    static final List<Loss> LOSSES = List.of(Loss.values());

    private static final Blockwise PLAIN = Blockwise.gradientDescent();

    /** K = ‖G‖. */
    static final Blockwise NORMALIZED = Blockwise.isotropic(Profile.of(Profile.Shape.ABSOLUTE));

    private DescentSetting() {}

    /** A comparison of the terms of a step. */
    static Compare<Descent> within(Compare.Sides<Descent> sides) {
        return sides.within(RESOLUTION, BUDGET, Descent::rounding, Descent::magnitude);
    }

    /** The steps of runs on the families given; a hypothesis on singular values is always there. */
    @SafeVarargs
    static Setting<Problem, Optimizer, Descent> setting(
            String claim,
            Compare<Descent> statement,
            List<Family<Problem>> families,
            Hypothesis<Problem>... hypotheses) {
        EachStep<Descent> referee = new EachStep<>(statement, DescentMeter::new, UNTIL, DescentSetting::enclosed);
        return new Setting<>(
                claim,
                "Dual-space preconditioned descent Wₜ₊₁ = Wₜ − η ∇K(Gₜ), Gₜ = Xᵀ∇ℓ(Rₜ), Rₜ = XWₜ − Y, judged at every step",
                Problem.class,
                Optimizer.class,
                families,
                Arrays.asList(hypotheses),
                DualSpaceDescent::new,
                referee,
                referee.exact());
    }

    /**
     * The steps of runs that descend, θ ≤ 2, and of gradient descent on ½w² with θ = ½ and 3/2.
     *
     * @param longerStep breaks θ ≤ 2 alone
     */
    static Setting<Problem, Optimizer, Descent> descending(
            String claim, Compare<Descent> statement, Problem longerStep) {
        return setting(
                claim,
                statement,
                families(claim, Problems.Size.SMALL, Problems::convergent, LOSSES, plain(0.5, 3), plain(1.5, 3)),
                Problems.singularValues(claim, understated(0.75)),
                Problems.lipschitz(claim, normalizedCycle()),
                Problems.step(claim, 2, longerStep));
    }

    /** Runs of every smooth preconditioner with these losses, and the equality cases. */
    static List<Family<Problem>> families(
            String claim, Problems.Size size, Problems.Schedule schedule, List<Loss> losses, Problem... attained) {
        List<Family<Problem>> families = new ArrayList<>();
        for (Kind kind : Kind.smooth()) {
            families.add(Family.drawn(
                    claim + "/" + kind.label(), "smooth", in -> Problems.draw(in, size, kind, schedule, losses)));
        }
        families.add(Family.of(claim + "/attained", "attained", attained));
        return families;
    }

    /** Gradient descent on ½w² from 1. */
    static Problem plain(double step, int rounds) {
        return line(1, Loss.SQUARED, PLAIN, step, rounds);
    }

    /** From w₀ on the line to 0. */
    static Problem line(double start, Loss loss, Blockwise preconditioner, double step, int rounds) {
        return Problems.line(1, 0, start, loss, preconditioner, step, rounds);
    }

    /** Gradient descent on ¼w⁴ from 1 with η = 10, far beyond the sublevel set. */
    static Problem longQuarticStep() {
        return line(1, Loss.QUARTIC, PLAIN, 10, 1);
    }

    /** N1: normalized descent, K = |g|, from 1/32 with η = 1/16: ±1/32 for ever. */
    static Problem normalizedCycle() {
        return line(0x1p-5, Loss.SQUARED, NORMALIZED, 0x1p-4, 4);
    }

    /** N1 as in the literature, w₀ = .05 and η = .1. */
    static Problem normalizedCycleOfTenths() {
        return line(0.05, Loss.SQUARED, NORMALIZED, 0.1, 4);
    }

    /** X = 2 that is said to be 1. */
    static Problem understated(double step) {
        return new Problem(
                new double[][] {{2}},
                1,
                1,
                new double[][] {{0}},
                new double[][] {{1}},
                Loss.SQUARED,
                PLAIN,
                new double[] {step},
                1);
    }

    private static Map<String, Enclosure> enclosed(Problem problem, Step step) {
        ExactState before = ExactState.at(problem, step.before().point());
        ExactState after = ExactState.at(problem, step.after().point());
        Constants constants = problem.constants();
        Enclosure eta = Enclosure.of(step.eta());
        Enclosure largest = Enclosure.of(problem.largest()).squared();
        Enclosure lossLipschitz = Enclosure.of(constants.lossLipschitz());
        Enclosure unitTheta = Enclosure.of(problem.step(0)).times(lossLipschitz).times(largest);
        Enclosure theta = unitTheta.times(Enclosure.of(constants.upperSecant()));
        Enclosure lipschitzTheta = unitTheta.times(Enclosure.of(constants.lipschitz()));
        Enclosure two = Enclosure.of(2);
        Enclosure shortfall = Enclosure.ONE.minus(theta.over(two));
        Enclosure[][] direction = before.direction();
        Enclosure inner = ExactState.inner(direction, before.gradient());
        Enclosure lossBefore = before.loss();
        Enclosure lossAfter = after.loss();
        Enclosure dualBefore = before.dual();
        Enclosure dualAfter = after.dual();
        Enclosure turn = ExactState.inner(direction, ExactState.minus(after.gradient(), before.gradient()));
        Enclosure[][] residualMove = ExactState.minus(before.residual(), after.residual());
        Enclosure withoutDesign = theta.times(two.minus(theta))
                .times(Enclosure.of(constants.lowerSecant()))
                .over(Enclosure.of(constants.upperSecant()))
                .times(Enclosure.of(constants.polyakLojasiewicz()))
                .over(lossLipschitz);
        Map<String, Enclosure> terms = new HashMap<>();
        terms.put("loss-before", lossBefore);
        terms.put("loss-after", lossAfter);
        terms.put("decrease", eta.times(shortfall).times(inner));
        terms.put("dual-before", eta.times(dualBefore));
        terms.put("dual-after", eta.times(dualAfter));
        terms.put("divergence-to-zero", eta.times(inner.minus(dualBefore)));
        terms.put(
                "co-coercivity",
                Enclosure.ONE
                        .minus(lipschitzTheta.over(two))
                        .times(Enclosures.squaredNorm(ExactState.minus(after.slope(), before.slope())))
                        .over(lossLipschitz));
        terms.put(
                "accumulated-dual",
                Enclosure.of(step.round() + 1.0).times(eta).times(shortfall).times(dualBefore));
        terms.put("initial-loss", problem.initialExactly().loss());
        terms.put("rate-without-design", withoutDesign.times(lossBefore));
        terms.put(
                "rate",
                withoutDesign
                        .times(Enclosure.of(problem.smallest()).squared())
                        .over(largest)
                        .times(lossBefore));
        terms.put(
                "excess",
                lossBefore
                        .minus(lossAfter)
                        .minus(ExactState.inner(after.slope(), residualMove))
                        .minus(eta.times(dualAfter.minus(dualBefore).minus(turn))));
        return terms;
    }
}
