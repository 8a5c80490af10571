package org.theoremcheck.quartic.objective;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.NormOps_DDRM;
import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.numeric.Enclosures;
import org.theoremcheck.numeric.Rounding;
import org.theoremcheck.numeric.Vectors;

/**
 * Symmetric factorization with more columns than needed (F5): f(B) = ¼‖BBᵀ − PPᵀ‖_F², B ∈ R^{d×k} and P ∈ R^{d×r} with r &lt; k. The
 * solutions are all B with BBᵀ = PPᵀ. Points are B row by row.
 *
 * @param planted P, with orthogonal columns
 * @param columns k
 */
public record SymmetricFactorization(double[][] planted, int columns) implements Objective {

    @Override
    public int dimension() {
        return planted.length * columns;
    }

    private DMatrixRMaj factor(double[] point) {
        return DMatrixRMaj.wrap(planted.length, columns, point);
    }

    /** E = BBᵀ − PPᵀ. */
    private DMatrixRMaj residual(DMatrixRMaj factor) {
        DMatrixRMaj p = new DMatrixRMaj(planted);
        DMatrixRMaj residual = new DMatrixRMaj(planted.length, planted.length);
        CommonOps_DDRM.multTransB(factor, factor, residual);
        CommonOps_DDRM.multAddTransB(-1, p, p, residual);
        return residual;
    }

    @Override
    public double evaluate(double[] point, double[] gradient) {
        DMatrixRMaj factor = factor(point);
        DMatrixRMaj residual = residual(factor);
        CommonOps_DDRM.mult(residual, factor, DMatrixRMaj.wrap(planted.length, columns, gradient));
        return Vectors.squaredNorm(residual.data) / 4;
    }

    /** E is off by γ(‖B‖² + ‖P‖²). */
    @Override
    public Accuracy accuracy(double[] point) {
        int d = planted.length;
        double size = NormOps_DDRM.normF(factor(point));
        double planted2 = Vectors.squaredNorm(new DMatrixRMaj(planted).data);
        double residual = NormOps_DDRM.normF(residual(factor(point)));
        double ofResidual = Rounding.gamma(columns + planted[0].length + 4.0) * (size * size + planted2);
        double roundings = Rounding.gamma(d * d + 4.0);
        return new Accuracy(
                (2 * residual * ofResidual + ofResidual * ofResidual + roundings * residual * residual) / 4,
                (ofResidual + roundings * residual) * size);
    }

    @Override
    public Enclosure exactGap(Enclosure[] point) {
        return Enclosures.squaredNorm(exactResidual(point)).times(Enclosure.of(0.25));
    }

    @Override
    public Enclosure[] exactGradient(Enclosure[] point) {
        return EnclosedMatrix.flat(EnclosedMatrix.product(exactResidual(point), EnclosedMatrix.rows(point, columns)));
    }

    private Enclosure[][] exactResidual(Enclosure[] point) {
        return EnclosedMatrix.difference(
                EnclosedMatrix.gram(EnclosedMatrix.rows(point, columns)), EnclosedMatrix.gram(Enclosures.of(planted)));
    }

    /** [P 0]. */
    @Override
    public double[] solution() {
        double[] padded = new double[dimension()];
        for (int i = 0; i < planted.length; i++) {
            System.arraycopy(planted[i], 0, padded, i * columns, planted[i].length);
        }
        return padded;
    }

    @Override
    public double distance(double[] point) {
        return Spectra.procrustes(factor(point), new DMatrixRMaj(planted));
    }

    @Override
    public double order() {
        return 4;
    }

    /** σ_r² and 2σ₁², the σ² being the squared lengths of the columns of P. */
    @Override
    public double[] curvatures() {
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (int c = 0; c < planted[0].length; c++) {
            double square = 0;
            for (double[] row : planted) {
                square += row[c] * row[c];
            }
            least = Math.min(least, square);
            most = Math.max(most, 2 * square);
        }
        return new double[] {least, most};
    }
}
