package org.theoremcheck.predictable.geometry;

import org.apache.commons.math3.util.FastMath;
import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.numeric.Enclosures;
import org.theoremcheck.numeric.Rounding;
import org.theoremcheck.numeric.Stable;
import org.theoremcheck.numeric.Vectors;

/**
 * The hyperbolic entropy Φ(x) = Σ xᵢ arsinh(xᵢ/β) − √(xᵢ² + β²) on [−R, R]^d (Ghai, Hazan, Singer, ALT 2020): λ = 1/√(R² + β²) in the
 * Euclidean norm. The mirror image of a point is ∇Φ(x) = arsinh(x/β).
 *
 * @param scale β, positive
 * @param radius R, positive
 */
public record Hypentropy(double scale, double radius) implements EuclideanNorm {

    public Hypentropy {
        Geometry.requirePositive("scale", scale);
        Geometry.requirePositive("radius", radius);
    }

    private Domain.Box box() {
        return new Domain.Box(-radius, radius);
    }

    @Override
    public double modulus() {
        return 1 / Math.sqrt(radius * radius + scale * scale);
    }

    @Override
    public double[] mirror(double[] point) {
        return Vectors.map(point, coordinate -> FastMath.asinh(coordinate / scale));
    }

    /** arsinh(z/β) − ηa, and no farther than arsinh(R/β). */
    @Override
    public void step(double[] from, double eta, double[] slope, double[] to) {
        double farthest = FastMath.asinh(radius / scale);
        for (int i = 0; i < to.length; i++) {
            to[i] = Math.min(Math.max(from[i] - eta * slope[i], -farthest), farthest);
        }
    }

    @Override
    public double[] point(double[] mirror) {
        return Vectors.map(mirror, image -> Math.min(Math.max(scale * StrictMath.sinh(image), -radius), radius));
    }

    /**
     * With s = arsinh(x/β), t = arsinh(y/β), Δ = s − t and h(z) = eᶻ − 1 − z: (β/2)(eˢ h(−Δ) + e⁻ˢ h(Δ)), two terms that are not
     * negative.
     */
    @Override
    public double divergence(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            double a = x[i] / scale;
            double b = y[i] / scale;
            double growth = Math.abs(a) + Math.sqrt(a * a + 1);
            double difference = Math.copySign(1, a) * difference(a, b, (x[i] - y[i]) / scale);
            sum += growth * Stable.exponentialRemainder(-difference) + Stable.exponentialRemainder(difference) / growth;
        }
        return scale / 2 * sum;
    }

    /** arsinh a − arsinh b = arsinh(a√(b² + 1) − b√(a² + 1)), the argument as (a − b)(a + b)/(a√(b² + 1) + b√(a² + 1)) where a and b have one sign. */
    private static double difference(double a, double b, double gap) {
        double one = a * Math.sqrt(b * b + 1);
        double other = b * Math.sqrt(a * a + 1);
        double argument = one * other > 0 ? gap * (a + b) / (one + other) : one - other;
        return FastMath.asinh(argument);
    }

    @Override
    public double divergenceError(int dimension) {
        return dimension + 2 * Stable.EXPONENTIAL_REMAINDER_ERROR + 64;
    }

    @Override
    public double potential(double[] x) {
        return divergence(x, new double[x.length]);
    }

    /** At the farther end in each coordinate. */
    @Override
    public double supDivergence(double[] y) {
        return divergence(Vectors.scaled(-1, signs(y)), y);
    }

    private double[] signs(double[] y) {
        double[] ends = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            ends[i] = Math.copySign(radius, y[i]);
        }
        return ends;
    }

    /** B(R, −R) in each coordinate. */
    @Override
    public double largestDivergence(int dimension) {
        return dimension * divergence(new double[] {radius}, new double[] {-radius});
    }

    @Override
    public double diameter(int dimension) {
        return box().diameter(dimension);
    }

    @Override
    public double[] bestResponse(double[] total) {
        return box().bestResponse(total);
    }

    @Override
    public double outside(double[] point) {
        return box().outside(point);
    }

    @Override
    public boolean affine() {
        return false;
    }

    private double images(double slope) {
        return FastMath.asinh(radius / scale) + slope;
    }

    /** Product and difference, the ends, and the inverse function of the first image. */
    @Override
    public double residual(double[] start, double farthest, double drift, double slope) {
        return Rounding.UNIT * (2 * slope + 5 * Math.sqrt(start.length) * images(slope));
    }

    /** The hyperbolic sine within 2.5 units in the last place, and a product. */
    @Override
    public double pointError(int dimension) {
        return 6;
    }

    /** |ds| = |dx|/√(x² + β²) ≤ |dx|/|x|. */
    @Override
    public double pointResidual(double[] start, double drift, double slope) {
        return Rounding.UNIT * 6 * Math.sqrt(start.length);
    }

    /** Σ x(arsinh(x/β) − arsinh(y/β)) − √(x² + β²) + √(y² + β²). */
    @Override
    public Enclosure exactDivergence(double[] x, double[] y) {
        Enclosure beta = Enclosure.of(scale);
        Enclosure sum = Enclosure.ZERO;
        for (int i = 0; i < x.length; i++) {
            Enclosure at = Enclosure.of(x[i]);
            Enclosure from = Enclosure.of(y[i]);
            Enclosure slope = Enclosures.arsinh(at.over(beta)).minus(Enclosures.arsinh(from.over(beta)));
            sum = sum.plus(at.times(slope)).minus(root(at, beta)).plus(root(from, beta));
        }
        return sum;
    }

    private static Enclosure root(Enclosure x, Enclosure beta) {
        return x.squared().plus(beta.squared()).sqrt();
    }

    @Override
    public Enclosure exactPotential(double[] x) {
        return exactDivergence(x, new double[x.length]);
    }
}
