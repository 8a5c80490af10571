package org.theoremcheck.predictable.regret;

/**
 * What the referee of a game sees, with δₜ = gₜ − mₜ.
 *
 * @param regret Σ fₜ(xₜ) − fₜ(u)
 * @param linear Σ ⟨gₜ, xₜ − u⟩, at least the regret where the losses are convex
 * @param distance B(u, y₀)/η
 * @param range (Φ(u) − min Φ)/η
 * @param fromFirst B(u, x₀)/η
 * @param diameter (diameter of X in the norm)²/η
 * @param path η Σ ‖δₜ‖²_* / λ
 * @param variants the same with one thing wrong
 * @param tuned √(2 D² Σ‖δₜ‖²_* / λ), D² = sup B(·, y₀), or B(u, y₀) where that is infinite
 * @param constantPath the smallest Σ ‖gₜ − m‖² over the constant hints m = ±1
 * @param rounding bound on the rounding of regret − bound, the subject's own included
 * @param magnitude Σ ‖gₜ‖(‖xₜ‖ + ‖u‖) + distance + path
 */
public record Play(
        double regret,
        double linear,
        double distance,
        double range,
        double fromFirst,
        double diameter,
        double path,
        Variants variants,
        double tuned,
        double constantPath,
        double rounding,
        double magnitude) {

    /**
     * Path lengths that a slip would compute, times η and, but for the modulus, over λ.
     *
     * @param unsquared Σ ‖δₜ‖_*
     * @param supremum Σ ‖δₜ‖²_∞
     * @param euclidean Σ ‖δₜ‖²₂, λ taken as 1
     * @param unitModulus Σ ‖δₜ‖²_*, λ taken as 1
     * @param ahead Σ ‖gₜ − mₜ₊₁‖²_*
     * @param withoutFirst from round 1 on
     * @param withoutLast up to round N − 2
     */
    public record Variants(
            double unsquared,
            double supremum,
            double euclidean,
            double unitModulus,
            double ahead,
            double withoutFirst,
            double withoutLast) {}
}
