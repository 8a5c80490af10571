package org.theoremcheck.quartic.longstep;

import static org.theoremcheck.claim.Alteration.scale;
import static org.theoremcheck.claim.Alteration.subject;
import static org.theoremcheck.claim.Alteration.without;
import static org.theoremcheck.claim.Term.term;

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
import org.theoremcheck.quartic.descent.GDPolyak;
import org.theoremcheck.quartic.descent.GradientMethod;
import org.theoremcheck.quartic.descent.Literature;
import org.theoremcheck.quartic.descent.Problem;
import org.theoremcheck.quartic.descent.Rollout;
import org.theoremcheck.quartic.objective.Separable;

/**
 * Every epoch contracts, down to a distance that is exponentially small in K.
 *
 * <p><b>Setting.</b> f(Hᵀ(u, v)) = ½uᵀΛu + q(v) with λ ≤ Λ ≤ L, q convex and homogeneous of degree 4, q ≥ c‖v‖⁴, ‖∇q‖ ≤ C‖v‖³; H
 * orthogonal. Here q = Σ mⱼvⱼ⁴ with c = 1/Σ(1/mⱼ) and C = 4 max mⱼ.
 *
 * <p><b>Algorithm.</b> {@link GDPolyak} with η ≤ 1/L; zᵢ is where epoch i begins.
 *
 * <p><b>Claim.</b> While ‖zᵢ‖ ≥ ε_K = √(12.5 L/C) (1 − ηλ)^(K/2),
 * <pre>
 *   (3/4) c²/C²  ≤  1 − ‖zᵢ₊₁‖²/‖zᵢ‖²
 * </pre>
 * so that ‖z_I‖ ≤ max(ε_K, q^I‖z₀‖) with q² = 1 − 3c²/(4C²): exp(−Θ(min(K, I))).
 *
 * <p><b>Constant.</b> Short steps contract u by (1 − ηλ)^K and do not lengthen v; a long step lengthens nothing. If ‖z̃‖ ≤ ‖zᵢ‖/2 before the
 * long step, done. Else ‖Λũ‖ ≤ C‖ṽ‖³, so that ‖∇f‖² ≤ 2C²‖ṽ‖⁶ and f ≥ c‖ṽ‖⁴, and {@link PolyakStepIdentity} with κ ≥ 2 gives the rest.
 * c ≤ C/4 by Euler, so that q ≥ √(61/64) is never below ½.
 *
 * <p><b>Hypotheses.</b> η ≤ 1/L; ‖z₀‖² ≤ min(λ/C, 8c/(ηC²)).
 *
 * <p><b>Rounding.</b> A point is off by γ of its size after K short steps, none of which widens an error; a long step passes it on (2 + 3αL)-fold.
 * αL grows without bound towards the minimizer: an epoch counts only where its own rounding is at most a thousandth of c²/C².
 *
 * <p><b>Tightness.</b> Not tight: on a ravine alone 1 − ‖z⁺‖²/‖z‖² is 7/16 where the bound is 3/64, and what is left across the ravine costs
 * less than the proof allows. Largest ratio seen 3/28.
 *
 * <p><b>References.</b> Derived; of the form of the theorem in Davis, Drusvyatskiy, arXiv 2604.13393.
 */
final class EpochContraction {

    /**
     * The worst epoch that counts: it began at ‖z‖ ≥ ε_K, and rounding is at most a thousandth of c²/C².
     *
     * @param decrement min 1 − ‖zᵢ₊₁‖²/‖zᵢ‖²; 2 where there was no such epoch
     * @param sharpness c²/C²
     * @param rounding the largest bound on the rounding of the decrement of an epoch that counts
     */
    record Epoch(double decrement, double sharpness, double rounding) {}

    /** What may be lost to rounding, as a share of c²/C². */
    private static final double RESOLUTION = 1e-3;

    static final Theorem<Problem, Descender, Epoch> THEOREM = Theorem.theorem(
                    "epoch-contraction",
                    "Every epoch contracts, down to a distance exponentially small in K",
                    Literature.SOURCE.at(
                            "Derived: the nearly linear rate with explicit constants, convex and separable in a basis"),
                    new Setting<>(
                            "separable ravines",
                            "½uᵀΛu + q(v) in a basis, q convex of fourth order; epochs of K short steps with η ≤ 1/L and one long step",
                            Problem.class,
                            Descender.class,
                            List.of(Family.drawn("contraction/ravine", "contraction", EpochContraction::drawn)),
                            List.of(
                                    new Hypothesis<>(
                                            "step at most 1/L",
                                            problem -> 1
                                                    - problem.step()
                                                            * problem.objective()
                                                                    .curvatures()[1],
                                            Family.of("broken/contraction/step", "broken", longShortSteps())),
                                    new Hypothesis<>(
                                            "start near the minimizer",
                                            EpochContraction::room,
                                            Family.of("broken/contraction/start", "broken", far()))),
                            GDPolyak::begin,
                            EpochContraction::play,
                            Optional.of(EpochContraction::exact)),
                    Compare.compare(term("sharpness", 0.75, "c²/C²", Epoch::sharpness))
                            .atMost(term("decrement", "min (1 − ‖zᵢ₊₁‖²/‖zᵢ‖²)", Epoch::decrement))
                            .within(
                                    RESOLUTION,
                                    "a point's rounding after K short steps, passed on by the long one",
                                    Epoch::rounding,
                                    Epoch::sharpness)
                            .vacuousWhen(
                                    "no epoch begins at ε_K or further away where it is not lost to rounding",
                                    epoch -> epoch.decrement() == 2),
                    Tightness.NONE)
            .control("contraction-larger", "ten times the contraction", scale("sharpness", 10))
            .control("contraction-long-short-steps", "short steps above 2/L", without("step at most 1/L"))
            .control("contraction-far-start", "a start far away", without("start near the minimizer"))
            .control("contraction-no-long-step", "no long steps", subject(GradientMethod::gradientDescent));

    private EpochContraction() {}

    /** ½x² + 4u² + y⁴, where u oscillates more and more widely and ε_K, which is made of λ = 1, does not see it. */
    private static Problem longShortSteps() {
        Separable objective = new Separable(new double[] {0.5, 4, 1}, new double[] {2, 2, 4}, false);
        return Problem.of(objective, new double[] {0, 0.05, 0.4}, 0.3, 20, 3);
    }

    /** 4x² + y⁴ with η = 1/L from so far along the ravine that a short step leads further away. */
    private static Problem far() {
        return Problem.of(Separable.ravine(8, 1, 4), new double[] {0.05, 2.3}, 0.125, 1, 3);
    }

    /** Two or three coordinates across and the others along; a start within its bound, and so many short steps that some epochs count. */
    private static Problem drawn(Draw in) {
        int across = in.integer("across", 2, 3);
        double[] weights = new double[4];
        double[] powers = new double[4];
        double[] curvature = in.uniforms("curvature", 0, across, 1, 4);
        double[] along = in.uniforms("weight", 0, 4 - across, 0.25, 1);
        for (int i = 0; i < 4; i++) {
            weights[i] = i < across ? curvature[i] / 2 : along[i - across];
            powers[i] = i < across ? 2 : 4;
        }
        Separable objective = new Separable(weights, powers, in.oneOf("mixed", List.of(true, false)));
        double step = in.uniform("relative-step", 0.3, 1) / objective.curvatures()[1] * (1 - 0x1p-50);
        Problem still = Problem.of(
                objective, new double[4], step, in.integer("short-steps", 20, 60), in.integer("epochs", 1, 6));
        double radius = Math.sqrt(largestStart(still)) * in.uniform("radius", 0.05, 0.999);
        double[] direction = in.uniforms("direction", 0, 4, -1, 1);
        double size = Vectors.norm(direction);
        double[] start = size == 0 ? new double[] {0, 0, 0, radius} : Vectors.scaled(radius / size, direction);
        return Problem.of(objective, start, step, still.shortSteps(), still.epochs());
    }

    private static double least(Problem problem) {
        return ((Separable) problem.objective()).leastQuartic();
    }

    /** C = 4 max mⱼ. */
    private static double steepest(Problem problem) {
        return 4 * ((Separable) problem.objective()).largestQuartic();
    }

    /** min(λ/C, 8c/(ηC²)). */
    private static double largestStart(Problem problem) {
        double steepest = steepest(problem);
        return Math.min(
                problem.objective().curvatures()[0] / steepest,
                8 * least(problem) / (problem.step() * steepest * steepest));
    }

    private static double room(Problem problem) {
        return largestStart(problem) - Vectors.squaredNorm(problem.start());
    }

    /** ε_K, rounded up. */
    private static double smallest(Problem problem) {
        double[] curvatures = problem.objective().curvatures();
        double left = 1;
        for (int k = 0; k < problem.shortSteps(); k++) {
            left *= 1 - problem.step() * curvatures[0];
        }
        return Math.sqrt(12.5 * curvatures[1] / steepest(problem) * left)
                * (1 + Rounding.gamma(4.0 * problem.shortSteps() + 16));
    }

    private static double sharpness(Problem problem) {
        double sharpness = least(problem) / steepest(problem);
        return sharpness * sharpness;
    }

    /** Bound on the rounding of 1 − ‖z⁺‖²/‖z‖² of an epoch with such a long step. */
    private static double rounding(Problem problem, double gap, double[] gradient) {
        double alpha = GradientMethod.polyakStep(gap, gradient);
        double off = Rounding.gamma(8.0 * problem.shortSteps() + 4.0 * gradient.length + 16)
                * (2 + 3 * alpha * problem.objective().curvatures()[1]);
        return 2 * off + off * off + Rounding.gamma(16);
    }

    /** Tells of the epochs that count. */
    private static Rollout.LongSteps counting(Problem problem, Counted counted) {
        double smallest = smallest(problem);
        double bearable = RESOLUTION * sharpness(problem);
        double[][] begun = {problem.start()};
        return (epoch, before, gap, gradient, after) -> {
            double rounding = rounding(problem, gap, gradient);
            if (Vectors.norm(begun[0]) >= smallest && rounding <= bearable) {
                counted.epoch(begun[0], after, rounding);
            }
            begun[0] = after.clone();
        };
    }

    /** Learns where an epoch that counts began and ended. */
    @FunctionalInterface
    private interface Counted {
        void epoch(double[] begun, double[] after, double rounding);
    }

    private static Epoch play(Problem problem, Subject<Problem, Descender> subject) {
        double[] worst = {2, 0};
        Rollout.epochs(problem, subject, counting(problem, (begun, after, rounding) -> {
            double share = Vectors.norm(after) / Vectors.norm(begun);
            worst[0] = Math.min(worst[0], 1 - share * share);
            worst[1] = Math.max(worst[1], rounding);
        }));
        return new Epoch(worst[0], sharpness(problem), worst[1]);
    }

    private static Map<String, Enclosure> exact(Problem problem, Subject<Problem, Descender> subject) {
        Enclosure[] decrement = {Enclosure.of(2)};
        Rollout.epochs(problem, subject, counting(problem, (begun, after, rounding) -> {
            Enclosure share =
                    Enclosures.squaredNorm(Enclosures.of(after)).over(Enclosures.squaredNorm(Enclosures.of(begun)));
            decrement[0] = decrement[0].min(Enclosure.ONE.minus(share));
        }));
        Enclosure least = Enclosure.ONE.over(((Separable) problem.objective()).exactQuarticInverses());
        return Map.of("sharpness", least.over(Enclosure.of(steepest(problem))).squared(), "decrement", decrement[0]);
    }
}
