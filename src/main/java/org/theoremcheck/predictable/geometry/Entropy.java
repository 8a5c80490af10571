package org.theoremcheck.predictable.geometry;

import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.numeric.Enclosures;
import org.theoremcheck.numeric.Rounding;
import org.theoremcheck.numeric.Stable;
import org.theoremcheck.numeric.Vectors;

/**
 * Φ(x) = Σ xᵢ ln xᵢ on the simplex: λ = 1 in the ℓ₁ norm (Pinsker), dual norm ℓ_∞. The mirror image of a point are its log
 * weights, up to a common constant: steps add to them and nothing underflows.
 */
public record Entropy() implements SumNorm {

    private static final Domain.Simplex SIMPLEX = new Domain.Simplex();

    @Override
    public double modulus() {
        return 1;
    }

    @Override
    public double[] mirror(double[] point) {
        return Vectors.map(point, StrictMath::log);
    }

    /** exp(lᵢ)/Σ exp(lⱼ), shifted by the largest. */
    @Override
    public double[] point(double[] mirror) {
        double largest = Double.NEGATIVE_INFINITY;
        for (double value : mirror) {
            largest = Math.max(largest, value);
        }
        double[] point = new double[mirror.length];
        double sum = 0;
        for (int i = 0; i < point.length; i++) {
            point[i] = StrictMath.exp(mirror[i] - largest);
            sum += point[i];
        }
        for (int i = 0; i < point.length; i++) {
            point[i] /= sum;
        }
        return point;
    }

    /** Σ xᵢ ln(xᵢ/yᵢ) − xᵢ + yᵢ. */
    @Override
    public double divergence(double[] x, double[] y) {
        return Stable.kullbackLeibler(x, y);
    }

    @Override
    public double divergenceError(int dimension) {
        return dimension + Stable.KULLBACK_LEIBLER_ERROR;
    }

    /** ln n + Σ xᵢ ln xᵢ, which is the divergence from the uniform point. */
    @Override
    public double potential(double[] x) {
        return divergence(x, Vectors.filled(x.length, 1.0 / x.length));
    }

    /** max over i of −ln yᵢ, at a vertex. */
    @Override
    public double supDivergence(double[] y) {
        return -StrictMath.log(y[Vectors.smallestIndex(y)]);
    }

    @Override
    public double largestDivergence(int dimension) {
        return Double.POSITIVE_INFINITY;
    }

    @Override
    public double diameter(int dimension) {
        return 2;
    }

    @Override
    public double[] bestResponse(double[] total) {
        return SIMPLEX.bestResponse(total);
    }

    @Override
    public double outside(double[] point) {
        return SIMPLEX.outside(point);
    }

    @Override
    public boolean affine() {
        return true;
    }

    /** The size of the log weights, but for a common constant. */
    private double logWeights(double[] start, double drift, double slope) {
        return supDivergence(start) + drift + slope;
    }

    /** Product and difference round by u(η‖a‖ + L), the first image by 2uL; what is common to all weights is orthogonal to the simplex. */
    @Override
    public double residual(double[] start, double farthest, double drift, double slope) {
        return Rounding.UNIT * (3 * logWeights(start, drift, slope) + 2 * slope);
    }

    /** The shifted argument l of the exponential is off by u|l|, eˡ|l| ≤ 1/e; then sum and quotient. A point's norm is at least 1/√d. */
    @Override
    public double pointError(int dimension) {
        return 2 * dimension + 8.0;
    }

    /** The shifted argument, a difference of two log weights that drift apart; the exponential and the division. */
    @Override
    public double pointResidual(double[] start, double drift, double slope) {
        return Rounding.UNIT * (logWeights(start, 2 * drift, 2 * slope) + 4);
    }

    @Override
    public Enclosure exactDivergence(double[] x, double[] y) {
        return Enclosures.kullbackLeibler(x, y);
    }

    @Override
    public Enclosure exactPotential(double[] x) {
        Enclosure sum = Enclosure.of(x.length).log();
        for (double value : x) {
            if (value != 0) {
                sum = sum.plus(Enclosure.of(value).times(Enclosure.of(value).log()));
            }
        }
        return sum;
    }
}
