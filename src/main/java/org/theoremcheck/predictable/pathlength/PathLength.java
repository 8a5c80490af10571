package org.theoremcheck.predictable.pathlength;

import org.theoremcheck.claim.Misplay;
import org.theoremcheck.numeric.Rounding;
import org.theoremcheck.numeric.Vectors;
import org.theoremcheck.predictable.predictor.Predictor.Forecast;

/**
 * How far a prediction was from a log of gradients. Gradients and hints are multiplied by 2^−exponent before they are squared; the
 * exponent is 0 unless squares of squares could leave the range of double: 10¹⁵⁰ does not overflow, and 10⁻¹⁶⁰ does not vanish.
 *
 * @param rounds T + 1
 * @param dimension length of a gradient
 * @param exponent binary exponent of the unit in which gradients are measured
 * @param path P = Σ ‖gₜ − mₜ‖²
 * @param energy S = Σ ‖gₜ‖²
 * @param size Σ ‖mₜ‖²
 * @param alignment Σ ⟨gₜ, mₜ⟩
 * @param largest largest |gₜ,ᵢ|
 */
public record PathLength(
        int rounds,
        int dimension,
        int exponent,
        double path,
        double energy,
        double size,
        double alignment,
        double largest) {

    /** Fourth powers of numbers up to 2^±128 and sums of them are far within the range of double. */
    private static final int MODERATE = 128;

    /**
     * Measures a forecast, which is shown each gradient after it was asked for its hint. Relative error of path, energy and size
     * γ_{d+T+3}, hints taken as exact.
     *
     * @throws Misplay if a hint is no finite vector of the right dimension
     */
    public static PathLength of(double[][] gradients, Forecast forecast) {
        int exponent = exponent(gradients);
        double unit = Math.scalb(1.0, -exponent);
        int dimension = gradients[0].length;
        double path = 0;
        double energy = 0;
        double size = 0;
        double alignment = 0;
        double largest = 0;
        for (double[] gradient : gradients) {
            double[] hint = Misplay.unlessVector(forecast.hint(), dimension, "the hint");
            double error = 0;
            double square = 0;
            double hintSquare = 0;
            double product = 0;
            for (int i = 0; i < dimension; i++) {
                double g = gradient[i] * unit;
                double m = hint[i] * unit;
                error += (g - m) * (g - m);
                square += g * g;
                hintSquare += m * m;
                product += g * m;
                largest = Math.max(largest, Math.abs(g));
            }
            path += error;
            energy += square;
            size += hintSquare;
            alignment += product;
            forecast.observe(gradient.clone());
        }
        return new PathLength(gradients.length, dimension, exponent, path, energy, size, alignment, largest);
    }

    /** The binary exponent of the largest number, or 0 where that is moderate. */
    static int exponent(double[][] gradients) {
        double largest = Vectors.largest(gradients);
        int exponent = largest == 0 ? 0 : StrictMath.getExponent(largest);
        // 2^1022 is the largest unit whose reciprocal is a normal double.
        return Math.abs(exponent) <= MODERATE ? 0 : Math.max(-1022, Math.min(1022, exponent));
    }

    /** κ = P/S; NaN for a log of zeros, where it is not defined. */
    public double kappa() {
        return energy == 0 ? Double.NaN : path / energy;
    }

    /** The smallest Σ ‖gₜ − a mₜ‖² over all scales a: S − (Σ⟨gₜ, mₜ⟩)² / Σ‖mₜ‖², which is S where nothing was predicted. */
    double bestScalePath() {
        return size == 0 ? energy : energy - alignment * alignment / size;
    }

    /** κ with hints at their best scale, 1 − c² with c the cosine between hints and gradients; NaN for a log of zeros. */
    public double bestScaleKappa() {
        return energy == 0 ? Double.NaN : bestScalePath() / energy;
    }

    /** By how much rounding of the hints, each by so many units roundoff of the largest gradient, can move P: 2√(P E) + E. */
    double hintRounding(double units) {
        double each = units * Rounding.UNIT * largest;
        double squares = rounds * (double) dimension * each * each;
        return 2 * Math.sqrt(path * squares) + squares;
    }
}
