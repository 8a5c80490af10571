package org.theoremcheck.predictable.rank;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.numeric.Enclosures;

/**
 * Singular values proved: Commons Math proposes a decomposition, whatever it is worth, and exact arithmetic says how far it can be off.
 *
 * <p>With the proposed U, s, V of Hᵀ taken as exact numbers, let e = ‖UᵀU − I‖_F, f = ‖VᵀV − I‖_F and ρ = ‖Hᵀ − U diag(s) Vᵀ‖_F. The singular
 * values of U lie in [1 − e, 1 + e], so that those of U diag(s) Vᵀ are sᵢ up to a factor in [(1 − e)(1 − f), (1 + e)(1 + f)]
 * (Ostrowski), and by Weyl σᵢ(H) is within ρ of them. Nothing is believed of Commons Math: had it answered nonsense, the enclosure
 * would be wide.
 */
final class ExactSpectrum {

    private ExactSpectrum() {}

    /**
     * Encloses σ₁ ≥ σ₂ ≥ ….
     *
     * @param rows hₜ
     * @param dimension d
     */
    static Enclosure[] singularValues(Enclosure[][] rows, int dimension) {
        int count = Math.min(rows.length, dimension);
        if (count == 0) {
            return new Enclosure[0];
        }
        var proposed = propose(Arrays.stream(rows)
                .map(row -> Arrays.stream(row).mapToDouble(Enclosure::middle).toArray())
                .toArray(double[][]::new));
        Enclosure[][] right = Enclosures.of(proposed.getUT().getData());
        Enclosure[][] left = Enclosures.of(proposed.getVT().getData());
        Enclosure[] values = Enclosures.of(proposed.getSingularValues());
        Enclosure far = residual(rows, right, values, left);
        Enclosure e = Enclosures.defect(right);
        Enclosure f = Enclosures.defect(left);
        Enclosure least = positive(Enclosure.ONE.minus(e)).times(positive(Enclosure.ONE.minus(f)));
        Enclosure most = Enclosure.ONE.plus(e).times(Enclosure.ONE.plus(f));
        Enclosure[] enclosed = new Enclosure[count];
        for (int i = 0; i < count; i++) {
            Enclosure low = positive(values[i].times(least).minus(far));
            enclosed[i] =
                    new Enclosure(low.low(), values[i].times(most).plus(far).high());
        }
        return enclosed;
    }

    /** The decomposition of Commons Math. */
    static SingularValueDecomposition propose(double[][] rows) {
        return new SingularValueDecomposition(new Array2DRowRealMatrix(rows, false));
    }

    private static Enclosure positive(Enclosure value) {
        return value.max(Enclosure.ZERO);
    }

    /** ‖Hᵀ − U diag(s) Vᵀ‖_F. */
    private static Enclosure residual(Enclosure[][] rows, Enclosure[][] right, Enclosure[] values, Enclosure[][] left) {
        Enclosure squares = Enclosure.ZERO;
        for (int t = 0; t < rows.length; t++) {
            for (int i = 0; i < rows[t].length; i++) {
                Enclosure rest = rows[t][i];
                for (int k = 0; k < values.length; k++) {
                    rest = rest.minus(right[k][t].times(values[k]).times(left[k][i]));
                }
                squares = squares.plus(rest.squared());
            }
        }
        return squares.sqrt();
    }
}
