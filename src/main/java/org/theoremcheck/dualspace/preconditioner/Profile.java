package org.theoremcheck.dualspace.preconditioner;

import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.numeric.Enclosures;
import org.theoremcheck.numeric.Stable;

/**
 * A convex function h of a norm s ≥ 0 with h(0) = 0. What preconditioning needs of it is h and the slope h′(s)/s of its secant, which
 * never increases but for {@link Shape#DEAD_ZONE}.
 *
 * @param shape which function
 * @param width e or τ, positive: where it changes from a parabola to a line; of no meaning for shapes without one
 */
public record Profile(Shape shape, double width) {

    /** The functions. */
    public enum Shape {
        /** ½s²: gradient descent. */
        SQUARE,
        /** √(s² + e²) − e: smoothed normalization, smooth sign. */
        HYPOTENUSE,
        /** s − e ln(1 + s/e): softsign, and Adam without memory. */
        SOFT,
        /** ½s² up to τ, then τs − ½τ²: clipping. */
        HUBER,
        /** ln cosh s. */
        LOG_COSH,
        /** s: normalization and sign. Not differentiable at 0, where 0 is taken of its derivatives. */
        ABSOLUTE,
        /** ⅔ s^(3/2): differentiable and strictly convex, and h′ is not Lipschitz at 0. */
        THREE_HALVES,
        /** ½ max(s − τ, 0)²: 0 is not its only minimizer. */
        DEAD_ZONE
    }

    /** Bound on the relative errors of value and slope, in units of u: those of h and h′ at an s that is off by (d k)u. */
    static final double ERROR = 64;

    /** A function. */
    public Profile {
        if (!(width > 0 && width <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("the width is a positive number, got " + width);
        }
    }

    /** A function without a width. */
    public static Profile of(Shape shape) {
        return new Profile(shape, 1);
    }

    /** h(s). */
    double value(double s) {
        return switch (shape) {
            case SQUARE -> s * s / 2;
            case HYPOTENUSE -> s * s / (Math.sqrt(s * s + width * width) + width);
            case SOFT -> width * Stable.logarithmRemainder(s / width);
            case HUBER -> s <= width ? s * s / 2 : width * (s - width / 2);
            case LOG_COSH -> Stable.logCosh(s);
            case ABSOLUTE -> s;
            case THREE_HALVES -> s * Math.sqrt(s) / 1.5;
            case DEAD_ZONE -> s <= width ? 0 : (s - width) * (s - width) / 2;
        };
    }

    /** h′(s)/s, and its limit or 0 at s = 0. */
    double slope(double s) {
        return switch (shape) {
            case SQUARE -> 1;
            case HYPOTENUSE -> 1 / Math.sqrt(s * s + width * width);
            case SOFT -> 1 / (s + width);
            case HUBER -> s <= width ? 1 : width / s;
            case LOG_COSH -> s < 1e-8 ? 1 : StrictMath.tanh(s) / s;
            case ABSOLUTE -> s == 0 ? 0 : 1 / s;
            case THREE_HALVES -> s == 0 ? 0 : 1 / Math.sqrt(s);
            case DEAD_ZONE -> s <= width ? 0 : (s - width) / s;
        };
    }

    /** Whether h′ is Lipschitz. */
    boolean smooth() {
        return shape != Shape.ABSOLUTE && shape != Shape.THREE_HALVES;
    }

    /** The Lipschitz constant of h′; 1, which is none, where there is none. */
    double lipschitz() {
        return switch (shape) {
            case HYPOTENUSE, SOFT -> 1 / width;
            default -> 1;
        };
    }

    /** h(s), enclosed. */
    Enclosure exactValue(Enclosure s) {
        Enclosure e = Enclosure.of(width);
        return switch (shape) {
            case SQUARE -> half(s.squared());
            case HYPOTENUSE -> s.squared().plus(e.squared()).sqrt().minus(e);
            case SOFT -> s.minus(e.times(s.over(e).plus(Enclosure.ONE).log()));
            case HUBER -> half(s.min(e).squared()).plus(e.times(beyond(s)));
            case LOG_COSH -> Enclosures.logCosh(s);
            case ABSOLUTE -> s;
            case THREE_HALVES ->
                half(half(s.times(s.sqrt()))).times(Enclosure.of(8)).over(Enclosure.of(3));
            case DEAD_ZONE -> half(beyond(s).squared());
        };
    }

    /** h′(s)/s, enclosed. */
    Enclosure exactSlope(Enclosure s) {
        Enclosure e = Enclosure.of(width);
        boolean zero = s.high().signum() == 0;
        return switch (shape) {
            case SQUARE -> Enclosure.ONE;
            case HYPOTENUSE -> Enclosure.ONE.over(s.squared().plus(e.squared()).sqrt());
            case SOFT -> Enclosure.ONE.over(s.plus(e));
            case HUBER -> e.over(s.max(e));
            case LOG_COSH -> zero ? Enclosure.ONE : Enclosures.tanh(s).over(s);
            case ABSOLUTE -> zero ? Enclosure.ZERO : Enclosure.ONE.over(s);
            case THREE_HALVES -> zero ? Enclosure.ZERO : Enclosure.ONE.over(s.sqrt());
            case DEAD_ZONE -> zero ? Enclosure.ZERO : beyond(s).over(s);
        };
    }

    /** max(s − τ, 0). */
    private Enclosure beyond(Enclosure s) {
        return s.minus(Enclosure.of(width)).max(Enclosure.ZERO);
    }

    private static Enclosure half(Enclosure value) {
        return value.over(Enclosure.of(2));
    }
}
