package org.theoremcheck.quartic.objective;

import org.ejml.data.DMatrixRMaj;
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

    /** E = BBᵀ − PPᵀ, row by row. */
    private double[] residual(double[] point) {
        int d = planted.length;
        double[] residual = new double[d * d];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = -Vectors.dot(planted[i], planted[j]);
                for (int c = 0; c < columns; c++) {
                    sum += point[i * columns + c] * point[j * columns + c];
                }
                residual[i * d + j] = sum;
                residual[j * d + i] = sum;
            }
        }
        return residual;
    }

    /** ∇f(B) = EB. */
    @Override
    public double evaluate(double[] point, double[] gradient) {
        int d = planted.length;
        double[] residual = residual(point);
        for (int i = 0; i < d; i++) {
            for (int c = 0; c < columns; c++) {
                double sum = 0;
                for (int j = 0; j < d; j++) {
                    sum += residual[i * d + j] * point[j * columns + c];
                }
                gradient[i * columns + c] = sum;
            }
        }
        return Vectors.squaredNorm(residual) / 4;
    }

    /** E is off by γ(‖B‖² + ‖P‖²). */
    @Override
    public Accuracy accuracy(double[] point) {
        int d = planted.length;
        double size = Vectors.norm(point);
        double goal = Vectors.squaredNorm(solution());
        double residual = Vectors.norm(residual(point));
        double ofResidual = Rounding.gamma(columns + planted[0].length + 4.0) * (size * size + goal);
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
        return Spectra.procrustes(DMatrixRMaj.wrap(planted.length, columns, point), new DMatrixRMaj(planted));
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
