package org.theoremcheck.quartic.longstep;

import static org.theoremcheck.claim.Alteration.drop;
import static org.theoremcheck.claim.Alteration.on;
import static org.theoremcheck.claim.Alteration.scale;
import static org.theoremcheck.claim.Alteration.subject;
import static org.theoremcheck.claim.Alteration.without;
import static org.theoremcheck.claim.Term.term;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.theoremcheck.claim.Compare;
import org.theoremcheck.claim.Criterion;
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
import org.theoremcheck.quartic.descent.Slips;
import org.theoremcheck.quartic.objective.Rosenbrock;

/**
 * GDPolyak on Rosenbrock's quartic, in closed form.
 *
 * <p><b>Setting.</b> f = x⁴ + a n² with n = y − x²; μ = |1 − 2aη|.
 *
 * <p><b>Algorithm.</b> {@link GDPolyak} with K short steps an epoch.
 *
 * <p><b>Claim.</b> Where x² is far above 2aμ^K/9 and far below 1, every epoch has
 * <pre>
 *   n/x⁴ = 4/a (1 %) before its long step,   N/X² = −1/9 (2 %) after it,
 *   x̃ᵢ₊₁/x̃ᵢ = 3/4,   f̃ᵢ₊₁/f̃ᵢ = 81/256,   αᵢ₊₁/αᵢ = 16/9 (each ½ %)
 * </pre>
 * and with η = 1/(2a) a short step is, exactly,
 * <pre>
 *   y⁺ = x²,   n⁺ = −4x²n + 4x⁴/a − 4x²(n − x²/a)²
 * </pre>
 *
 * <p><b>Constant.</b> Short steps bring n to the slow manifold n = (4/a)x⁴ + …, whatever η; there the long step has X = ¾x + O(x³) and
 * N/X² → 7/9 − (2a/9)(n/x⁴) = −1/9. Epoch for epoch u = N/X² obeys u⁺ = −1/9 − (2aμ^K/(9x²))u: stable only where x² &gt; 2aμ^K/9, so that a
 * fixed K stalls (see {@code fixed-k-stall}).
 *
 * <p><b>Hypotheses.</b> x² above 2aμ^K/9 at the end; K η a large enough that every epoch reaches the slow manifold.
 *
 * <p><b>Rounding.</b> None for the ratios, whose tolerances are those of the expansion in x. For the short step the rounding of y − x²,
 * which is far below the magnitude x².
 *
 * <p><b>Tightness.</b> The short step is an equality.
 *
 * <p><b>References.</b> Derived. Two steps an epoch with η = 1/(2a) give n/x⁴ → 4/a for every a; one step converges only for a &lt; 9/8, to
 * N/X² = −1/(9 − 8a).
 */
final class RosenbrockClosedForms {

    /** Epochs at the end of a run over which the forms are compared. */
    private static final int WINDOW = 6;

    private static final List<Double> STIFFNESS = List.of(1.0, 0.5, 2.0, 4.0, 8.0, 16.0);

    /**
     * The largest relative deviations from the closed forms over the last epochs.
     *
     * @param manifold of n/x⁴ from 4/a before long steps
     * @param landing of N/X² from −1/9 after them
     * @param ratios of the three ratios from ¾, 81/256 and 16/9
     */
    record Deviation(double manifold, double landing, double ratios) {

        double margin() {
            return Math.min(1 - manifold / 0.01, Math.min(1 - landing / 0.02, 1 - ratios / 0.005));
        }
    }

    static final Theorem<Problem, Descender, Deviation> THEOREM = Theorem.theorem(
                    "rosenbrock-closed-forms",
                    "GDPolyak on Rosenbrock's quartic follows closed forms",
                    Literature.SOURCE.at("Derived: the program's example, with its two scales separated"),
                    new Setting<>(
                            "Rosenbrock's quartic",
                            "x⁴ + a(y − x²)²; epochs of K short gradient steps and one long Polyak step, the last six of them",
                            Problem.class,
                            Descender.class,
                            List.of(
                                    Family.drawn("rosenbrock/ravine", "rosenbrock", RosenbrockClosedForms::drawn),
                                    Family.of(
                                            "rosenbrock/two-steps",
                                            "rosenbrock",
                                            exactStep(8, 2, 40),
                                            exactStep(0.5, 2, 40))),
                            List.of(new Hypothesis<>(
                                    "enough short steps",
                                    RosenbrockClosedForms::room,
                                    Family.of("broken/rosenbrock/short-steps", "broken", exactStep(3, 1, 40)))),
                            GDPolyak::begin,
                            RosenbrockClosedForms::play,
                            Optional.empty()),
                    new Criterion<>(
                            "n/x⁴ = 4/a (1 %), N/X² = −1/9 (2 %), ratios ¾, 81/256 and 16/9 (½ %)", Deviation::margin),
                    Tightness.NONE)
            .control(
                    "rosenbrock-other-manifold",
                    "n/x⁴ a quarter away from 4/a",
                    claim -> claim.saying(new Criterion<>(
                            "|n a/(4x⁴) − 1| ≥ ¼", deviation -> Math.min(1, deviation.manifold() - 0.25))))
            .control(
                    "rosenbrock-too-few", "a = 3 with one short step of 1/(2a) an epoch", without("enough short steps"))
            .control(
                    "rosenbrock-half-step",
                    "long steps half as long",
                    subject(Slips.longer(0.5)),
                    on(new Family<>("rosenbrock/few", "rosenbrock", 100, in -> drawn(in.fixed()))));

    /**
     * A short step with η = 1/(2a).
     *
     * @param normal n⁺ = y⁺ − (x⁺)²
     * @param linear −4x²n
     * @param source 4x⁴/a
     * @param square 4x²(n − x²/a)²
     * @param rounding bound on the rounding of all of it
     * @param magnitude x² + |n|
     */
    record ShortStep(double normal, double linear, double source, double square, double rounding, double magnitude) {}

    static final Theorem<Problem, Descender, ShortStep> SHORT_STEP = Theorem.theorem(
                    "rosenbrock-short-step",
                    "A short step with η = 1/(2a) on Rosenbrock's quartic, exactly",
                    Literature.SOURCE.at("Derived: the map that one step in normal coordinates is"),
                    new Setting<>(
                            "Rosenbrock's quartic with η = 1/(2a)",
                            "One short step on x⁴ + a(y − x²)², a a power of two, η = 1/(2a)",
                            Problem.class,
                            Descender.class,
                            List.of(Family.drawn(
                                    "rosenbrock/short-step",
                                    "rosenbrock",
                                    in -> Problem.of(
                                            new Rosenbrock(in.oneOf("stiffness", STIFFNESS)),
                                            in.uniforms("start", 0, 2, -1, 1),
                                            0.5 / in.oneOf("stiffness", STIFFNESS),
                                            1,
                                            1))),
                            List.of(new Hypothesis<>(
                                    "η = 1/(2a)",
                                    problem -> problem.contraction() == 0 ? 0 : -1,
                                    Family.of(
                                            "broken/rosenbrock/step",
                                            "broken",
                                            Problem.of(new Rosenbrock(1), new double[] {0.5, 0.5}, 0.25, 1, 1)))),
                            GradientMethod::gradientDescent,
                            RosenbrockClosedForms::shortStep,
                            Optional.of(RosenbrockClosedForms::exactShortStep)),
                    Compare.compare(term("normal", "n⁺", ShortStep::normal))
                            .equalTo(
                                    term("linear", "(−4x²n)", ShortStep::linear),
                                    term("source", 4, "x⁴/a", ShortStep::source),
                                    term("square", -4, "x²(n − x²/a)²", ShortStep::square))
                            .within(1e-12, "roundings of y⁺ and of (x⁺)²", ShortStep::rounding, ShortStep::magnitude),
                    new Tightness(1, "an equality"))
            .control("short-step-square", "without the square", drop("square"))
            .control("short-step-half", "half the step", without("η = 1/(2a)"))
            .control("short-step-source", "the source at half its size", scale("source", 0.5))
            .control("short-step-shorter", "half of the step", subject(Slips.shorter(0.5)));

    private RosenbrockClosedForms() {}

    private static Problem drawn(Draw in) {
        double stiffness = in.uniform("stiffness", 1, 15);
        double step = in.uniform("relative-step", 0.2, 0.45) / (2 * stiffness);
        double x = in.signs("side", 0, 1)[0] * in.uniform("along", 0.3, 0.7);
        double normal = in.uniform("normal", -0.2, 0.2);
        return Problem.of(new Rosenbrock(stiffness), new double[] {x, x * x + normal}, step, 120, 20);
    }

    /** η = 1/(2a). */
    private static Problem exactStep(double stiffness, int shortSteps, int epochs) {
        return Problem.of(new Rosenbrock(stiffness), new double[] {0.5, 0.375}, 0.5 / stiffness, shortSteps, epochs);
    }

    /** At least two short steps, and x² as far above the threshold at the end as 100 is above 1, if x falls by ¾ an epoch. */
    private static double room(Problem problem) {
        double x = problem.start()[0];
        double left = 100 * problem.objective().curvatures()[0] / 9;
        for (int k = 0; k < problem.shortSteps(); k++) {
            left *= problem.contraction();
        }
        double square = x * x;
        for (int i = 0; i < problem.epochs(); i++) {
            square *= 9.0 / 16;
        }
        return Math.min(problem.shortSteps() - 2, square / (square + left) - 0.5);
    }

    private static Deviation play(Problem problem, Subject<Problem, Descender> subject) {
        double stiffness = problem.objective().curvatures()[0] / 2;
        int first = problem.epochs() - WINDOW;
        class Comparing implements Rollout.LongSteps {
            private double manifold;
            private double landing;
            private double ratios;
            private double x;
            private double height;
            private double length;

            @Override
            public void longStep(int epoch, double[] before, double gap, double[] gradient, double[] after) {
                double nextX = Math.abs(before[0]);
                double nextLength = Vectors.norm(Vectors.difference(after, before)) / Vectors.norm(gradient);
                if (epoch >= first) {
                    double square = nextX * nextX;
                    manifold = larger(manifold, Rosenbrock.normal(before) / (square * square), 4 / stiffness);
                    landing = larger(landing, Rosenbrock.normal(after) / (after[0] * after[0]), -1.0 / 9);
                    ratios = larger(ratios, nextX / x, 3.0 / 4);
                    ratios = larger(ratios, gap / height, 81.0 / 256);
                    ratios = larger(ratios, nextLength / length, 16.0 / 9);
                }
                x = nextX;
                height = gap;
                length = nextLength;
            }
        }
        Comparing comparing = new Comparing();
        Rollout.epochs(problem, subject, comparing);
        return new Deviation(comparing.manifold, comparing.landing, comparing.ratios);
    }

    /** The larger of the deviation so far and the relative one of the number. */
    private static double larger(double soFar, double number, double expected) {
        return Math.max(soFar, Math.abs(number / expected - 1));
    }

    private static ShortStep shortStep(Problem problem, Subject<Problem, Descender> subject) {
        double[] start = problem.start();
        double stiffness = problem.objective().curvatures()[0] / 2;
        double square = start[0] * start[0];
        double normal = Rosenbrock.normal(start);
        double off = normal - square / stiffness;
        double[] next = afterOneStep(problem, subject);
        // The point is off by a rounding of each term of its update; so is (x⁺)² relative to its own terms.
        double widest = Math.abs(start[0]) * (1 + 2 * Math.abs(off));
        double sizes = widest * widest + Math.abs(start[1]) + 2 * Math.abs(normal);
        return new ShortStep(
                Rosenbrock.normal(next),
                -4 * square * normal,
                square * square / stiffness,
                square * off * off,
                Rounding.gamma(32) * sizes,
                square + Math.abs(normal));
    }

    private static double[] afterOneStep(Problem problem, Subject<Problem, Descender> subject) {
        double[] next = new double[2];
        Rollout.play(problem, subject, (update, point, gap, gradient) -> {
            System.arraycopy(point, 0, next, 0, 2);
            return update == 0;
        });
        return next;
    }

    private static Map<String, Enclosure> exactShortStep(Problem problem, Subject<Problem, Descender> subject) {
        Enclosure[] start = Enclosures.of(problem.start());
        Enclosure[] next = Enclosures.of(afterOneStep(problem, subject));
        Enclosure stiffness = Enclosure.of(problem.objective().curvatures()[0] / 2);
        Enclosure square = start[0].squared();
        Enclosure normal = start[1].minus(square);
        return Map.of(
                "normal", next[1].minus(next[0].squared()),
                "linear", Enclosure.of(-4).times(square).times(normal),
                "source", square.squared().over(stiffness),
                "square", square.times(normal.minus(square.over(stiffness)).squared()));
    }
}
