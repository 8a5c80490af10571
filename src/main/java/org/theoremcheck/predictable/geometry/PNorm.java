package org.theoremcheck.predictable.geometry;

import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.numeric.Enclosures;
import org.theoremcheck.numeric.Rounding;
import org.theoremcheck.numeric.Stable;
import org.theoremcheck.numeric.Vectors;

/**
 * Φ(x) = ½‖x‖ₚ² on R^d for 1 &lt; p ≤ 2: λ = p − 1 in the ℓₚ norm (Orabona, arXiv 1912.13213, lemma 6.36), dual norm ℓ_q, q = p/(p − 1).
 * The mirror image is ∇Φ(x), whose ℓ_q norm is the ℓₚ norm of x.
 *
 * @param exponent p, from 1.05 to 2: q grows without bound as p tends to 1
 */
public record PNorm(double exponent) implements SquaredNorm {

    public PNorm {
        if (!(exponent >= 1.05 && exponent <= 2)) {
            throw new IllegalArgumentException("the exponent of a p-norm is from 1.05 to 2, got " + exponent);
        }
    }

    /** q. */
    private double conjugate() {
        return exponent / (exponent - 1);
    }

    @Override
    public double modulus() {
        return exponent - 1;
    }

    @Override
    public double norm(double[] v) {
        return norm(v, exponent);
    }

    /** ‖v‖ of any order, scaled by the largest entry. */
    private static double norm(double[] v, double order) {
        double largest = 0;
        for (double value : v) {
            largest = Math.max(largest, Math.abs(value));
        }
        if (largest == 0) {
            return 0;
        }
        double sum = 0;
        for (double value : v) {
            sum += power(Math.abs(value) / largest, order);
        }
        return largest * power(sum, 1 / order);
    }

    /** xᵃ, by products and roots for the exponents that p = 3/2 and p = 2 lead to. */
    private static double power(double x, double exponent) {
        if (exponent == 3) {
            return x * x * x;
        } else if (exponent == 2) {
            return x * x;
        } else if (exponent == 1.5) {
            return x * Math.sqrt(x);
        } else if (exponent == 1) {
            return x;
        } else if (exponent == 0.5) {
            return Math.sqrt(x);
        }
        return exponent == 1.0 / 3 ? StrictMath.cbrt(x) : StrictMath.pow(x, exponent);
    }

    @Override
    public double squaredDualDistance(double[] a, double[] b) {
        double[] difference = Vectors.difference(a, b);
        double norm = norm(difference, conjugate());
        return norm * norm;
    }

    @Override
    public double[] mirror(double[] point) {
        return gradient(point, exponent);
    }

    /** ∇(½‖v‖²) for the norm of any order: sgn(vᵢ)(|vᵢ|/‖v‖)^(order−1) ‖v‖. */
    private static double[] gradient(double[] v, double order) {
        double norm = norm(v, order);
        double[] gradient = new double[v.length];
        for (int i = 0; norm > 0 && i < v.length; i++) {
            gradient[i] = Math.copySign(norm * power(Math.abs(v[i]) / norm, order - 1), v[i]);
        }
        return gradient;
    }

    @Override
    public double[] point(double[] mirror) {
        return gradient(mirror, conjugate());
    }

    @Override
    public double mirrorNorm(double[] mirror) {
        return norm(mirror, conjugate());
    }

    /** Each power of order s is off by s + 2, their sum by d more, of which the root leaves a part in s. */
    @Override
    public double normError(int dimension) {
        return dimension + 8;
    }

    @Override
    public double[] aligned(double[] slope) {
        double norm = norm(slope, conjugate());
        return norm == 0 ? new double[slope.length] : Vectors.scaled(1 / norm, gradient(slope, conjugate()));
    }

    /**
     * With weights wᵢ = |yᵢ|ᵖ/‖y‖ᵖ and r = (x − y)/y, means s = Σ wᵢ rᵢ and Ψ = Σ wᵢ((1+rᵢ)ᵖ − 1 − p rᵢ) ≥ 0, and m = ps + Ψ:
     * ‖x‖/‖y‖ = (1+m)^(1/p), and B/‖y‖² = ½(‖x‖/‖y‖ − 1)² + Ψ/p + ((1+m)^(1/p) − 1 − m/p). The last is at most Ψ/p in size and
     * negative; what it takes away where x and y are parallel, the first term has.
     */
    @Override
    public double divergence(double[] x, double[] y) {
        double norm = norm(y);
        if (norm == 0) {
            return potential(x);
        }
        double p = exponent;
        double mean = 0;
        double convexity = 0;
        for (int i = 0; i < x.length; i++) {
            double from = Math.abs(y[i]) / norm;
            double to = Math.copySign(1, y[i]) * x[i] / norm;
            double gap = Math.copySign(1, y[i]) * (x[i] - y[i]) / norm;
            double slope = from == 0 ? 0 : power(from, p - 1);
            double r = gap / from;
            mean += slope * gap;
            convexity += Math.abs(r) <= 0.5
                    ? slope * from * Stable.binomialRemainder(r, p)
                    : power(Math.abs(to), p) - slope * from - p * slope * gap;
        }
        double m = Math.max(-1, p * mean + convexity);
        double growth;
        double gap;
        if (Math.abs(m) <= 0.5) {
            double remainder = Stable.binomialRemainder(m, 1 / p);
            growth = m / p + remainder;
            gap = convexity / p + remainder;
        } else {
            growth = StrictMath.pow(1 + m, 1 / p) - 1;
            gap = growth - mean;
        }
        return norm * norm * Math.max(0, growth * growth / 2 + gap);
    }

    @Override
    public double divergenceError(int dimension) {
        return (2 * dimension + 2 * Stable.BINOMIAL_REMAINDER_ERROR) / (exponent - 1);
    }

    /** Product, difference, and the image itself in a norm that the Euclidean one bounds; ‖∇Φ(x)‖_q = ‖x‖ₚ ≤ √d ‖x‖₂. */
    @Override
    public double residual(double[] start, double farthest, double drift, double slope) {
        return Rounding.UNIT
                * (2 * slope + drift + Math.sqrt(start.length) * farthest + imageError(start.length) * norm(start));
    }

    /** The first mirror image is made from a point: a quotient raised to p − 1, and the norm. */
    private double imageError(int dimension) {
        return 2 * normError(dimension) + 4;
    }

    /** A quotient raised to q − 1, and the norm, whose error is 5 + (d + 3)/q. */
    @Override
    public double pointError(int dimension) {
        return 7 * conjugate() + dimension + 8;
    }

    /** ∇Φ(x)ᵢ is ‖x‖^(2−p) |xᵢ|^(p−1): relative changes of coordinates change it by no more. */
    @Override
    public double pointResidual(double[] start, double drift, double slope) {
        return Rounding.UNIT * pointError(start.length) * (norm(start) + drift + slope);
    }

    /** ½‖x‖² + ½‖y‖² − ⟨∇Φ(y), x⟩. */
    @Override
    public Enclosure exactDivergence(double[] x, double[] y) {
        Enclosure p = Enclosure.of(exponent);
        Enclosure squares = exactSquaredNorm(Enclosures.of(x)).plus(exactSquaredNorm(Enclosures.of(y)));
        Enclosure norm = exactSquaredNorm(Enclosures.of(y)).sqrt();
        Enclosure product = Enclosure.ZERO;
        for (int i = 0; i < x.length; i++) {
            if (y[i] != 0) {
                Enclosure power = Enclosures.power(Enclosure.of(Math.abs(y[i])).over(norm), p.minus(Enclosure.ONE));
                product =
                        product.plus(Enclosure.of(Math.copySign(1, y[i]) * x[i]).times(power));
            }
        }
        return squares.times(Enclosure.of(0.5)).minus(norm.times(product));
    }

    @Override
    public Enclosure exactSquaredNorm(Enclosure[] v) {
        return Enclosures.squaredNorm(v, Enclosure.of(exponent));
    }

    @Override
    public Enclosure exactSquaredDualNorm(Enclosure[] v) {
        Enclosure p = Enclosure.of(exponent);
        return Enclosures.squaredNorm(v, p.over(p.minus(Enclosure.ONE)));
    }
}
