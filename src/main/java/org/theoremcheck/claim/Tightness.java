package org.theoremcheck.claim;

/**
 * How tight a bound is known to be.
 *
 * @param supremum supremum of measured/bound over all instances; NaN where it is not known or means nothing
 * @param source who attains or approaches it
 */
public record Tightness(double supremum, String source) {

    /** Nothing is known, or there is no ratio. */
    public static final Tightness NONE = new Tightness(Double.NaN, "");
}
