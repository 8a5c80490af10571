package org.theoremcheck.predictable.geometry;

import org.jspecify.annotations.Nullable;
import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.numeric.Enclosures;
import org.theoremcheck.numeric.Rounding;
import org.theoremcheck.numeric.Stable;
import org.theoremcheck.numeric.Vectors;

/**
 * Burg's entropy Φ(x) = −Σ ln xᵢ on (0, 1]^d: λ = 1 in the Euclidean norm. The mirror image of a point are the reciprocals of its
 * coordinates, 1 or more.
 */
public record Burg() implements EuclideanNorm {

    @Override
    public double modulus() {
        return 1;
    }

    @Override
    public double[] mirror(double[] point) {
        return point(point);
    }

    /** 1/z + ηa, and no less than 1. */
    @Override
    public void step(double[] from, double eta, double[] slope, double[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] = Math.max(1, from[i] + eta * slope[i]);
        }
    }

    @Override
    public double[] point(double[] mirror) {
        return Vectors.map(mirror, value -> 1 / value);
    }

    /** Σ xᵢ/yᵢ − 1 − ln(xᵢ/yᵢ), the Itakura-Saito divergence. */
    @Override
    public double divergence(double[] x, double[] y) {
        return Stable.itakuraSaito(x, y);
    }

    @Override
    public double divergenceError(int dimension) {
        return dimension + Stable.ITAKURA_SAITO_ERROR;
    }

    @Override
    public double potential(double[] x) {
        double sum = 0;
        for (double coordinate : x) {
            sum -= StrictMath.log(coordinate);
        }
        return sum;
    }

    @Override
    public double supDivergence(double[] y) {
        return Double.POSITIVE_INFINITY;
    }

    @Override
    public double largestDivergence(int dimension) {
        return Double.POSITIVE_INFINITY;
    }

    @Override
    public double diameter(int dimension) {
        return Math.sqrt(dimension);
    }

    /** Nowhere: the domain is open at 0. */
    @Override
    public double @Nullable [] bestResponse(double[] total) {
        return null;
    }

    /** What is above 1 or below 0; 0 itself is outside too. */
    @Override
    public double outside(double[] point) {
        double squares = 0;
        for (double coordinate : point) {
            double excess = Math.max(0, Math.max(-coordinate, coordinate - 1));
            squares += excess * excess;
        }
        return Geometry.outsideOfOpen(point, Math.sqrt(squares));
    }

    @Override
    public boolean affine() {
        return false;
    }

    /** The largest reciprocal; sums of slopes over any stretch of rounds are at most twice the drift. */
    private static double reciprocals(double[] start, double drift, double slope) {
        return 1 / start[Vectors.smallestIndex(start)] + 2 * drift + slope;
    }

    /** Product and sum round; the first image is itself a rounded quotient. */
    @Override
    public double residual(double[] start, double farthest, double drift, double slope) {
        return Rounding.UNIT * (2 * slope + 2 * Math.sqrt(start.length) * reciprocals(start, drift, slope));
    }

    @Override
    public double pointError(int dimension) {
        return 1;
    }

    @Override
    public double pointResidual(double[] start, double drift, double slope) {
        return 2 * Rounding.UNIT * Math.sqrt(start.length) * reciprocals(start, drift, slope);
    }

    @Override
    public Enclosure exactDivergence(double[] x, double[] y) {
        return Enclosures.itakuraSaito(x, y);
    }

    @Override
    public Enclosure exactPotential(double[] x) {
        Enclosure sum = Enclosure.ZERO;
        for (double coordinate : x) {
            sum = sum.minus(Enclosure.of(coordinate).log());
        }
        return sum;
    }
}
