package org.theoremcheck.meanfield.model;

import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.apache.commons.math3.util.FastMath;

/**
 * A loss ℓ(r; y) of the m linear outputs r = θᵀx of one sample, and the label y that a planted teacher θ* with q outputs gives it.
 * A label is drawn once and then stands.
 */
public sealed interface Loss {

    /** m ≥ 1, the columns of θ. */
    int units();

    /** q ≥ 1, the columns of θ*. */
    int teachers();

    /**
     * The label of a sample.
     *
     * @param teacher r* = θ*ᵀx, q numbers
     * @param noise standard normal
     */
    double label(double[] teacher, double noise);

    /** The training error of one sample: ℓ itself, but for the linear loss the squared residual, which is 2ℓ. */
    double error(double[] outputs, double label);

    /**
     * ∂ℓ/∂r and ∂²ℓ/∂r² at one sample.
     *
     * @param slope takes the m derivatives
     * @param curvature takes the m × m second derivatives, row by row; empty if they are not wanted
     */
    void differentiate(double[] outputs, double label, double[] slope, double[] curvature);

    /**
     * The error on new samples of one unit and one teacher, with (r, r*) Gaussian: the share of wrong signs for the logistic loss, else the mean
     * of {@link #error}.
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
        public int units() {
            return 1;
        }

        @Override
        public int teachers() {
            return 1;
        }

        @Override
        public double label(double[] teacher, double standardNormal) {
            return teacher[0] + noise * standardNormal;
        }

        @Override
        public double error(double[] outputs, double label) {
            double residual = outputs[0] - label;
            return residual * residual;
        }

        @Override
        public void differentiate(double[] outputs, double label, double[] slope, double[] curvature) {
            slope[0] = outputs[0] - label;
            if (curvature.length > 0) {
                curvature[0] = 1;
            }
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
        public int units() {
            return 1;
        }

        @Override
        public int teachers() {
            return 1;
        }

        @Override
        public double label(double[] teacher, double standardNormal) {
            return teacher[0] < 0 ? -1 : 1;
        }

        @Override
        public double error(double[] outputs, double label) {
            double margin = label * outputs[0];
            return Math.max(-margin, 0) + FastMath.log(1 + FastMath.exp(-Math.abs(margin)));
        }

        @Override
        public void differentiate(double[] outputs, double label, double[] slope, double[] curvature) {
            double wrong = (1 - hyperbolicTangent(label * outputs[0] / 2)) / 2;
            slope[0] = -label * wrong;
            if (curvature.length > 0) {
                curvature[0] = wrong * (1 - wrong);
            }
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
        public double error(double[] outputs, double label) {
            double residual = output(weights, outputs) - label;
            return residual * residual / 2;
        }

        @Override
        public void differentiate(double[] outputs, double label, double[] slope, double[] curvature) {
            int m = weights.length;
            double residual = -label;
            for (int i = 0; i < m; i++) {
                double active = hyperbolicTangent(outputs[i]);
                slope[i] = active;
                residual += weights[i] * active;
            }
            if (curvature.length > 0) {
                for (int i = 0; i < m; i++) {
                    double rateOfI = weights[i] * (1 - slope[i] * slope[i]);
                    for (int j = 0; j < m; j++) {
                        curvature[i * m + j] = rateOfI * weights[j] * (1 - slope[j] * slope[j]);
                    }
                    curvature[i * m + i] -= 2 * residual * rateOfI * slope[i];
                }
            }
            for (int i = 0; i < m; i++) {
                slope[i] = residual * weights[i] * (1 - slope[i] * slope[i]);
            }
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
                return rule.integrate(y -> error(
                        new double[] {slope * outer + Math.sqrt(2) * rest * y}, output(teacher, new double[] {outer})));
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

        private static double output(double[] weights, double[] outputs) {
            double sum = 0;
            for (int i = 0; i < weights.length; i++) {
                sum += weights[i] * hyperbolicTangent(outputs[i]);
            }
            return sum;
        }
    }

    /**
     * To a few units in the last place of 1: derivatives here are no smaller than their noise. Free of branches on the sign of x, which would be
     * mispredicted half of the time and take more than the exponential.
     */
    private static double hyperbolicTangent(double x) {
        double small = FastMath.exp(-2 * Math.abs(x));
        return Math.copySign((1 - small) / (1 + small), x);
    }
}
