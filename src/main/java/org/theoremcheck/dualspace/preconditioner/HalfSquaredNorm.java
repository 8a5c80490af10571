package org.theoremcheck.dualspace.preconditioner;

import org.ejml.data.DMatrixRMaj;
import org.theoremcheck.numeric.Enclosure;

/**
 * K(G) = ½‖G‖ₚ² over all entries, p = 2ᵐ; ∇K(G) = ‖G‖ₚ^(2−p) |g|^(p−1) sign g. Powers and roots are squarings and square roots, of entries
 * divided by the largest.
 *
 * @param doublings m ≥ 1
 */
public record HalfSquaredNorm(int doublings) implements Preconditioner {

    /** Half a squared norm. */
    public HalfSquaredNorm {
        if (doublings < 1 || doublings > 5) {
            throw new IllegalArgumentException("the exponent is 2 to the power of 1 to 5, got " + doublings);
        }
    }

    /** p. */
    public int exponent() {
        return 1 << doublings;
    }

    @Override
    public double value(DMatrixRMaj gradient) {
        double norm = norm(gradient);
        return norm * norm / 2;
    }

    private double norm(DMatrixRMaj gradient) {
        double largest = org.ejml.dense.row.CommonOps_DDRM.elementMaxAbs(gradient);
        if (largest == 0) {
            return 0;
        }
        double sum = 0;
        for (double entry : gradient.data) {
            sum += power(entry / largest, exponent());
        }
        for (int m = 0; m < doublings; m++) {
            sum = Math.sqrt(sum);
        }
        return largest * sum;
    }

    private static double power(double base, int exponent) {
        double product = 1;
        for (int i = 0; i < exponent; i++) {
            product *= base;
        }
        return product;
    }

    @Override
    public DMatrixRMaj gradient(DMatrixRMaj gradient) {
        double norm = norm(gradient);
        DMatrixRMaj powers = gradient.copy();
        for (int i = 0; norm > 0 && i < powers.data.length; i++) {
            powers.data[i] = norm * power(powers.data[i] / norm, exponent() - 1);
        }
        return powers;
    }

    @Override
    public Symmetry symmetry(int columns) {
        return doublings == 1 ? Symmetry.ISOTROPIC : Symmetry.NEITHER;
    }

    @Override
    public double lipschitz() {
        return exponent() - 1.0;
    }

    /** ‖∇K‖₂ = ‖G‖ₚ^(2−p) ‖G‖_{2p−2}^(p−1) ≤ ‖G‖ₚ, and ⟨∇K, G⟩ = ‖G‖ₚ². */
    @Override
    public double upperSecant() {
        return 1;
    }

    /** ‖G‖ₚ² ≥ N^(2/p−1)‖G‖₂². */
    @Override
    public double lowerSecant(double radius, int entries) {
        return StrictMath.pow(entries, 2.0 / exponent() - 1) * (1 - 0x1p-44);
    }

    @Override
    public boolean symmetricSecant() {
        return false;
    }

    @Override
    public boolean homogeneous() {
        return true;
    }

    @Override
    public double amplification(DMatrixRMaj gradient) {
        return 1;
    }

    @Override
    public double roundings(DMatrixRMaj gradient) {
        return 4.0 * exponent() + 2.0 * gradient.data.length;
    }

    @Override
    public Enclosure exactValue(Enclosure[][] gradient) {
        return exactNorm(gradient).squared().over(Enclosure.of(2));
    }

    private Enclosure exactNorm(Enclosure[][] gradient) {
        Enclosure sum = Enclosure.ZERO;
        for (Enclosure[] row : gradient) {
            for (Enclosure entry : row) {
                sum = sum.plus(exactPower(entry.squared(), exponent() / 2));
            }
        }
        for (int m = 0; m < doublings; m++) {
            sum = sum.sqrt();
        }
        return sum;
    }

    private static Enclosure exactPower(Enclosure base, int exponent) {
        Enclosure product = Enclosure.ONE;
        for (int i = 0; i < exponent; i++) {
            product = product.times(base);
        }
        return product;
    }

    @Override
    public Enclosure[][] exactGradient(Enclosure[][] gradient) {
        Enclosure norm = exactNorm(gradient);
        Enclosure[][] powers = new Enclosure[gradient.length][gradient[0].length];
        for (int i = 0; i < powers.length; i++) {
            for (int j = 0; j < powers[i].length; j++) {
                powers[i][j] = norm.high().signum() == 0
                        ? Enclosure.ZERO
                        : norm.times(exactPower(gradient[i][j].over(norm), exponent() - 1));
            }
        }
        return powers;
    }
}
