package org.theoremcheck.quartic.rate;

/**
 * When the best gap so far, b_N after N updates, first fell by so many decades; −1 where it did not.
 *
 * @param second first N with b_N ≤ 10⁻² b₀
 * @param ninth first N with b_N ≤ 10⁻⁹ b₀
 * @param last first N with b_N ≤ 10⁻¹⁶ b₀
 * @param doubling S = log₂(b_{n/2}/b_n) at the last update n: the exponent of a power law
 * @param updates n
 * @param allowed updates within which a nearly linear run has sixteen decades
 */
public record HittingTimes(long second, long ninth, long last, double doubling, long updates, long allowed) {

    /** Above it a run is no longer taken for nearly linear: 1 for a linear one, 2.3 for N = C log²(1/ε). */
    private static final double NEARLY_LINEAR = 4;

    /** From here on it is sublinear: 14.7 and more for a power law N^−s with s ≤ 6. */
    private static final double SUBLINEAR = 5;

    /** Least doubling exponent of a nearly linear run: 15 and more, against s for a power law. */
    private static final double DOUBLING = 12;

    /** Q = (N₁₆ − N₉)/(N₉ − N₂), free of scale: 1 for a linear rate, 10^(7/s) for gap ~ N^−s; ∞ where decade 16 was not reached. */
    public double ratio() {
        return last < 0 ? Double.POSITIVE_INFINITY : (double) (last - ninth) / Math.max(1, ninth - second);
    }

    /**
     * How clearly the run is nearly linear, or, negative, sublinear; NaN where it is neither. A run that did not get through sixteen
     * decades in ten times the updates of GDPolyak is sublinear.
     */
    public double nearLinear() {
        double ratio = ratio();
        if (ratio >= SUBLINEAR) {
            return Math.max(-1, 1 - ratio / (SUBLINEAR - 0.5));
        }
        double margin = Math.min(
                (NEARLY_LINEAR - ratio) / NEARLY_LINEAR,
                Math.min((doubling - DOUBLING) / DOUBLING, (allowed - last) / (double) allowed));
        return margin >= 0 ? Math.min(1, margin) : Double.NaN;
    }
}
