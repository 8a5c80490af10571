package org.theoremcheck.meanfield.linear;

/**
 * The law μ of the eigenvalues of XᵀX, d × d, for n/d → δ and Var xᵢⱼ = 1/d: density √((λ₊ − λ)(λ − λ₋))/(2πλ) between λ_± = (1 ± √δ)², and mass
 * 1 − δ at 0 if δ &lt; 1.
 *
 * @param ratio δ
 */
record MarchenkoPastur(double ratio) {

    /** λ₊. */
    double largest() {
        double root = 1 + Math.sqrt(ratio);
        return root * root;
    }

    /**
     * ∫ λ (1 − hλ)ᵖ dμ for p = 0, …, count − 1. With λ = 1 + δ + 2√δ cos φ, λ dμ is (2δ/π) sin² φ dφ, and as many nodes as powers integrate polynomials
     * of twice the degree exactly (Gauss and Chebyshev).
     */
    double[] powers(double h, int count) {
        double[] powers = new double[count];
        int nodes = count / 2 + 1;
        for (int i = 1; i <= nodes; i++) {
            double angle = i * StrictMath.PI / (nodes + 1);
            double sine = StrictMath.sin(angle);
            double weight = 2 * ratio / (nodes + 1) * sine * sine;
            double kept = 1 - h * (1 + ratio + 2 * Math.sqrt(ratio) * StrictMath.cos(angle));
            double power = 1;
            for (int p = 0; p < count; p++) {
                powers[p] += weight * power;
                power *= kept;
            }
        }
        return powers;
    }

    /**
     * The temperature from which on the linear loss has no bounded training error at the step Δt, δ/∫ λ/(2 − λΔt/δ) dμ, by the Stieltjes transform of
     * μ at z = 2δ/Δt; 2 as Δt → 0. Zero where the step itself is too long, λ₊ Δt/δ ≥ 2.
     */
    double largestTemperature(double step) {
        double h = step / ratio;
        double z = 2 / h;
        if (z <= largest()) {
            return 0;
        }
        double root = Math.sqrt((z + 1 - ratio) * (z + 1 - ratio) - 4 * z);
        return h * (z - 1 + ratio + root) * (z + 1 - ratio + root) / (4 * z);
    }
}
