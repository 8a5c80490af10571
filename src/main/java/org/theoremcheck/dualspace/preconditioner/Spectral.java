package org.theoremcheck.dualspace.preconditioner;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.numeric.Enclosures;

/**
 * Smoothed orthogonalization, as in Muon: K(G) = Σ √(σᵢ² + e²) − e over the singular values of G, ∇K(G) = G (GᵀG + e²I)^(−1/2). The k × k
 * matrix under the root is decomposed, so that no small singular value divides anything.
 *
 * @param width e, positive
 */
public record Spectral(double width) implements Preconditioner {

    /** A smoothed orthogonalization. */
    public Spectral {
        if (!(width > 0 && width <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("the width is a positive number, got " + width);
        }
    }

    private interface Pair {
        void of(double eigenvalue, DMatrixRMaj eigenvector);
    }

    private static void decompose(DMatrixRMaj gradient, Pair each) {
        int columns = gradient.numCols;
        DMatrixRMaj gram = new DMatrixRMaj(columns, columns);
        CommonOps_DDRM.multInner(gradient, gram);
        var decomposition = DecompositionFactory_DDRM.eig(columns, true, true);
        if (!decomposition.decompose(gram)) {
            throw new ArithmeticException("the eigenvalues did not converge");
        }
        for (int i = 0; i < columns; i++) {
            each.of(Math.max(0, decomposition.getEigenvalue(i).getReal()), decomposition.getEigenVector(i));
        }
    }

    @Override
    public double value(DMatrixRMaj gradient) {
        double[] sum = {0};
        decompose(gradient, (square, any) -> sum[0] += square / (Math.sqrt(square + width * width) + width));
        return sum[0];
    }

    @Override
    public DMatrixRMaj gradient(DMatrixRMaj gradient) {
        DMatrixRMaj inverseRoot = new DMatrixRMaj(gradient.numCols, gradient.numCols);
        decompose(
                gradient,
                (square, vector) -> CommonOps_DDRM.multAddTransB(
                        1 / Math.sqrt(square + width * width), vector, vector, inverseRoot));
        DMatrixRMaj product = new DMatrixRMaj(gradient.numRows, gradient.numCols);
        CommonOps_DDRM.mult(gradient, inverseRoot, product);
        return product;
    }

    @Override
    public Symmetry symmetry(int columns) {
        return columns == 1 ? Symmetry.ISOTROPIC : Symmetry.SPAN_PRESERVING;
    }

    @Override
    public double lipschitz() {
        return 1 / width;
    }

    @Override
    public double lowerSecant(double radius, int entries) {
        return (1 - 0x1p-44) / Math.sqrt(radius * radius + width * width);
    }

    @Override
    public boolean homogeneous() {
        return false;
    }

    @Override
    public double amplification(DMatrixRMaj gradient) {
        return 1 / width;
    }

    /** Eigenvalues are off by a few u‖G‖², which e² damps: ‖A^(−1/2) − B^(−1/2)‖ ≤ ‖A − B‖/(2e³) where both are at least e². */
    @Override
    public double roundings(DMatrixRMaj gradient) {
        double squares = 0;
        for (double entry : gradient.data) {
            squares += entry * entry;
        }
        return (Profile.ERROR + gradient.numRows) * (1 + squares / (width * width));
    }

    @Override
    public Enclosure exactValue(Enclosure[][] gradient) {
        Enclosure[][] root = root(gradient);
        Enclosure trace = Enclosure.ZERO;
        for (int i = 0; i < root.length; i++) {
            trace = trace.plus(root[i][i]).minus(Enclosure.of(width));
        }
        return trace;
    }

    @Override
    public Enclosure[][] exactGradient(Enclosure[][] gradient) {
        Enclosure[][] transposed = new Enclosure[gradient[0].length][gradient.length];
        for (int i = 0; i < gradient.length; i++) {
            for (int j = 0; j < transposed.length; j++) {
                transposed[j][i] = gradient[i][j];
            }
        }
        Enclosure[][] solved = Enclosures.solve(root(gradient), transposed);
        Enclosure[][] product = new Enclosure[gradient.length][transposed.length];
        for (int i = 0; i < product.length; i++) {
            for (int j = 0; j < transposed.length; j++) {
                product[i][j] = solved[j][i];
            }
        }
        return product;
    }

    /**
     * (GᵀG + e²I)^(1/2), for one column or two: by Cayley and Hamilton it is (A + √(det A) I)/√(tr A + 2√(det A)).
     *
     * @throws ArithmeticException for more columns
     */
    private Enclosure[][] root(Enclosure[][] gradient) {
        int columns = gradient[0].length;
        if (columns > 2) {
            throw new ArithmeticException("no closed form of the root for " + columns + " columns");
        }
        Enclosure[][] a = new Enclosure[columns][columns];
        for (int i = 0; i < columns; i++) {
            for (int j = 0; j < columns; j++) {
                a[i][j] = i == j ? Enclosure.of(width).squared() : Enclosure.ZERO;
                for (Enclosure[] row : gradient) {
                    a[i][j] = a[i][j].plus(i == j ? row[i].squared() : row[i].times(row[j]));
                }
            }
        }
        if (columns == 1) {
            return new Enclosure[][] {{a[0][0].sqrt()}};
        }
        Enclosure determinant = a[0][0].times(a[1][1]).minus(a[0][1].squared()).sqrt();
        Enclosure divisor =
                a[0][0].plus(a[1][1]).plus(determinant).plus(determinant).sqrt();
        a[0][0] = a[0][0].plus(determinant);
        a[1][1] = a[1][1].plus(determinant);
        for (Enclosure[] row : a) {
            for (int j = 0; j < columns; j++) {
                row[j] = row[j].over(divisor);
            }
        }
        return a;
    }
}
