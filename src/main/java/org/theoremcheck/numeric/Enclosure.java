package org.theoremcheck.numeric;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * A real number known to lie in [low, high]. Every operation encloses the exact result: ends are rounded outward to 80 digits,
 * and exact while they need no more. Sums and products of moderate doubles therefore stay points; logarithms, exponentials, roots
 * and quotients become intervals of relative width near 10⁻⁷⁸.
 *
 * @param low lower end
 * @param high upper end, at least low
 */
public record Enclosure(BigDecimal low, BigDecimal high) {

    private static final MathContext DOWN = new MathContext(80, RoundingMode.FLOOR);
    private static final MathContext UP = new MathContext(80, RoundingMode.CEILING);

    /** The Taylor terms below shrink by 25 j in step j: 40 of them leave less than 10⁻¹⁰³. */
    private static final int TERMS = 40;

    public static final Enclosure ZERO = exactly(BigDecimal.ZERO);
    public static final Enclosure ONE = exactly(BigDecimal.ONE);
    private static final Enclosure HALF = exactly(new BigDecimal("0.5"));

    /** ½ ln 2 = artanh ⅓. */
    private static final Enclosure HALF_LOG_TWO = artanh(ONE.over(exactly(BigDecimal.valueOf(3))));

    /**
     * An interval.
     *
     * @throws IllegalArgumentException if the ends are crossed
     */
    public Enclosure {
        if (low.compareTo(high) > 0) {
            throw new IllegalArgumentException("an enclosure needs low <= high, got " + low + " and " + high);
        }
    }

    /** The exact value of a finite double. */
    public static Enclosure of(double value) {
        return exactly(new BigDecimal(value));
    }

    /** The decimal number as written: of 0.98, ninety-eight hundredths and not the double beside it. */
    public static Enclosure decimal(double value) {
        return exactly(BigDecimal.valueOf(value));
    }

    private static Enclosure exactly(BigDecimal value) {
        return new Enclosure(value, value);
    }

    private static Enclosure hull(BigDecimal first, BigDecimal second) {
        return new Enclosure(first.min(second), first.max(second));
    }

    /** The sum. */
    public Enclosure plus(Enclosure other) {
        return new Enclosure(low.add(other.low, DOWN), high.add(other.high, UP));
    }

    /** The difference. */
    public Enclosure minus(Enclosure other) {
        return plus(other.negated());
    }

    /** The negative. */
    public Enclosure negated() {
        return new Enclosure(high.negate(), low.negate());
    }

    /** The product. */
    public Enclosure times(Enclosure other) {
        BigDecimal a = low.multiply(other.low);
        BigDecimal b = low.multiply(other.high);
        BigDecimal c = high.multiply(other.low);
        BigDecimal d = high.multiply(other.high);
        return new Enclosure(
                a.min(b).min(c.min(d)).round(DOWN), a.max(b).max(c.max(d)).round(UP));
    }

    /** The square, never negative. */
    public Enclosure squared() {
        Enclosure size = abs();
        return new Enclosure(size.low.multiply(size.low, DOWN), size.high.multiply(size.high, UP));
    }

    /**
     * The quotient.
     *
     * @throws ArithmeticException if the divisor contains 0
     */
    public Enclosure over(Enclosure divisor) {
        if (divisor.low.signum() <= 0 && divisor.high.signum() >= 0) {
            throw new ArithmeticException("division by an enclosure of zero");
        }
        return times(new Enclosure(BigDecimal.ONE.divide(divisor.high, DOWN), BigDecimal.ONE.divide(divisor.low, UP)));
    }

    /** The absolute value. */
    public Enclosure abs() {
        if (low.signum() >= 0) {
            return this;
        }
        return high.signum() <= 0 ? negated() : new Enclosure(BigDecimal.ZERO, high.max(low.negate()));
    }

    /** The larger of both. */
    public Enclosure max(Enclosure other) {
        return new Enclosure(low.max(other.low), high.max(other.high));
    }

    /** The smaller of both. */
    public Enclosure min(Enclosure other) {
        return new Enclosure(low.min(other.low), high.min(other.high));
    }

    /**
     * The square root.
     *
     * @throws ArithmeticException if a negative number is contained
     */
    public Enclosure sqrt() {
        BigDecimal below = low.signum() == 0 ? BigDecimal.ZERO : low.sqrt(new MathContext(80, RoundingMode.DOWN));
        BigDecimal above = high.signum() == 0 ? BigDecimal.ZERO : high.sqrt(new MathContext(80, RoundingMode.UP));
        return new Enclosure(below, above);
    }

    /**
     * Natural logarithm, by ln x = k ln 2 + 2 artanh((m−1)/(m+1)) with x = 2ᵏ m, 3/4 ≤ m &lt; 3/2; the remainder of the series
     * is part of the result.
     *
     * @throws ArithmeticException if a number that is not positive is contained
     */
    public Enclosure log() {
        if (low.signum() <= 0) {
            throw new ArithmeticException("the logarithm of a number that is not positive");
        }
        Enclosure below = log(low);
        return low.compareTo(high) == 0 ? below : new Enclosure(below.low, log(high).high);
    }

    private static Enclosure log(BigDecimal x) {
        BigDecimal two = BigDecimal.valueOf(2);
        BigDecimal upper = new BigDecimal("1.5");
        BigDecimal lower = new BigDecimal("0.75");
        Enclosure mantissa = exactly(x);
        int exponent = 0;
        while (mantissa.high.compareTo(upper) >= 0) {
            mantissa = mantissa.times(HALF);
            exponent++;
        }
        while (mantissa.low.compareTo(lower) < 0) {
            mantissa = mantissa.times(exactly(two));
            exponent--;
        }
        Enclosure z = mantissa.minus(ONE).over(mantissa.plus(ONE));
        return artanh(z)
                .plus(exactly(BigDecimal.valueOf(exponent)).times(HALF_LOG_TWO))
                .times(exactly(two));
    }

    /** artanh z = Σ z^(2j+1)/(2j+1) for |z| ≤ 1/3: squares shrink by 9, so there are three times as many terms. */
    private static Enclosure artanh(Enclosure z) {
        Enclosure square = z.squared();
        Enclosure power = z;
        Enclosure sum = z;
        for (int j = 1; j <= 3 * TERMS; j++) {
            power = power.times(square);
            sum = sum.plus(power.over(exactly(BigDecimal.valueOf(2L * j + 1))));
        }
        return sum.plus(symmetric(power.abs().high));
    }

    /** Exponential, by 2ᵏ squarings of the Taylor polynomial at x/2ᵏ, |x|/2ᵏ ≤ 1/25; the remainder is part of the result. */
    public Enclosure exp() {
        Enclosure reduced = this;
        BigDecimal small = new BigDecimal("0.04");
        int squarings = 0;
        while (reduced.abs().high.compareTo(small) > 0) {
            reduced = reduced.times(HALF);
            squarings++;
        }
        Enclosure power = ONE;
        Enclosure sum = ONE;
        for (int j = 1; j <= TERMS; j++) {
            power = power.times(reduced).over(exactly(BigDecimal.valueOf(j)));
            sum = sum.plus(power);
        }
        Enclosure result = sum.plus(symmetric(power.abs().high));
        for (int i = 0; i < squarings; i++) {
            result = result.squared();
        }
        return result;
    }

    /**
     * Sine, by doubling s ← 2s(1 − v), v ← 2v(2 − v) from the Taylor polynomials of s = sin y and v = 1 − cos y at y = x/2ᵏ,
     * |y| ≤ 1/25. Numbers near 0 keep their digits; near another zero the error is small beside 1. The remainder is part of the result.
     */
    public Enclosure sin() {
        Enclosure reduced = this;
        BigDecimal small = new BigDecimal("0.04");
        int doublings = 0;
        while (reduced.abs().high.compareTo(small) > 0) {
            reduced = reduced.times(HALF);
            doublings++;
        }
        Enclosure power = reduced;
        Enclosure sine = reduced;
        Enclosure versine = ZERO;
        for (int j = 2; j <= TERMS; j++) {
            power = power.times(reduced).over(exactly(BigDecimal.valueOf(j)));
            Enclosure signed = j % 4 < 2 ? power : power.negated();
            if (j % 2 == 0) {
                versine = versine.minus(signed);
            } else {
                sine = sine.plus(signed);
            }
        }
        Enclosure remainder = symmetric(power.abs().high);
        sine = sine.plus(remainder);
        versine = versine.plus(remainder);
        Enclosure two = ONE.plus(ONE);
        for (int i = 0; i < doublings; i++) {
            sine = sine.times(two).times(ONE.minus(versine));
            versine = versine.times(two).times(two.minus(versine));
        }
        return sine.max(ONE.negated()).min(ONE);
    }

    /**
     * Arcus tangent, by atan x = 2 atan(x/(1 + √(1 + x²))) until |x| ≤ 1/9, where the terms of Σ (−1)ʲ x^(2j+1)/(2j+1) shrink by 81; the
     * remainder is part of the result.
     */
    public Enclosure atan() {
        Enclosure below = atan(low);
        return low.compareTo(high) == 0 ? below : new Enclosure(below.low, atan(high).high);
    }

    private static Enclosure atan(BigDecimal x) {
        Enclosure reduced = exactly(x);
        BigDecimal small = BigDecimal.ONE.divide(BigDecimal.valueOf(9), DOWN);
        int doublings = 0;
        while (reduced.abs().high.compareTo(small) > 0) {
            reduced = reduced.over(ONE.plus(ONE.plus(reduced.squared()).sqrt()));
            doublings++;
        }
        Enclosure square = reduced.squared().negated();
        Enclosure power = reduced;
        Enclosure sum = reduced;
        for (int j = 1; j <= 3 * TERMS / 2; j++) {
            power = power.times(square);
            sum = sum.plus(power.over(exactly(BigDecimal.valueOf(2L * j + 1))));
        }
        sum = sum.plus(symmetric(power.abs().high));
        return sum.times(exactly(BigDecimal.valueOf(2).pow(doublings)));
    }

    private static Enclosure symmetric(BigDecimal radius) {
        return hull(radius.negate(), radius);
    }

    /** True if every number contained is larger than the given one. */
    public boolean exceeds(double value) {
        return low.compareTo(new BigDecimal(value)) > 0;
    }

    /** True if the number is contained. */
    public boolean contains(BigDecimal value) {
        return low.compareTo(value) <= 0 && value.compareTo(high) <= 0;
    }

    /** A double in or next to the middle. */
    public double middle() {
        return low.add(high).multiply(HALF.low).doubleValue();
    }
}
