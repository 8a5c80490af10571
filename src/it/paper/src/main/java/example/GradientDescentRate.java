package example;

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
import org.theoremcheck.claim.Misplay;
import org.theoremcheck.claim.Setting;
import org.theoremcheck.claim.Source;
import org.theoremcheck.claim.Subject;
import org.theoremcheck.claim.Theorem;
import org.theoremcheck.claim.Tightness;
import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.numeric.Enclosures;
import org.theoremcheck.numeric.Rounding;
import org.theoremcheck.numeric.Vectors;

/**
 * The exact rate of gradient descent on smooth convex functions.
 *
 * <p><b>Setting.</b> f convex on R^d with an L-Lipschitz gradient, minimizer x* and minimum f*.
 *
 * <p><b>Algorithm.</b> {@link GradientDescent}: xₜ₊₁ = xₜ − η∇f(xₜ), t = 0, …, T − 1.
 *
 * <p><b>Claim.</b> f(x_T) − f* ≤ L‖x₀ − x*‖²/(4LηT + 2), and so at most L‖x₀ − x*‖²/(4T + 2) for η = 1/L; written without a quotient, so that
 * each constant is a coefficient:
 * <pre>
 *   4 LηT (f(x_T) − f*) + 2 (f(x_T) − f*)  ≤  L‖x₀ − x*‖²
 * </pre>
 *
 * <p><b>Constant.</b> Dual of the performance estimation problem, Theorem 3.1 of the paper.
 *
 * <p><b>Hypotheses.</b> Convex f; 0 &lt; Lη ≤ 1; L and x* are those of {@link Problem} by construction.
 *
 * <p><b>Rounding.</b> With u the unit roundoff and γₙ ≈ nu. <i>Steps:</i> x⁺ is off by u‖x⁺‖ from its subtraction, and by ηγₙ‖∇f‖ from the
 * gradient it was given and the product with η. A gradient step with η ≤ 2/L brings no two points further apart, so that these errors only add
 * up, to ε; and since f is convex, f(x) − f(y) ≤ ‖∇f(x)‖‖x − y‖ makes them ‖∇f(x_T)‖ε in f. <i>Values:</i> f has the roundings of h, of
 * x − x* (which moves h by 2u at most, for h′ is concave where z ≥ 0), of the weight and of the sum; both sides have those of their products.
 *
 * <p><b>Tightness.</b> 1, attained for every T and η by the Huber function with its kink at ‖x₀ − x*‖/(2LηT + 1), where all gradients are the same.
 *
 * <p><b>References.</b> Drori, Teboulle: Mathematical Programming 145, 451-482, 2014 (arXiv 1206.3209), Theorems 3.1 and 3.2. The same worst case is
 * computed by PEPit, examples/unconstrained_convex_minimization/gradient_descent.py.
 */
final class GradientDescentRate {

    /**
     * What a run shows.
     *
     * @param gap f(x_T) − f*
     * @param time LηT
     * @param distance L‖x₀ − x*‖²
     * @param rounding bound on the rounding of both sides
     */
    record Run(double gap, double time, double distance, double rounding) {}

    private static final Source SOURCE = new Source(
            List.of("arXiv:1206.3209"),
            "Theorem 3.1, for steps up to 1/L",
            "",
            List.of(
                    "Drori, Teboulle: Performance of first-order methods for smooth convex minimization: a novel approach. "
                            + "Mathematical Programming 145, 451-482, 2014"));

    private static final String BUDGET = "roundings of f and of both sides, and those of the steps times ‖∇f(x_T)‖";

    /** Budgets are near 10⁻¹⁴ of L‖x₀ − x*‖², and grow with ‖x*‖/‖x₀ − x*‖. */
    private static final double RESOLUTION = 1e-9;

    /** The longest run of the families. */
    private static final int STEPS = 32;

    private static final Hypothesis<Problem> CONVEX = new Hypothesis<>(
            "convex",
            problem -> problem.profile().convex() ? 0 : -1,
            Family.of("gradient-descent/broken/convex", "broken", Problem.line(Profile.COSINE, 3, 1, 1)));

    /** 1 − Lη, rounded once: its sign is exact. */
    private static final Hypothesis<Problem> SHORT_STEP = new Hypothesis<>(
            "step at most 1/L",
            problem -> Math.fma(-problem.smoothness(), problem.step(), 1),
            Family.of("gradient-descent/broken/step", "broken", Problem.line(Profile.QUADRATIC, 1, 1.75, 1)));

    private static final Setting<Problem, Descender, Run> SETTING = new Setting<>(
            "gradient descent",
            "Gradient descent xₜ₊₁ = xₜ − η∇f(xₜ) with η ≤ 1/L on a convex function with an L-Lipschitz gradient, t = 0, …, T − 1",
            Problem.class,
            Descender.class,
            List.of(
                    new Family<>("gradient-descent/attained", "huber", STEPS, GradientDescentRate::attained),
                    drawn("huber", Profile.HUBER),
                    drawn("quadratic", Profile.QUADRATIC),
                    drawn("log-cosh", Profile.LOG_COSH)),
            List.of(CONVEX, SHORT_STEP),
            GradientDescent::of,
            GradientDescentRate::play,
            Optional.of(GradientDescentRate::exact));

    static final Theorem<Problem, Descender, Run> THEOREM = Theorem.theorem(
                    "gradient-descent-rate",
                    "The exact rate of gradient descent on smooth convex functions",
                    SOURCE,
                    SETTING,
                    Compare.compare(
                                    term("time", 4, "LηT (f(x_T) − f*)", run -> run.time() * run.gap()),
                                    term("value", 2, "(f(x_T) − f*)", Run::gap))
                            .atMost(term("distance", "L‖x₀ − x*‖²", Run::distance))
                            .within(RESOLUTION, BUDGET, Run::rounding, Run::distance),
                    new Tightness(1, "attained by a Huber function for every T and η"))
            .control("gradient-descent-rate-value", "4LηT + 3 for 4LηT + 2", scale("value", 1.5))
            .control("gradient-descent-rate-time", "4.004 LηT for 4 LηT", scale("time", 1.001))
            .control(
                    "gradient-descent-rate-longer",
                    "steps of 2.1 η",
                    subject(problem -> new GradientDescent(problem.start(), 2.1 * problem.step())),
                    witness(Problem.line(Profile.QUADRATIC, 1, 1, 1)))
            .control("gradient-descent-rate-not-convex", "1 − cos x", without("convex"))
            .control("gradient-descent-rate-long-step", "a step of 1.75/L", without("step at most 1/L"));

    private GradientDescentRate() {}

    /** The Huber function with kink 1 from 2LηT + 1: all numbers are small multiples of ¼, and both sides exact. */
    private static Problem attained(Draw in) {
        int steps = in.preset("steps", (int) in.index() + 1, 1, STEPS);
        double step = in.oneOf("step", List.of(1.0, 0.5, 0.25));
        return Problem.line(Profile.HUBER, 2 * step * steps + 1, step, steps);
    }

    private static Family<Problem> drawn(String group, Profile profile) {
        return Family.drawn("gradient-descent/" + group, group, in -> sum(in, profile));
    }

    /** L is a power of two, which is no loss and makes η = (Lη)/L exact. */
    private static Problem sum(Draw in, Profile profile) {
        int dimension = in.integer("dimension", 1, 4);
        double smoothness = Math.scalb(1.0, in.integer("logarithm of smoothness", -3, 3));
        double[] weights = in.uniforms("weight", 0, dimension, 0, smoothness);
        weights[0] = smoothness;
        double[] minimizer = in.uniforms("minimizer", 0, dimension, -10, 10);
        double reach = in.logUniform("reach", 0.1, 100);
        double[] start = in.uniforms("start", 0, dimension, -reach, reach);
        for (int i = 0; i < dimension; i++) {
            start[i] += minimizer[i];
        }
        return new Problem(
                profile,
                weights,
                minimizer,
                start,
                in.uniform("relative step", 0.01, 1) / smoothness,
                in.integer("steps", 1, STEPS));
    }

    /** Sees the gradient that the subject was given, and where it went. */
    @FunctionalInterface
    private interface Observer {
        void stepped(double[] gradient, double[] next);
    }

    /** Plays all steps and returns x_T; gradients are those at the points that the subject answered. */
    private static double[] descend(Problem problem, Subject<Problem, Descender> subject, Observer observer) {
        Descender descender = subject.begin(problem);
        double[] point = problem.start();
        for (int t = 0; t < problem.steps(); t++) {
            double[] gradient = problem.gradient(point);
            double[] answer = descender.step(gradient.clone());
            point = Misplay.unlessVector(answer, problem.dimension(), "a point of the descent")
                    .clone();
            observer.stepped(gradient, point);
        }
        return point;
    }

    private static Run play(Problem problem, Subject<Problem, Descender> subject) {
        // h or h′; x − x* and the weight, 3; then a sum over d coordinates, and up to three products or a norm.
        double relative = Rounding.gamma(Profile.ROUNDINGS + 3 + problem.dimension() + 3);
        double[] drift = {0};
        // Of x⁺ one unit for its subtraction, and as much again for the norms that bound it.
        double[] last = descend(
                problem,
                subject,
                (gradient, next) -> drift[0] +=
                        Rounding.gamma(2) * Vectors.norm(next) + relative * problem.step() * Vectors.norm(gradient));
        double gap = problem.gap(last);
        double time = problem.smoothness() * problem.step() * problem.steps();
        double distance = problem.smoothness() * Vectors.squaredDistance(problem.start(), problem.minimizer());
        double slope = Vectors.norm(problem.gradient(last));
        double left = (4 * time + 2) * gap;
        double rounding = (4 * time + 2) * slope * drift[0]
                + relative * (left + distance)
                // Products that underflow are off by less than the smallest normal number together.
                + Double.MIN_NORMAL;
        return new Run(gap, time, distance, rounding);
    }

    /** The terms at the points answered, in enclosed arithmetic: shares none with {@link #play}. */
    private static Map<String, Enclosure> exact(Problem problem, Subject<Problem, Descender> subject) {
        Enclosure gap = problem.exactGap(descend(problem, subject, (gradient, next) -> {}));
        Enclosure smoothness = Enclosure.of(problem.smoothness());
        Enclosure time = smoothness.times(Enclosure.of(problem.step())).times(Enclosure.of(problem.steps()));
        Enclosure square =
                Enclosures.squaredDistance(Enclosures.of(problem.start()), Enclosures.of(problem.minimizer()));
        return Map.of("time", time.times(gap), "value", gap, "distance", smoothness.times(square));
    }
}
