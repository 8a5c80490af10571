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
        return kullbackLeibler(x, y, x - y);
    }

    /** The same where x − y is known better than from the rounded numbers, as for 1 − x and 1 − y. */
    public static double kullbackLeibler(double x, double y, double gap) {
        if (x == 0) {
            return y;
        }
        if (y == 0) {
            return Double.POSITIVE_INFINITY;
        }
        double r = gap / y;
        if (r < -0.9 || r > 1e8) {
            return x * logOfRatio(x, y) - x + y;
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

    /** Σ xᵢ ln(xᵢ/yᵢ) − xᵢ + yᵢ. */
    public static double kullbackLeibler(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += kullbackLeibler(x[i], y[i]);
        }
        return sum;
    }

    /** One logarithm where the quotient is a normal double: the difference of two large ones cancels. */
    private static double logOfRatio(double x, double y) {
        double ratio = x / y;
        return ratio >= Double.MIN_NORMAL && ratio <= Double.MAX_VALUE
                ? StrictMath.log(ratio)
                : StrictMath.log(x) - StrictMath.log(y);
    }

    /** Bound on the relative error of {@link #itakuraSaito}, in units of u. */
    public static final double ITAKURA_SAITO_ERROR = 64;

    /**
     * One term of the Itakura-Saito divergence, x/y − 1 − ln(x/y) ≥ 0: r − log1p(r) with r = (x−y)/y, and its power series where
     * |r| ≤ 1/10.
     *
     * @param x positive
     * @param y positive
     */
    public static double itakuraSaito(double x, double y) {
        double r = (x - y) / y;
        return r < -0.5 ? r - logOfRatio(x, y) : logarithmRemainder(r);
    }

    /** r − ln(1 + r) ≥ 0 for r ≥ −½, by its power series where |r| ≤ 1/10; as accurate as {@link #itakuraSaito}. */
    public static double logarithmRemainder(double r) {
        if (Math.abs(r) > 0.1) {
            return r - StrictMath.log1p(r);
        }
        double series = 0;
        for (int k = 17; k >= 2; k--) {
            series = 1.0 / k - r * series;
        }
        return r * r * series;
    }

    /** Bound on the relative error of {@link #logCosh}, in units of u. */
    public static final double LOG_COSH_ERROR = 16;

    /**
     * ln cosh z = log1p(2 sinh²(z/2)), without cancellation near 0; |z| − ln 2 where the rest, ln(1 + e^(−2|z|)), is below half an ulp.
     */
    public static double logCosh(double z) {
        double size = Math.abs(z);
        if (size > 20) {
            return size - StrictMath.log(2);
        }
        double half = StrictMath.sinh(size / 2);
        return StrictMath.log1p(2 * half * half);
    }

    /** Σ xᵢ/yᵢ − 1 − ln(xᵢ/yᵢ). */
    public static double itakuraSaito(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += itakuraSaito(x[i], y[i]);
        }
        return sum;
    }

    /** Bound on the relative error of {@link #exponentialRemainder}, in units of u, for an exact argument. */
    public static final double EXPONENTIAL_REMAINDER_ERROR = 32;

    /** eᶻ − 1 − z ≥ 0, by its power series where |z| ≤ ½. */
    public static double exponentialRemainder(double z) {
        if (Math.abs(z) > 0.5) {
            return StrictMath.expm1(z) - z;
        }
        double series = 0;
        for (int k = 17; k >= 2; k--) {
            series = (1 + z * series) / k;
        }
        return z * z * series;
    }

    /** Bound on the relative error of {@link #binomialRemainder}, in units of u/|p(p − 1)|, for an exact argument: 8u at |r| = ½. */
    public static final double BINOMIAL_REMAINDER_ERROR = 80;

    /**
     * (1 + r)ᵖ − 1 − pr, by the binomial series where |r| ≤ ½.
     *
     * @param r at least −1
     * @param p positive, at most 2
     */
    public static double binomialRemainder(double r, double p) {
        if (Math.abs(r) > 0.5) {
            return StrictMath.pow(1 + r, p) - 1 - p * r;
        }
        double series = 0;
        for (int k = terms(r); k >= 2; k--) {
            series = (p - k + 1) / k * (k == 2 ? p : 1) * (1 + r * series);
        }
        return r * r * series;
    }

    /** So many that the rest, of size |r|ᵏ, is below u². */
    private static int terms(double r) {
        double size = Math.abs(r);
        return size < 1e-8 ? 6 : size < 1e-2 ? 18 : 100;
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
