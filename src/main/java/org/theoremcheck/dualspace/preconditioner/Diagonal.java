package org.theoremcheck.dualspace.preconditioner;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.theoremcheck.numeric.Enclosure;

/**
 * K(G) = ½ tr(Gᵀ P G) with P = diag(p₁, …, p_d); ∇K(G) = P G. Any fixed positive definite P is one of these in coordinates of its own.
 *
 * @param weights pᵢ, positive
 */
public record Diagonal(double[] weights) implements Preconditioner {

    /** A diagonal. */
    public Diagonal {
        for (double weight : weights) {
            if (!(weight > 0 && weight <= Double.MAX_VALUE)) {
                throw new IllegalArgumentException("a weight is a positive number, got " + weight);
            }
        }
    }

    /** κ(P). */
    public double condition() {
        return lipschitz() / lowerSecant(0, weights.length);
    }

    @Override
    public double value(DMatrixRMaj gradient) {
        double sum = 0;
        for (int i = 0; i < gradient.data.length; i++) {
            sum += weights[i / gradient.numCols] * gradient.data[i] * gradient.data[i];
        }
        return sum / 2;
    }

    @Override
    public DMatrixRMaj gradient(DMatrixRMaj gradient) {
        DMatrixRMaj product = gradient.copy();
        for (int i = 0; i < product.data.length; i++) {
            product.data[i] *= weights[i / product.numCols];
        }
        return product;
    }

    @Override
    public Symmetry symmetry(int columns) {
        return lipschitz() == lowerSecant(0, weights.length) ? Symmetry.ISOTROPIC : Symmetry.NEITHER;
    }

    @Override
    public double lipschitz() {
        return Arrays.stream(weights).max().orElseThrow();
    }

    @Override
    public double lowerSecant(double radius, int entries) {
        return Arrays.stream(weights).min().orElseThrow();
    }

    @Override
    public boolean homogeneous() {
        return true;
    }

    @Override
    public double amplification(DMatrixRMaj gradient) {
        return lipschitz();
    }

    @Override
    public double roundings(DMatrixRMaj gradient) {
        return 3.0 + gradient.data.length;
    }

    @Override
    public Enclosure exactValue(Enclosure[][] gradient) {
        Enclosure sum = Enclosure.ZERO;
        for (int i = 0; i < gradient.length; i++) {
            for (Enclosure entry : gradient[i]) {
                sum = sum.plus(Enclosure.of(weights[i]).times(entry.squared()));
            }
        }
        return sum.over(Enclosure.of(2));
    }

    @Override
    public Enclosure[][] exactGradient(Enclosure[][] gradient) {
        Enclosure[][] product = new Enclosure[gradient.length][];
        for (int i = 0; i < gradient.length; i++) {
            Enclosure weight = Enclosure.of(weights[i]);
            product[i] = Arrays.stream(gradient[i]).map(weight::times).toArray(Enclosure[]::new);
        }
        return product;
    }
}
