package org.theoremcheck.meanfield.model;

/**
 * Stochastic gradient flow on a planted model, at a step Δt, in the limit n, d → ∞ with n/d → δ:
 * <pre>
 *   θ_{k+1} = θ_k − Δt (λ θ_k + (1/δ) Xᵀ(ξ_k · ∂ℓ(Xθ_k; y))),   E ξ = 1,   Var ξ = τδ/Δt,   Var xᵢⱼ = 1/d.
 * </pre>
 * As Δt → 0 this is dθ = −(λθ + (1/δ) Xᵀ∂ℓ) dt + √(τ/δ) Σ xᵢ ∂ℓᵢ dBᵢ. Time is t = kΔt = η·(steps of stochastic gradient descent)/d for
 * a learning rate η, and the temperature is τ = η/B for minibatches of B.
 *
 * @param loss ℓ, labels and teacher
 * @param ratio δ = n/d, positive
 * @param temperature τ ≥ 0
 * @param step Δt, positive
 * @param steps K ≥ 1
 * @param ridge λ ≥ 0
 * @param start law of the coordinates of θ⁰, for each unit
 * @param signal ρ > 0, the variance of the coordinates of θ*, which are Gaussian
 * @param sampling law of ξ
 */
public record Model(
        Loss loss,
        double ratio,
        double temperature,
        double step,
        int steps,
        double ridge,
        StartLaw start,
        double signal,
        Sampling sampling) {

    /**
     * A model.
     *
     * @throws IllegalArgumentException naming the parameter that is out of range
     */
    public Model {
        require(ratio > 0 && Double.isFinite(ratio), "the ratio δ = n/d is a positive number", ratio);
        require(temperature >= 0 && Double.isFinite(temperature), "the temperature τ is at least 0", temperature);
        require(step > 0 && Double.isFinite(step), "the step Δt is a positive number", step);
        require(steps >= 1, "there is at least one step", steps);
        require(ridge >= 0 && Double.isFinite(ridge), "the ridge λ is at least 0", ridge);
        require(signal > 0 && Double.isFinite(signal), "the signal's variance ρ is a positive number", signal);
        require(
                start.variance() >= 0 && Double.isFinite(start.variance()),
                "the start's variance is at least 0",
                start.variance());
    }

    /** From θ⁰ = 0 to a signal of variance 1, without ridge. */
    public static Model of(Loss loss, double ratio, double temperature, double step, int steps) {
        return new Model(loss, ratio, temperature, step, steps, 0, new StartLaw.Gaussian(0), 1, Sampling.GAUSSIAN);
    }

    /** The model at another temperature. */
    public Model at(double otherTemperature) {
        return new Model(loss, ratio, otherTemperature, step, steps, ridge, start, signal, sampling);
    }

    /** The model with another ratio n/d. */
    public Model with(double otherRatio) {
        return new Model(loss, otherRatio, temperature, step, steps, ridge, start, signal, sampling);
    }

    /** The model with another loss. */
    public Model with(Loss other) {
        return new Model(other, ratio, temperature, step, steps, ridge, start, signal, sampling);
    }

    /** The model in other steps. */
    public Model in(double otherStep, int otherSteps) {
        return new Model(loss, ratio, temperature, otherStep, otherSteps, ridge, start, signal, sampling);
    }

    /** The model with another law of ξ. */
    public Model sampled(Sampling other) {
        return new Model(loss, ratio, temperature, step, steps, ridge, start, signal, other);
    }

    /** The model with another start and ridge. */
    public Model from(StartLaw otherStart, double otherRidge) {
        return new Model(loss, ratio, temperature, step, steps, otherRidge, otherStart, signal, sampling);
    }

    /** Var ξ = τδ/Δt. */
    public double samplingVariance() {
        return temperature * ratio / step;
    }

    /** ξ of a sample in a step. */
    public double samplingWeight(long key, int position) {
        return temperature == 0 ? 1 : sampling.draw(samplingVariance(), key, position);
    }

    private static void require(boolean met, String expected, double got) {
        if (!met) {
            throw new IllegalArgumentException(expected + ", got " + got);
        }
    }
}
