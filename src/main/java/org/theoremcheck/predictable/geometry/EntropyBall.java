package org.theoremcheck.predictable.geometry;

import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.numeric.Enclosures;
import org.theoremcheck.numeric.Rounding;
import org.theoremcheck.numeric.Stable;
import org.theoremcheck.numeric.Vectors;

/**
 * Φ(x) = Σ xᵢ ln xᵢ − xᵢ on {x ≥ 0, ‖x‖₁ ≤ R}: λ = 1/R in the ℓ₁ norm, dual norm ℓ_∞. The mirror image of a point are the logarithms
 * of its coordinates.
 *
 * @param radius R, positive
 */
public record EntropyBall(double radius) implements SumNorm {

    public EntropyBall {
        Geometry.requirePositive("radius", radius);
    }

    @Override
    public double modulus() {
        return 1 / radius;
    }

    @Override
    public double[] mirror(double[] point) {
        return Vectors.map(point, StrictMath::log);
    }

    /** Multiplicative weights z e^(−ηa), all divided by the same number where they sum to more than R. */
    @Override
    public void step(double[] from, double eta, double[] slope, double[] to) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < to.length; i++) {
            to[i] = from[i] - eta * slope[i];
            largest = Math.max(largest, to[i]);
        }
        double sum = 0;
        for (double logarithm : to) {
            sum += StrictMath.exp(logarithm - largest);
        }
        // The largest logarithm may be huge: taken away on its own, it leaves no error in the sum.
        double rest = StrictMath.log(sum) - StrictMath.log(radius);
        if (largest + rest > 0) {
            for (int i = 0; i < to.length; i++) {
                to[i] = to[i] - largest - rest;
            }
        }
    }

    @Override
    public double[] point(double[] mirror) {
        return Vectors.map(mirror, StrictMath::exp);
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

    /** With the minimizer c, whose coordinates are min(1, R/d): B(x, c) + ln c₁ (Σ xᵢ − R), two terms that are not negative. */
    @Override
    public double potential(double[] x) {
        double each = Math.min(1, radius / x.length);
        return divergence(x, Vectors.filled(x.length, each)) + (each < 1 ? StrictMath.log(each) * excess(x) : 0);
    }

    /** Σ xᵢ − R with the rounding errors of the sum added up (Neumaier, ZAMM 54, 1974): near c the other term is as small. */
    private double excess(double[] x) {
        double sum = -radius;
        double lost = 0;
        for (double coordinate : x) {
            double next = sum + coordinate;
            double added = next - sum;
            lost += (sum - (next - added)) + (coordinate - added);
            sum = next;
        }
        return sum + lost;
    }

    /** At the origin Σ yᵢ; at R eᵢ that and R ln(R/yᵢ) − R. */
    @Override
    public double supDivergence(double[] y) {
        double sum = Vectors.sumNorm(y);
        return sum + Math.max(0, radius * StrictMath.log(radius / y[Vectors.smallestIndex(y)]) - radius);
    }

    @Override
    public double largestDivergence(int dimension) {
        return Double.POSITIVE_INFINITY;
    }

    @Override
    public double diameter(int dimension) {
        return dimension == 1 ? radius : 2 * radius;
    }

    @Override
    public double[] bestResponse(double[] total) {
        double[] best = new double[total.length];
        int smallest = Vectors.smallestIndex(total);
        best[smallest] = total[smallest] < 0 ? radius : 0;
        return best;
    }

    /** The larger of what is below 0 and what the sum is too much. */
    @Override
    public double outside(double[] point) {
        double sum = 0;
        double below = 0;
        for (double coordinate : point) {
            sum += coordinate;
            below = Math.max(below, -coordinate);
        }
        double excess = sum - radius;
        double tolerated = Rounding.gamma(pointError(point.length) + point.length) * radius;
        return below == 0 && excess <= tolerated ? 0 : Math.max(below, excess);
    }

    @Override
    public boolean affine() {
        return false;
    }

    /** The largest logarithm, in size, that any coordinate of a point can have. */
    private double logarithms(double[] start, double drift, double slope) {
        double largest = 0;
        for (double coordinate : start) {
            largest = Math.max(largest, Math.abs(StrictMath.log(coordinate)));
        }
        return 2 * (largest + drift + Math.abs(StrictMath.log(radius))) + StrictMath.log(start.length) + slope;
    }

    /** Product and differences round by u(η‖a‖ + 3L), the logarithm of the sum by u(d + 2L + 8). */
    @Override
    public double residual(double[] start, double farthest, double drift, double slope) {
        return Rounding.UNIT * (5 * logarithms(start, drift, slope) + 2 * slope + start.length + 8);
    }

    /**
     * The exponential; and where the sum is R, the d + 4 roundings of its computation, three of logarithms up to |ln R| + ln d, and one
     * of the difference, x|ln x| ≤ (1 + |ln R|)√d ‖x‖: they leave the point a bit off the domain.
     */
    @Override
    public double pointError(int dimension) {
        return 4 * dimension + 16 + (dimension + 3) * Math.abs(StrictMath.log(radius));
    }

    @Override
    public double pointResidual(double[] start, double drift, double slope) {
        return 2 * Rounding.UNIT;
    }

    @Override
    public Enclosure exactDivergence(double[] x, double[] y) {
        return Enclosures.kullbackLeibler(x, y);
    }

    @Override
    public Enclosure exactPotential(double[] x) {
        Enclosure each = Enclosure.of(radius).over(Enclosure.of(x.length)).min(Enclosure.ONE);
        Enclosure sum = Enclosure.ZERO;
        Enclosure total = Enclosure.ZERO;
        for (double coordinate : x) {
            sum = sum.plus(Enclosures.kullbackLeibler(Enclosure.of(coordinate), each));
            total = total.plus(Enclosure.of(coordinate));
        }
        return sum.plus(each.log().times(total.minus(each.times(Enclosure.of(x.length)))));
    }
}
