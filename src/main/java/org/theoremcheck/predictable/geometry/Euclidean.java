package org.theoremcheck.predictable.geometry;

import org.jspecify.annotations.Nullable;
import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.numeric.Enclosures;
import org.theoremcheck.numeric.Rounding;
import org.theoremcheck.numeric.Vectors;

/**
 * Φ(x) = (w/2)‖x‖₂² on a domain with a Euclidean projection: λ = w in the Euclidean norm. The mirror image of a point is the point.
 *
 * @param domain X
 * @param weight w, positive; 1 is the standard map
 */
public record Euclidean(Domain domain, double weight) implements EuclideanNorm {

    public Euclidean {
        Geometry.requirePositive("weight", weight);
    }

    /** ½‖x‖₂² on the domain. */
    public Euclidean(Domain domain) {
        this(domain, 1);
    }

    @Override
    public double modulus() {
        return weight;
    }

    @Override
    public double[] mirror(double[] point) {
        return point.clone();
    }

    /** The projection of z − (η/w) a. */
    @Override
    public void step(double[] from, double eta, double[] slope, double[] to) {
        double scaled = weight == 1 ? eta : eta / weight;
        for (int i = 0; i < to.length; i++) {
            to[i] = from[i] - scaled * slope[i];
        }
        domain.project(to);
    }

    @Override
    public double[] point(double[] mirror) {
        return mirror;
    }

    /** (w/2)‖x − y‖₂². */
    @Override
    public double divergence(double[] x, double[] y) {
        return weight / 2 * Vectors.squaredDistance(x, y);
    }

    @Override
    public double divergenceError(int dimension) {
        return dimension + 6.0;
    }

    /** With the smallest point c of X: w(½‖x − c‖² + ⟨c, x − c⟩), a sum of terms that are not negative. */
    @Override
    public double potential(double[] x) {
        return weight * (Vectors.squaredDistance(x, domain.smallest(x.length)) / 2 + domain.along(x));
    }

    @Override
    public double supDivergence(double[] y) {
        return weight / 2 * domain.supSquaredDistance(y);
    }

    /** (w/2) diam(X)². */
    @Override
    public double largestDivergence(int dimension) {
        double diameter = domain.diameter(dimension);
        return weight / 2 * diameter * diameter;
    }

    @Override
    public double diameter(int dimension) {
        return domain.diameter(dimension);
    }

    @Override
    public double @Nullable [] bestResponse(double[] total) {
        return domain.bestResponse(total);
    }

    @Override
    public double outside(double[] point) {
        return domain.outside(point);
    }

    @Override
    public boolean convex() {
        return domain.convex();
    }

    @Override
    public boolean affine() {
        return domain instanceof Domain.Space;
    }

    /** Product and difference round by u(η‖a‖ + w‖x‖) each, and a projection moves its result. */
    @Override
    public double residual(double[] start, double farthest, double drift, double slope) {
        double projection = domain.projectionError(start.length);
        return Rounding.UNIT * (weight * (2 + projection) * farthest + 3 * slope);
    }

    /** The point is the image, which a projection leaves a bit off the domain. */
    @Override
    public double pointError(int dimension) {
        return domain.projectionError(dimension);
    }

    @Override
    public double pointResidual(double[] start, double drift, double slope) {
        return 0;
    }

    @Override
    public Enclosure exactDivergence(double[] x, double[] y) {
        return half(Enclosures.squaredNorm(Enclosures.difference(x, y)));
    }

    private Enclosure half(Enclosure squaredNorm) {
        return squaredNorm.times(Enclosure.of(weight)).times(Enclosure.of(0.5));
    }

    @Override
    public Enclosure exactPotential(double[] x) {
        return half(Enclosures.squaredNorm(Enclosures.of(x)).minus(domain.exactSmallestSquaredNorm(x.length)));
    }
}
