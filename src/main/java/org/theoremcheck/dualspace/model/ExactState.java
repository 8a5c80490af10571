package org.theoremcheck.dualspace.model;

import org.ejml.data.DMatrixRMaj;
import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.numeric.Enclosures;
import org.theoremcheck.numeric.Vectors;

/**
 * A {@link State} in enclosed arithmetic, from the very doubles of the problem and of the point. XXᵀ does no harm with 80 digits: the
 * row space is found by elimination.
 *
 * @param problem whose
 * @param point W
 * @param residual R
 * @param slope S
 * @param gradient G
 */
public record ExactState(
        Problem problem, Enclosure[][] point, Enclosure[][] residual, Enclosure[][] slope, Enclosure[][] gradient) {

    /** The state at W. */
    public static ExactState at(Problem problem, DMatrixRMaj point) {
        Enclosure[][] design = Enclosures.of(problem.design());
        Enclosure[][] exactPoint = of(point);
        Enclosure[][] residual = minus(product(design, exactPoint), Enclosures.of(problem.labels()));
        Enclosure[][] slope = new Enclosure[residual.length][problem.outputs()];
        for (int i = 0; i < slope.length; i++) {
            for (int j = 0; j < slope[i].length; j++) {
                slope[i][j] = problem.loss().exactDerivative(residual[i][j]);
            }
        }
        return new ExactState(problem, exactPoint, residual, slope, product(transposed(design), slope));
    }

    /** ℓ(R). */
    public Enclosure loss() {
        Enclosure sum = Enclosure.ZERO;
        for (Enclosure[] row : residual) {
            for (Enclosure entry : row) {
                sum = sum.plus(problem.loss().exactValue(entry));
            }
        }
        return sum;
    }

    /** K(G). */
    public Enclosure dual() {
        return problem.preconditioner().exactValue(gradient);
    }

    /** ∇K(G). */
    public Enclosure[][] direction() {
        return problem.preconditioner().exactGradient(gradient);
    }

    /** X⁺ times an n × k matrix. */
    public static Enclosure[][] pseudoInverse(Problem problem, Enclosure[][] matrix) {
        return pseudoInverse(problem, Vectors.filled(problem.dimension(), 1), matrix);
    }

    /** PXᵀ(XPXᵀ)⁻¹ times an n × k matrix, for P = diag(p). */
    public static Enclosure[][] pseudoInverse(Problem problem, double[] weights, Enclosure[][] matrix) {
        Enclosure[][] design = Enclosures.of(problem.design());
        Enclosure[][] weighted = transposed(design);
        for (int i = 0; i < weighted.length; i++) {
            for (int j = 0; j < weighted[i].length; j++) {
                weighted[i][j] = Enclosure.of(weights[i]).times(weighted[i][j]);
            }
        }
        return product(weighted, Enclosures.solve(product(design, weighted), matrix));
    }

    /** The part of a d × k matrix that is orthogonal to the rows of X. */
    public static Enclosure[][] orthogonal(Problem problem, Enclosure[][] matrix) {
        return minus(matrix, pseudoInverse(problem, product(Enclosures.of(problem.design()), matrix)));
    }

    /** The exact values of a matrix. */
    public static Enclosure[][] of(DMatrixRMaj matrix) {
        Enclosure[][] rows = new Enclosure[matrix.numRows][matrix.numCols];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < matrix.numCols; j++) {
                rows[i][j] = Enclosure.of(matrix.get(i, j));
            }
        }
        return rows;
    }

    /** A − B. */
    public static Enclosure[][] minus(Enclosure[][] a, Enclosure[][] b) {
        Enclosure[][] difference = new Enclosure[a.length][a[0].length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a[i].length; j++) {
                difference[i][j] = a[i][j].minus(b[i][j]);
            }
        }
        return difference;
    }

    /** A + B. */
    public static Enclosure[][] plus(Enclosure[][] a, Enclosure[][] b) {
        Enclosure[][] sum = new Enclosure[a.length][a[0].length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a[i].length; j++) {
                sum[i][j] = a[i][j].plus(b[i][j]);
            }
        }
        return sum;
    }

    /** ⟨A, B⟩. */
    public static Enclosure inner(Enclosure[][] a, Enclosure[][] b) {
        Enclosure sum = Enclosure.ZERO;
        for (int i = 0; i < a.length; i++) {
            sum = sum.plus(Enclosures.dot(a[i], b[i]));
        }
        return sum;
    }

    /** ‖A‖_F. */
    public static Enclosure norm(Enclosure[][] matrix) {
        return Enclosures.squaredNorm(matrix).sqrt();
    }

    private static Enclosure[][] transposed(Enclosure[][] matrix) {
        Enclosure[][] transposed = new Enclosure[matrix[0].length][matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < transposed.length; j++) {
                transposed[j][i] = matrix[i][j];
            }
        }
        return transposed;
    }

    private static Enclosure[][] product(Enclosure[][] a, Enclosure[][] b) {
        Enclosure[][] columns = transposed(b);
        Enclosure[][] product = new Enclosure[a.length][columns.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                product[i][j] = Enclosures.dot(a[i], columns[j]);
            }
        }
        return product;
    }
}
