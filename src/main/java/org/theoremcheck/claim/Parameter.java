package org.theoremcheck.claim;

/**
 * A draw that was made: what search and shrinking may edit.
 *
 * @param slot its address
 * @param law its distribution
 * @param low smallest value allowed
 * @param high largest value allowed
 * @param values what was drawn; integers and choices as whole doubles
 */
public record Parameter(Slot slot, Law law, double low, double high, double[] values) {

    /** The distributions of named draws. */
    public enum Law {
        /** A whole number, uniform on [low, high]. */
        INTEGER,
        /** One of a list, by its place 0 … high; the order means nothing. */
        CHOICE,
        /** Uniform on [low, high]. */
        UNIFORM,
        /** exp(uniform) on [low, high], low positive. */
        LOG_UNIFORM,
        /** Standard normal; any finite value is allowed. */
        GAUSSIAN,
        /** −1 or +1. */
        SIGN
    }

    /** The nearest value that a draw of this law may return. */
    static double allowed(Law law, double low, double high, double value) {
        double clamped = Double.isNaN(value) ? low : Math.min(Math.max(value, low), high);
        return switch (law) {
            case INTEGER, CHOICE -> Math.rint(clamped);
            case SIGN -> clamped < 0 ? -1 : 1;
            default -> clamped;
        };
    }
}
