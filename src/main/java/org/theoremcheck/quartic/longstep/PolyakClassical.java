package org.theoremcheck.quartic.longstep;

import static org.theoremcheck.claim.Alteration.scale;
import static org.theoremcheck.claim.Alteration.subject;
import static org.theoremcheck.claim.Alteration.without;
import static org.theoremcheck.claim.Alteration.witness;
import static org.theoremcheck.claim.Term.term;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.theoremcheck.claim.Compare;
import org.theoremcheck.claim.Draw;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Hypothesis;
import org.theoremcheck.claim.Setting;
import org.theoremcheck.claim.Subject;
import org.theoremcheck.claim.Theorem;
import org.theoremcheck.claim.Tightness;
import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.numeric.Enclosures;
import org.theoremcheck.numeric.Rounding;
import org.theoremcheck.numeric.Vectors;
import org.theoremcheck.quartic.descent.Descender;
import org.theoremcheck.quartic.descent.GradientMethod;
import org.theoremcheck.quartic.descent.Literature;
import org.theoremcheck.quartic.descent.Problem;
import org.theoremcheck.quartic.descent.Rollout;
import org.theoremcheck.quartic.descent.Slips;
import org.theoremcheck.quartic.objective.Objective;
import org.theoremcheck.quartic.objective.RidgeSum;
import org.theoremcheck.quartic.objective.Separable;

/**
 * The two classical bounds for Polyak's method on convex functions.
 *
 * <p><b>Setting.</b> f convex with minimizer x* = 0 and f* known; gₜ a gradient (or subgradient) at xₜ.
 *
 * <p><b>Algorithm.</b> {@link GradientMethod#polyak}: xₜ₊₁ = xₜ − ((fₜ − f*)/‖gₜ‖²)gₜ, t = 0, …, T − 1.
 *
 * <p><b>Claim.</b>
 * <pre>
 *   ‖x_T‖² + Σ (fₜ − f*)²/‖gₜ‖²  ≤  ‖x₀‖²        and, for L-smooth f,        min fₜ − f*  ≤  2L‖x₀‖²/T
 * </pre>
 *
 * <p><b>Constant.</b> The first is {@link PolyakStepIdentity} with κ ≥ 1, which is convexity. The second adds ‖gₜ‖² ≤ 2L(fₜ − f*), with L on
 * the ball around x* through x₀: by the first, no iterate leaves it, and by smoothness no short gradient step from it either.
 *
 * <p><b>Hypotheses.</b> Convex f; f* known; for the second, L at least the largest curvature on that ball.
 *
 * <p><b>Rounding.</b> The errors of f and g at the points visited and the roundings of the steps, as for the identity, over ‖x₀‖².
 *
 * <p><b>Tightness.</b> Of the first: 1, for |x|, which one step solves. Of the second: ¼ for a quadratic at T = 1.
 *
 * <p><b>References.</b> Polyak, Introduction to optimization, 1987, section 5.3; Hazan and Kakade, arXiv 1905.00313.
 */
final class PolyakClassical {

    /**
     * A run over ‖x₀‖².
     *
     * @param left ‖x_T‖²/‖x₀‖²
     * @param gains Σ (fₜ − f*)²/‖gₜ‖²/‖x₀‖²
     * @param best T min (fₜ − f*)/‖x₀‖²
     * @param smoothness L
     * @param rounding bound on the rounding of left + gains
     * @param valueRounding bound on that of best
     */
    record Run(double left, double gains, double best, double smoothness, double rounding, double valueRounding) {}

    private static final Hypothesis<Problem> CONVEX = new Hypothesis<>(
            "convex",
            problem -> problem.objective() instanceof RidgeSum ridges ? ridges.convexity() : 0,
            Family.of("broken/classical/convex", "broken", shoulder()));

    private static final Hypothesis<Problem> KNOWN = new Hypothesis<>(
            "f* known",
            problem -> -Math.abs(problem.infimum() - problem.estimate()),
            Family.of("broken/classical/f*", "broken", absolute().above(0, -1)));

    static final Theorem<Problem, Descender, Run> THEOREM = Theorem.theorem(
                    "polyak-classical",
                    "Polyak's method on convex functions: what its steps gain is at most the distance from the start",
                    Literature.SOURCE.at("Classical: the long step on convex functions"),
                    setting("convex functions", all(), List.of(CONVEX, KNOWN)),
                    Compare.compare(
                                    term("left", "‖x_T‖²/‖x₀‖²", Run::left),
                                    term("gains", "Σ (fₜ − f*)²/‖gₜ‖²/‖x₀‖²", Run::gains))
                            .atMost(term("start", "1", run -> 1))
                            .within(1e-9, "errors of f and g, and the roundings of the steps", Run::rounding, run -> 1),
                    new Tightness(1, "attained by |x|"))
            .control("classical-gains", "gains at 1.001 of their size", scale("gains", 1.001))
            .control("classical-not-convex", "a function with a shoulder", without("convex"))
            .control("classical-misjudged", "f* underestimated", without("f* known"))
            .control("classical-longer", "steps twice as long", subject(Slips.longer(2)), witness(absolute()));

    static final Theorem<Problem, Descender, Run> RATE = Theorem.theorem(
                    "polyak-classical-rate",
                    "Polyak's method on smooth convex functions: a rate of 1/T",
                    Literature.SOURCE.at("Classical: the long step on smooth convex functions"),
                    setting("smooth convex functions", smooth("classical-rate"), List.of(KNOWN)),
                    Compare.compare(term("best", "T min (fₜ − f*)/‖x₀‖²", Run::best))
                            .atMost(term("smoothness", 2, "L", Run::smoothness))
                            .within(1e-9, "errors of f", Run::valueRounding, run -> run.best() + run.smoothness()),
                    Tightness.NONE)
            .control("classical-rate-constant", "the constant at a tenth", scale("smoothness", 0.1))
            .control(
                    "classical-rate-misjudged",
                    "f* underestimated",
                    without("f* known"),
                    witness(Problem.of(quadratic(), new double[] {1}, 0.1, 0, 50)
                            .above(0, -4)))
            .control(
                    "classical-rate-longer",
                    "steps four times as long",
                    subject(Slips.longer(4)),
                    witness(Problem.of(quadratic(), new double[] {1}, 0.1, 0, 20)));

    private PolyakClassical() {}

    private static Setting<Problem, Descender, Run> setting(
            String id, List<Family<Problem>> families, List<Hypothesis<Problem>> hypotheses) {
        return new Setting<>(
                id,
                "Polyak's method on a convex function with minimizer 0, T steps",
                Problem.class,
                Descender.class,
                families,
                hypotheses,
                GradientMethod::polyak,
                PolyakClassical::play,
                Optional.of(PolyakClassical::exact));
    }

    private static Separable quadratic() {
        return new Separable(new double[] {0.5}, new double[] {2}, false);
    }

    /** |x| from 1. */
    private static Problem absolute() {
        return Problem.of(new Separable(new double[] {1}, new double[] {1}, false), new double[] {1}, 0.1, 0, 1);
    }

    /** ½t² − 0.65t³ + ¼t⁴ from 1, where κ = ½: not convex, with the one minimizer 0. */
    private static Problem shoulder() {
        RidgeSum ridge = new RidgeSum(new double[][] {{1}}, new double[] {1}, new double[] {-3.9}, new double[] {1});
        return Problem.of(ridge, new double[] {1}, 0.1, 0, 1);
    }

    private static List<Family<Problem>> all() {
        List<Family<Problem>> families = new ArrayList<>(smooth("classical"));
        families.add(Family.drawn("classical/kinks", "convex", in -> powers(in, List.of(1.0, 1.5))));
        families.add(Family.of("classical/absolute", "convex", absolute()));
        return families;
    }

    private static List<Family<Problem>> smooth(String name) {
        return List.of(
                Family.drawn(name + "/powers", "convex", in -> powers(in, List.of(2.0, 4.0, 3.0, 6.0))),
                Family.drawn(name + "/ridges", "convex", PolyakClassical::ridges));
    }

    private static Problem powers(Draw in, List<Double> kinds) {
        int dimension = in.integer("dimension", 1, 4);
        double[] powers = new double[dimension];
        for (int i = 0; i < dimension; i++) {
            powers[i] = in.oneOf("power/" + i, kinds);
        }
        boolean mixed = dimension == 4 && in.oneOf("mixed", List.of(false, true));
        return Problem.of(
                new Separable(in.uniforms("weight", 0, dimension, 0.1, 2), powers, mixed),
                in.uniforms("start", 0, dimension, 0.1, 1),
                0.1,
                0,
                in.integer("steps", 1, 8));
    }

    /** Ridges with β² ≤ 0.9 · 12αγ. */
    private static Problem ridges(Draw in) {
        int dimension = in.integer("dimension", 1, 3);
        int count = in.integer("ridges", dimension, 5);
        double[][] rows = new double[count][];
        double[] quadratic = in.uniforms("quadratic", 0, count, 0.1, 2);
        double[] quartic = in.uniforms("quartic", 0, count, 0.1, 2);
        double[] skew = in.uniforms("cubic", 0, count, -1, 1);
        double[] cubic = new double[count];
        for (int j = 0; j < count; j++) {
            rows[j] = in.uniforms("row", j, dimension, -1, 1);
            rows[j][j % dimension] += 2;
            cubic[j] = skew[j] * Math.sqrt(0.9 * 12 * quadratic[j] * quartic[j]);
        }
        return Problem.of(
                new RidgeSum(rows, quadratic, cubic, quartic),
                in.uniforms("start", 0, dimension, 0.1, 1),
                0.1,
                0,
                in.integer("steps", 1, 8));
    }

    /** L on the ball of the given radius around 0, rounded up. */
    private static double smoothness(Objective objective, double radius) {
        double room = 1 + Rounding.gamma(64);
        return room
                * (objective instanceof Separable powers
                        ? powers.smoothness(radius)
                        : ((RidgeSum) objective).smoothness(radius));
    }

    private static Run play(Problem problem, Subject<Problem, Descender> subject) {
        double size = Vectors.norm(problem.start());
        double square = size * size;
        class Summing implements Rollout.Observer {
            private double left = 1;
            private double gains;
            private double best = Double.POSITIVE_INFINITY;
            private double bestError;
            private double rounding = Rounding.gamma(problem.dimension() + 4.0);
            private double move;

            @Override
            public boolean at(long update, double[] point, double gap, double[] gradient) {
                double norm = Vectors.norm(point);
                left = norm * norm / square;
                rounding += (2 * norm * move + move * move) / square;
                if (update == problem.epochs()) {
                    return false;
                }
                double error = problem.objective().accuracy(point).gap();
                if (gap < best) {
                    best = gap;
                    bestError = error;
                }
                if (gap > 0) {
                    StepError step = StepError.at(problem.objective(), point, gap, gradient);
                    double gain = gap / Vectors.squaredNorm(gradient) * (gap / square);
                    gains += gain;
                    move = step.absolute();
                    rounding += gain * (2 * step.relative() + Rounding.gamma(2.0 * point.length + update + 8));
                }
                return true;
            }

            Run run() {
                double value = problem.epochs() * best / square;
                return new Run(
                        left,
                        gains,
                        value,
                        smoothness(problem.objective(), size),
                        rounding + Rounding.gamma(problem.dimension() + 4.0) * left,
                        problem.epochs() * bestError / square + Rounding.gamma(problem.dimension() + 4.0) * value);
            }
        }
        Summing sums = new Summing();
        Rollout.play(problem, subject, sums);
        return sums.run();
    }

    private static Map<String, Enclosure> exact(Problem problem, Subject<Problem, Descender> subject) {
        Enclosure square = Enclosures.squaredNorm(Enclosures.of(problem.start()));
        Map<String, Enclosure> terms = new HashMap<>();
        terms.put("gains", Enclosure.ZERO);
        terms.put("start", Enclosure.ONE);
        terms.put("smoothness", Enclosure.of(smoothness(problem.objective(), Vectors.norm(problem.start()))));
        Rollout.play(problem, subject, (update, point, ignored, computed) -> {
            Enclosure[] at = Enclosures.of(point);
            terms.put("left", Enclosures.squaredNorm(at).over(square));
            if (update == problem.epochs()) {
                return false;
            }
            Enclosure gap = problem.objective().exactGap(at);
            terms.merge("best", gap, Enclosure::min);
            if (gap.low().signum() > 0) {
                Enclosure slope = Enclosures.squaredNorm(problem.objective().exactGradient(at));
                terms.merge("gains", gap.squared().over(slope).over(square), Enclosure::plus);
            }
            return true;
        });
        terms.computeIfPresent(
                "best",
                (name, best) -> Enclosure.of(problem.epochs()).times(best).over(square));
        return terms;
    }
}
