package org.theoremcheck.dualspace.descent;

import org.theoremcheck.dualspace.model.Constants;

/**
 * What the referee sees of a step, in doubles.
 *
 * @param round t
 * @param eta ηₜ
 * @param lossBefore ℓ(Rₜ)
 * @param lossAfter ℓ(Rₜ₊₁)
 * @param inner ⟨∇K(Gₜ), Gₜ⟩
 * @param dualBefore K(Gₜ)
 * @param dualAfter K(Gₜ₊₁)
 * @param slopeMove ‖Sₜ₊₁ − Sₜ‖²
 * @param primalDivergence D_ℓ(Rₜ, Rₜ₊₁)
 * @param dualDivergence D_K(Gₜ₊₁, Gₜ)
 * @param theta θ = η β β_ℓ σ₁² with the β of secants
 * @param lipschitzTheta the same with the Lipschitz constant of ∇K, which is the larger β
 * @param rate the contraction θ(2 − θ)/(κ_K κ_ℓ κ_X²)
 * @param rateWithoutDesign the same without κ_X²
 * @param constants of the problem
 * @param stepRounding bound on how far the optimizer's rounded step ends from the exact one
 * @param rounding bound on the rounding of ℓ, ηK, η⟨∇K, G⟩ and the divergences at this step together, the optimizer's own included
 * @param accumulated the sum of the bounds so far
 * @param magnitude β_ℓ(σ₁‖Wₜ‖ + ‖Y‖)², from which the loss is left after cancellation
 */
record Descent(
        int round,
        double eta,
        double lossBefore,
        double lossAfter,
        double inner,
        double dualBefore,
        double dualAfter,
        double slopeMove,
        double primalDivergence,
        double dualDivergence,
        double theta,
        double lipschitzTheta,
        double rate,
        double rateWithoutDesign,
        Constants constants,
        double stepRounding,
        double rounding,
        double accumulated,
        double magnitude) {

    /** η(1 − θ/2)⟨∇K(Gₜ), Gₜ⟩. */
    double decrease() {
        return eta * (1 - theta / 2) * inner;
    }

    /** (1 − θ/2)‖Sₜ₊₁ − Sₜ‖²/β_ℓ, with the θ of the Lipschitz constant. */
    double coCoercivity() {
        return (1 - lipschitzTheta / 2) * slopeMove / constants.lossLipschitz();
    }

    /** (t + 1)η(1 − θ/2)K(Gₜ). */
    double accumulatedDual() {
        return (round + 1) * eta * (1 - theta / 2) * dualBefore;
    }

    /** ηD_K(0, Gₜ) = η(⟨∇K(Gₜ), Gₜ⟩ − K(Gₜ)). */
    double divergenceToZero() {
        return eta * (inner - dualBefore);
    }

    /** D_ℓ(Rₜ, Rₜ₊₁) − ηD_K(Gₜ₊₁, Gₜ). */
    double excess() {
        return primalDivergence - eta * dualDivergence;
    }
}
