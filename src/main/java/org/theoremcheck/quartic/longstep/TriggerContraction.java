package org.theoremcheck.quartic.longstep;

import static org.theoremcheck.claim.Alteration.scale;
import static org.theoremcheck.claim.Alteration.subject;
import static org.theoremcheck.claim.Alteration.without;
import static org.theoremcheck.claim.Alteration.witness;
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
import org.theoremcheck.quartic.descent.GradientMethod;
import org.theoremcheck.quartic.descent.Literature;
import org.theoremcheck.quartic.descent.Problem;
import org.theoremcheck.quartic.descent.Rollout;
import org.theoremcheck.quartic.descent.TriggeredPolyak;
import org.theoremcheck.quartic.objective.Separable;

/**
 * A long step that the trigger asks for contracts by a factor that does not depend on where it is taken.
 *
 * <p><b>Setting.</b> f convex, f − f* ≥ c‖x‖⁴ on the ball around the minimizer 0 through x₀.
 *
 * <p><b>Algorithm.</b> {@link TriggeredPolyak}: a long step where ‖∇f‖ ≤ τ(f − f*)^¾, else a short one.
 *
 * <p><b>Claim.</b> At every long step
 * <pre>
 *   √c/τ²  ≤  1 − ‖x⁺‖²/‖x‖²
 * </pre>
 *
 * <p><b>Constant.</b> (f − f*)²/‖∇f‖² ≥ √(f − f*)/τ² ≥ √c‖x‖²/τ², and {@link PolyakStepIdentity} with κ ≥ 1. Between two long steps
 * ‖x‖ is halved within (4/(ηλ)) ln(1/ε) short ones, so that O(log²(1/ε)) gradients do. τ below the ratio on the ravine, 4m^¼ for my⁴, never
 * fires; a large one is wasted like 1 − O(τ⁻²).
 *
 * <p><b>Hypotheses.</b> f* known; η ≤ 2/L, so that no point leaves the ball.
 *
 * <p><b>Rounding.</b> That of a long step, over ‖x‖². The trigger is taken to have fired where it does by more than its rounding.
 *
 * <p><b>Tightness.</b> On a ravine alone with the smallest τ the right side is 7/16 and the left 1/16, for κ there is 4 and not 1. Largest
 * ratio seen 1/7.
 *
 * <p><b>References.</b> Derived; a variant of Davis, Drusvyatskiy, arXiv 2604.13393.
 */
final class TriggerContraction {

    /**
     * The weakest long step of a run.
     *
     * @param decrement min 1 − ‖x⁺‖²/‖x‖²; 2 where the trigger never fired
     * @param guaranteed √c/τ²
     * @param rounding bound on the rounding of both
     */
    record Firing(double decrement, double guaranteed, double rounding) {}

    static final Theorem<Problem, Descender, Firing> THEOREM = Theorem.theorem(
                    "trigger-contraction",
                    "A long step that the trigger asks for contracts",
                    Literature.SOURCE.at("2604.13393, an adaptive variant; rule and constant are derived"),
                    new Setting<>(
                            "triggered descent",
                            "Convex ½uᵀΛu + Σ mⱼvⱼ⁴ in a basis; a long step where ‖∇f‖ ≤ τ(f − f*)^¾, else a short one",
                            Problem.class,
                            Descender.class,
                            List.of(Family.drawn("trigger/ravine", "trigger", TriggerContraction::drawn)),
                            List.of(
                                    new Hypothesis<>(
                                            "f* known",
                                            problem -> -Math.abs(problem.infimum() - problem.estimate()),
                                            Family.of("broken/trigger/f*", "broken", plain().above(0, -1))),
                                    new Hypothesis<>(
                                            "step at most 2/L",
                                            problem -> 2 - problem.step() * smoothness(problem),
                                            Family.of("broken/trigger/step", "broken", unstable()))),
                            TriggeredPolyak::begin,
                            TriggerContraction::play,
                            Optional.of(TriggerContraction::exact)),
                    Compare.compare(term("guaranteed", "√c/τ²", Firing::guaranteed))
                            .atMost(term("decrement", "min (1 − ‖x⁺‖²/‖x‖²)", Firing::decrement))
                            .within(1e-3, "the roundings of a long step", Firing::rounding, Firing::guaranteed)
                            .vacuousWhen("the trigger does not fire", firing -> firing.decrement() == 2),
                    Tightness.NONE)
            .control("trigger-larger", "eight times the contraction", scale("guaranteed", 8), witness(plain()))
            .control("trigger-misjudged", "f* underestimated", without("f* known"))
            .control(
                    "trigger-unstable",
                    "short steps above 2/L: c is no longer that of the ball",
                    without("step at most 2/L"))
            .control(
                    "trigger-ignored",
                    "a short step where a long one is due",
                    subject(GradientMethod::gradientDescent));

    private TriggerContraction() {}

    /** x² + y⁴ on the ravine, with τ = 4 rounded up. */
    private static Problem plain() {
        return Problem.of(Separable.ravine(2, 1, 4), new double[] {0, 0.125}, 0.25, 0, 4)
                .triggeredAt(4 + 0x1p-30);
    }

    /** ½x² + 100y⁴, where the first short step leads far out across the ravine, and the long one there is that of ½x². */
    private static Problem unstable() {
        return Problem.of(Separable.ravine(1, 100, 4), new double[] {0.005, 0.001}, 2000, 0, 4)
                .triggeredAt(2);
    }

    private static Problem drawn(Draw in) {
        double[] curvature = in.uniforms("curvature", 0, 2, 1, 4);
        double[] weight = in.uniforms("weight", 0, 2, 0.25, 2);
        Separable objective = new Separable(
                new double[] {curvature[0] / 2, curvature[1] / 2, weight[0], weight[1]},
                new double[] {2, 2, 4, 4},
                in.oneOf("mixed", List.of(true, false)));
        double[] start = in.uniforms("start", 0, 4, -0.4, 0.4);
        start[3] = 0.05 + Math.abs(start[3]);
        double step = in.uniform("relative-step", 0.2, 1.9) / objective.smoothness(Vectors.norm(start));
        return Problem.of(objective, start, step, 0, in.integer("updates", 1, 60))
                .triggeredAt(in.logUniform("trigger", 4, 64));
    }

    private static double smoothness(Problem problem) {
        return ((Separable) problem.objective()).smoothness(Vectors.norm(problem.start()));
    }

    /** c on the ball through x₀, where ½λu² ≥ (λ/2‖x₀‖²)u⁴. */
    private static double growth(Problem problem) {
        return ((Separable) problem.objective())
                .quarticGrowth(Vectors.norm(problem.start()) * (1 + Rounding.gamma(16)));
    }

    /** Plays the problem's number of updates. */
    private interface Steps {
        void step(double[] before, double gap, double[] gradient, double[] after);
    }

    /** Shows the steps at which the trigger fires by more than the rounding of its two sides. */
    private static void firings(Problem problem, Subject<Problem, Descender> subject, Steps observer) {
        class Watch implements Rollout.Observer {
            private boolean fired;
            private double[] before = new double[0];
            private double[] slope = new double[0];
            private double height;

            @Override
            public boolean at(long update, double[] point, double gap, double[] gradient) {
                if (fired) {
                    observer.step(before, height, slope, point);
                }
                double told = gap + problem.infimum() - problem.estimate();
                double margin = 1 - Rounding.gamma(2.0 * point.length + 16);
                fired = Vectors.norm(gradient) <= margin * TriggeredPolyak.threshold(problem, told);
                before = point.clone();
                slope = gradient.clone();
                height = gap;
                return update < problem.epochs();
            }
        }
        Rollout.play(problem, subject, new Watch());
    }

    private static Firing play(Problem problem, Subject<Problem, Descender> subject) {
        double guaranteed = Math.sqrt(growth(problem)) / (problem.trigger() * problem.trigger());
        double[] worst = {2, Rounding.gamma(8) * guaranteed};
        firings(problem, subject, (before, gap, gradient, after) -> {
            double share = Vectors.norm(after) / Vectors.norm(before);
            StepError error = StepError.at(problem.objective(), before, gap, gradient);
            double off = error.absolute() / Vectors.norm(before);
            worst[0] = Math.min(worst[0], 1 - share * share);
            worst[1] = Math.max(
                    worst[1],
                    2 * share * off
                            + off * off
                            + error.relative() * guaranteed
                            + Rounding.gamma(2.0 * after.length + 16));
        });
        return new Firing(worst[0], guaranteed, worst[1]);
    }

    private static Map<String, Enclosure> exact(Problem problem, Subject<Problem, Descender> subject) {
        Enclosure[] decrement = {Enclosure.of(2)};
        firings(problem, subject, (before, gap, gradient, after) -> {
            Enclosure share =
                    Enclosures.squaredNorm(Enclosures.of(after)).over(Enclosures.squaredNorm(Enclosures.of(before)));
            decrement[0] = decrement[0].min(Enclosure.ONE.minus(share));
        });
        return Map.of(
                "guaranteed",
                Enclosure.of(growth(problem))
                        .sqrt()
                        .over(Enclosure.of(problem.trigger()).squared()),
                "decrement",
                decrement[0]);
    }
}
