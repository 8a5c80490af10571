package org.theoremcheck.meanfield.limit;

import org.theoremcheck.claim.Codec;

/**
 * The mean-field equations with a coefficient before each term; the theorem has {@link #TRUE}, 1 throughout. With g = ξ·∂ℓ(r; y),
 * <pre>
 *   θ_{k+1} = θ_k − Δt (λθ_k + Γ_k θ_k + Σ_j Δt R_ℓ(k,j) θ_j + κ_k θ*) + u_k,   Cov(u_k, u_j) = (Δt²/δ) E g_k g_jᵀ
 *   r_k     = w_k − (Δt/δ) Σ_{j&lt;k} R_θ(k,j) g_j,                             (w*, w) ~ N(0, Cov(θ*, θ)).
 * </pre>
 *
 * @param curvature before Γ_k = E ∂²ℓ(r_k)
 * @param memory before R_ℓ, the response of E ∂ℓ(r_k) to earlier weights
 * @param force before Cov u
 * @param reaction before the Onsager term, the sum in r_k
 * @param cross before E ∂ℓ_k (ξ_j − 1) ∂ℓ_j, the part of E g_k g_j, j &lt; k, that remembers the noise of step j
 * @param weightNoise before the noise in u: Var ξ in E g_k g_k
 * @param outputNoise before ξ − 1 in r
 * @param responseNoise before ξ − 1 in the responses of which R_ℓ is the mean
 */
public record Equations(
        double curvature,
        double memory,
        double force,
        double reaction,
        double cross,
        double weightNoise,
        double outputNoise,
        double responseNoise) {

    /** The equations of the theorem. */
    public static final Equations TRUE = new Equations(1, 1, 1, 1, 1, 1, 1, 1);

    /** Another coefficient before Γ. */
    public Equations curvature(double coefficient) {
        return new Equations(coefficient, memory, force, reaction, cross, weightNoise, outputNoise, responseNoise);
    }

    /** Another coefficient before R_ℓ. */
    public Equations memory(double coefficient) {
        return new Equations(curvature, coefficient, force, reaction, cross, weightNoise, outputNoise, responseNoise);
    }

    /** Another coefficient before Cov u. */
    public Equations force(double coefficient) {
        return new Equations(curvature, memory, coefficient, reaction, cross, weightNoise, outputNoise, responseNoise);
    }

    /** Another coefficient before the Onsager term. */
    public Equations reaction(double coefficient) {
        return new Equations(curvature, memory, force, coefficient, cross, weightNoise, outputNoise, responseNoise);
    }

    /** Another coefficient before the cross term. */
    public Equations cross(double coefficient) {
        return new Equations(curvature, memory, force, reaction, coefficient, weightNoise, outputNoise, responseNoise);
    }

    /** Another coefficient before the noise in u. */
    public Equations weightNoise(double coefficient) {
        return new Equations(curvature, memory, force, reaction, cross, coefficient, outputNoise, responseNoise);
    }

    /** Another coefficient before the noise in r. */
    public Equations outputNoise(double coefficient) {
        return new Equations(curvature, memory, force, reaction, cross, weightNoise, coefficient, responseNoise);
    }

    /** Another coefficient before the noise in R_ℓ. */
    public Equations responseNoise(double coefficient) {
        return new Equations(curvature, memory, force, reaction, cross, weightNoise, outputNoise, coefficient);
    }

    /** The equations in words: those of the theorem, or the coefficients that are not 1. */
    public String text() {
        StringBuilder text = new StringBuilder();
        String[] names = {
            "curvature", "memory", "force", "reaction", "cross", "weight noise", "output noise", "response noise"
        };
        double[] coefficients = {curvature, memory, force, reaction, cross, weightNoise, outputNoise, responseNoise};
        for (int i = 0; i < names.length; i++) {
            if (coefficients[i] != 1) {
                text.append(text.isEmpty() ? " with " : ", ")
                        .append(names[i])
                        .append(" × ")
                        .append(Codec.number(coefficients[i]));
            }
        }
        return "the equations" + text;
    }
}
