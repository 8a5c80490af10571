package org.theoremcheck.numeric;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.commons.math3.fraction.BigFraction;

/** The oracle is Commons Math's rational arithmetic. Operands are hashes of a seed, which jqwik draws uniformly. */
class EnclosureProperties {

    /** At most 53 bits before and 30 behind the binary point: products need fewer than 80 decimal digits. */
    private static double dyadic(long seed, int position) {
        long bits = RandomStream.bits(seed, position);
        return (bits >> 24) * 0x1p-30 * (1 << (bits & 15));
    }

    @Property(tries = 200)
    void sumsDifferencesAndProductsOfDyadicsAreExact(@ForAll long seed) {
        double a = dyadic(seed, 0);
        double b = dyadic(seed, 1);
        BigFraction x = new BigFraction(a);
        BigFraction y = new BigFraction(b);

        assertPoint(Enclosure.of(a).plus(Enclosure.of(b)), x.add(y));
        assertPoint(Enclosure.of(a).minus(Enclosure.of(b)), x.subtract(y));
        assertPoint(Enclosure.of(a).times(Enclosure.of(b)), x.multiply(y));
        assertPoint(Enclosure.of(a).squared(), x.multiply(x));
    }

    @Property(tries = 200)
    void everyResultOfNumbersContainedIsContained(@ForAll long seed) {
        Enclosure first = between(dyadic(seed, 0), dyadic(seed, 1));
        Enclosure second = between(dyadic(seed, 2), dyadic(seed, 3));
        BigFraction x = inside(first, RandomStream.uniform(seed, 4));
        BigFraction y = inside(second, RandomStream.uniform(seed, 5));

        assertContains(first.plus(second), x.add(y));
        assertContains(first.minus(second), x.subtract(y));
        assertContains(first.times(second), x.multiply(y));
        assertContains(first.squared(), x.multiply(x));
        assertContains(first.max(second), x.compareTo(y) >= 0 ? x : y);
        assertContains(first.min(second), x.compareTo(y) <= 0 ? x : y);
        assertContains(first.abs(), x.abs());
        assertContains(first.negated(), x.negate());
    }

    @Property(tries = 200)
    void everyQuotientOfNumbersContainedIsContained(@ForAll long seed) {
        Enclosure dividend = between(dyadic(seed, 0), dyadic(seed, 1));
        Enclosure divisor = between(dyadic(seed, 2), dyadic(seed, 3));
        Assume.that(divisor.low().signum() * divisor.high().signum() > 0);
        BigFraction x = inside(dividend, RandomStream.uniform(seed, 4));
        BigFraction y = inside(divisor, RandomStream.uniform(seed, 5));

        assertContains(dividend.over(divisor), x.divide(y));
    }

    private static Enclosure between(double a, double b) {
        return new Enclosure(new BigDecimal(Math.min(a, b)), new BigDecimal(Math.max(a, b)));
    }

    private static BigFraction inside(Enclosure enclosure, double share) {
        BigFraction low = fraction(enclosure.low());
        return low.add(fraction(enclosure.high()).subtract(low).multiply(new BigFraction(share)));
    }

    private static BigFraction fraction(BigDecimal value) {
        BigInteger ten = BigInteger.TEN;
        return value.scale() >= 0
                ? new BigFraction(value.unscaledValue(), ten.pow(value.scale()))
                : new BigFraction(value.unscaledValue().multiply(ten.pow(-value.scale())));
    }

    private static void assertPoint(Enclosure actual, BigFraction expected) {
        assertThat(fraction(actual.low())).isEqualTo(expected);
        assertThat(fraction(actual.high())).isEqualTo(expected);
    }

    private static void assertContains(Enclosure actual, BigFraction expected) {
        assertThat(fraction(actual.low())).isLessThanOrEqualTo(expected);
        assertThat(fraction(actual.high())).isGreaterThanOrEqualTo(expected);
    }
}
