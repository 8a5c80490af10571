package org.theoremcheck.quartic.longstep;

import static org.theoremcheck.claim.Alteration.drop;
import static org.theoremcheck.claim.Alteration.scale;
import static org.theoremcheck.claim.Alteration.subject;
import static org.theoremcheck.claim.Alteration.swap;
import static org.theoremcheck.claim.Alteration.without;
import static org.theoremcheck.claim.Alteration.witness;
import static org.theoremcheck.claim.Term.term;

import java.util.ArrayList;
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
import org.theoremcheck.quartic.descent.Landscape;
import org.theoremcheck.quartic.descent.Literature;
import org.theoremcheck.quartic.descent.Problem;
import org.theoremcheck.quartic.descent.Rollout;
import org.theoremcheck.quartic.descent.Slips;
import org.theoremcheck.quartic.objective.Separable;

/**
 * How far a long step comes towards a minimizer, exactly.
 *
 * <p><b>Setting.</b> f differentiable at x, f(x) &gt; f*, ∇f(x) ≠ 0; c any point, here a minimizer.
 *
 * <p><b>Algorithm.</b> {@link GDPolyak}, whose update after Kᵢ short ones is x⁺ = x − ((f − f*)/‖∇f‖²)∇f.
 *
 * <p><b>Claim.</b> With κ = ⟨∇f(x), x − c⟩/(f(x) − f*), summed over the long steps of a run,
 * <pre>
 *   ‖x⁺ − c‖²/‖x − c‖²  =  1 − (2κ − 1) (f − f*)²/(‖∇f‖²‖x − c‖²)
 * </pre>
 *
 * <p><b>Constant.</b> Expand the square. For convex f, κ ≥ 1; for f homogeneous of degree p about c, κ = p; so a long step never leads away from
 * c where κ ≥ ½.
 *
 * <p><b>Hypotheses.</b> f* known.
 *
 * <p><b>Rounding.</b> The errors of f and ∇f by {@link org.theoremcheck.quartic.objective.Objective#accuracy}, and that of the subject's point by
 * the roundings of a step: 2‖x⁺ − c‖ε + ε² for an error ε. No other update is believed to be anything.
 *
 * <p><b>Tightness.</b> An equality. It sees what rates cannot: which update is the long one, with which gradient, and how long.
 *
 * <p><b>References.</b> Polyak, Introduction to optimization, 1987, section 5.3.
 */
final class PolyakStepIdentity {

    /**
     * Sums over the long steps.
     *
     * @param after Σ ‖x⁺ − c‖²/‖x − c‖²
     * @param steps their number
     * @param gain Σ (2κ − 1)(f − f*)²/(‖∇f‖²‖x − c‖²)
     * @param plainGain the same with 2κ
     * @param rounding bound on the rounding of all of it
     */
    record Sums(double after, double steps, double gain, double plainGain, double rounding) {

        double magnitude() {
            return after + steps + Math.abs(gain);
        }
    }

    /** Budgets are near 10⁻¹³, and up to 10⁻⁸ where a long step begins close to minimizers that are not at 0. */
    private static final double RESOLUTION = 1e-6;

    static final Theorem<Problem, Descender, Sums> THEOREM = Theorem.theorem(
                    "polyak-step-identity",
                    "How far a long step comes towards a minimizer",
                    Literature.SOURCE.at("Derived: the step length of Polyak"),
                    new Setting<>(
                            "epochs",
                            "Epochs of a few short gradient steps and one long step, on functions with a ravine; c a minimizer",
                            Problem.class,
                            Descender.class,
                            families(),
                            List.of(new Hypothesis<>(
                                    "f* known",
                                    problem -> -Math.abs(problem.infimum() - problem.estimate()),
                                    Family.of("broken/epochs/f*", "broken", plain().above(0, -0.25)))),
                            GDPolyak::begin,
                            PolyakStepIdentity::play,
                            Optional.of(PolyakStepIdentity::exact)),
                    Compare.compare(term("after", "Σ ‖x⁺ − c‖²/‖x − c‖²", Sums::after))
                            .equalTo(
                                    term("steps", "I", Sums::steps),
                                    term("gain", -1, "Σ (2κ − 1)(f − f*)²/(‖∇f‖²‖x − c‖²)", Sums::gain))
                            .within(
                                    RESOLUTION,
                                    "errors of f and ∇f where a long step begins, and the roundings of the step",
                                    Sums::rounding,
                                    Sums::magnitude),
                    new Tightness(1, "an equality"))
            .control("step-identity-gain", "the gain at 0.999 of its size", scale("gain", 0.999))
            .control("step-identity-no-gain", "a long step changes no distance", drop("gain"))
            .control(
                    "step-identity-kappa",
                    "2κ in place of 2κ − 1",
                    swap("gain", term("plain-gain", "Σ 2κ(f − f*)²/(‖∇f‖²‖x − c‖²)", Sums::plainGain)))
            .control("step-identity-misjudged", "f* underestimated", without("f* known"))
            .control("step-identity-half-step", "long steps half as long", subject(Slips.longer(0.5)), witness(plain()))
            .control(
                    "step-identity-stale-gradient",
                    "long steps along the gradient before",
                    subject(Slips.StaleGradient::new))
            .control("step-identity-late", "one short step too many", subject(Slips::lateLongStep), witness(plain()))
            .control(
                    "step-identity-value-for-gap",
                    "long steps of f/‖∇f‖²",
                    subject(Slips::valueForGap),
                    witness(plain().above(0.25, 0.25)));

    private PolyakStepIdentity() {}

    /** x² + y⁴ from (½, ½) with η = ¼: all numbers of the first epoch are short. */
    private static Problem plain() {
        return Problem.of(Separable.ravine(2, 1, 4), new double[] {0.5, 0.5}, 0.25, 1, 1);
    }

    private static List<Family<Problem>> families() {
        List<Family<Problem>> families = new ArrayList<>();
        for (Landscape landscape : Landscape.values()) {
            families.add(Family.drawn("epochs/" + landscape.label(), "epochs", in -> few(in, landscape.problem(in))));
        }
        families.add(Family.drawn("epochs/powers", "epochs", in -> few(in, powers(in))));
        return families;
    }

    /** A few epochs of a few steps, with any minimum. */
    private static Problem few(Draw in, Problem problem) {
        double infimum = in.oneOf("infimum", List.of(0.0, 0.25, -2.0));
        return problem.scheduled(
                        in.integer("short-steps", 0, 4), in.integer("growth", 0, 1), in.integer("epochs", 1, 3))
                .above(infimum, infimum);
    }

    /** Sums of powers from the absolute value to the eighth, in four mixed coordinates. */
    private static Problem powers(Draw in) {
        double[] powers = new double[4];
        for (int i = 0; i < powers.length; i++) {
            powers[i] = in.oneOf("power/" + i, List.of(2.0, 4.0, 3.0, 6.0, 8.0, 1.5, 1.0));
        }
        Separable objective = new Separable(
                in.uniforms("weight", 0, powers.length, 0.2, 2), powers, in.oneOf("mixed", List.of(false, true)));
        double[] start = in.uniforms("start", 0, powers.length, 0.2, 0.8);
        return Problem.of(objective, start, 0.01, 0, 1);
    }

    private static Sums play(Problem problem, Subject<Problem, Descender> subject) {
        double[] center = problem.objective().solution();
        class Summing implements Rollout.LongSteps {
            private double after;
            private double steps;
            private double gain;
            private double plainGain;
            private double rounding;

            @Override
            public void longStep(int epoch, double[] before, double gap, double[] gradient, double[] point) {
                StepError error = StepError.at(problem.objective(), before, gap, gradient);
                double[] away = Vectors.difference(before, center);
                double square = Vectors.squaredNorm(away);
                double slope = Vectors.squaredNorm(gradient);
                double share = gap / slope * (gap / square);
                double pull = 2 * Vectors.dot(gradient, away) / square * (gap / slope);
                double left = Vectors.squaredDistance(point, center) / square;
                double move = error.absolute() / Math.sqrt(square);
                after += left;
                steps++;
                gain += pull - share;
                plainGain += pull;
                rounding += 2 * Math.sqrt(left) * move
                        + move * move
                        + 2 * (Math.sqrt(share) + share) * error.relative()
                        + Rounding.gamma(2.0 * point.length + 8) * (left + 1);
            }
        }
        Summing sums = new Summing();
        Rollout.epochs(problem, subject, sums);
        return new Sums(sums.after, sums.steps, sums.gain, sums.plainGain, sums.rounding);
    }

    private static Map<String, Enclosure> exact(Problem problem, Subject<Problem, Descender> subject) {
        Enclosure[] center = Enclosures.of(problem.objective().solution());
        class Summing implements Rollout.LongSteps {
            private Enclosure after = Enclosure.ZERO;
            private Enclosure steps = Enclosure.ZERO;
            private Enclosure gain = Enclosure.ZERO;
            private Enclosure plainGain = Enclosure.ZERO;

            @Override
            public void longStep(int epoch, double[] before, double ignored, double[] computed, double[] point) {
                Enclosure[] from = Enclosures.of(before);
                Enclosure[] gradient = problem.objective().exactGradient(from);
                Enclosure gap = problem.objective().exactGap(from);
                Enclosure square = Enclosures.squaredDistance(from, center);
                Enclosure slope = Enclosures.squaredNorm(gradient);
                Enclosure inner = Enclosures.dot(gradient, from).minus(Enclosures.dot(gradient, center));
                Enclosure pull =
                        Enclosure.of(2).times(inner).times(gap).over(slope).over(square);
                after = after.plus(
                        Enclosures.squaredDistance(Enclosures.of(point), center).over(square));
                steps = steps.plus(Enclosure.ONE);
                gain = gain.plus(pull).minus(gap.squared().over(slope).over(square));
                plainGain = plainGain.plus(pull);
            }
        }
        Summing sums = new Summing();
        Rollout.epochs(problem, subject, sums);
        return Map.of("after", sums.after, "steps", sums.steps, "gain", sums.gain, "plain-gain", sums.plainGain);
    }
}
