package org.theoremcheck.predictable.regret;

/**
 * What the referee of a game sees.
 *
 * @param regret Σ fₜ(xₜ) − fₜ(u)
 * @param linear Σ ⟨gₜ, xₜ − u⟩, at least the regret where the losses are convex
 * @param distance B(u, y₀)/η
 * @param range (Φ(u) − min Φ)/η
 * @param path η Σ ‖gₜ − mₜ‖²_* / λ
 * @param tuned √(2 D² Σ‖gₜ − mₜ‖²_* / λ), D² = sup B(·, y₀), or B(u, y₀) where that is infinite
 * @param variants the same with one thing wrong, where the referee looks for them
 * @param rounding bound on the rounding of regret − bound, the subject's own included
 * @param magnitude Σ ‖gₜ‖(‖xₜ‖ + ‖u‖) + distance + path, and the size of the numbers in losses that are not linear
 */
public record Play(
        double regret,
        double linear,
        double distance,
        double range,
        double path,
        double tuned,
        Variants variants,
        double rounding,
        double magnitude) {

    Play with(Variants others) {
        return new Play(regret, linear, distance, range, path, tuned, others, rounding, magnitude);
    }
}
