package org.theoremcheck.numeric;

/** Elementary functions of optimization in forms free of cancellation and overflow. */
public final class Stable {

    private Stable() {}

    /** 1/((k+1)(k+2)), the coefficients of ((1+r) ln(1+r) − r)/r² = Σ (−r)ᵏ/((k+1)(k+2)); for |r| ≤ 1/10 the rest is below 10⁻¹⁸. */
    private static final double[] KULLBACK_LEIBLER = coefficients(16);

    private static double[] coefficients(int count) {
        double[] coefficients = new double[count];
        for (int k = 0; k < count; k++) {
            coefficients[k] = 1.0 / ((k + 1) * (k + 2));
        }
        return coefficients;
    }

    /** Bound on the relative error of {@link #kullbackLeibler}, in units of u: 4u/|r| and a few roundings at |r| = 1/10. */
    public static final double KULLBACK_LEIBLER_ERROR = 64;

    /**
     * One term of the generalized Kullback-Leibler divergence, x ln(x/y) − x + y ≥ 0, with 0 ln 0 = 0.
     *
     * <p>Written as y((1+r) log1p(r) − r), r = (x−y)/y, and by its power series where |r| ≤ 1/10: the direct form loses every
     * digit at |r| = 10⁻⁸. Where x and y are far apart nothing cancels in the direct form.
     *
     * @param x at least 0
     * @param y at least 0; where y is 0 and x is not, the value is infinite
     */
    public static double kullbackLeibler(double x, double y) {
        if (x == 0) {
            return y;
        }
        if (y == 0) {
            return Double.POSITIVE_INFINITY;
        }
        double r = (x - y) / y;
        if (r < -0.9 || r > 1e8) {
            double ratio = x / y;
            // One logarithm where the quotient is a normal double: the difference of two large ones cancels.
            double logarithm = ratio >= Double.MIN_NORMAL && ratio <= Double.MAX_VALUE
                    ? StrictMath.log(ratio)
                    : StrictMath.log(x) - StrictMath.log(y);
            return x * logarithm - x + y;
        }
        if (Math.abs(r) > 0.1) {
            return y * ((1 + r) * StrictMath.log1p(r) - r);
        }
        double series = 0;
        for (int k = KULLBACK_LEIBLER.length - 1; k >= 0; k--) {
            series = KULLBACK_LEIBLER[k] - r * series;
        }
        return y * r * r * series;
    }

    /** x ln x with 0 ln 0 = 0. */
    public static double entropy(double x) {
        return x == 0 ? 0 : x * StrictMath.log(x);
    }

    /** ln(1 + eᶻ), accurate for every z. */
    public static double softplus(double z) {
        return Math.max(z, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(z)));
    }

    /** 1 / (1 + e⁻ᶻ), the derivative of {@link #softplus}. */
    public static double sigmoid(double z) {
        double e = StrictMath.exp(-Math.abs(z));
        return z >= 0 ? 1 / (1 + e) : e / (1 + e);
    }
}
