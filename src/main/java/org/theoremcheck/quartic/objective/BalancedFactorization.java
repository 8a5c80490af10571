package org.theoremcheck.quartic.objective;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.NormOps_DDRM;
import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.numeric.Enclosures;
import org.theoremcheck.numeric.Rounding;
import org.theoremcheck.numeric.Vectors;

/**
 * Asymmetric factorization with a balance term and more columns than needed (F6): f(U, V) = ½‖UVᵀ − PQᵀ‖_F² + ⅛‖UᵀU − VᵀV‖_F²,
 * U, V ∈ R^{d×k} and P, Q ∈ R^{d×r} with PᵀP = QᵀQ. The solutions are U = PR, V = QR with orthonormal rows of R. Points are U row by
 * row, then V. Without the balance term the limits of descent are not degenerate, and there is no ravine.
 *
 * @param left P, with orthogonal columns
 * @param right Q, with orthogonal columns of the same lengths
 * @param columns k
 */
public record BalancedFactorization(double[][] left, double[][] right, int columns) implements Objective {

    @Override
    public int dimension() {
        return (left.length + right.length) * columns;
    }

    /** U, V and what f is made of: E = UVᵀ − PQᵀ and D = UᵀU − VᵀV. */
    private record Parts(DMatrixRMaj u, DMatrixRMaj v, DMatrixRMaj residual, DMatrixRMaj imbalance) {}

    private Parts parts(double[] point) {
        int half = left.length * columns;
        DMatrixRMaj u = DMatrixRMaj.wrap(left.length, columns, Arrays.copyOf(point, half));
        DMatrixRMaj v = DMatrixRMaj.wrap(right.length, columns, Arrays.copyOfRange(point, half, point.length));
        DMatrixRMaj residual = new DMatrixRMaj(left.length, right.length);
        CommonOps_DDRM.multTransB(u, v, residual);
        CommonOps_DDRM.multAddTransB(-1, new DMatrixRMaj(left), new DMatrixRMaj(right), residual);
        DMatrixRMaj imbalance = new DMatrixRMaj(columns, columns);
        CommonOps_DDRM.multTransA(u, u, imbalance);
        CommonOps_DDRM.multAddTransA(-1, v, v, imbalance);
        return new Parts(u, v, residual, imbalance);
    }

    /** (EV + ½UD, EᵀU − ½VD). */
    @Override
    public double evaluate(double[] point, double[] gradient) {
        Parts parts = parts(point);
        DMatrixRMaj ofLeft = new DMatrixRMaj(left.length, columns);
        DMatrixRMaj ofRight = new DMatrixRMaj(right.length, columns);
        CommonOps_DDRM.mult(parts.residual, parts.v, ofLeft);
        CommonOps_DDRM.multAdd(0.5, parts.u, parts.imbalance, ofLeft);
        CommonOps_DDRM.multTransA(parts.residual, parts.u, ofRight);
        CommonOps_DDRM.multAdd(-0.5, parts.v, parts.imbalance, ofRight);
        System.arraycopy(ofLeft.data, 0, gradient, 0, ofLeft.data.length);
        System.arraycopy(ofRight.data, 0, gradient, ofLeft.data.length, ofRight.data.length);
        return Vectors.squaredNorm(parts.residual.data) / 2 + Vectors.squaredNorm(parts.imbalance.data) / 8;
    }

    /** E and D are off by γ(‖U‖² + ‖V‖² + ‖P‖² + ‖Q‖²). */
    @Override
    public Accuracy accuracy(double[] point) {
        Parts parts = parts(point);
        double size = Vectors.norm(point);
        double planted =
                Vectors.squaredNorm(new DMatrixRMaj(left).data) + Vectors.squaredNorm(new DMatrixRMaj(right).data);
        double residual = NormOps_DDRM.normF(parts.residual) + NormOps_DDRM.normF(parts.imbalance);
        double ofResidual = Rounding.gamma(left.length + right.length + columns + 4.0) * (size * size + planted);
        double roundings = Rounding.gamma(left.length * right.length + columns * columns + 4.0);
        return new Accuracy(
                2 * residual * ofResidual + ofResidual * ofResidual + roundings * residual * residual,
                2 * (ofResidual + roundings * residual) * size);
    }

    @Override
    public Enclosure exactGap(Enclosure[] point) {
        Enclosure[][] u = half(point, 0);
        Enclosure[][] v = half(point, 1);
        return Enclosures.squaredNorm(residual(u, v))
                .times(Enclosure.of(0.5))
                .plus(Enclosures.squaredNorm(imbalance(u, v)).times(Enclosure.of(0.125)));
    }

    @Override
    public Enclosure[] exactGradient(Enclosure[] point) {
        Enclosure[][] u = half(point, 0);
        Enclosure[][] v = half(point, 1);
        Enclosure[][] residual = residual(u, v);
        Enclosure[][] imbalance = imbalance(u, v);
        Enclosure[] ofLeft = EnclosedMatrix.flat(
                EnclosedMatrix.sum(EnclosedMatrix.product(residual, v), 0.5, EnclosedMatrix.product(u, imbalance)));
        Enclosure[] ofRight = EnclosedMatrix.flat(EnclosedMatrix.sum(
                EnclosedMatrix.product(EnclosedMatrix.transposed(residual), u),
                -0.5,
                EnclosedMatrix.product(v, imbalance)));
        Enclosure[] gradient = Arrays.copyOf(ofLeft, point.length);
        System.arraycopy(ofRight, 0, gradient, ofLeft.length, ofRight.length);
        return gradient;
    }

    private Enclosure[][] half(Enclosure[] point, int which) {
        int cut = left.length * columns;
        return EnclosedMatrix.rows(
                which == 0 ? Arrays.copyOf(point, cut) : Arrays.copyOfRange(point, cut, point.length), columns);
    }

    private Enclosure[][] residual(Enclosure[][] u, Enclosure[][] v) {
        return EnclosedMatrix.difference(
                EnclosedMatrix.timesTransposed(u, v),
                EnclosedMatrix.timesTransposed(Enclosures.of(left), Enclosures.of(right)));
    }

    private static Enclosure[][] imbalance(Enclosure[][] u, Enclosure[][] v) {
        return EnclosedMatrix.difference(
                EnclosedMatrix.gram(EnclosedMatrix.transposed(u)), EnclosedMatrix.gram(EnclosedMatrix.transposed(v)));
    }

    /** P over Q: the solutions are those of a symmetric factorization of both together. */
    private SymmetricFactorization stacked() {
        double[][] rows = Arrays.copyOf(left, left.length + right.length);
        System.arraycopy(right, 0, rows, left.length, right.length);
        return new SymmetricFactorization(rows, columns);
    }

    @Override
    public double[] solution() {
        return stacked().solution();
    }

    @Override
    public double distance(double[] point) {
        return stacked().distance(point);
    }

    @Override
    public double order() {
        return 4;
    }

    /** σ_r and 2σ₁ with σ the squared lengths of the columns of P, which are half of those of P over Q. */
    @Override
    public double[] curvatures() {
        double[] stacked = stacked().curvatures();
        return new double[] {stacked[0] / 2, stacked[1] / 2};
    }
}
