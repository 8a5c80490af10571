package org.theoremcheck.predictable.geometry;

import java.util.Arrays;
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
public record Burg() implements Geometry {

    @Override
    public double modulus() {
        return 1;
    }

    @Override
    public double norm(double[] v) {
        return Vectors.norm(v);
    }

    @Override
    public double squaredDualDistance(double[] a, double[] b) {
        return Vectors.squaredDistance(a, b);
    }

    @Override
    public boolean euclideanDual() {
        return true;
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
        return Arrays.stream(mirror).map(value -> 1 / value).toArray();
    }

    /** Σ xᵢ/yᵢ − 1 − ln(xᵢ/yᵢ), the Itakura-Saito divergence. */
    @Override
    public double divergence(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += Stable.itakuraSaito(x[i], y[i]);
        }
        return sum;
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

    /** What is above 1 or not above 0. */
    @Override
    public double outside(double[] point) {
        double squares = 0;
        for (double coordinate : point) {
            double excess = coordinate <= 0 ? Math.max(-coordinate, Double.MIN_NORMAL) : Math.max(0, coordinate - 1);
            squares += excess * excess;
        }
        double excess = Math.sqrt(squares);
        return excess == 0 && Arrays.stream(point).anyMatch(coordinate -> coordinate <= 0) ? Double.MIN_NORMAL : excess;
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
        Enclosure sum = Enclosure.ZERO;
        for (int i = 0; i < x.length; i++) {
            sum = sum.plus(Enclosures.itakuraSaito(Enclosure.of(x[i]), Enclosure.of(y[i])));
        }
        return sum;
    }

    @Override
    public Enclosure exactPotential(double[] x) {
        Enclosure sum = Enclosure.ZERO;
        for (double coordinate : x) {
            sum = sum.minus(Enclosure.of(coordinate).log());
        }
        return sum;
    }

    @Override
    public Enclosure exactSquaredNorm(Enclosure[] v) {
        return Enclosures.squaredNorm(v);
    }

    @Override
    public Enclosure exactSquaredDualNorm(Enclosure[] v) {
        return Enclosures.squaredNorm(v);
    }
}
