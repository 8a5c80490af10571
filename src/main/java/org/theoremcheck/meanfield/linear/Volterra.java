package org.theoremcheck.meanfield.linear;

import org.theoremcheck.meanfield.model.Loss;
import org.theoremcheck.meanfield.model.Model;

/**
 * The linear loss by the spectrum of the design, without ridge: with h = Δt/δ and B_p = ∫ λ(1 − hλ)ᵖ dμ,
 * <pre>
 *   P_k = P°_k + h²(τ/Δt) Σ_{j&lt;k} (∫ λ²(1 − hλ)^{2(k−1−j)} dμ) P_j,       C_k = C°_k + h²(τδ/Δt) Σ_{j&lt;k} B_{2(k−1−j)} P_j,
 *   P°_k = (v/δ) B_{2k} + σ²(1 − (h/δ) Σ_{i&lt;2k} B_i),                      C°_k = v(1 − h Σ_{i&lt;2k} B_i) + σ²h² Σ_{i&lt;k} Σ_{i≤j&lt;i+k} B_j,
 * </pre>
 * P the mean squared residual, C = E(θ − θ*)², v = C_0, and ° gradient descent. (Paquette, Lee, Pedregosa, Paquette: SGD in the large, COLT 2021, in
 * discrete time.)
 *
 * @param distance C, at k = 0, …, K
 * @param error P
 * @param errorOfDescent P°
 */
record Volterra(double[] distance, double[] error, double[] errorOfDescent) {

    static Volterra of(Model model) {
        int steps = model.steps();
        double ratio = model.ratio();
        double h = model.step() / ratio;
        double gain = h * h * model.samplingVariance();
        double noise = ((Loss.Linear) model.loss()).noise() * ((Loss.Linear) model.loss()).noise();
        double start = model.start().variance() + model.signal();
        double[] powers = new MarchenkoPastur(ratio).powers(h, 2 * steps + 2);
        double[] sums = new double[powers.length + 1];
        for (int i = 0; i < powers.length; i++) {
            sums[i + 1] = sums[i] + powers[i];
        }
        double[] distance = new double[steps + 1];
        double[] error = new double[steps + 1];
        double[] errorOfDescent = new double[steps + 1];
        for (int k = 0; k <= steps; k++) {
            errorOfDescent[k] = start / ratio * powers[2 * k] + noise * (1 - h / ratio * sums[2 * k]);
            error[k] = errorOfDescent[k];
            distance[k] = start * (1 - h * sums[2 * k]);
            for (int i = 0; i < k; i++) {
                distance[k] += noise * h * h * (sums[i + k] - sums[i]);
            }
            for (int j = 0; j < k; j++) {
                int p = 2 * (k - 1 - j);
                error[k] += gain / ratio * (powers[p] - powers[p + 1]) / h * error[j];
                distance[k] += gain * powers[p] * error[j];
            }
        }
        return new Volterra(distance, error, errorOfDescent);
    }
}
