package org.theoremcheck.predictable.stationarity;

import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.numeric.Rounding;

/**
 * F(θ) = Σ cᵢ φ(θᵢ), with L = max cᵢ · sup |φ″|.
 *
 * <p>With φ = ½x² this is ½ θᵀAθ in an orthonormal basis of eigenvectors of A, which loses nothing: proxy descent with a linear predictor,
 * and every norm in the theorems, commute with rotations; and in this basis L is known exactly.
 *
 * @param profile φ
 * @param weights cᵢ ≥ 0, not all 0, of length d
 */
public record Separable(Profile profile, double[] weights) implements Objective {

    /**
     * An objective.
     *
     * @throws IllegalArgumentException if a weight is negative or no number, or all are 0
     */
    public Separable {
        double sum = 0;
        for (double weight : weights) {
            if (!(weight >= 0)) {
                throw new IllegalArgumentException("a weight is a number of at least 0, got " + weight);
            }
            sum += weight;
        }
        if (!(sum > 0 && sum <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("the weights sum to a positive finite number, got " + sum);
        }
    }

    /** c φ(θ) on the line. */
    static Separable line(Profile profile, double weight) {
        return new Separable(profile, new double[] {weight});
    }

    @Override
    public int dimension() {
        return weights.length;
    }

    @Override
    public double smoothness() {
        double largest = 0;
        for (double weight : weights) {
            largest = Math.max(largest, weight);
        }
        double product = largest * profile.curvature();
        return Math.fma(largest, profile.curvature(), -product) > 0 ? product + Math.ulp(product) : product;
    }

    @Override
    public boolean smooth() {
        return profile != Profile.ABSOLUTE;
    }

    @Override
    public double value(double[] point, double unit) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += profile.value(point[i], weights[i] / unit);
        }
        return sum;
    }

    @Override
    public void gradient(double[] point, double[] gradient) {
        for (int i = 0; i < weights.length; i++) {
            gradient[i] = weights[i] * profile.derivative(point[i]);
        }
    }

    /** φ, the weight in the unit, its product, and a sum of d terms of one sign. */
    @Override
    public double valueError(double[] point, double value, double unit) {
        return Rounding.gamma(Profile.ROUNDINGS + weights.length + 2) * value;
    }

    @Override
    public double gradientError(double[] point, double norm, double unit) {
        return Rounding.gamma(Profile.ROUNDINGS + 1) * norm;
    }

    @Override
    public Enclosure exactValue(double[] point) {
        Enclosure sum = Enclosure.ZERO;
        for (int i = 0; i < weights.length; i++) {
            sum = sum.plus(Enclosure.of(weights[i]).times(profile.exactValue(Enclosure.of(point[i]))));
        }
        return sum;
    }

    @Override
    public Enclosure[] exactGradient(double[] point) {
        Enclosure[] gradient = new Enclosure[weights.length];
        for (int i = 0; i < weights.length; i++) {
            gradient[i] = Enclosure.of(weights[i]).times(profile.exactDerivative(Enclosure.of(point[i])));
        }
        return gradient;
    }
}
