package org.theoremcheck.predictable.stationarity;

import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.numeric.Rounding;
import org.theoremcheck.numeric.Vectors;

/**
 * The squared loss of a two-layer network on fixed data, F(θ) = (c/2n) Σᵢ (o(xᵢ) − yᵢ)² with o(x) = Σⱼ tanh(aⱼ) tanh⟨wⱼ, x⟩. Both layers are
 * trained: θ = (a₁, …, a_k; w₁, …, w_k), of length d = k(1 + p). The output weights are bounded by their tanh, for with free ones no L
 * exists on all of R^d. F ≥ 0.
 *
 * <p>L: ∇²F = (c/n) Σᵢ (∇o ∇oᵀ + (o − y)∇²o). Let s = tanh aⱼ, t = tanh⟨wⱼ, x⟩ and β = max |tanh″| = 4/(3√3). Since ∂o/∂aⱼ = s′t and
 * ∂o/∂wⱼ = s t′ x with all of |s|, |t|, |s′|, |t′| at most 1, ‖∇o‖² ≤ k(1 + ‖x‖²). The units do not share parameters, so ∇²o has a block for each,
 * and along (α, ω) the block gives s″t α² + 2s′t′ α⟨x, ω⟩ + s t″⟨x, ω⟩² ≤ (1 + β)(α² + ⟨x, ω⟩²) ≤ (1 + β) max(1, ‖x‖²) ‖(α, ω)‖². With |o| ≤ k,
 * <pre>
 *   L  =  (c/n) Σᵢ k(1 + ‖xᵢ‖²) + (k + |yᵢ|)(1 + β) max(1, ‖xᵢ‖²)
 * </pre>
 * on all of R^d.
 *
 * @param amplitude c &gt; 0
 * @param units k ≥ 1
 * @param inputs xᵢ, n rows of length p ≥ 1
 * @param targets yᵢ, of length n
 */
public record Network(double amplitude, int units, double[][] inputs, double[] targets) implements Objective {

    /** 4/(3√3) = 0.769800358919501019…, at tanh = 1/√3; the double beside it is the larger one. */
    private static final double BEND = 0x1.8a2345cc04426p-1;

    /** StrictMath.tanh is within 2.5 ulps. */
    private static final double TANH = 5 * Rounding.UNIT;

    /**
     * A network and its data.
     *
     * @throws IllegalArgumentException if they do not fit together
     */
    public Network {
        if (!(amplitude > 0 && amplitude <= Double.MAX_VALUE) || units < 1) {
            throw new IllegalArgumentException("a network has a positive amplitude and at least one unit");
        }
        if (inputs.length == 0 || inputs.length != targets.length || !Vectors.finite(targets)) {
            throw new IllegalArgumentException("a network has as many inputs as finite targets, and at least one");
        }
        for (double[] input : inputs) {
            if (input.length == 0 || input.length != inputs[0].length || !Vectors.finite(input)) {
                throw new IllegalArgumentException("inputs are finite vectors of one length, which is at least 1");
            }
        }
    }

    @Override
    public int dimension() {
        return units * (1 + inputs[0].length);
    }

    @Override
    public double smoothness() {
        double sum = 0;
        for (int i = 0; i < inputs.length; i++) {
            double square = Vectors.squaredNorm(inputs[i]);
            sum += units * (1 + square) + (units + Math.abs(targets[i])) * (1 + BEND) * Math.max(1, square);
        }
        // All terms are positive, so that the sum is off by its roundings at most.
        return sum / inputs.length * amplitude * (1 + 2 * Rounding.gamma(inputs.length + inputs[0].length + 12.0));
    }

    @Override
    public boolean smooth() {
        return true;
    }

    @Override
    public double value(double[] point, double unit) {
        double sum = 0;
        for (int i = 0; i < inputs.length; i++) {
            double residual = -targets[i];
            for (int j = 0; j < units; j++) {
                residual += StrictMath.tanh(point[j]) * StrictMath.tanh(score(point, j, inputs[i]));
            }
            sum += residual * residual;
        }
        return amplitude / unit * sum / (2.0 * inputs.length);
    }

    @Override
    public void gradient(double[] point, double[] gradient) {
        int width = inputs[0].length;
        double[] outer = new double[units];
        double[] inner = new double[units];
        for (int j = 0; j < units; j++) {
            outer[j] = StrictMath.tanh(point[j]);
        }
        java.util.Arrays.fill(gradient, 0);
        for (int i = 0; i < inputs.length; i++) {
            double[] input = inputs[i];
            double residual = -targets[i];
            for (int j = 0; j < units; j++) {
                inner[j] = StrictMath.tanh(score(point, j, input));
                residual += outer[j] * inner[j];
            }
            double charge = residual * (amplitude / inputs.length);
            for (int j = 0; j < units; j++) {
                gradient[j] += charge * ((1 - outer[j]) * (1 + outer[j]) * inner[j]);
                double slope = charge * (outer[j] * ((1 - inner[j]) * (1 + inner[j])));
                for (int l = 0; l < width; l++) {
                    gradient[units + j * width + l] += slope * input[l];
                }
            }
        }
    }

    /** ⟨wⱼ, x⟩. */
    private double score(double[] point, int unit, double[] input) {
        double sum = 0;
        for (int l = 0; l < input.length; l++) {
            sum += point[units + unit * input.length + l] * input[l];
        }
        return sum;
    }

    /** Bounds on ‖∇o‖ and on how far o and ∇o are off at a point. */
    private record Errors(double slope, double ofOutput, double ofSlope) {}

    /**
     * The chain rule for errors: a score is off by γ_p ‖w‖‖x‖, its tanh by that and {@link #TANH}, o − y by k times that of a product, and
     * s′t and s t′ x, whose factors are at most 1, by their sum; 1 − t² is computed as (1 − t)(1 + t), off by twice the error of t.
     */
    private Errors errors(double[] point) {
        double farthest = 0;
        double target = 0;
        for (int i = 0; i < inputs.length; i++) {
            farthest = Math.max(farthest, Vectors.squaredNorm(inputs[i]));
            target = Math.max(target, Math.abs(targets[i]));
        }
        double largest = 0;
        for (int j = 0; j < units; j++) {
            double square = 0;
            for (int l = 0; l < inputs[0].length; l++) {
                double weight = point[units + j * inputs[0].length + l];
                square += weight * weight;
            }
            largest = Math.max(largest, square);
        }
        double reach = Math.sqrt(farthest);
        double unit = Rounding.UNIT;
        double inner = TANH + Rounding.gamma(inputs[0].length + 2.0) * Math.sqrt(largest) * reach;
        double ofOutput = units * (inner + TANH + unit) + Rounding.gamma(units + 1.0) * (units + target);
        double ofSlope = Math.sqrt(units) * (inner + 2 * TANH + 4 * unit + (2 * inner + TANH + 4 * unit) * reach);
        return new Errors(Math.sqrt(units * (1 + farthest)), ofOutput, ofSlope);
    }

    /** √(mean of (o − y)²), which bounds the mean of |o − y|, from the value. */
    private double residual(double value, double unit) {
        return Math.sqrt(2 * value / (amplitude / unit));
    }

    @Override
    public double valueError(double[] point, double value, double unit) {
        Errors errors = errors(point);
        double ofSquare = (residual(value, unit) + errors.ofOutput) * errors.ofOutput;
        return amplitude / unit * ofSquare + Rounding.gamma(inputs.length + 4.0) * value;
    }

    /** Residual times slope, averaged; the norm plays no part. */
    @Override
    public double gradientError(double[] point, double norm, double unit) {
        Errors errors = errors(point);
        double residual = residual(value(point, unit), unit) + errors.ofOutput;
        double ofProduct = residual * (errors.ofSlope + Rounding.gamma(inputs.length + 5.0) * errors.slope)
                + errors.ofOutput * (errors.slope + errors.ofSlope);
        return amplitude / unit * ofProduct;
    }

    @Override
    public Enclosure exactValue(double[] point) {
        Enclosure[] outer = exactOuter(point);
        Enclosure sum = Enclosure.ZERO;
        for (int i = 0; i < inputs.length; i++) {
            sum = sum.plus(exactResidual(outer, exactInner(point, inputs[i]), targets[i])
                    .squared());
        }
        return Enclosure.of(amplitude).times(sum).over(Enclosure.of(2.0 * inputs.length));
    }

    @Override
    public Enclosure[] exactGradient(double[] point) {
        int width = inputs[0].length;
        Enclosure[] gradient = new Enclosure[dimension()];
        java.util.Arrays.fill(gradient, Enclosure.ZERO);
        Enclosure[] outer = exactOuter(point);
        Enclosure share = Enclosure.of(amplitude).over(Enclosure.of(inputs.length));
        for (int i = 0; i < inputs.length; i++) {
            Enclosure[] inner = exactInner(point, inputs[i]);
            Enclosure charge = exactResidual(outer, inner, targets[i]).times(share);
            for (int j = 0; j < units; j++) {
                Enclosure bend = Enclosure.ONE.minus(outer[j].squared());
                gradient[j] = gradient[j].plus(charge.times(bend).times(inner[j]));
                Enclosure slope = charge.times(outer[j]).times(Enclosure.ONE.minus(inner[j].squared()));
                for (int l = 0; l < width; l++) {
                    int at = units + j * width + l;
                    gradient[at] = gradient[at].plus(slope.times(Enclosure.of(inputs[i][l])));
                }
            }
        }
        return gradient;
    }

    /** tanh aⱼ for each unit. */
    private Enclosure[] exactOuter(double[] point) {
        Enclosure[] outer = new Enclosure[units];
        for (int j = 0; j < units; j++) {
            outer[j] = tanh(Enclosure.of(point[j]));
        }
        return outer;
    }

    /** tanh⟨wⱼ, x⟩ for each unit. */
    private Enclosure[] exactInner(double[] point, double[] input) {
        Enclosure[] inner = new Enclosure[units];
        for (int j = 0; j < units; j++) {
            inner[j] = tanh(exactScore(point, j, input));
        }
        return inner;
    }

    private static Enclosure exactResidual(Enclosure[] outer, Enclosure[] inner, double target) {
        Enclosure sum = Enclosure.of(target).negated();
        for (int j = 0; j < outer.length; j++) {
            sum = sum.plus(outer[j].times(inner[j]));
        }
        return sum;
    }

    private Enclosure exactScore(double[] point, int unit, double[] input) {
        Enclosure sum = Enclosure.ZERO;
        for (int l = 0; l < input.length; l++) {
            sum = sum.plus(Enclosure.of(point[units + unit * input.length + l]).times(Enclosure.of(input[l])));
        }
        return sum;
    }

    /** tanh z = 1 − 2/(e²ᶻ + 1). */
    private static Enclosure tanh(Enclosure z) {
        Enclosure two = Enclosure.of(2);
        return Enclosure.ONE.minus(two.over(z.times(two).exp().plus(Enclosure.ONE)));
    }
}
