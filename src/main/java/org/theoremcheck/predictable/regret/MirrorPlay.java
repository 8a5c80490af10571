package org.theoremcheck.predictable.regret;

/**
 * What the referee sees of a learner that shows its secondary sequence yₜ.
 *
 * @param play the sums that need no yₜ
 * @param end B(u, y_N)/η
 * @param before Σ B(xₜ, yₜ₋₁)/η
 * @param after Σ B(xₜ, yₜ)/η
 * @param stability λ Σ ‖xₜ − yₜ₋₁‖²/η
 * @param stabilityRounding bound on the rounding of the stability
 * @param surprise Σ ⟨gₜ − mₜ, xₜ − yₜ⟩
 * @param symmetric Σ (B(xₜ, yₜ) + B(yₜ, xₜ))/η
 * @param rounding bound on the rounding of the identity of the regret
 * @param magnitude Σ ‖gₜ‖(‖xₜ‖ + ‖u‖) + (sum of the divergences)/η
 * @param hintRounding bound on the rounding of surprise − symmetric
 * @param hintMagnitude Σ ‖gₜ − mₜ‖(‖xₜ‖ + ‖yₜ‖) + symmetric
 */
public record MirrorPlay(
        Play play,
        double end,
        double before,
        double after,
        double stability,
        double stabilityRounding,
        double surprise,
        double symmetric,
        double rounding,
        double magnitude,
        double hintRounding,
        double hintMagnitude) {}
