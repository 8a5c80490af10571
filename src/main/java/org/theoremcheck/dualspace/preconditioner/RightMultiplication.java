package org.theoremcheck.dualspace.preconditioner;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.numeric.Enclosures;
import org.theoremcheck.numeric.Vectors;

/**
 * K(G) = ½ tr(G P Gᵀ) for a symmetric k × k matrix P; ∇K(G) = G P.
 *
 * @param matrix P, row by row, exactly symmetric
 * @param smallest lower bound of the eigenvalues of P, positive
 * @param largest upper bound of them
 */
public record RightMultiplication(double[][] matrix, double smallest, double largest) implements Preconditioner {

    @Override
    public double value(DMatrixRMaj gradient) {
        return Vectors.dot(gradient.data, gradient(gradient).data) / 2;
    }

    @Override
    public DMatrixRMaj gradient(DMatrixRMaj gradient) {
        DMatrixRMaj product = new DMatrixRMaj(gradient.numRows, gradient.numCols);
        CommonOps_DDRM.mult(gradient, new DMatrixRMaj(matrix), product);
        return product;
    }

    @Override
    public Symmetry symmetry(int columns) {
        return columns == 1 ? Symmetry.ISOTROPIC : Symmetry.SPAN_PRESERVING;
    }

    @Override
    public double lipschitz() {
        return largest;
    }

    @Override
    public double lowerSecant(double radius, int entries) {
        return smallest;
    }

    @Override
    public boolean homogeneous() {
        return true;
    }

    @Override
    public double amplification(DMatrixRMaj gradient) {
        return largest;
    }

    /** Inner products of length k, and of K one of length d k more whose terms are larger than the sum by at most λ₁/λ_k. */
    @Override
    public double roundings(DMatrixRMaj gradient) {
        return (gradient.numCols * 2 + gradient.data.length) * largest / smallest;
    }

    @Override
    public Enclosure exactValue(Enclosure[][] gradient) {
        Enclosure[][] product = exactGradient(gradient);
        Enclosure sum = Enclosure.ZERO;
        for (int i = 0; i < gradient.length; i++) {
            for (int j = 0; j < matrix.length; j++) {
                sum = sum.plus(gradient[i][j].times(product[i][j]));
            }
        }
        return sum.over(Enclosure.of(2));
    }

    @Override
    public Enclosure[][] exactGradient(Enclosure[][] gradient) {
        Enclosure[][] product = new Enclosure[gradient.length][matrix.length];
        for (int i = 0; i < gradient.length; i++) {
            for (int j = 0; j < matrix.length; j++) {
                product[i][j] = Enclosures.dot(matrix[j], gradient[i]);
            }
        }
        return product;
    }
}
