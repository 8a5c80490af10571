package org.theoremcheck.quartic.ravine;

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
import org.theoremcheck.claim.Misplay;
import org.theoremcheck.claim.Setting;
import org.theoremcheck.claim.Subject;
import org.theoremcheck.claim.Theorem;
import org.theoremcheck.claim.Tightness;
import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.numeric.Enclosures;
import org.theoremcheck.numeric.Rounding;
import org.theoremcheck.numeric.Vectors;
import org.theoremcheck.quartic.descent.Landscape;
import org.theoremcheck.quartic.descent.Literature;
import org.theoremcheck.quartic.objective.RavinePolynomial;

/**
 * Near an isolated minimizer with fourth-order growth, f is a quartic along a ravine and a quadratic across it.
 *
 * <p><b>Setting.</b> f ∈ C⁴ near 0, H = ∇²f(0) with smallest nonzero eigenvalue λ, V₁ = range H, V₀ = ker H; points are (u, v). The
 * {@link RavinePolynomial}s are those that meet the criterion: H ≥ 0, T = D³f(0) vanishes on V₀, q₄ &gt; 0 on its unit sphere.
 *
 * <p><b>Algorithm.</b> The subject is the ravine: φ(v) solves ∂_u f(φ(v), v) = 0.
 *
 * <p><b>Claim.</b> With g(v) = f(φ(v), v),
 * <pre>
 *   g(v) + (λ/4)‖u − φ(v)‖²  ≤  f(u, v)
 *   |g(v) − q₄(v)|  ≤  R(v),     q₄(v) = D⁴f(0)[v⁴]/24 − ⅛⟨T[v, v], H⁻¹T[v, v]⟩
 * </pre>
 * where R is of fifth order; for the polynomials R = Σ βᵢ²|μᵢ|/(λᵢkᵢ) + (2|βᵢτᵢ| + τᵢ²)/(2kᵢ) with βᵢ = bᵢ/2, μᵢ = ⟨mᵢ, v⟩,
 * τᵢ = ⟨nᵢ, v⟩³ and kᵢ = λᵢ + 2μᵢ.
 *
 * <p><b>Constant.</b> Taylor in u around φ(v) with ∂_uu f ≥ λ/2. D²g(0) = D³g(0) = 0 for g ≥ 0; inserting φ = −½H⁻¹T[v, v] + O(‖v‖³) gives
 * q₄. For the polynomials gᵢ = βᵢ²/(2λᵢ) − (βᵢ + τᵢ)²/(2kᵢ) beside Σ⟨cⱼ, v⟩⁴, which gives R.
 *
 * <p><b>Hypotheses.</b> ∂_uu f ≥ λ/2 at v.
 *
 * <p><b>Rounding.</b> The errors of f at both points, and φ up to a few roundings, which f passes on squared and ‖u − φ‖² does not.
 *
 * <p><b>Tightness.</b> Ratio 1 where ∂_uu f = λ/2; R is attained where βᵢτᵢ and −μᵢ have one sign.
 *
 * <p><b>References.</b> Derived; "a tangent and a normal part" of Davis, Drusvyatskiy, Jiang, arXiv 2409.19791.
 */
final class RavineDecomposition {

    /**
     * f at a place and on the ravine below it.
     *
     * @param value f(u, v)
     * @param ravine g(v)
     * @param across λ‖u − φ(v)‖²
     * @param direct D⁴f(0)[v⁴]/24 = f(0, v)
     * @param bent ⟨T[v, v], H⁻¹T[v, v]⟩
     * @param remainder R(v)
     * @param rounding bound on the rounding of value, ravine and across
     * @param quarticRounding bound on the rounding of ravine, direct, bent and remainder
     */
    record Shape(
            double value,
            double ravine,
            double across,
            double direct,
            double bent,
            double remainder,
            double rounding,
            double quarticRounding) {

        double magnitude() {
            return Math.abs(value) + Math.abs(ravine) + across;
        }

        double quarticMagnitude() {
            return Math.abs(ravine) + direct + bent;
        }

        double offQuartic() {
            return Math.abs(ravine - (direct - bent / 8));
        }

        double offDirect() {
            return Math.abs(ravine - direct);
        }
    }

    private static final Setting<Place, RavineFinder, Shape> SETTING = new Setting<>(
            "ravine polynomials",
            "Random polynomials with isolated fourth-order growth at 0, at points near 0; the ravine as a graph u = φ(v)",
            Place.class,
            RavineFinder.class,
            List.of(
                    Family.drawn("ravine/place", "ravine", in -> place(in, landscape(in))),
                    Family.drawn("ravine/soft", "ravine", RavineDecomposition::soft)),
            List.of(new Hypothesis<>(
                    "∂_uu f ≥ λ/2",
                    RavineDecomposition::stiffness,
                    Family.of("broken/ravine", "broken", line(-0.5, 0, 1), line(-0.6, 0.2, 0.8)))),
            place -> place.polynomial()::ravine,
            RavineDecomposition::play,
            Optional.of(RavineDecomposition::exact));

    static final Theorem<Place, RavineFinder, Shape> THEOREM = Theorem.theorem(
                    "ravine-decomposition",
                    "A function grows quadratically away from its ravine",
                    Literature.SOURCE.at(
                            "2409.19791, abstract: a ravine along which f has constant order growth; constants derived"),
                    SETTING,
                    Compare.compare(
                                    term("ravine", "g(v)", Shape::ravine),
                                    term("across", 0.25, "λ‖u − φ(v)‖²", Shape::across))
                            .atMost(term("value", "f(u, v)", Shape::value))
                            .within(1e-9, "errors of f and of φ", Shape::rounding, Shape::magnitude),
                    new Tightness(1, "approached where ∂_uu f = λ/2"))
            .control("ravine-steeper", "λ/4 raised to 0.26 λ", scale("across", 1.04))
            .control("ravine-too-soft", "a place where f is softer across", without("∂_uu f ≥ λ/2"))
            .control("ravine-straight", "a straight ravine, φ = 0", subject(RavineDecomposition::straight))
            .control("ravine-mirrored", "φ with the wrong sign", subject(RavineDecomposition::mirrored));

    static final Theorem<Place, RavineFinder, Shape> QUARTIC_TERM = Theorem.theorem(
                    "ravine-quartic-term",
                    "Along the ravine f is the quartic that its derivatives at the minimizer say",
                    Literature.SOURCE.at("Derived: the criterion of fourth-order growth"),
                    SETTING,
                    Compare.compare(term("off", "|g(v) − D⁴f(0)[v⁴]/24 + ⅛⟨T[v, v], H⁻¹T[v, v]⟩|", Shape::offQuartic))
                            .atMost(term("remainder", "R(v)", Shape::remainder))
                            .within(1e-9, "errors of f and of φ", Shape::quarticRounding, Shape::quarticMagnitude),
                    new Tightness(1, "attained where all terms of R have one sign"))
            .control("quartic-term-remainder", "R at 0.98 of its size", scale("remainder", 0.98))
            .control("quartic-term-exact", "no remainder", drop("remainder"))
            .control(
                    "quartic-term-direct",
                    "the fourth derivative alone",
                    swap("off", term("off-direct", "|g(v) − D⁴f(0)[v⁴]/24|", Shape::offDirect)))
            .control("quartic-term-straight", "a straight ravine, φ = 0", subject(RavineDecomposition::straight));

    private RavineDecomposition() {}

    private static RavineFinder straight(Place place) {
        return tangent -> new double[place.normal().length];
    }

    private static RavineFinder mirrored(Place place) {
        return tangent -> Vectors.scaled(-1, place.polynomial().ravine(tangent));
    }

    private static RavinePolynomial landscape(Draw in) {
        return (RavinePolynomial) Landscape.POLYNOMIAL.problem(in).objective();
    }

    /** ‖mᵢ‖ ≤ 0.71 and ‖v‖ ≤ 0.35: kᵢ ≥ λᵢ − ½ ≥ λ/2. */
    private static Place place(Draw in, RavinePolynomial polynomial) {
        double[] across = in.uniforms("u", 0, 2, -0.4, 0.4);
        double[] along = in.uniforms("v", 0, 2, -0.24, 0.24);
        return new Place(polynomial, new double[] {across[0], across[1], along[0], along[1]});
    }

    /** f as soft across as it may be, and with all terms of R of one sign half of the time. */
    private static Place soft(Draw in) {
        double stiffness = in.uniform("stiffness", 0.5, 2);
        double along = in.uniform("v", 0.2, 1);
        double share = in.oneOf("softest", List.of(true, false)) ? 1 : in.uniform("share", -1, 1);
        double tilt = -share * stiffness / (4 * along) * (1 - 0x1p-48);
        RavinePolynomial polynomial = new RavinePolynomial(
                new double[] {stiffness},
                new double[][][] {{{in.uniform("bend", -1, 1)}}},
                new double[][] {{tilt}},
                new double[][] {{in.uniform("twist", -1, 1)}},
                new double[][] {{in.uniform("ridge", 0.5, 1)}});
        return new Place(polynomial, new double[] {in.uniform("u", -1, 1), along});
    }

    /** ½(u + v²/2)² + mu²v + v⁴ at a point. */
    private static Place line(double tilt, double across, double along) {
        RavinePolynomial polynomial = new RavinePolynomial(
                new double[] {1},
                new double[][][] {{{1}}},
                new double[][] {{tilt}},
                new double[][] {{0}},
                new double[][] {{1}});
        return new Place(polynomial, new double[] {across, along});
    }

    /** min λᵢ + 2⟨mᵢ, v⟩ − λ/2, by more than its rounding. */
    private static double stiffness(Place place) {
        double least = place.polynomial().curvatures()[0] / 2;
        double margin = Double.POSITIVE_INFINITY;
        for (double across : place.polynomial().stiffnessAt(place.tangent())) {
            margin = Math.min(margin, across - least);
        }
        return margin;
    }

    private static double[] ravine(Place place, Subject<Place, RavineFinder> subject) {
        return Misplay.unlessVector(subject.begin(place).normal(place.tangent()), place.normal().length, "the ravine");
    }

    private static Shape play(Place place, Subject<Place, RavineFinder> subject) {
        RavinePolynomial f = place.polynomial();
        double[] ravine = ravine(place, subject);
        double[] onRavine = place.above(ravine);
        double[] onAxis = place.above(new double[ravine.length]);
        double[] v = place.tangent();
        double[] unused = new double[place.point().length];
        double[] across = f.stiffnessAt(v);
        double least = f.curvatures()[0];
        double most = f.curvatures()[1];
        double bent = 0;
        double remainder = 0;
        double size = 0;
        for (int i = 0; i < across.length; i++) {
            double half = f.bend(i, v) / 2;
            double tilt = (across[i] - f.stiffness()[i]) / 2;
            double twist = f.twist(i, v);
            bent += 4 * half * half / f.stiffness()[i];
            remainder += half * half * Math.abs(tilt) / (f.stiffness()[i] * across[i])
                    + (2 * Math.abs(half * twist) + twist * twist) / (2 * across[i]);
            size += (f.bendSize(i) * Vectors.squaredNorm(v) + Math.abs(twist)) / across[i];
        }
        double off = Rounding.gamma(32) * size;
        double distance = Vectors.norm(Vectors.difference(place.normal(), ravine));
        double ofRavine = f.accuracy(onRavine).gap() + (most + Vectors.largest(across)) * off * off;
        double ofDistance = least * (2 * distance * off + Rounding.gamma(8) * distance * distance);
        return new Shape(
                f.evaluate(place.point(), unused),
                f.evaluate(onRavine, unused),
                least * distance * distance,
                f.evaluate(onAxis, unused),
                bent,
                remainder,
                f.accuracy(place.point()).gap() + ofRavine + ofDistance,
                f.accuracy(onAxis).gap() + ofRavine + Rounding.gamma(32) * (bent + remainder));
    }

    private static Map<String, Enclosure> exact(Place place, Subject<Place, RavineFinder> subject) {
        RavinePolynomial f = place.polynomial();
        double[] ravine = ravine(place, subject);
        Enclosure least = Enclosure.of(f.curvatures()[0]);
        Enclosure onRavine = f.exactGap(Enclosures.of(place.above(ravine)));
        Enclosure direct = f.exactGap(Enclosures.of(place.above(new double[ravine.length])));
        Enclosure[] v = Enclosures.of(place.tangent());
        Enclosure bent = Enclosure.ZERO;
        Enclosure remainder = Enclosure.ZERO;
        for (int i = 0; i < ravine.length; i++) {
            Enclosure stiff = Enclosure.of(f.stiffness()[i]);
            Enclosure bend = f.exactBend(i, v);
            Enclosure half = bend.times(Enclosure.of(0.5));
            Enclosure tilt = Enclosures.dot(f.tilts()[i], v);
            Enclosure across = stiff.plus(tilt).plus(tilt);
            Enclosure root = Enclosures.dot(f.twists()[i], v);
            Enclosure twist = root.squared().times(root);
            bent = bent.plus(bend.squared().over(stiff));
            Enclosure mixed = half.times(twist).abs();
            remainder = remainder
                    .plus(half.squared().times(tilt.abs()).over(stiff.times(across)))
                    .plus(mixed.plus(twist.squared().times(Enclosure.of(0.5))).over(across));
        }
        return Map.of(
                "value",
                f.exactGap(Enclosures.of(place.point())),
                "ravine",
                onRavine,
                "across",
                least.times(Enclosures.squaredDistance(Enclosures.of(place.normal()), Enclosures.of(ravine))),
                "off",
                onRavine.minus(direct).plus(bent.times(Enclosure.of(0.125))).abs(),
                "off-direct",
                onRavine.minus(direct).abs(),
                "remainder",
                remainder);
    }
}
