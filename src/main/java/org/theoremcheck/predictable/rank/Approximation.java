package org.theoremcheck.predictable.rank;

/**
 * What the referee of a log sees. Squares are in the units² of the log.
 *
 * @param path P_T(m) = Σ_{t≥0} ‖gₜ − mₜ‖² of the predictor at rank r
 * @param first ‖g₀ − m₀‖²
 * @param rival P_T of the log's rival
 * @param weightedPath Σ_{t≥1} ‖gₜ − mₜ‖²_w of the predictor at rank r, w = (1, 10, 10, …)
 * @param weightedRival the same of the rival
 * @param energy ‖H‖²_F
 * @param epsilon ε
 * @param spectrum singular values of H by construction, in units
 * @param rank r
 * @param predictableRank r*(ε) as the predictor answers it
 * @param pathAtPredictableRank P_T of the predictor at that rank
 * @param budgets bounds on the rounding of each claim
 * @param magnitude Σ‖gₜ‖² + ‖g₀ − m₀‖²
 */
record Approximation(
        double path,
        double first,
        double rival,
        double weightedPath,
        double weightedRival,
        double energy,
        double epsilon,
        double[] spectrum,
        int rank,
        int predictableRank,
        double pathAtPredictableRank,
        Budgets budgets,
        double magnitude) {

    /**
     * Rounding, the predictor's own included.
     *
     * @param value of P_T = first + tail
     * @param minimum of P_T ≤ rival
     * @param sufficient of P_T at r*(ε) ≤ first + ε ‖H‖²
     * @param necessary of ε ‖H‖² ≤ tail before r*(ε)
     */
    record Budgets(double value, double minimum, double sufficient, double necessary) {}

    /** tail_r = Σ_{i>r} σᵢ². */
    double tail() {
        return tail(rank);
    }

    /** tail_{r−1}, or tail₀. */
    double tailWithKept() {
        return tail(Math.max(0, rank - 1));
    }

    /** tail_{r+1}. */
    double tailWithoutNext() {
        return tail(rank + 1);
    }

    /** tail of one less than r*(ε); infinite where that is 0, for nothing is less. */
    double tailBefore() {
        return predictableRank == 0 ? Double.POSITIVE_INFINITY : tail(predictableRank - 1);
    }

    /** tail of r*(ε). */
    double tailAtPredictableRank() {
        return tail(predictableRank);
    }

    /** Σ_{i>r} σᵢ. */
    double unsquaredTail() {
        double sum = 0;
        for (int i = spectrum.length - 1; i >= rank; i--) {
            sum += spectrum[i];
        }
        return sum;
    }

    /** σ²_{r+1}. */
    double spectralTail() {
        return rank < spectrum.length ? spectrum[rank] * spectrum[rank] : 0;
    }

    private double tail(int from) {
        double sum = 0;
        for (int i = spectrum.length - 1; i >= from; i--) {
            sum += spectrum[i] * spectrum[i];
        }
        return sum;
    }
}
