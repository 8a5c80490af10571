package org.theoremcheck.meanfield.limit;

/**
 * A Gaussian process, row after row, as a linear map of normals ε that has exactly the covariance asked for over a sample: with
 * Cov = LLᵀ and the sample covariance TTᵀ of ε, the map is LT⁻¹.
 */
final class WhitenedProcess {

    /** A pivot below it belongs to a row that its past determines, as w_0 = 0 is: rounding alone would make it positive. */
    private static final double PIVOT_FLOOR = 1e-5;

    private final double[][] factor;
    private final double[][] sampleFactor;
    private int rows;

    WhitenedProcess(int capacity) {
        factor = new double[capacity][];
        sampleFactor = new double[capacity][];
    }

    /**
     * The coefficients of the next row.
     *
     * @param covariance of the row with those before and itself
     * @param products means of ε of this row times ε of those before and itself, over the sample
     */
    double[] extend(double[] covariance, double[] products) {
        factor[rows] = factorRow(covariance, factor);
        sampleFactor[rows] = factorRow(products, sampleFactor);
        double[] coefficients = factor[rows].clone();
        for (int i = rows; i >= 0; i--) {
            coefficients[i] /= sampleFactor[i][i];
            for (int j = 0; j < i; j++) {
                coefficients[j] -= coefficients[i] * sampleFactor[i][j];
            }
        }
        rows++;
        return coefficients;
    }

    /** The next row of a Cholesky factor. */
    private double[] factorRow(double[] covariance, double[][] above) {
        double[] row = new double[rows + 1];
        double left = covariance[rows];
        for (int j = 0; j < rows; j++) {
            double sum = covariance[j];
            for (int i = 0; i < j; i++) {
                sum -= row[i] * above[j][i];
            }
            row[j] = above[j][j] == 0 ? 0 : sum / above[j][j];
            left -= row[j] * row[j];
        }
        row[rows] = left > PIVOT_FLOOR * PIVOT_FLOOR ? Math.sqrt(left) : 0;
        return row;
    }
}
