package org.theoremcheck.quartic.rate;

import static org.theoremcheck.claim.Alteration.on;
import static org.theoremcheck.claim.Alteration.subject;
import static org.theoremcheck.claim.Alteration.without;

import java.util.List;
import java.util.Optional;
import org.theoremcheck.claim.Alteration;
import org.theoremcheck.claim.Criterion;
import org.theoremcheck.claim.Draw;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Hypothesis;
import org.theoremcheck.claim.Setting;
import org.theoremcheck.claim.Source;
import org.theoremcheck.claim.Subject;
import org.theoremcheck.claim.Theorem;
import org.theoremcheck.claim.Tightness;
import org.theoremcheck.quartic.descent.Descender;
import org.theoremcheck.quartic.descent.GDPolyak;
import org.theoremcheck.quartic.descent.GradientMethod;
import org.theoremcheck.quartic.descent.Literature;
import org.theoremcheck.quartic.descent.Problem;
import org.theoremcheck.quartic.descent.Rollout;
import org.theoremcheck.quartic.objective.Separable;

/**
 * With a fixed number of short steps GDPolyak stalls.
 *
 * <p><b>Setting.</b> f = ½ax² + y⁴, ρ = |1 − ηa|^K.
 *
 * <p><b>Algorithm.</b> {@link GDPolyak} with always K short steps, for so many epochs that nothing is gained any more.
 *
 * <p><b>Claim.</b> With ỹ₀ the coordinate along the ravine at the first long step, and y_s² = 4aρ/27,
 * <pre>
 *   ¼ y_s²/ỹ₀  ≤  min |y|  ≤  y_s²/ỹ₀
 * </pre>
 *
 * <p><b>Constant.</b> s = x/y³ before a long step obeys s⁺ = −(4aρ/(27y²))s to leading order, and y falls by ¾ an epoch. Above y_s the
 * contamination s decays; below it grows, as fast as it decayed at the mirror image y_s²/y. So it is back where it began when y is near
 * y_s²/ỹ₀, and long steps are long no more. The accuracy is exp(−cK): nearly linear convergence needs K ~ log(1/ε), or Kᵢ that grow.
 *
 * <p><b>Hypotheses.</b> Short steps that leave something: ρ ≥ 10⁻¹⁰.
 *
 * <p><b>Rounding.</b> None: coordinates across and along the ravine are updated apart, and have relative errors only. With ρ ≥ 10⁻¹⁰ the
 * smallest x is far above underflow, which would end the stall.
 *
 * <p><b>Tightness.</b> A law up to a constant: ratios between 0.34 and 0.79 were seen, the smaller ones for the larger ρ.
 *
 * <p><b>References.</b> Derived.
 */
final class FixedStall {

    /**
     * How far a run came.
     *
     * @param least min |y| before long steps
     * @param mirrored y_s²/ỹ₀
     * @param atHalf best gap in the first half of the epochs
     * @param atEnd best gap in all of them
     */
    record Stall(double least, double mirrored, double atHalf, double atEnd) {

        /** 0 at the ends of the law. */
        double margin() {
            double ratio = least / mirrored;
            return Math.max(-1, Math.min(4 * ratio - 1, 1 - ratio));
        }

        /** Whether the second half of the epochs gains a decade. */
        double progress() {
            return Math.max(-1, 1 - 10 * atEnd / atHalf);
        }
    }

    static final Theorem<Problem, Descender, Stall> THEOREM = Theorem.theorem(
                    "fixed-k-stall",
                    "With a fixed number of short steps GDPolyak stalls at an accuracy exponentially small in it",
                    Literature.SOURCE.at("2409.19791 is said to bound by min(K, I); the stall itself is derived"),
                    new Setting<>(
                            "stalling ravine",
                            "½ax² + y⁴; many epochs of K short gradient steps, always as many, and one long Polyak step",
                            Problem.class,
                            Descender.class,
                            List.of(new Family<>("stall/ravine", "stall", 3000, FixedStall::drawn)),
                            List.of(new Hypothesis<>(
                                    "short steps leave something",
                                    problem -> left(problem) - 1e-10,
                                    Family.of("broken/stall", "broken", problem(2, 0.5, 10, 0.4)))),
                            GDPolyak::begin,
                            FixedStall::play,
                            Optional.empty()),
                    new Criterion<>("¼ ≤ min |y| / (y_s²/ỹ₀) ≤ 1 with y_s² = 4aρ/27", Stall::margin),
                    Tightness.NONE)
            .control("stall-everything-left", "short steps that leave nothing", without("short steps leave something"))
            .control(
                    "stall-growing",
                    "two short steps more in each epoch",
                    subject(problem -> GDPolyak.begin(problem.scheduled(problem.shortSteps(), 2, problem.epochs()))),
                    on(few()))
            .control("stall-no-long-steps", "gradient descent", subject(GradientMethod::gradientDescent), on(few()))
            .refuted(
                    "linear-for-fixed-k",
                    "GDPolyak with a fixed K converges linearly",
                    Source.literally(
                            "GDPolyak converges (nearly) linearly, read as: for a fixed number K of short steps, to any accuracy",
                            "gdpolyak-near-linear"),
                    saying(new Criterion<>(
                            "the second half of the epochs gains a decade of the gap", Stall::progress)));

    private FixedStall() {}

    /** Fixed draws for subjects that are wrong everywhere. */
    private static Family<Problem> few() {
        return new Family<>("stall/few", "stall", 100, in -> drawn(in.fixed()));
    }

    private static Problem drawn(Draw in) {
        double curvature = in.uniform("curvature", 1, 4);
        double relative = in.uniform("relative-step", 0.2, 0.5);
        double left = in.logUniform("left", 1e-8, 1e-6);
        int shortSteps = (int) Math.rint(StrictMath.log(left) / StrictMath.log(1 - relative));
        return problem(curvature, relative / curvature, shortSteps, in.uniform("along", 0.2, 0.5));
    }

    private static Problem problem(double curvature, double step, int shortSteps, double along) {
        return Problem.of(Separable.ravine(curvature, 1, 4), new double[] {0.3, along}, step, shortSteps, 120);
    }

    /** ρ. */
    private static double left(Problem problem) {
        double left = 1;
        for (int k = 0; k < problem.shortSteps(); k++) {
            left *= problem.contraction();
        }
        return left;
    }

    private static Alteration<Problem, Descender, Stall> saying(Criterion<Stall> other) {
        return claim -> claim.saying(other);
    }

    private static Stall play(Problem problem, Subject<Problem, Descender> subject) {
        class Watch implements Rollout.LongSteps {
            private double first;
            private double least = Double.POSITIVE_INFINITY;
            private double atHalf;
            private double best = Double.POSITIVE_INFINITY;

            @Override
            public void longStep(int epoch, double[] before, double gap, double[] gradient, double[] after) {
                double y = Math.abs(before[1]);
                first = epoch == 0 ? y : first;
                least = Math.min(least, y);
                best = Math.min(best, gap);
                atHalf = 2 * epoch <= problem.epochs() ? best : atHalf;
            }
        }
        Watch watch = new Watch();
        Rollout.epochs(problem, subject, watch);
        double threshold = 4 * problem.objective().curvatures()[0] * left(problem) / 27;
        return new Stall(watch.least, threshold / watch.first, watch.atHalf, watch.best);
    }
}
