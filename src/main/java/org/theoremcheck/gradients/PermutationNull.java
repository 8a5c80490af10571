package org.theoremcheck.gradients;

import org.theoremcheck.numeric.Vectors;

/**
 * The distribution of a path length over all orders in time of the same gradients, which keeps their directions and their energies
 * and destroys what the past says about the future: P = Σ Wₛₜ K_{π(s)π(t)} with K = (⟨gᵢ, gⱼ⟩) and π uniform. Mean and variance are
 * exact; the variance of the part off the diagonal is that of Mantel's statistic (Cancer Research 27, 209–220, 1967).
 *
 * @param mean E P
 * @param variance Var P; NaN below four gradients
 */
record PermutationNull(double mean, double variance) {

    /** Of the form W and the Gram matrix K, both of order N, the latter in the same three parts. */
    static PermutationNull of(QuadraticForm form, QuadraticForm gram) {
        double rows = form.order();
        double pairs = rows * (rows - 1);
        double triples = pairs * (rows - 2);
        double quadruples = triples * (rows - 3);

        double formSum = form.besideSum();
        double gramSum = gram.besideSum();
        double diagonalMean = form.trace() * gram.trace() / rows;
        double besideMean = formSum * gramSum / pairs;

        double diagonalVariance = deviations(form.diagonal()) * deviations(gram.diagonal()) / (rows - 1);

        double formRows = Vectors.squaredNorm(form.beside());
        double gramRows = Vectors.squaredNorm(gram.beside());
        double samePair = 2 * form.squares() * gram.squares() / pairs;
        double oneShared = 4 * (formRows - form.squares()) * (gramRows - gram.squares()) / triples;
        double disjoint = (formSum * formSum + 2 * form.squares() - 4 * formRows)
                * (gramSum * gramSum + 2 * gram.squares() - 4 * gramRows)
                / quadruples;

        double formCross = Vectors.dot(form.diagonal(), form.beside());
        double gramCross = Vectors.dot(gram.diagonal(), gram.beside());
        double crossMoment = 2 * formCross * gramCross / pairs
                + (form.trace() * formSum - 2 * formCross) * (gram.trace() * gramSum - 2 * gramCross) / triples;

        double variance = diagonalVariance
                + (samePair + oneShared + disjoint - besideMean * besideMean)
                + 2 * (crossMoment - diagonalMean * besideMean);
        return new PermutationNull(diagonalMean + besideMean, rows < 4 ? Double.NaN : Math.max(0, variance));
    }

    private static double deviations(double[] values) {
        double mean = Vectors.sum(values) / values.length;
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return squares;
    }
}
