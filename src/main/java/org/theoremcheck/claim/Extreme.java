package org.theoremcheck.claim;

/**
 * The largest value seen and where. Of equal values the first in the order of (family, index) stays, so that merging is
 * commutative.
 *
 * @param value the value; NaN before anything was seen
 * @param family family of the instance
 * @param index its index
 * @param finding what was found there
 */
public record Extreme(double value, String family, long index, Finding finding) {

    /** Nothing seen yet. */
    public static final Extreme NONE =
            new Extreme(Double.NaN, "", -1, Finding.without(Verdict.VACUOUS, "nothing was seen"));

    /** The larger of the two. */
    public Extreme or(Extreme other) {
        if (Double.isNaN(other.value)) {
            return this;
        }
        if (Double.isNaN(value) || other.value > value) {
            return other;
        }
        if (value > other.value) {
            return this;
        }
        int byFamily = family.compareTo(other.family);
        return byFamily < 0 || (byFamily == 0 && index <= other.index) ? this : other;
    }
}
