package org.theoremcheck.predictable.geometry;

import org.jspecify.annotations.Nullable;
import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.numeric.Enclosures;
import org.theoremcheck.numeric.Rounding;
import org.theoremcheck.numeric.Stable;
import org.theoremcheck.numeric.Vectors;

/**
 * Φ(x) = −Σ ln xᵢ on the interior of the simplex: λ = 2 in the ℓ₁ norm, dual norm ℓ_∞. For directions h that sum to 0, with
 * ‖h‖₁ = 1, Σ h²/x² over the x of the simplex is at least (Σ|h|^⅔)³ ≥ 2, attained by h = ½(e₁ − e₂) at x = ½(e₁ + e₂). The mirror image
 * of a point are the reciprocals of its coordinates.
 */
public record LogBarrier() implements SumNorm {

    /** Newton's method doubles its digits; so many steps only where coordinates differ by more than any double. */
    private static final int STEPS = 200;

    private static final Domain.Simplex SIMPLEX = new Domain.Simplex();

    @Override
    public double modulus() {
        return 2;
    }

    @Override
    public double[] mirror(double[] point) {
        return point(point);
    }

    /** 1/z + ηa + ν with ν such that the reciprocals sum to 1. */
    @Override
    public void step(double[] from, double eta, double[] slope, double[] to) {
        double smallest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < to.length; i++) {
            to[i] = from[i] + eta * slope[i];
            smallest = Math.min(smallest, to[i]);
        }
        for (int i = 0; i < to.length; i++) {
            to[i] -= smallest;
        }
        double shift = shift(to);
        for (int i = 0; i < to.length; i++) {
            to[i] += shift;
        }
    }

    /** The root ν ≥ 1 of Σ 1/(cᵢ + ν) = 1 for c ≥ 0 with smallest entry 0: Newton's method climbs to it from 1, by convexity. */
    private static double shift(double[] c) {
        double shift = 1;
        for (int k = 0; k < STEPS; k++) {
            double sum = 0;
            double squares = 0;
            for (double value : c) {
                double reciprocal = 1 / (value + shift);
                sum += reciprocal;
                squares += reciprocal * reciprocal;
            }
            double next = shift + (sum - 1) / squares;
            if (!(next > shift)) {
                break;
            }
            shift = next;
        }
        return shift;
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
        return 2 * dimension + Stable.ITAKURA_SAITO_ERROR;
    }

    /** −Σ ln(n xᵢ), which is the divergence from the uniform point. */
    @Override
    public double potential(double[] x) {
        return divergence(x, Vectors.filled(x.length, 1.0 / x.length));
    }

    @Override
    public double supDivergence(double[] y) {
        return y.length == 1 ? 0 : Double.POSITIVE_INFINITY;
    }

    @Override
    public double largestDivergence(int dimension) {
        return dimension == 1 ? 0 : Double.POSITIVE_INFINITY;
    }

    @Override
    public double diameter(int dimension) {
        return dimension == 1 ? 0 : 2;
    }

    /** Nowhere: the domain is open at its boundary. */
    @Override
    public double @Nullable [] bestResponse(double[] total) {
        return null;
    }

    @Override
    public double outside(double[] point) {
        return Geometry.outsideOfOpen(point, SIMPLEX.outside(point));
    }

    @Override
    public boolean affine() {
        return true;
    }

    /** The largest reciprocal: what is above the smallest one, which is at most n. */
    private static double reciprocals(double[] start, double drift, double slope) {
        return 1 / start[Vectors.smallestIndex(start)] + 2 * (drift + slope) + start.length;
    }

    /** Product, two sums and a difference; an error of ν is common to all coordinates, and orthogonal to the simplex. */
    @Override
    public double residual(double[] start, double farthest, double drift, double slope) {
        return Rounding.UNIT * (2 * slope + 5 * reciprocals(start, drift, slope));
    }

    /** The reciprocals, and their sum, which ν meets to γ_{n+4}. */
    @Override
    public double pointError(int dimension) {
        return dimension + 6.0;
    }

    @Override
    public double pointResidual(double[] start, double drift, double slope) {
        return Rounding.UNIT * (start.length + 6) * reciprocals(start, drift, slope);
    }

    @Override
    public Enclosure exactDivergence(double[] x, double[] y) {
        return Enclosures.itakuraSaito(x, y);
    }

    @Override
    public Enclosure exactPotential(double[] x) {
        Enclosure sum = Enclosure.ZERO;
        for (double coordinate : x) {
            sum = sum.minus(
                    Enclosure.of(coordinate).times(Enclosure.of(x.length)).log());
        }
        return sum;
    }
}
