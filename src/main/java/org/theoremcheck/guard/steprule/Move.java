package org.theoremcheck.guard.steprule;

/**
 * How a coordinate moves.
 *
 * @param by xₜ − xₜ₋₁
 * @param size the same from |g| in place of g where numbers cancel: what its rounding is relative to
 */
public record Move(double by, double size) {

    /** A move in which nothing cancels. */
    static Move by(double by) {
        return new Move(by, Math.abs(by));
    }
}
