package org.theoremcheck.meanfield.model;

import java.util.Arrays;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.apache.commons.math3.util.FastMath;
import org.apache.commons.math3.util.MathArrays;
import org.theoremcheck.numeric.Exponential;

/**
 * A loss ℓ(r; y) of the m linear outputs r = θᵀx of one sample, and the label y that a planted teacher θ* with q outputs gives it.
 * A label is drawn once and then stands.
 */
public sealed interface Loss {

    /** m ≥ 1, the columns of θ. */
    default int units() {
        return 1;
    }

    /** q ≥ 1, the columns of θ*. */
    default int teachers() {
        return 1;
    }

    /**
     * The label of a sample.
     *
     * @param teacher r* = θ*ᵀx, q numbers
     * @param noise standard normal
     */
    double label(double[] teacher, double noise);

    /**
     * ∂ℓ/∂r and ∂²ℓ/∂r² at many samples, side by side.
     *
     * @param outputs by unit
     * @param slopes takes the derivatives, by unit
     * @param curvatures takes the m × m second derivatives, row by row; empty if they are not wanted
     * @return the sum of the samples' training errors: ℓ itself, but for the linear loss the squared residual, which is 2ℓ
     */
    double differentiate(double[][] outputs, double[] labels, double[][] slopes, double[][] curvatures);

    /**
     * ∂ℓ/∂r.
     *
     * @param outputs n of the first unit, then those of the second, and so on
     * @return in the same order
     */
    default double[] slopes(double[] outputs, double[] labels) {
        double[][] slopes = new double[units()][labels.length];
        differentiate(byUnit(outputs, labels.length), labels, slopes, new double[0][]);
        return MathArrays.concatenate(slopes);
    }

    /**
     * The mean training error.
     *
     * @param outputs n of the first unit, then those of the second, and so on
     */
    default double meanError(double[] outputs, double[] labels) {
        double[][] slopes = new double[units()][labels.length];
        return differentiate(byUnit(outputs, labels.length), labels, slopes, new double[0][]) / labels.length;
    }

    private double[][] byUnit(double[] outputs, int samples) {
        double[][] byUnit = new double[units()][];
        Arrays.setAll(byUnit, i -> Arrays.copyOfRange(outputs, i * samples, (i + 1) * samples));
        return byUnit;
    }

    /**
     * The error on new samples of one unit and one teacher, with (r, r*) Gaussian: the share of wrong signs for the logistic loss, else the mean
     * training error.
     *
     * @param energy E r²
     * @param overlap E r r*
     * @param signal E r*²
     */
    double testError(double energy, double overlap, double signal);

    /** An upper bound on the largest eigenvalue of ∂²ℓ/∂r² near the labels, for the bound on steps; 1 for the linear loss. */
    double curvatureBound();

    /** The tanh loss ½(tanh r − y)² with y = tanh r* + σz. */
    static Loss tanh(double noise) {
        return new Committee(new double[] {1}, new double[] {1}, noise);
    }

    /**
     * ½(r − y)² with y = r* + σz.
     *
     * @param noise σ ≥ 0
     */
    record Linear(double noise) implements Loss {

        @Override
        public double label(double[] teacher, double standardNormal) {
            return teacher[0] + noise * standardNormal;
        }

        @Override
        public double differentiate(double[][] outputs, double[] labels, double[][] slopes, double[][] curvatures) {
            double error = 0;
            for (int s = 0; s < labels.length; s++) {
                double residual = outputs[0][s] - labels[s];
                error += residual * residual;
                slopes[0][s] = residual;
            }
            for (double[] curvature : curvatures) {
                Arrays.fill(curvature, 1);
            }
            return error;
        }

        @Override
        public double testError(double energy, double overlap, double signal) {
            return energy - 2 * overlap + signal + noise * noise;
        }

        @Override
        public double curvatureBound() {
            return 1;
        }
    }

    /** ln(1 + e^−yr) with y = sign r*. */
    record Logistic() implements Loss {

        @Override
        public double label(double[] teacher, double standardNormal) {
            return teacher[0] < 0 ? -1 : 1;
        }

        @Override
        public double differentiate(double[][] outputs, double[] labels, double[][] slopes, double[][] curvatures) {
            double error = 0;
            double product = 1;
            for (int s = 0; s < labels.length; s++) {
                double margin = labels[s] * outputs[0][s];
                double small = Exponential.of(-Math.abs(margin));
                double wrong = (1 - tanhOfHalf(margin, small)) / 2;
                slopes[0][s] = -labels[s] * wrong;
                if (curvatures.length > 0) {
                    curvatures[0][s] = wrong * (1 - wrong);
                }
                // One logarithm for many: the product of so many numbers between 1 and 2 does not overflow.
                error -= Math.min(margin, 0);
                product *= 1 + small;
                if (s % 1000 == 999) {
                    error += FastMath.log(product);
                    product = 1;
                }
            }
            return error + FastMath.log(product);
        }

        /** Arccos of the correlation over π; ½ for weights at 0, which know nothing. */
        @Override
        public double testError(double energy, double overlap, double signal) {
            double correlation = energy == 0 ? 0 : overlap / Math.sqrt(energy * signal);
            return FastMath.acos(Math.max(-1, Math.min(1, correlation))) / FastMath.PI;
        }

        @Override
        public double curvatureBound() {
            return 0.25;
        }
    }

    /**
     * A two-layer committee with tanh units and a fixed second layer: ½(Σ αᵢ tanh rᵢ − y)² with y = Σ βⱼ tanh r*ⱼ + σz.
     *
     * @param weights α, m numbers
     * @param teacher β, q numbers
     * @param noise σ ≥ 0
     */
    record Committee(double[] weights, double[] teacher, double noise) implements Loss {

        @Override
        public int units() {
            return weights.length;
        }

        @Override
        public int teachers() {
            return teacher.length;
        }

        @Override
        public double label(double[] outputs, double standardNormal) {
            return output(teacher, outputs) + noise * standardNormal;
        }

        @Override
        public double differentiate(double[][] outputs, double[] labels, double[][] slopes, double[][] curvatures) {
            int m = weights.length;
            double[] rates = new double[m];
            double error = 0;
            for (int s = 0; s < labels.length; s++) {
                double residual = -labels[s];
                for (int i = 0; i < m; i++) {
                    double active = hyperbolicTangent(outputs[i][s]);
                    slopes[i][s] = active;
                    rates[i] = weights[i] * (1 - active * active);
                    residual += weights[i] * active;
                }
                for (int i = 0; i < m; i++) {
                    for (int h = i * m; h < curvatures.length && h < (i + 1) * m; h++) {
                        curvatures[h][s] = rates[i] * rates[h - i * m];
                    }
                    if (curvatures.length > 0) {
                        curvatures[i * m + i][s] -= 2 * residual * rates[i] * slopes[i][s];
                    }
                    slopes[i][s] = residual * rates[i];
                }
                error += residual * residual;
            }
            return error / 2;
        }

        /** By Gauss-Hermite quadrature in both directions; tanh is analytic near the axis, and 48 nodes are good for 10⁻⁸. */
        @Override
        public double testError(double energy, double overlap, double signal) {
            if (units() != 1 || teachers() != 1) {
                throw new IllegalArgumentException("the test error is for one unit and one teacher");
            }
            double slope = overlap / signal;
            double rest = Math.sqrt(Math.max(0, energy - slope * overlap));
            GaussIntegrator rule = new GaussIntegratorFactory().hermite(48);
            double sum = rule.integrate(x -> {
                double outer = Math.sqrt(2 * signal) * x;
                double label = output(teacher, outer);
                return rule.integrate(y ->
                        FastMath.pow(output(weights, slope * outer + Math.sqrt(2) * rest * y) - label, 2) / 2);
            });
            return sum / FastMath.PI + noise * noise / 2;
        }

        @Override
        public double curvatureBound() {
            double bound = 0;
            for (double weight : weights) {
                bound += weight * weight;
            }
            return bound;
        }

        private static double output(double[] weights, double... outputs) {
            double sum = 0;
            for (int i = 0; i < weights.length; i++) {
                sum += weights[i] * hyperbolicTangent(outputs[i]);
            }
            return sum;
        }
    }

    /** To a few units in the last place of 1: derivatives here are no smaller than their noise. */
    private static double hyperbolicTangent(double x) {
        return tanhOfHalf(x, Exponential.of(-2 * Math.abs(x)));
    }

    /** tanh z/2, given e^−|z|; free of branches on the sign of z, which would be mispredicted half of the time. */
    private static double tanhOfHalf(double z, double small) {
        return Math.copySign((1 - small) / (1 + small), z);
    }
}
