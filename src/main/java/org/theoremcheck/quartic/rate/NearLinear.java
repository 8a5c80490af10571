package org.theoremcheck.quartic.rate;

import static org.theoremcheck.claim.Alteration.everywhere;
import static org.theoremcheck.claim.Alteration.on;
import static org.theoremcheck.claim.Alteration.subject;
import static org.theoremcheck.claim.Alteration.without;
import static org.theoremcheck.claim.Alteration.witness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Criterion;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Hypothesis;
import org.theoremcheck.claim.Setting;
import org.theoremcheck.claim.Source;
import org.theoremcheck.claim.Theorem;
import org.theoremcheck.claim.Tightness;
import org.theoremcheck.quartic.descent.Descender;
import org.theoremcheck.quartic.descent.GDPolyak;
import org.theoremcheck.quartic.descent.GradientMethod;
import org.theoremcheck.quartic.descent.Landscape;
import org.theoremcheck.quartic.descent.Literature;
import org.theoremcheck.quartic.descent.PolyakRestarts;
import org.theoremcheck.quartic.descent.Problem;
import org.theoremcheck.quartic.descent.Slips;
import org.theoremcheck.quartic.descent.TriggeredPolyak;
import org.theoremcheck.quartic.objective.Objective;
import org.theoremcheck.quartic.objective.Separable;

/**
 * GDPolyak converges nearly linearly under fourth-order growth.
 *
 * <p><b>Setting.</b> f smooth, minimized along a set from which a ravine starts: along it f grows with the fourth power of the distance (the
 * third for two neurons), across it quadratically. The eight {@link Landscape}s, from random starts: nothing is known of worst starts here, and
 * pure Polyak's method is chaotic, so draws are fixed and not searched.
 *
 * <p><b>Algorithm.</b> {@link GDPolyak}: epochs of K short gradient steps and one long Polyak step.
 *
 * <p><b>Claim.</b> Let N_j be the first update by which the best gap so far has fallen by j decades, Q = (N₁₆ − N₉)/(N₉ − N₂), and S the
 * exponent log₂(b_{n/2}/b_n) at the end. Then N₁₆ is reached within the epochs allowed, Q ≤ 4, and S ≥ 12. A run is sublinear where Q ≥ 5, or
 * N₁₆ is not reached with ten times the updates; what is neither decides nothing.
 *
 * <p><b>Constant.</b> Q is free of scale and of fits: 1 for a linear rate, 175/77 = 2.3 for N = C log²(1/ε), and 10^(7/s) for gap ~ N^−s, which
 * is 3162 for gradient descent (s = 2) and 56 for Polyak's method (s = 4). A coefficient of determination would not tell s = 4 over six decades
 * from a line.
 *
 * <p><b>Hypotheses.</b> Short steps below 2/L; so many that K ln(1/μ) ≥ ln 10⁸, where μ = max |1 − ηλ| is what a short step leaves across
 * the ravine, or a number that grows; f* known; ∇f Lipschitz. Not needed: fourth order (control {@code fourth-order-growth-necessary}).
 *
 * <p><b>Rounding.</b> None: the criterion has a gap of its own between Q = 4 and Q = 5. Double arithmetic is enough for sixteen decades
 * from a gap above 10⁻⁴ (floor near 10⁻²² where minimizers are not at 0).
 *
 * <p><b>Tightness.</b> Largest Q seen 2.2 with a fixed K and 3.0 with a growing one, against 11 and more for the other methods.
 *
 * <p><b>References.</b> Davis, Drusvyatskiy, Jiang, arXiv 2409.19791.
 */
final class NearLinear {

    private static final Criterion<HittingTimes> NEAR_LINEAR = new Criterion<>(
            "N₁₆ within the epochs allowed, Q = (N₁₆ − N₉)/(N₉ − N₂) ≤ 4 and S ≥ 12", HittingTimes::nearLinear);

    private static final Criterion<HittingTimes> SUBLINEAR = new Criterion<>(
            "Q = (N₁₆ − N₉)/(N₉ − N₂) ≥ 5, or N₁₆ > 10 times that of GDPolyak", times -> -times.nearLinear());

    /** ln 10⁸: what is left across the ravine after the short steps of an epoch, at the gap that is asked for. */
    private static final double ENOUGH = 8 * StrictMath.log(10);

    private static final List<Hypothesis<Problem>> BASIC = List.of(
            hypothesis("Lipschitz gradient", problem -> problem.objective().smooth() ? 0 : -1, steep()),
            hypothesis("short steps below 2/L", NearLinear::below, plain(2, 1.02, 60)),
            hypothesis(
                    "f* known",
                    problem -> -Math.abs(problem.infimum() - problem.estimate()),
                    plain(0.25, 60).above(0, 1e-6)));

    private static final Hypothesis<Problem> ENOUGH_SHORT_STEPS =
            hypothesis("enough short steps", NearLinear::enough, plain(0.125, 10));

    private static final Hypothesis<Problem> ABOVE_THE_RAVINE = hypothesis(
            "trigger above the ratio on the ravine",
            problem -> problem.trigger() - 4,
            plain(0.25, 60).triggeredAt(3.5));

    static final Theorem<Problem, Descender, HittingTimes> THEOREM = Theorem.theorem(
                    "gdpolyak-near-linear",
                    "GDPolyak converges nearly linearly under fourth-order growth",
                    Literature.SOURCE.at("Abstract of 2409.19791; the criterion of hitting times is ours"),
                    new Setting<>(
                            "ravines",
                            "Functions with a ravine from random starts; epochs of K short gradient steps and one long Polyak step",
                            Problem.class,
                            Descender.class,
                            families(),
                            with(ENOUGH_SHORT_STEPS),
                            GDPolyak::begin,
                            new HittingReferee(),
                            Optional.empty()),
                    NEAR_LINEAR,
                    Tightness.NONE)
            .control("gp-n1", "no long steps: gradient descent", subject(GradientMethod::gradientDescent), everywhere())
            .control("gp-n2", "no short steps: Polyak's method", subject(GradientMethod::polyak), everywhere())
            .control("gp-n3", "too few short steps, always as many", without("enough short steps"))
            .control("gp-n4a", "short steps above 2/L", without("short steps below 2/L"))
            .control(
                    "gp-n4b",
                    "short steps just below 2/L, too few of them",
                    without("enough short steps"),
                    witness(plain(2, 0.95, 60)))
            .control("gp-n5", "a gradient that is not Lipschitz", without("Lipschitz gradient"))
            .control("gp-n7", "f* overestimated by 10⁻⁶", without("f* known"))
            .control(
                    "gp-n8a",
                    "f* underestimated by 10⁻⁶",
                    without("f* known"),
                    witness(plain(0.25, 60).above(0, -1e-6)))
            .control(
                    "gp-n8b",
                    "f* underestimated by 10⁻³",
                    without("f* known"),
                    witness(plain(0.25, 60).above(0, -1e-3)))
            .control(
                    "gp-n10",
                    "Polyak's method is always sublinear",
                    subject(GradientMethod::polyak),
                    NearLinear::sublinear,
                    on(Family.of("degenerate", "degenerate", degenerate())))
            .control(
                    "fourth-order-growth-necessary",
                    "beyond fourth order it is sublinear",
                    NearLinear::sublinear,
                    on(slower()))
            .control(
                    "gdpolyak-value-for-gap",
                    "long steps of f/‖∇f‖² where f* = 0.3",
                    subject(Slips::valueForGap),
                    on(Family.of("raised", "raised", plain(0.25, 60).above(0.3, 0.3))))
            .control(
                    "gdpolyak-restarts",
                    "f* unknown: restarts with half steps from a lower bound",
                    without("f* known"),
                    subject(PolyakRestarts::begin),
                    on(Family.of("unknown", "unknown", plain(0.25, 60).above(0.3, 0))))
            .refuted(
                    "folklore-quadratic-growth-necessary",
                    "Without quadratic growth there is no linear convergence",
                    Source.literally(
                            "first-order methods converge linearly only under quadratic growth (folklore, which the paper itself refutes)",
                            "gdpolyak-near-linear"),
                    NearLinear::sublinear,
                    everywhere());

    static final Theorem<Problem, Descender, HittingTimes> TRIGGERED = Theorem.theorem(
                    "trigger-near-linear",
                    "With a trigger in place of the schedule it converges nearly linearly too",
                    Literature.SOURCE.at("2604.13393, an adaptive variant; the rule is derived"),
                    new Setting<>(
                            "triggered ravines",
                            "½ax² + y⁴; a long step where ‖∇f‖ ≤ τ (f − f*)^¾, τ above 4, else a short one",
                            Problem.class,
                            Descender.class,
                            List.of(new Family<>(
                                    "near-linear/triggered",
                                    "triggered",
                                    60,
                                    in -> Landscape.SEPARABLE
                                            .problem(in.fixed())
                                            .triggeredAt(in.fixed().uniform("trigger", 4.1, 6)))),
                            with(ABOVE_THE_RAVINE),
                            TriggeredPolyak::begin,
                            new HittingReferee(),
                            Optional.empty()),
                    NEAR_LINEAR,
                    Tightness.NONE)
            .control("gp-n11", "a trigger that never fires", without("trigger above the ratio on the ravine"))
            .control("trigger-sublinear", "with a trigger it is sublinear", NearLinear::sublinear)
            .control("trigger-no-long-steps", "gradient descent", subject(GradientMethod::gradientDescent));

    private NearLinear() {}

    /** ½ax² + y⁴ with a = 2. */
    private static Problem plain(double step, int shortSteps) {
        return plain(2, step, shortSteps);
    }

    private static Problem plain(double curvature, double step, int shortSteps) {
        return Problem.of(Separable.ravine(curvature, 1, 4), new double[] {0.5, 0.4}, step, shortSteps, 60)
                .triggeredAt(5);
    }

    /** |x|^1.5 + y⁴. */
    private static Problem steep() {
        Objective objective = new Separable(new double[] {1, 1}, new double[] {1.5, 4}, false);
        return Problem.of(objective, new double[] {0.5, 0.4}, 0.1, 60, 60).triggeredAt(5);
    }

    /** x⁴ + y⁴. */
    private static Problem degenerate() {
        Objective objective = new Separable(new double[] {1, 1}, new double[] {4, 4}, false);
        return Problem.of(objective, new double[] {0.5, 0.4}, 0.1, 60, 60);
    }

    private static Family<Problem> slower() {
        double[][] powers = {{2, 6}, {2, 8}, {4, 6}, {2, 4, 6}};
        List<Problem> members = new ArrayList<>();
        for (double[] power : powers) {
            double[] weights = new double[power.length];
            Arrays.fill(weights, 1);
            double[] start = Arrays.copyOf(new double[] {0.5, 0.4, 0.3}, power.length);
            members.add(Problem.of(new Separable(weights, power, false), start, 0.25, 60, 60));
        }
        return Family.of("slower", "slower", members.toArray(Problem[]::new));
    }

    /** Fewer where a run is long. */
    private static int count(Landscape landscape) {
        return switch (landscape) {
            case SEPARABLE, ROSENBROCK -> 60;
            case SYMMETRIC -> 25;
            case NEURONS, POLYNOMIAL -> 20;
            case RIDGES, BALANCED -> 8;
            case SENSING -> 6;
        };
    }

    /** Fixed draws of every landscape; and of one with ever more short steps. */
    private static List<Family<Problem>> families() {
        List<Family<Problem>> families = new ArrayList<>();
        for (Landscape landscape : Landscape.values()) {
            families.add(new Family<>(
                    "near-linear/" + landscape.label(),
                    landscape.label(),
                    count(landscape),
                    in -> landscape.problem(in.fixed())));
        }
        families.add(new Family<>(
                "near-linear/growing",
                "growing",
                20,
                in -> Landscape.SEPARABLE.problem(in.fixed()).scheduled(5, 2, 60)));
        return families;
    }

    /** The claim that the runs are sublinear. */
    private static Claim<Problem, Descender, HittingTimes> sublinear(Claim<Problem, Descender, HittingTimes> claim) {
        return claim.saying(SUBLINEAR);
    }

    private static double below(Problem problem) {
        double[] curvatures = problem.objective().curvatures();
        return curvatures.length == 0 ? 0 : 2 - problem.step() * curvatures[1];
    }

    /** K ln(1/μ) − ln 10⁸; met where K grows, and where a short step is too long for any number of them, which is another hypothesis. */
    private static double enough(Problem problem) {
        double contraction = problem.contraction();
        return problem.growth() > 0 || contraction >= 1 || contraction == 0
                ? 0
                : -problem.shortSteps() * StrictMath.log(contraction) - ENOUGH;
    }

    private static List<Hypothesis<Problem>> with(Hypothesis<Problem> further) {
        List<Hypothesis<Problem>> all = new ArrayList<>(BASIC);
        all.add(further);
        return all;
    }

    private static Hypothesis<Problem> hypothesis(String name, ToDoubleFunction<Problem> margin, Problem broken) {
        return new Hypothesis<>(name, margin, Family.of("broken/ravine/" + name, "broken", broken));
    }
}
