package org.theoremcheck.predictable.geometry;

import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.numeric.Rounding;
import org.theoremcheck.numeric.Vectors;

/**
 * A half squared norm on the ball {‖x‖ ≤ R} of that norm: the step in the whole space, and then the radius cut to R.
 *
 * @param whole the mirror map on R^d
 * @param radius R, positive
 */
public record NormBall(SquaredNorm whole, double radius) implements Geometry {

    public NormBall {
        Geometry.requirePositive("radius", radius);
    }

    @Override
    public double modulus() {
        return whole.modulus();
    }

    @Override
    public double norm(double[] v) {
        return whole.norm(v);
    }

    @Override
    public double squaredDualDistance(double[] a, double[] b) {
        return whole.squaredDualDistance(a, b);
    }

    @Override
    public double normError(int dimension) {
        return whole.normError(dimension);
    }

    @Override
    public double normRatio(int dimension) {
        return whole.normRatio(dimension);
    }

    @Override
    public double dualRatio() {
        return whole.dualRatio();
    }

    @Override
    public boolean fits(int dimension) {
        return whole.fits(dimension);
    }

    @Override
    public double[] mirror(double[] point) {
        return whole.mirror(point);
    }

    @Override
    public void step(double[] from, double eta, double[] slope, double[] to) {
        whole.step(from, eta, slope, to);
        double norm = whole.mirrorNorm(to);
        if (norm > radius) {
            double factor = radius / norm;
            for (int i = 0; i < to.length; i++) {
                to[i] *= factor;
            }
        }
    }

    @Override
    public double[] point(double[] mirror) {
        return whole.point(mirror);
    }

    @Override
    public double divergence(double[] x, double[] y) {
        return whole.divergence(x, y);
    }

    @Override
    public double divergenceError(int dimension) {
        return whole.divergenceError(dimension);
    }

    @Override
    public double potential(double[] x) {
        return whole.potential(x);
    }

    @Override
    public double potentialError(int dimension) {
        return whole.potentialError(dimension);
    }

    /** ½(R + ‖y‖)², opposite to y. */
    @Override
    public double supDivergence(double[] y) {
        double farthest = radius + whole.norm(y);
        return farthest * farthest / 2;
    }

    @Override
    public double largestDivergence(int dimension) {
        return 2 * radius * radius;
    }

    @Override
    public double diameter(int dimension) {
        return 2 * radius;
    }

    @Override
    public double[] bestResponse(double[] total) {
        return Vectors.scaled(-radius, whole.aligned(total));
    }

    @Override
    public double outside(double[] point) {
        double excess = whole.norm(point) - radius;
        double tolerated =
                Rounding.gamma(3 * whole.normError(point.length) + whole.pointError(point.length) * point.length + 8)
                        * radius;
        return excess <= tolerated ? 0 : excess;
    }

    @Override
    public boolean affine() {
        return false;
    }

    /** That of the step, and of the factor, if any: its norm, quotient and product. */
    @Override
    public double residual(double[] start, double farthest, double drift, double slope) {
        return whole.residual(start, farthest, drift, slope)
                + Rounding.UNIT
                        * (normError(start.length) + 2)
                        * (Math.min(radius, normRatio(start.length) * farthest) + slope);
    }

    /** That of the whole space, and of the factor, which leaves the point a bit off the ball. */
    @Override
    public double pointError(int dimension) {
        return whole.pointError(dimension) + normError(dimension) + 2;
    }

    @Override
    public double pointResidual(double[] start, double drift, double slope) {
        return whole.pointResidual(start, drift, slope);
    }

    @Override
    public Enclosure exactDivergence(double[] x, double[] y) {
        return whole.exactDivergence(x, y);
    }

    @Override
    public Enclosure exactPotential(double[] x) {
        return whole.exactPotential(x);
    }

    @Override
    public Enclosure exactSquaredNorm(Enclosure[] v) {
        return whole.exactSquaredNorm(v);
    }

    @Override
    public Enclosure exactSquaredDualNorm(Enclosure[] v) {
        return whole.exactSquaredDualNorm(v);
    }
}
