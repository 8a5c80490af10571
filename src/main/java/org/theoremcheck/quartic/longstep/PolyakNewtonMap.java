package org.theoremcheck.quartic.longstep;

import static org.theoremcheck.claim.Alteration.drop;
import static org.theoremcheck.claim.Alteration.scale;
import static org.theoremcheck.claim.Alteration.subject;
import static org.theoremcheck.claim.Alteration.swap;
import static org.theoremcheck.claim.Alteration.without;
import static org.theoremcheck.claim.Term.term;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.theoremcheck.claim.Compare;
import org.theoremcheck.claim.Draw;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Hypothesis;
import org.theoremcheck.claim.Referee;
import org.theoremcheck.claim.Setting;
import org.theoremcheck.claim.Subject;
import org.theoremcheck.claim.Term;
import org.theoremcheck.claim.Theorem;
import org.theoremcheck.claim.Tightness;
import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.numeric.Enclosures;
import org.theoremcheck.numeric.Rounding;
import org.theoremcheck.quartic.descent.Descender;
import org.theoremcheck.quartic.descent.GDPolyak;
import org.theoremcheck.quartic.descent.Literature;
import org.theoremcheck.quartic.descent.Problem;
import org.theoremcheck.quartic.descent.Rollout;
import org.theoremcheck.quartic.descent.Slips;
import org.theoremcheck.quartic.objective.Separable;

/**
 * Polyak's method near a ravine is Newton's method for an equation without a root, and therefore chaotic.
 *
 * <p><b>Setting.</b> f = ½ax² + y⁴ and r = x/y².
 *
 * <p><b>Algorithm.</b> One long step, as {@link GDPolyak} with K = 0 takes.
 *
 * <p><b>Claim.</b> With α = f/‖∇f‖² = (½ar² + 1)/(a²r² + 16y²), exactly
 * <pre>
 *   r⁺ = r(1 − aα)/(1 − 4y²α)²
 * </pre>
 * and, with s = ½ + 1/(ar²) and 4y²s/a ≤ ¼, by as much away from Newton's map of ½ar² + 1 = 0:
 * <pre>
 *   |r⁺ − (r/2 − 1/(ar))|  ≤  (128/9) y² (|r|s/a) (2/(ar²) + |1 − s|)
 * </pre>
 *
 * <p><b>Constant.</b> aα = s/(1 + q) with q = 16y²/(a²r²), and ε = 4y²α ≤ 4y²s/a. The error is r((s − aα) + (1 − s)(2ε − ε²))/(1 − ε)², at most
 * |r|(sq + 2ε|1 − s|)·16/9. In r = √(2/a) cot θ Newton's map doubles θ: its invariant law is Cauchy's, and y ~ .933 √(2a)/t.
 *
 * <p><b>Hypotheses.</b> For the distance from Newton's map, ε ≤ ¼: y small beside r.
 *
 * <p><b>Rounding.</b> x⁺ and y⁺ by a few roundings of their terms; 1 − ε is at least ¾ in the families.
 *
 * <p><b>Tightness.</b> The first is an equality. The second is of the right order in y: 9/16 of it is reached as y → 0 where
 * |1 − s| does not cancel, and more where ε is near ¼.
 *
 * <p><b>References.</b> Saari and Urenko: Newton's method, circle maps, and chaotic motion. Amer. Math. Monthly 91, 1984.
 */
final class PolyakNewtonMap {

    /**
     * One step in r.
     *
     * @param next r⁺ = x⁺/(y⁺)²
     * @param image r(1 − aα)/(1 − 4y²α)²
     * @param oneSided r(1 − aα)/(1 − 4y²α), which a slip would take for it
     * @param off |r⁺ − (r/2 − 1/(ar))|
     * @param bound y² (|r|s/a)(2/(ar²) + |1 − s|)
     * @param rounding bound on the rounding of all of it
     * @param magnitude |r| + |r⁺|
     */
    record Image(
            double next, double image, double oneSided, double off, double bound, double rounding, double magnitude) {}

    private static final Term<Image> NEXT = term("next", "r⁺", Image::next);

    static final Theorem<Problem, Descender, Image> THEOREM = Theorem.theorem(
                    "polyak-newton-map",
                    "Polyak's method near a ravine, as a map of r = x/y²",
                    Literature.SOURCE.at("Derived: why short steps are needed"),
                    setting("ravine coordinates", List.of()),
                    Compare.compare(NEXT)
                            .equalTo(term("image", "r(1 − aα)/(1 − 4y²α)²", Image::image))
                            .within(1e-9, "roundings of x⁺, y⁺ and the formula", Image::rounding, Image::magnitude),
                    new Tightness(1, "an equality"))
            .control(
                    "newton-map-unsquared",
                    "(1 − 4y²α) without its square",
                    swap("image", term("one-sided", "r(1 − aα)/(1 − 4y²α)", Image::oneSided)))
            .control("newton-map-half-step", "half of Polyak's length", subject(Slips.longer(0.5)));

    static final Theorem<Problem, Descender, Image> LIMIT = Theorem.theorem(
                    "polyak-newton-limit",
                    "Polyak's method near a ravine is Newton's method for ½ar² + 1 = 0, up to y²",
                    Literature.SOURCE.at("Derived: why short steps are needed"),
                    setting(
                            "ravine coordinates, far from the axis",
                            List.of(new Hypothesis<>(
                                    "4y²s/a ≤ ¼",
                                    PolyakNewtonMap::room,
                                    Family.of("broken/newton", "broken", at(1, 2.6, 2))))),
                    Compare.compare(term("off", "|r⁺ − (r/2 − 1/(ar))|", Image::off))
                            .atMost(term("bound", 128.0 / 9, "y²(|r|s/a)(2/(ar²) + |1 − s|)", Image::bound))
                            .within(1e-9, "roundings of x⁺, y⁺ and the formula", Image::rounding, Image::magnitude),
                    Tightness.NONE)
            .control("newton-limit-order", "a distance of smaller order than y²", drop("bound"))
            .control("newton-limit-constant", "the constant at a quarter", scale("bound", 0.25))
            .control("newton-limit-near-axis", "r and y alike", without("4y²s/a ≤ ¼"))
            .control("newton-limit-half-step", "half of Polyak's length", subject(Slips.longer(0.5)));

    private PolyakNewtonMap() {}

    private static Setting<Problem, Descender, Image> setting(String id, List<Hypothesis<Problem>> hypotheses) {
        Referee<Problem, Descender, Map<String, Enclosure>> exact = PolyakNewtonMap::exact;
        return new Setting<>(
                id,
                "One long step on ½ax² + y⁴, seen in r = x/y²",
                Problem.class,
                Descender.class,
                List.of(Family.drawn("newton/" + id, "newton", PolyakNewtonMap::drawn)),
                hypotheses,
                GDPolyak::begin,
                PolyakNewtonMap::play,
                Optional.of(exact));
    }

    /** 4y²s/a ≤ ¼ · 0.999². */
    private static Problem drawn(Draw in) {
        double a = in.logUniform("curvature", 0.25, 4);
        double r = in.signs("side", 0, 1)[0] * in.logUniform("ratio", 0.05, 20);
        double s = 0.5 + 1 / (a * r * r);
        double y = in.logUniform("along", 1e-4, 0.999) * Math.sqrt(a / s) / 4;
        return at(a, r, y);
    }

    private static Problem at(double a, double r, double y) {
        return Problem.of(Separable.ravine(a, 1, 4), new double[] {r * y * y, y}, 0.1, 0, 1);
    }

    private static double curvature(Problem problem) {
        return problem.objective().curvatures()[0];
    }

    private static double room(Problem problem) {
        double y = problem.start()[1];
        double r = problem.start()[0] / (y * y);
        double a = curvature(problem);
        return 0.25 - 4 * y * y * (0.5 + 1 / (a * r * r)) / a;
    }

    private static Image play(Problem problem, Subject<Problem, Descender> subject) {
        Image[] image = new Image[1];
        Rollout.epochs(problem, subject, (epoch, before, gap, gradient, after) -> {
            double a = curvature(problem);
            double y = before[1];
            double r = before[0] / (y * y);
            double alpha = (a * r * r / 2 + 1) / (a * a * r * r + 16 * y * y);
            double across = 1 - a * alpha;
            double along = 1 - 4 * y * y * alpha;
            double s = 0.5 + 1 / (a * r * r);
            double next = after[0] / (after[1] * after[1]);
            double newton = r / 2 - 1 / (a * r);
            double bound = y * y * (Math.abs(r) * s / a) * (2 / (a * r * r) + Math.abs(1 - s));
            // Both numerators cancel in 1 − aα, both denominators in 1 − 4y²α, squared.
            double size = Math.abs(r) * (1 + a * alpha) / (along * along);
            double stretched = (1 + Math.abs(1 - along)) / Math.abs(along);
            double terms = size * (1 + 2 * stretched)
                    + Math.abs(next) * (1 + 2 * stretched)
                    + Math.abs(r)
                    + 1 / (a * Math.abs(r));
            image[0] = new Image(
                    next,
                    r * across / (along * along),
                    r * across / along,
                    Math.abs(next - newton),
                    bound,
                    Rounding.gamma(32) * (terms + 15 * bound),
                    Math.abs(r) + Math.abs(next));
        });
        return image[0];
    }

    private static Map<String, Enclosure> exact(Problem problem, Subject<Problem, Descender> subject) {
        Enclosure[][] points = new Enclosure[2][];
        Rollout.epochs(problem, subject, (epoch, before, gap, gradient, after) -> {
            points[0] = Enclosures.of(before);
            points[1] = Enclosures.of(after);
        });
        Enclosure a = Enclosure.of(curvature(problem));
        Enclosure square = points[0][1].squared();
        Enclosure r = points[0][0].over(square);
        Enclosure stiff = a.times(r.squared());
        Enclosure alpha = stiff.times(Enclosure.of(0.5))
                .plus(Enclosure.ONE)
                .over(a.times(stiff).plus(Enclosure.of(16).times(square)));
        Enclosure across = r.times(Enclosure.ONE.minus(a.times(alpha)));
        Enclosure along = Enclosure.ONE.minus(Enclosure.of(4).times(square).times(alpha));
        Enclosure next = points[1][0].over(points[1][1].squared());
        Enclosure s = Enclosure.of(0.5).plus(Enclosure.ONE.over(stiff));
        Enclosure newton = r.times(Enclosure.of(0.5)).minus(Enclosure.ONE.over(a.times(r)));
        Enclosure bound = square.times(r.abs())
                .times(s)
                .over(a)
                .times(Enclosure.of(2).over(stiff).plus(Enclosure.ONE.minus(s).abs()));
        return Map.of(
                "next", next,
                "image", across.over(along.squared()),
                "one-sided", across.over(along),
                "off", next.minus(newton).abs(),
                "bound", bound);
    }
}
