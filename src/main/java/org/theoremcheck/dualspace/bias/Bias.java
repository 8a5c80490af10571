package org.theoremcheck.dualspace.bias;

/**
 * What the referee sees of a point Wₜ, t ≥ 1, in doubles.
 *
 * @param moved ‖Wₜ − W₀‖
 * @param orthogonal ‖(I − X⁺X)(Wₜ − W₀)‖
 * @param distance ‖Wₜ − W_GD‖
 * @param residual ‖Rₜ‖/σₙ, with the lower bound of σₙ
 * @param mismatch ‖Wₜ − W_GD − X⁺Rₜ‖
 * @param fromLeastNorm ‖Wₜ − X⁺Y‖
 * @param budgets bounds on the rounding of each claim
 * @param magnitude of what W_GD and Wₜ are computed from
 */
record Bias(
        double moved,
        double orthogonal,
        double distance,
        double residual,
        double mismatch,
        double fromLeastNorm,
        Budgets budgets,
        double magnitude) {

    /**
     * Rounding, the optimizer's own included.
     *
     * @param drift what the optimizer may have left the row space by
     * @param orthogonal of ‖(I − X⁺X)(Wₜ − W₀)‖
     * @param distance of ‖Wₜ − W_GD‖ ≤ ‖Rₜ‖/σₙ
     * @param mismatch of Wₜ − W_GD = X⁺Rₜ
     */
    record Budgets(double drift, double orthogonal, double distance, double mismatch) {}
}
