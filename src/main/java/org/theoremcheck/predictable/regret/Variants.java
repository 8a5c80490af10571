package org.theoremcheck.predictable.regret;

/**
 * Quantities that a slip, or another reading, would put into a regret bound. Path lengths are times η and, but for λ = 1, over λ;
 * δₜ = gₜ − mₜ.
 *
 * @param unsquared Σ ‖δₜ‖_*
 * @param supremum Σ ‖δₜ‖²_∞
 * @param euclidean Σ ‖δₜ‖²₂, λ taken as 1
 * @param unitModulus Σ ‖δₜ‖²_*, λ taken as 1
 * @param ahead Σ ‖gₜ − mₜ₊₁‖²_*
 * @param withoutFirst from round 1 on
 * @param withoutLast up to round N − 2
 * @param fromFirst B(u, x₀)/η
 * @param diameter (diameter of X in the norm)²/η
 * @param constantHint the smallest Σ ‖gₜ − m‖² over the constant hints m = ±1, on the line
 */
public record Variants(
        double unsquared,
        double supremum,
        double euclidean,
        double unitModulus,
        double ahead,
        double withoutFirst,
        double withoutLast,
        double fromFirst,
        double diameter,
        double constantHint) {

    /** Not looked for. */
    static final Variants NONE = new Variants(
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN);
}
