package org.theoremcheck.quartic.rate;

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
import org.theoremcheck.claim.Term;
import org.theoremcheck.claim.Theorem;
import org.theoremcheck.claim.Tightness;
import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.numeric.Rounding;
import org.theoremcheck.quartic.descent.Descender;
import org.theoremcheck.quartic.descent.GDPolyak;
import org.theoremcheck.quartic.descent.GradientMethod;
import org.theoremcheck.quartic.descent.Literature;
import org.theoremcheck.quartic.descent.Problem;
import org.theoremcheck.quartic.descent.Rollout;
import org.theoremcheck.quartic.descent.Slips;
import org.theoremcheck.quartic.objective.Separable;

/**
 * Gradient descent with a constant step is sublinear along a quartic ravine, from both sides.
 *
 * <p><b>Setting.</b> f = ½ax² + my⁴, u = y², s₀ = 4mηu₀.
 *
 * <p><b>Algorithm.</b> {@link GradientMethod#gradientDescent}, T steps.
 *
 * <p><b>Claim.</b>
 * <pre>
 *   8mηT  ≤  1/u_T − 1/u₀  ≤  8mηT/(1 − s₀)²
 * </pre>
 * so that the distance falls like (8mηT)^−½ and the gap like T⁻².
 *
 * <p><b>Constant.</b> u⁺ = u(1 − s)², s = 4mηu, so that 1/u⁺ − 1/u = 8mη (1 − s/2)/(1 − s)², which lies between 8mη and 8mη/(1 − s₀)² as s
 * falls from s₀ &lt; 1.
 *
 * <p><b>Hypotheses.</b> s₀ &lt; 1.
 *
 * <p><b>Rounding.</b> y⁺ is off by a few roundings of y, and the map of 1/u does not widen relative errors where s ≤ ½: γ_{16T} of 1/u_T.
 *
 * <p><b>Tightness.</b> Both ratios tend to 1 as s₀ → 0.
 *
 * <p><b>References.</b> Derived.
 */
final class GradientDescentSublinear {

    /**
     * Where the ravine coordinate got in T steps.
     *
     * @param time mηT
     * @param inverse 1/u_T − 1/u₀
     * @param share (1 − s₀)²
     * @param size 1/u_T + 1/u₀
     * @param steps T
     */
    record Slowing(double time, double inverse, double share, double size, double steps) {

        double rounding() {
            return Rounding.gamma(16 * steps + 16) * size;
        }

        double scaledTime() {
            return time / share;
        }
    }

    private static final Term<Slowing> INVERSE = term("inverse", "(1/u_T − 1/u₀)", Slowing::inverse);

    private static final Setting<Problem, Descender, Slowing> SETTING = new Setting<>(
            "quartic ravine",
            "½ax² + my⁴ from (x₀, y₀); gradient descent with a constant step, T times; u = y² and s₀ = 4mηu₀",
            Problem.class,
            Descender.class,
            List.of(
                    Family.drawn("sublinear/ravine", "sublinear", in -> drawn(in, 0.5)),
                    Family.drawn("sublinear/slow", "sublinear", in -> drawn(in, 1e-6))),
            List.of(new Hypothesis<>(
                    "4mηu₀ < 1",
                    problem -> 1 - shortening(problem),
                    Family.of("broken/sublinear", "broken", leap(0.5, 1), leap(0.425, 2)))),
            GradientMethod::gradientDescent,
            GradientDescentSublinear::play,
            Optional.of(GradientDescentSublinear::exact));

    static final Theorem<Problem, Descender, Slowing> THEOREM = Theorem.theorem(
                    "gradient-descent-sublinear",
                    "Gradient descent is sublinear along a quartic ravine",
                    Literature.SOURCE.at("Derived: the baseline of the paper"),
                    SETTING,
                    Compare.compare(INVERSE)
                            .atMost(term("scaled-time", 8, "mηT/(1 − s₀)²", Slowing::scaledTime))
                            .within(1e-9, "γ_{16T} of 1/u_T", Slowing::rounding, Slowing::size),
                    new Tightness(1, "approached as s₀ → 0"))
            .control("sublinear-slower", "8 lowered to 7.99", scale("scaled-time", 7.99 / 8))
            .control("sublinear-leap", "a step across the minimizer", without("4mηu₀ < 1"))
            .control("sublinear-long-steps", "with long steps in between", subject(GDPolyak::begin));

    static final Theorem<Problem, Descender, Slowing> FASTER = Theorem.theorem(
                    "gradient-descent-power-law",
                    "Gradient descent converges along a quartic ravine at least like a power",
                    Literature.SOURCE.at("Derived: the baseline of the paper, from the other side"),
                    SETTING,
                    Compare.compare(term("time", 8, "mηT", Slowing::time))
                            .atMost(INVERSE)
                            .within(1e-9, "γ_{16T} of 1/u_T", Slowing::rounding, Slowing::size),
                    new Tightness(1, "approached as s₀ → 0"))
            .control("power-law-faster", "8 raised to 8.01", scale("time", 8.01 / 8))
            .control("power-law-leap", "a step across the minimizer", without("4mηu₀ < 1"))
            .control("power-law-half-step", "steps half as long", subject(Slips.shorter(0.5)));

    private GradientDescentSublinear() {}

    private static Problem drawn(Draw in, double largest) {
        double curvature = in.uniform("curvature", 1, 4);
        double weight = in.logUniform("weight", 0.1, 10);
        double step = in.uniform("relative-step", 0.1, 1.9) / curvature;
        double shortening = largest * in.logUniform("shortening", 1e-3, 1);
        double along = in.signs("side", 0, 1)[0] * Math.sqrt(shortening / (4 * weight * step));
        return Problem.of(
                Separable.ravine(curvature, weight, 4),
                new double[] {in.uniform("across", -1, 1), along},
                step,
                1,
                in.integer("steps", 1, 60));
    }

    /** s₀ = 4η. At 2, y only changes its sign; at 1.7 a step leads so near to the minimizer that the next ones gain little. */
    private static Problem leap(double step, int steps) {
        return Problem.of(Separable.ravine(2, 1, 4), new double[] {0, 1}, step, 1, steps);
    }

    private static double weight(Problem problem) {
        return ((Separable) problem.objective()).largestQuartic();
    }

    private static double shortening(Problem problem) {
        double y = problem.start()[1];
        return 4 * weight(problem) * problem.step() * y * y;
    }

    /** y_T; T is the problem's number of epochs. */
    private static double end(Problem problem, Subject<Problem, Descender> subject) {
        double[] end = new double[1];
        Rollout.play(problem, subject, (update, point, gap, gradient) -> {
            end[0] = point[1];
            return update < problem.epochs();
        });
        return end[0];
    }

    private static Slowing play(Problem problem, Subject<Problem, Descender> subject) {
        double start = problem.start()[1];
        double before = 1 / (start * start);
        double end = end(problem, subject);
        double after = 1 / (end * end);
        double left = 1 - shortening(problem);
        return new Slowing(
                weight(problem) * problem.step() * problem.epochs(),
                after - before,
                left * left,
                after + before,
                problem.epochs());
    }

    private static Map<String, Enclosure> exact(Problem problem, Subject<Problem, Descender> subject) {
        Enclosure square = Enclosure.of(problem.start()[1]).squared();
        Enclosure end = Enclosure.of(end(problem, subject)).squared();
        Enclosure step = Enclosure.of(weight(problem)).times(Enclosure.of(problem.step()));
        Enclosure time = step.times(Enclosure.of(problem.epochs()));
        Enclosure left = Enclosure.ONE.minus(Enclosure.of(4).times(step).times(square));
        return Map.of(
                "inverse",
                Enclosure.ONE.over(end).minus(Enclosure.ONE.over(square)),
                "time",
                time,
                "scaled-time",
                time.over(left.squared()));
    }
}
