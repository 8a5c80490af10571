package org.theoremcheck.predictable.rank;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.SingularOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.jspecify.annotations.Nullable;
import org.theoremcheck.numeric.Rounding;

/**
 * The best rank-r increments (Eckart and Young 1936): with H = Σ σₖ uₖ vₖᵀ, aₖ = σₖ uₖ and bₖ = vₖ. Singular values and vectors are
 * those of EJML, of H divided by a power of two near its largest entry, so that nothing overflows or vanishes. HᵀH is not formed: it
 * loses what lies below √u σ₁.
 *
 * <p>r*(ε) compares tails summed from the smallest σ². Values of at most max(d, T) u σ₁ count as 0, so that r*(0) is the numerical rank.
 */
public final class TruncatedSvd implements IncrementPredictor {

    private final List<double[]> gradients = new ArrayList<>();
    private @Nullable Triplets triplets;

    @Override
    public void observe(double[] gradient) {
        gradients.add(gradient.clone());
    }

    @Override
    public int rank(double epsilon) {
        double[] tails = triplets().tails();
        int rank = 0;
        while (tails[rank] > epsilon * tails[0]) {
            rank++;
        }
        return rank;
    }

    @Override
    public double[] direction(int k) {
        Triplets of = triplets();
        double[] direction = new double[of.left.numRows];
        for (int i = 0; i < direction.length; i++) {
            direction[i] = of.values[k] * of.left.get(i, k) * of.unit;
        }
        return direction;
    }

    @Override
    public double[] weights(int k) {
        Triplets of = triplets();
        double[] weights = new double[of.right.numRows];
        for (int t = 0; t < weights.length; t++) {
            weights[t] = of.right.get(t, k);
        }
        return weights;
    }

    /** The decomposition of the gradients seen. */
    Triplets triplets() {
        Triplets known = triplets;
        if (known == null) {
            Increments increments = Increments.of(gradients.toArray(double[][]::new));
            known = Triplets.of(increments.columns(), increments.unit());
            triplets = known;
        }
        return known;
    }

    /**
     * Singular triplets in descending order.
     *
     * @param unit what values are multiples of
     * @param values σ
     * @param left its columns are u
     * @param right its columns are v
     */
    record Triplets(double unit, double[] values, DMatrixRMaj left, DMatrixRMaj right) {

        /** The triplets of a matrix, which is overwritten. */
        static Triplets of(DMatrixRMaj matrix, double unit) {
            int rows = matrix.numRows;
            int columns = matrix.numCols;
            int count = Math.min(rows, columns);
            if (count == 0) {
                return new Triplets(unit, new double[0], new DMatrixRMaj(rows, 0), new DMatrixRMaj(columns, 0));
            }
            var svd = DecompositionFactory_DDRM.svd(rows, columns, true, true, true);
            if (!svd.decompose(matrix)) {
                throw new IllegalStateException("the singular value decomposition did not converge");
            }
            DMatrixRMaj left = svd.getU(null, false);
            DMatrixRMaj right = svd.getV(null, false);
            double[] values = java.util.Arrays.copyOf(svd.getSingularValues(), count);
            SingularOps_DDRM.descendingOrder(left, false, values, count, right, false);
            return new Triplets(unit, values, left, right);
        }

        /** Σ_{i≥r} σᵢ² for r = 0, …, min(d, T), in units². */
        double[] tails() {
            double[] tails = new double[values.length + 1];
            int longer = Math.max(left.numRows, right.numRows);
            for (int r = values.length - 1; r >= 0; r--) {
                boolean noise = values[r] <= longer * Rounding.UNIT * values[0];
                tails[r] = tails[r + 1] + (noise ? 0 : values[r] * values[r]);
            }
            return tails;
        }
    }
}
