package org.theoremcheck.predictable.geometry;

import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.numeric.Enclosures;
import org.theoremcheck.numeric.Rounding;
import org.theoremcheck.numeric.Stable;
import org.theoremcheck.numeric.Vectors;

/**
 * Φ(x) = Σ xᵢ ln xᵢ + (1 − xᵢ) ln(1 − xᵢ) on [0, 1]^d: λ = 4 in the Euclidean norm. The mirror image of a point are its logits
 * ln(x/(1 − x)).
 */
public record BinaryEntropy() implements EuclideanNorm {

    private static final Domain.Box CUBE = new Domain.Box(0, 1);

    @Override
    public double modulus() {
        return 4;
    }

    @Override
    public double[] mirror(double[] point) {
        return Vectors.map(point, BinaryEntropy::logit);
    }

    private static double logit(double coordinate) {
        return StrictMath.log(coordinate) - StrictMath.log1p(-coordinate);
    }

    @Override
    public double[] point(double[] mirror) {
        return Vectors.map(mirror, Stable::sigmoid);
    }

    /** Σ of the Kullback-Leibler divergences of (xᵢ, 1 − xᵢ) from (yᵢ, 1 − yᵢ). */
    @Override
    public double divergence(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            double gap = x[i] - y[i];
            sum += Stable.kullbackLeibler(x[i], y[i], gap) + Stable.kullbackLeibler(1 - x[i], 1 - y[i], -gap);
        }
        return sum;
    }

    @Override
    public double divergenceError(int dimension) {
        return dimension + 2 * Stable.KULLBACK_LEIBLER_ERROR;
    }

    @Override
    public double potential(double[] x) {
        return divergence(x, Vectors.filled(x.length, 0.5));
    }

    /** At the farther end in each coordinate. */
    @Override
    public double supDivergence(double[] y) {
        double sum = 0;
        for (double coordinate : y) {
            sum -= Math.min(StrictMath.log(coordinate), StrictMath.log1p(-coordinate));
        }
        return sum;
    }

    @Override
    public double largestDivergence(int dimension) {
        return Double.POSITIVE_INFINITY;
    }

    @Override
    public double diameter(int dimension) {
        return CUBE.diameter(dimension);
    }

    @Override
    public double[] bestResponse(double[] total) {
        return CUBE.bestResponse(total);
    }

    @Override
    public double outside(double[] point) {
        return CUBE.outside(point);
    }

    @Override
    public boolean affine() {
        return true;
    }

    private static double logits(double[] start, double drift, double slope) {
        double largest = 0;
        for (double coordinate : start) {
            largest = Math.max(largest, Math.abs(logit(coordinate)));
        }
        return largest + drift + slope;
    }

    /** Product and difference; the two logarithms of the first image, of sizes that add up to 2 ln 2 + |l| at most. */
    @Override
    public double residual(double[] start, double farthest, double drift, double slope) {
        return Rounding.UNIT * (2 * slope + Math.sqrt(start.length) * (5 * logits(start, drift, slope) + 3));
    }

    /** An exponential, a sum and a quotient. */
    @Override
    public double pointError(int dimension) {
        return 5;
    }

    /** Of x(1 + ε) the logit is off by ln(1 + ε) − ln(1 − εeˡ); infinite where 1 − x may have rounded to 0. */
    @Override
    public double pointResidual(double[] start, double drift, double slope) {
        double error = Rounding.UNIT * pointError(start.length);
        double saturated = error * StrictMath.exp(logits(start, drift, slope));
        return saturated < 1
                ? Math.sqrt(start.length) * (saturated / (1 - saturated) + 2 * error)
                : Double.POSITIVE_INFINITY;
    }

    @Override
    public Enclosure exactDivergence(double[] x, double[] y) {
        Enclosure sum = Enclosure.ZERO;
        for (int i = 0; i < x.length; i++) {
            Enclosure at = Enclosure.of(x[i]);
            Enclosure from = Enclosure.of(y[i]);
            sum = sum.plus(Enclosures.kullbackLeibler(at, from))
                    .plus(Enclosures.kullbackLeibler(Enclosure.ONE.minus(at), Enclosure.ONE.minus(from)));
        }
        return sum;
    }

    @Override
    public Enclosure exactPotential(double[] x) {
        return exactDivergence(x, Vectors.filled(x.length, 0.5));
    }
}
