package org.theoremcheck.predictable.rank;

import org.theoremcheck.numeric.Enclosure;

/**
 * Increments and what factors leave of them, in exact arithmetic. Shares no arithmetic with {@link Increments} and {@link Residue}.
 *
 * @param unit what all is divided by, a power of two
 * @param rows hₜ / unit
 * @param dimension d
 */
record ExactIncrements(double unit, Enclosure[][] rows, int dimension) {

    static ExactIncrements of(double[][] gradients, double unit) {
        Enclosure[][] rows = new Enclosure[gradients.length - 1][];
        for (int t = 0; t < rows.length; t++) {
            rows[t] = difference(gradients[t + 1], gradients[t], unit);
        }
        return new ExactIncrements(unit, rows, gradients[0].length);
    }

    /** (a − b) / unit. */
    static Enclosure[] difference(double[] a, double[] b, double unit) {
        Enclosure[] difference = new Enclosure[a.length];
        for (int i = 0; i < a.length; i++) {
            difference[i] = Enclosure.of(a[i]).minus(Enclosure.of(b[i])).times(Enclosure.of(1 / unit));
        }
        return difference;
    }

    /** σ₁ ≥ σ₂ ≥ …. */
    Enclosure[] singularValues() {
        return ExactSpectrum.singularValues(rows, dimension);
    }

    /** H − Σ_{k<count} aₖ bₖᵀ. */
    Enclosure[][] without(Factors factors, int count) {
        Enclosure[][] rest = new Enclosure[rows.length][];
        for (int t = 0; t < rows.length; t++) {
            rest[t] = rows[t].clone();
            for (int k = 0; k < count; k++) {
                Enclosure weight = Enclosure.of(factors.weights()[k][t]).times(Enclosure.of(1 / unit));
                for (int i = 0; i < dimension; i++) {
                    rest[t][i] = rest[t][i].minus(weight.times(Enclosure.of(factors.directions()[k][i])));
                }
            }
        }
        return rest;
    }

    /** ‖·‖²_F, with the coordinates but the first weighted. */
    static Enclosure squares(Enclosure[][] rows, double weight) {
        Enclosure squares = Enclosure.ZERO;
        for (Enclosure[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                Enclosure square = row[i].squared();
                squares = squares.plus(i == 0 ? square : square.times(Enclosure.of(weight)));
            }
        }
        return squares;
    }
}
