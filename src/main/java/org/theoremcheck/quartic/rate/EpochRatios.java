package org.theoremcheck.quartic.rate;

import static org.theoremcheck.claim.Alteration.on;
import static org.theoremcheck.claim.Alteration.subject;
import static org.theoremcheck.claim.Alteration.without;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.theoremcheck.claim.Alteration;
import org.theoremcheck.claim.Criterion;
import org.theoremcheck.claim.Draw;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Hypothesis;
import org.theoremcheck.claim.Setting;
import org.theoremcheck.claim.Subject;
import org.theoremcheck.claim.Theorem;
import org.theoremcheck.claim.Tightness;
import org.theoremcheck.numeric.Vectors;
import org.theoremcheck.quartic.descent.Descender;
import org.theoremcheck.quartic.descent.GDPolyak;
import org.theoremcheck.quartic.descent.Landscape;
import org.theoremcheck.quartic.descent.Literature;
import org.theoremcheck.quartic.descent.Problem;
import org.theoremcheck.quartic.descent.Rollout;
import org.theoremcheck.quartic.descent.Slips;
import org.theoremcheck.quartic.objective.Flat;
import org.theoremcheck.quartic.objective.Separable;

/**
 * What an epoch of GDPolyak leaves.
 *
 * <p><b>Setting.</b> A ravine of one dimension along which f grows with the power p of the distance: ½ax² + m|y|^p for p = 3, 4, 6,
 * Rosenbrock's quartic (p = 4), two neurons (p = 3).
 *
 * <p><b>Algorithm.</b> {@link GDPolyak} with so many short steps that nothing is left across the ravine.
 *
 * <p><b>Claim.</b> From one epoch to the next, before the long steps, over the last six epochs of the run and within ½ %,
 * <pre>
 *   distance × (1 − 1/p),   gap × (1 − 1/p)^p,   length of the long step × (p/(p − 1))^(p − 2)
 * </pre>
 * which is ⅔, 8/27, 3/2 for p = 3; ¾, 81/256, 16/9 for p = 4; ⅚, 0.335, 2.07 for p = 6.
 *
 * <p><b>Constant.</b> On |y|^p a long step is y⁺ = (1 − 1/p)y with α = |y|^(2−p)/p². Short steps take off y a share ηp|y|^(p−2) each, which
 * vanishes as y does: six epochs are enough for p = 4, and more are needed for p = 3.
 *
 * <p><b>Hypotheses.</b> Growth of finite order along the ravine.
 *
 * <p><b>Rounding.</b> None beside ½ %.
 *
 * <p><b>Tightness.</b> The half step has 1 − 1/(2p), that is 7/8 and 0.586 for p = 4: still nearly linear, and seen here only.
 *
 * <p><b>References.</b> Derived.
 */
final class EpochRatios {

    private static final int WINDOW = 6;
    private static final double TOLERANCE = 0.005;

    /**
     * Smallest and largest ratios over the last epochs.
     *
     * @param distance of the distance
     * @param gap of the gap
     * @param length of the length of the long step
     * @param order p of the function, and 4 where it grows more slowly than any power
     * @param fall distance at the last epoch over that at epoch 20
     */
    record Ratios(double[] distance, double[] gap, double[] length, double order, double fall) {

        /** 1 where all are as expected for the order, 0 at the tolerance. */
        double margin(double p) {
            double left = 1 - 1 / p;
            double worst = Math.max(
                    off(distance, left),
                    Math.max(off(gap, StrictMath.pow(left, p)), off(length, StrictMath.pow(1 / left, p - 2))));
            return Math.max(-1, 1 - worst / TOLERANCE);
        }

        private static double off(double[] range, double expected) {
            return Math.max(Math.abs(range[0] / expected - 1), Math.abs(range[1] / expected - 1));
        }
    }

    static final Theorem<Problem, Descender, Ratios> THEOREM = Theorem.theorem(
                    "epoch-ratios",
                    "Distance, gap and long step from epoch to epoch",
                    Literature.SOURCE.at("Derived: the rate that the program's curves show"),
                    new Setting<>(
                            "one-dimensional ravines",
                            "Functions that grow with the power p along a one-dimensional ravine; epochs of short steps and one long step",
                            Problem.class,
                            Descender.class,
                            families(),
                            List.of(new Hypothesis<>(
                                    "growth of finite order",
                                    problem -> problem.objective().order() < Double.POSITIVE_INFINITY ? 0 : -1,
                                    Family.of("broken/ratios/flat", "broken", flat()))),
                            GDPolyak::begin,
                            EpochRatios::play,
                            Optional.empty()),
                    new Criterion<>(
                            "distance × (1 − 1/p), gap × (1 − 1/p)^p, long step × (p/(p − 1))^(p − 2), within ½ %",
                            ratios -> ratios.margin(ratios.order())),
                    Tightness.NONE)
            .control(
                    "gp-n6",
                    "growth slower than any power: the distance no longer falls linearly",
                    without("growth of finite order"),
                    saying(
                            "distance after 40 epochs ≤ (3/4)²⁰ distance after 20, as for p ≤ 4",
                            ratios -> Math.max(-1, 1 - ratios.fall() / StrictMath.pow(0.75, 20))),
                    on(Family.of("flat", "flat", flat())))
            .control("gp-n9", "half of Polyak's length", subject(Slips.longer(0.5)), on(few()))
            .control(
                    "neuron-growth-quartic",
                    "the neurons' ravine is quartic",
                    saying("the ratios of p = 4, within ½ %", ratios -> ratios.margin(4)),
                    on(neurons()));

    private EpochRatios() {}

    private static List<Family<Problem>> families() {
        List<Family<Problem>> families = new ArrayList<>();
        families.add(Family.drawn("ratios/cubic", "ratios", in -> power(in, 3, 80, 30)));
        families.add(Family.drawn("ratios/quartic", "ratios", in -> power(in, 4, 60, 20)));
        families.add(Family.drawn("ratios/sixth", "ratios", in -> power(in, 6, 60, 20)));
        families.add(Family.drawn(
                "ratios/rosenbrock",
                "ratios",
                in -> Landscape.ROSENBROCK.problem(in).scheduled(120, 0, 20)));
        families.add(neurons());
        return families;
    }

    /** Fixed draws, few of them: they are long. */
    private static Family<Problem> neurons() {
        return new Family<>(
                "ratios/neurons",
                "neurons",
                60,
                in -> Landscape.NEURONS.problem(in.fixed()).scheduled(100, 0, 26));
    }

    /** Fixed draws for a subject that is wrong everywhere. */
    private static Family<Problem> few() {
        return new Family<>("ratios/few", "ratios", 100, in -> power(in.fixed(), 4, 60, 20));
    }

    private static Problem power(Draw in, double power, int shortSteps, int epochs) {
        double curvature = in.uniform("curvature", 1, 6);
        double step = in.uniform("relative-step", 0.3, 0.7) / curvature;
        double[] start = {in.uniform("across", 0.15, 0.7), in.uniform("along", 0.15, 0.3)};
        return Problem.of(
                Separable.ravine(curvature, in.uniform("weight", 0.5, 1), power), start, step, shortSteps, epochs);
    }

    /** x² + exp(−1/y²) with forty epochs. */
    private static Problem flat() {
        return Problem.of(new Flat(), new double[] {0.5, 0.5}, 0.25, 60, 40);
    }

    private static Alteration<Problem, Descender, Ratios> saying(String text, ToDoubleFunction<Ratios> margin) {
        return claim -> claim.saying(new Criterion<>(text, margin));
    }

    private static Ratios play(Problem problem, Subject<Problem, Descender> subject) {
        double[][] ranges = {{Double.POSITIVE_INFINITY, 0}, {Double.POSITIVE_INFINITY, 0}, {Double.POSITIVE_INFINITY, 0}
        };
        double[] last = new double[3];
        double[] atTwenty = {Double.NaN};
        Rollout.epochs(problem, subject, (epoch, before, gap, gradient, after) -> {
            double[] now = {
                problem.objective().distance(before),
                gap,
                Vectors.norm(Vectors.difference(after, before)) / Vectors.norm(gradient)
            };
            for (int k = 0; k < now.length && epoch >= problem.epochs() - WINDOW; k++) {
                ranges[k][0] = Math.min(ranges[k][0], now[k] / last[k]);
                ranges[k][1] = Math.max(ranges[k][1], now[k] / last[k]);
            }
            System.arraycopy(now, 0, last, 0, now.length);
            atTwenty[0] = epoch + 1 == 20 ? now[0] : atTwenty[0];
        });
        double order = problem.objective().order();
        return new Ratios(
                ranges[0], ranges[1], ranges[2], order < Double.POSITIVE_INFINITY ? order : 4, last[0] / atTwenty[0]);
    }
}
