package org.theoremcheck.quartic.ravine;

import static org.theoremcheck.claim.Alteration.drop;
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
import org.theoremcheck.claim.Misplay;
import org.theoremcheck.claim.Setting;
import org.theoremcheck.claim.Subject;
import org.theoremcheck.claim.Theorem;
import org.theoremcheck.claim.Tightness;
import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.numeric.Enclosures;
import org.theoremcheck.numeric.Rounding;
import org.theoremcheck.numeric.Vectors;
import org.theoremcheck.quartic.descent.Literature;
import org.theoremcheck.quartic.objective.RidgeSum;

/**
 * The ravine of a convex function does not bend to second order.
 *
 * <p><b>Setting.</b> f convex with minimizer 0, H = ∇²f(0), T = D³f(0), D³f Lipschitz with constant 6m; x = u + v with v ∈ ker H. Here f is a
 * {@link RidgeSum}, ‖T‖ ≤ Σ|βⱼ|‖aⱼ‖³ and m = Σγⱼ‖aⱼ‖⁴.
 *
 * <p><b>Algorithm.</b> None; the subject is an oracle for ∇f.
 *
 * <p><b>Claim.</b>
 * <pre>
 *   ‖∇f(x) − Hu‖  ≤  (3/2) ‖T‖‖x‖‖u‖ + m‖x‖³
 * </pre>
 *
 * <p><b>Constant.</b> T[w, w, z] = 0 for w ∈ ker H and any z: t ↦ D²f(tz)[w, w] ≥ 0 vanishes at t = 0, and so does its derivative. Hence
 * ½T[x, x] = ½T[u, u] + T[u, v], at most (3/2)‖T‖‖x‖‖u‖; the rest of Taylor's series is m‖x‖³. A ravine that bends like Rosenbrock's has
 * T[v, v, ·] ≠ 0, and is not convex.
 *
 * <p><b>Hypotheses.</b> Convex f: βⱼ² ≤ 12αⱼγⱼ.
 *
 * <p><b>Rounding.</b> The error of ∇f, and γ of both sides.
 *
 * <p><b>Tightness.</b> Ratio 1: one quartic ridge, x along it.
 *
 * <p><b>References.</b> Derived; the convex case of Davis, Drusvyatskiy, arXiv 2604.13393.
 */
final class ConvexRavineStraight {

    /** The role of an oracle. */
    public interface Oracle {

        /** ∇f(x). */
        double[] gradient(double[] point);
    }

    /**
     * A point and a function whose rows with αⱼ &gt; 0 have their first coordinates only.
     *
     * @param ridges f
     * @param normal how many coordinates u has; the others are in ker H
     * @param point x
     */
    record Point(RidgeSum ridges, int normal, double[] point) {}

    /**
     * How far the gradient is from linear.
     *
     * @param bend ‖∇f(x) − Hu‖
     * @param skew ‖T‖‖x‖‖u‖
     * @param quartic m‖x‖³
     * @param rounding bound on the rounding of all of it
     * @param magnitude of what was subtracted
     */
    record Bend(double bend, double skew, double quartic, double rounding, double magnitude) {}

    static final Theorem<Point, Oracle, Bend> THEOREM = Theorem.theorem(
                    "convex-ravine-straight",
                    "The ravine of a convex function is straight to second order",
                    Literature.SOURCE.at("2604.13393, the convex case; derived"),
                    new Setting<>(
                            "convex ridges",
                            "Sums of convex ridges, some of them without curvature at 0; points x = u + v with v ∈ ker H",
                            Point.class,
                            Oracle.class,
                            List.of(
                                    Family.drawn("straight/ridges", "ridges", ConvexRavineStraight::drawn),
                                    Family.of("straight/one", "ridges", alone(0, 1))),
                            List.of(new Hypothesis<>(
                                    "convex",
                                    point -> point.ridges().convexity(),
                                    Family.of("broken/straight", "broken", alone(1, 0.125)))),
                            point -> x -> gradient(point.ridges(), x),
                            ConvexRavineStraight::play,
                            Optional.of(ConvexRavineStraight::exact)),
                    Compare.compare(term("bend", "‖∇f(x) − Hu‖", Bend::bend))
                            .atMost(term("skew", 1.5, "‖T‖‖x‖‖u‖", Bend::skew), term("quartic", "m‖x‖³", Bend::quartic))
                            .within(1e-9, "the error of ∇f, and γ of the norms", Bend::rounding, Bend::magnitude),
                    new Tightness(1, "attained by one quartic ridge"))
            .control("straight-quartic", "m at 0.99 of its size", scale("quartic", 0.99))
            .control("straight-skew", "without the third derivative", drop("skew"))
            .control("straight-not-convex", "a cubic ridge along the kernel", without("convex"))
            .control(
                    "straight-oracle",
                    "an oracle that is off by one per cent",
                    subject(point -> x -> Vectors.scaled(1.01, gradient(point.ridges(), x))));

    private ConvexRavineStraight() {}

    private static double[] gradient(RidgeSum ridges, double[] x) {
        double[] gradient = new double[x.length];
        ridges.evaluate(x, gradient);
        return gradient;
    }

    /** ½x² beside a ridge ⅙βy³ + ¼γy⁴, at (0, ⅛). */
    private static Point alone(double cubic, double quartic) {
        RidgeSum ridges = new RidgeSum(
                new double[][] {{1, 0}, {0, 1}}, new double[] {1, 0}, new double[] {0, cubic}, new double[] {0, quartic
                });
        return new Point(ridges, 1, new double[] {0, 0.125});
    }

    private static Point drawn(Draw in) {
        int normal = in.integer("normal", 1, 3);
        int tangent = in.integer("tangent", 1, 3);
        int curved = in.integer("curved", 1, 4);
        int flat = in.integer("flat", 0, 3);
        double[][] rows = new double[curved + flat][];
        double[] quadratic = new double[rows.length];
        double[] cubic = new double[rows.length];
        double[] quartic = in.uniforms("quartic", 0, rows.length, 0.1, 2);
        double[] curvature = in.uniforms("quadratic", 0, curved, 0.1, 2);
        double[] skew = in.uniforms("cubic", 0, curved, -1, 1);
        for (int j = 0; j < rows.length; j++) {
            rows[j] = in.uniforms("row", j, normal + tangent, -1, 1);
            if (j < curved) {
                Arrays.fill(rows[j], normal, normal + tangent, 0);
                quadratic[j] = curvature[j];
                cubic[j] = skew[j] * Math.sqrt(0.999 * 12 * quadratic[j] * quartic[j]);
            }
        }
        double size = in.logUniform("size", 0.01, 2);
        return new Point(
                new RidgeSum(rows, quadratic, cubic, quartic),
                normal,
                Vectors.scaled(size, in.uniforms("point", 0, normal + tangent, -1, 1)));
    }

    private static double[] answered(Point at, Subject<Point, Oracle> subject) {
        return Misplay.unlessVector(subject.begin(at).gradient(at.point().clone()), at.point().length, "the gradient");
    }

    private static Bend play(Point at, Subject<Point, Oracle> subject) {
        RidgeSum ridges = at.ridges();
        double[] gradient = answered(at, subject);
        double[] linear = ridges.hessianTimes(at.point());
        double size = Vectors.norm(at.point());
        double skew = 0;
        double quartic = 0;
        double stiff = 0;
        for (int j = 0; j < ridges.rows().length; j++) {
            double length = Vectors.norm(ridges.rows()[j]);
            skew += Math.abs(ridges.cubic()[j]) * length * length * length;
            quartic += ridges.quartic()[j] * length * length * length * length;
            stiff += ridges.quadratic()[j] * length * length;
        }
        double across = Vectors.norm(Arrays.copyOf(at.point(), at.normal()));
        double skewBound = skew * size * across;
        double quarticBound = quartic * size * size * size;
        double roundings = Rounding.gamma(4.0 * size(at) + 16);
        return new Bend(
                Vectors.norm(Vectors.difference(gradient, linear)),
                skewBound,
                quarticBound,
                ridges.accuracy(at.point()).gradient() + roundings * (stiff * size + 2 * skewBound + 2 * quarticBound),
                stiff * size + skewBound + quarticBound);
    }

    private static int size(Point at) {
        return at.point().length + at.ridges().rows().length;
    }

    private static Map<String, Enclosure> exact(Point at, Subject<Point, Oracle> subject) {
        RidgeSum ridges = at.ridges();
        Enclosure[] x = Enclosures.of(at.point());
        Enclosure[] linear = Enclosures.of(new double[x.length]);
        Enclosure skew = Enclosure.ZERO;
        Enclosure quartic = Enclosure.ZERO;
        for (int j = 0; j < ridges.rows().length; j++) {
            Enclosure[] row = Enclosures.of(ridges.rows()[j]);
            Enclosure slope = Enclosure.of(ridges.quadratic()[j]).times(Enclosures.dot(row, x));
            for (int i = 0; i < x.length; i++) {
                linear[i] = linear[i].plus(slope.times(row[i]));
            }
            Enclosure square = Enclosures.squaredNorm(row);
            skew = skew.plus(Enclosure.of(ridges.cubic()[j]).abs().times(square).times(square.sqrt()));
            quartic = quartic.plus(Enclosure.of(ridges.quartic()[j]).times(square.squared()));
        }
        Enclosure size = Enclosures.squaredNorm(x).sqrt();
        Enclosure across = Enclosures.squaredNorm(Arrays.copyOf(x, at.normal())).sqrt();
        return Map.of(
                "bend",
                Enclosures.squaredDistance(Enclosures.of(answered(at, subject)), linear)
                        .sqrt(),
                "skew",
                skew.times(size).times(across),
                "quartic",
                quartic.times(size.squared()).times(size));
    }
}
