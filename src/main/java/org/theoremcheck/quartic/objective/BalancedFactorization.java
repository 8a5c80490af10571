package org.theoremcheck.quartic.objective;

import java.util.Arrays;
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

    /** E = UVᵀ − PQᵀ, row by row. */
    private double[] residual(double[] point) {
        double[] residual = new double[left.length * right.length];
        for (int i = 0; i < left.length; i++) {
            for (int j = 0; j < right.length; j++) {
                double sum = -Vectors.dot(left[i], right[j]);
                for (int c = 0; c < columns; c++) {
                    sum += point[i * columns + c] * point[(left.length + j) * columns + c];
                }
                residual[i * right.length + j] = sum;
            }
        }
        return residual;
    }

    /** D = UᵀU − VᵀV, row by row. */
    private double[] imbalance(double[] point) {
        double[] imbalance = new double[columns * columns];
        for (int row = 0; row < left.length + right.length; row++) {
            double sign = row < left.length ? 1 : -1;
            for (int c = 0; c < columns; c++) {
                double entry = sign * point[row * columns + c];
                for (int e = 0; e < columns; e++) {
                    imbalance[c * columns + e] += entry * point[row * columns + e];
                }
            }
        }
        return imbalance;
    }

    /** (EV + ½UD, EᵀU − ½VD). */
    @Override
    public double evaluate(double[] point, double[] gradient) {
        double[] residual = residual(point);
        double[] imbalance = imbalance(point);
        for (int row = 0; row < left.length + right.length; row++) {
            boolean upper = row < left.length;
            for (int c = 0; c < columns; c++) {
                double ofBalance = 0;
                for (int e = 0; e < columns; e++) {
                    ofBalance += point[row * columns + e] * imbalance[e * columns + c];
                }
                double ofResidual = 0;
                for (int other = 0; other < (upper ? right.length : left.length); other++) {
                    ofResidual += upper
                            ? residual[row * right.length + other] * point[(left.length + other) * columns + c]
                            : residual[other * right.length + row - left.length] * point[other * columns + c];
                }
                gradient[row * columns + c] = ofResidual + (upper ? ofBalance : -ofBalance) / 2;
            }
        }
        return Vectors.squaredNorm(residual) / 2 + Vectors.squaredNorm(imbalance) / 8;
    }

    /** E and D are off by γ(‖U‖² + ‖V‖² + ‖P‖² + ‖Q‖²). */
    @Override
    public Accuracy accuracy(double[] point) {
        double size = Vectors.norm(point);
        double planted = Vectors.squaredNorm(solution());
        double residual = Vectors.norm(residual(point)) + Vectors.norm(imbalance(point));
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
