package org.theoremcheck.predictable.stationarity;

import org.theoremcheck.numeric.Rounding;

/**
 * What the referee of a problem sees. Sums are in {@link Problem#unit()}²; δₜ = gₜ − mₜ and x = Lη. Without other limits t runs over
 * 0, …, T − 1.
 *
 * @param gradients Σ ‖gₜ‖²
 * @param lastGradient ‖g_{T−1}‖²
 * @param initial (F₀ − F_*)/η
 * @param beforeLast (F_{T−1} − F_*)/η
 * @param end (F_T − F_*)/η
 * @param path Σ ‖δₜ‖²
 * @param pathBeforeLast Σ_{t≤T−2} ‖δₜ‖²
 * @param firstError ‖δ₀‖²
 * @param moves Σ ‖mₜ‖²
 * @param lastMove ‖m_{T−1}‖²
 * @param relativeStep x
 * @param balance a
 * @param young Σ ‖a gₜ − δₜ‖² where x &lt; 1, else Σ ‖a gₜ + δₜ‖²: what Young's inequality gives away
 * @param variants the sums with one thing wrong
 * @param rounding bound on the rounding of all of these terms together, the subject's own included
 * @param magnitude gradients + path + moves + 2 initial
 */
public record Trace(
        double gradients,
        double lastGradient,
        double initial,
        double beforeLast,
        double end,
        double path,
        double pathBeforeLast,
        double firstError,
        double moves,
        double lastMove,
        double relativeStep,
        double balance,
        double young,
        Variants variants,
        double rounding,
        double magnitude) {

    /**
     * Quantities that a slip, or another reading, would put into a bound.
     *
     * @param earlier Σ_{t≤T−3} ‖δₜ‖²
     * @param ahead Σ ‖gₜ − mₜ₊₁‖²
     * @param behind Σ ‖gₜ₊₁ − mₜ‖²
     * @param unsquared Σ ‖δₜ‖
     * @param logged Σ ‖g̃ₜ − mₜ‖², where g̃ₜ is the gradient with the noise that a stochastic proxy has
     */
    public record Variants(double earlier, double ahead, double behind, double unsquared, double logged) {}

    /** (1 − x) Σ ‖mₜ‖². */
    double shortfall() {
        return (1 - relativeStep) * moves;
    }

    /** (1 − x) Σ_{t≤T−2} ‖mₜ‖². */
    double shortfallBeforeLast() {
        return (1 - relativeStep) * (moves - lastMove);
    }

    /** 2 − x − a|x − 1|. */
    double gradientWeight() {
        return 2 - relativeStep - balance * Math.abs(relativeStep - 1);
    }

    /** x + |x − 1|/a. */
    double pathWeight() {
        return relativeStep + Math.abs(relativeStep - 1) / balance;
    }

    /** |x − 1|/a · {@link #young}. */
    double youngGap() {
        return Math.abs(relativeStep - 1) / balance * young;
    }

    /**
     * Bound on the rounding where gradients and path have their weights. L η is off by one rounding, and each weight by that and three
     * more of the sum of its absolute terms.
     */
    double weightedRounding() {
        double step = Math.abs(relativeStep);
        double ofWeights = (2 + step + Math.abs(balance) * (1 + step)) * gradients
                + (step + Math.abs((1 + step) / balance)) * path;
        return largestWeight() * rounding + Rounding.gamma(6) * ofWeights;
    }

    /** {@link #magnitude} with weights. */
    double weightedMagnitude() {
        return largestWeight() * magnitude;
    }

    private double largestWeight() {
        return Math.max(1, Math.max(Math.abs(gradientWeight()), Math.abs(pathWeight())));
    }
}
