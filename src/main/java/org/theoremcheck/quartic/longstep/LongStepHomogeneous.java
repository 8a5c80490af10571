package org.theoremcheck.quartic.longstep;

import static org.theoremcheck.claim.Alteration.scale;
import static org.theoremcheck.claim.Alteration.subject;
import static org.theoremcheck.claim.Alteration.without;
import static org.theoremcheck.claim.Term.term;

import java.util.Arrays;
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
import org.theoremcheck.quartic.descent.Literature;
import org.theoremcheck.quartic.descent.Problem;
import org.theoremcheck.quartic.descent.Rollout;
import org.theoremcheck.quartic.descent.Slips;
import org.theoremcheck.quartic.objective.Separable;

/**
 * A long step on a homogeneous function leaves at least 1 − 1/p of the distance.
 *
 * <p><b>Setting.</b> f ≥ 0 homogeneous of degree p about its minimizer 0: Σ wᵢ|xᵢ|^p, p ∈ {2, 3, 4, 6}.
 *
 * <p><b>Algorithm.</b> One long step.
 *
 * <p><b>Claim.</b>
 * <pre>
 *   1 − 1/p  ≤  ‖x⁺‖/‖x‖
 * </pre>
 *
 * <p><b>Constant.</b> ⟨x⁺, x⟩ = ‖x‖² − p f²/‖∇f‖² ≥ (1 − 1/p)‖x‖² by Euler, p f = ⟨∇f, x⟩ ≤ ‖∇f‖‖x‖; then Cauchy-Schwarz.
 *
 * <p><b>Hypotheses.</b> One power for all coordinates.
 *
 * <p><b>Rounding.</b> That of a step, over ‖x‖.
 *
 * <p><b>Tightness.</b> Ratio 1 on the line, and along any coordinate: there the factor of the gap is (1 − 1/p)^p.
 *
 * <p><b>References.</b> Polyak, Introduction to optimization, 1987, section 5.3.
 */
final class LongStepHomogeneous {

    /**
     * What a long step leaves.
     *
     * @param least 1 − 1/p
     * @param left ‖x⁺‖/‖x‖
     * @param rounding bound on the rounding of both
     */
    record Left(double least, double left, double rounding) {}

    static final Theorem<Problem, Descender, Left> THEOREM = Theorem.theorem(
                    "long-step-homogeneous",
                    "A long step on a homogeneous function leaves at least 1 − 1/p of the distance",
                    Literature.SOURCE.at("Derived: the long step along a ravine of order p"),
                    new Setting<>(
                            "homogeneous functions",
                            "A long step on Σ wᵢ|xᵢ|^p",
                            Problem.class,
                            Descender.class,
                            List.of(
                                    Family.drawn("homogeneous/powers", "homogeneous", LongStepHomogeneous::drawn),
                                    Family.of("homogeneous/line", "homogeneous", line(2), line(3), line(4), line(6))),
                            List.of(new Hypothesis<>(
                                    "homogeneous",
                                    problem -> Arrays.stream(((Separable) problem.objective()).powers())
                                                    .allMatch(power -> power
                                                            == problem.objective()
                                                                    .order())
                                            ? 0
                                            : -1,
                                    Family.of(
                                            "broken/homogeneous",
                                            "broken",
                                            Problem.of(
                                                    Separable.ravine(2, 1, 4), new double[] {1, 0.125}, 0.25, 0, 1)))),
                            GDPolyak::begin,
                            LongStepHomogeneous::play,
                            Optional.of(LongStepHomogeneous::exact)),
                    Compare.compare(term("least", "(1 − 1/p)", Left::least))
                            .atMost(term("left", "‖x⁺‖/‖x‖", Left::left))
                            .within(1e-12, "the roundings of a step", Left::rounding, left -> 1),
                    new Tightness(1, "attained on the line"))
            .control("homogeneous-least", "1 − 1/p at 1.001 of its size", scale("least", 1.001))
            .control("homogeneous-mixed", "x² + y⁴, as if it were of fourth order", without("homogeneous"))
            .control("homogeneous-longer", "a step twice as long", subject(Slips.longer(2)));

    private LongStepHomogeneous() {}

    private static Problem drawn(Draw in) {
        int dimension = in.integer("dimension", 1, 5);
        double power = in.oneOf("power", List.of(2.0, 3.0, 4.0, 6.0));
        double[] powers = Vectors.filled(dimension, power);
        Separable objective = new Separable(in.uniforms("weight", 0, dimension, 0.1, 2), powers, false);
        return Problem.of(objective, in.uniforms("start", 0, dimension, 0.05, 1), 0.1, 0, 1);
    }

    /** |x|^p from 1. */
    private static Problem line(double power) {
        return Problem.of(new Separable(new double[] {1}, new double[] {power}, false), new double[] {1}, 0.1, 0, 1);
    }

    private static Left play(Problem problem, Subject<Problem, Descender> subject) {
        double power = problem.objective().order();
        double[] left = new double[2];
        Rollout.epochs(problem, subject, (epoch, before, gap, gradient, after) -> {
            StepError error = StepError.at(problem.objective(), before, gap, gradient);
            double size = Vectors.norm(before);
            left[0] = Vectors.norm(after) / size;
            left[1] = error.absolute() / size + Rounding.gamma(2.0 * after.length + 4) * (left[0] + 1);
        });
        return new Left(1 - 1 / power, left[0], left[1]);
    }

    private static Map<String, Enclosure> exact(Problem problem, Subject<Problem, Descender> subject) {
        Enclosure[] left = new Enclosure[1];
        Rollout.epochs(
                problem,
                subject,
                (epoch, before, gap, gradient, after) -> left[0] = Enclosures.squaredNorm(Enclosures.of(after))
                        .over(Enclosures.squaredNorm(Enclosures.of(before)))
                        .sqrt());
        Enclosure share = Enclosure.ONE.over(Enclosure.of(problem.objective().order()));
        return Map.of("least", Enclosure.ONE.minus(share), "left", left[0]);
    }
}
