package org.theoremcheck.numeric;

import java.math.BigDecimal;

/** Vectors of enclosures, and enclosed functions of several numbers. */
public final class Enclosures {

    private Enclosures() {}

    /** The exact values of finite doubles. */
    public static Enclosure[] of(double[] values) {
        Enclosure[] exact = new Enclosure[values.length];
        for (int i = 0; i < exact.length; i++) {
            exact[i] = Enclosure.of(values[i]);
        }
        return exact;
    }

    /** a − b. */
    public static Enclosure[] difference(double[] a, double[] b) {
        Enclosure[] difference = new Enclosure[a.length];
        for (int i = 0; i < a.length; i++) {
            difference[i] = Enclosure.of(a[i]).minus(Enclosure.of(b[i]));
        }
        return difference;
    }

    /** ⟨a, b⟩. */
    public static Enclosure dot(double[] a, Enclosure[] b) {
        Enclosure sum = Enclosure.ZERO;
        for (int i = 0; i < a.length; i++) {
            sum = sum.plus(Enclosure.of(a[i]).times(b[i]));
        }
        return sum;
    }

    /** ‖v‖₂². */
    public static Enclosure squaredNorm(Enclosure[] v) {
        Enclosure sum = Enclosure.ZERO;
        for (Enclosure value : v) {
            sum = sum.plus(value.squared());
        }
        return sum;
    }

    /** ‖v‖₁. */
    public static Enclosure sumNorm(Enclosure[] v) {
        Enclosure sum = Enclosure.ZERO;
        for (Enclosure value : v) {
            sum = sum.plus(value.abs());
        }
        return sum;
    }

    /** ‖v‖_∞. */
    public static Enclosure largest(Enclosure[] v) {
        Enclosure largest = Enclosure.ZERO;
        for (Enclosure value : v) {
            largest = largest.max(value.abs());
        }
        return largest;
    }

    /** ‖v‖ₚ² for a positive exponent p. */
    public static Enclosure squaredNorm(Enclosure[] v, Enclosure exponent) {
        Enclosure sum = Enclosure.ZERO;
        for (Enclosure value : v) {
            sum = sum.plus(power(value.abs(), exponent));
        }
        return power(sum, Enclosure.of(2).over(exponent));
    }

    /** xᵃ for x ≥ 0 and a positive exponent. */
    public static Enclosure power(Enclosure x, Enclosure exponent) {
        if (x.high().signum() == 0) {
            return Enclosure.ZERO;
        }
        return x.low().signum() == 0
                ? new Enclosure(x.low(), power(end(x.high()), exponent).high())
                : x.log().times(exponent).exp();
    }

    /** x ln(x/y) − x + y for x ≥ 0 and y positive. */
    public static Enclosure kullbackLeibler(Enclosure x, Enclosure y) {
        return x.high().signum() == 0
                ? y
                : x.times(x.log().minus(y.log())).minus(x).plus(y);
    }

    /** x/y − 1 − ln(x/y) for positive numbers. */
    public static Enclosure itakuraSaito(Enclosure x, Enclosure y) {
        Enclosure ratio = x.over(y);
        return ratio.minus(Enclosure.ONE).minus(ratio.log());
    }

    /** arsinh z, increasing. */
    public static Enclosure arsinh(Enclosure z) {
        return new Enclosure(
                arsinhOfNumber(end(z.low())).low(),
                arsinhOfNumber(end(z.high())).high());
    }

    /** Odd: without cancellation for either sign. */
    private static Enclosure arsinhOfNumber(Enclosure z) {
        Enclosure size = z.abs();
        Enclosure value = size.plus(size.squared().plus(Enclosure.ONE).sqrt()).log();
        return z.low().signum() >= 0 ? value : value.negated();
    }

    private static Enclosure end(BigDecimal value) {
        return new Enclosure(value, value);
    }
}
