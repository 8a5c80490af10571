package org.theoremcheck.predictable.pathlength;

import org.theoremcheck.numeric.Rounding;

/**
 * What the calculus looks at in a log: the path length of the subject, that of its one-step prediction, and sums over the gradients alone.
 *
 * @param predictor the closed form
 * @param own the prediction
 * @param oneStep the one-step prediction of the same log
 * @param last ‖g_T‖²
 * @param firstLag C₁ = Σ ⟨gₜ, gₜ₋₁⟩
 * @param furtherLags Σ_{j≥2} of Cⱼ times its coefficient, if the referee looked for them
 * @param start what is added to P for the way in which the predictor begins
 * @param overhang Σ_{t>T} ‖mₜ‖², times the weight
 */
record Sums(
        LinearPredictor predictor,
        PathLength own,
        PathLength oneStep,
        double last,
        double firstLag,
        double furtherLags,
        double start,
        double overhang) {

    /** The weighted path length of the log continued with zeros. */
    double continued() {
        return weighted(own.path()) + weighted(start) + overhang;
    }

    double weighted(double value) {
        return predictor.weight() * value;
    }

    double energy() {
        return own.energy();
    }

    /** S − ‖g_T‖², the energy of the one-step hints. */
    double hinted() {
        return energy() - last;
    }

    /** P of the one-step predictor with its overhang. */
    double oneStepContinued() {
        return oneStep.path() + last;
    }

    /** κ_one of the smallest eigenvector: 4 sin²(π/(4T + 6)). */
    static double floor(int n) {
        double sine = StrictMath.sin(StrictMath.PI / (4 * n + 2));
        return 4 * sine * sine;
    }

    /**
     * Bound on the rounding of any sum of terms linear in P and the Cⱼ. All terms with absolute values in them are together at most 64 S:
     * for the trend, the largest, 16 for P, 16 for the lags, 10 for the overhang and 7 for the start. Each has d + 2n + 16 roundings at
     * most. The hints' own rounding comes on top. On integers nothing rounds, and this is far below 1: they are decided exactly.
     */
    double rounding() {
        double roundings = own.dimension() + 2.0 * own.rounds() + 16;
        return Rounding.gamma(roundings) * 64 * energy() + own.hintRounding(predictor.hintError());
    }

    /** The same for products of two such sums, neither larger than 5 S but for P. */
    double roundingOfProducts() {
        return 8 * energy() * rounding();
    }

    /** S². */
    double squaredEnergy() {
        return energy() * energy();
    }
}
