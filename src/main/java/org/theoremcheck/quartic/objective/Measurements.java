package org.theoremcheck.quartic.objective;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Vectors a₁, …, a_m ∈ R^d to measure with, kept by coordinate and by vector: products with either are sums of rows, which HotSpot
 * vectorizes, where inner products of rows would be sums in one order.
 */
public final class Measurements {

    private final double[][] byCoordinate;
    private final double[][] byVector;

    /**
     * Measurements.
     *
     * @param byCoordinate d rows of m numbers
     */
    @JsonCreator
    public Measurements(double[][] byCoordinate) {
        this.byCoordinate = byCoordinate;
        byVector = new double[byCoordinate[0].length][byCoordinate.length];
        for (int i = 0; i < byVector.length; i++) {
            for (int j = 0; j < byCoordinate.length; j++) {
                byVector[i][j] = byCoordinate[j][i];
            }
        }
    }

    /** d rows of m numbers. */
    @JsonValue
    public double[][] byCoordinate() {
        return byCoordinate;
    }

    /** m. */
    int count() {
        return byVector.length;
    }

    /** d. */
    int dimension() {
        return byCoordinate.length;
    }

    /** aᵢ. */
    double[] vector(int i) {
        return byVector[i];
    }

    /**
     * Bᵀaᵢ for all i.
     *
     * @param factor B ∈ R^{d×k}, row by row
     * @return k rows of m numbers
     */
    double[][] project(double[] factor, int columns) {
        return combine(byCoordinate, factor, columns);
    }

    /**
     * Σ aᵢwᵢᵀ.
     *
     * @param weights wᵢ ∈ R^k, one after the other
     * @return k rows of d numbers
     */
    double[][] collect(double[] weights, int columns) {
        return combine(byVector, weights, columns);
    }

    /** Row c of the result is Σ_j coefficients[j, c] rows[j]; four rows at a time, so that each entry is loaded and stored less often. */
    private static double[][] combine(double[][] rows, double[] coefficients, int columns) {
        double[][] sums = new double[columns][rows[0].length];
        int j = 0;
        for (; j + 3 < rows.length; j += 4) {
            for (int c = 0; c < columns; c++) {
                add(
                        sums[c],
                        coefficients[j * columns + c],
                        rows[j],
                        coefficients[(j + 1) * columns + c],
                        rows[j + 1],
                        coefficients[(j + 2) * columns + c],
                        rows[j + 2],
                        coefficients[(j + 3) * columns + c],
                        rows[j + 3]);
            }
        }
        for (; j < rows.length; j++) {
            for (int c = 0; c < columns; c++) {
                double coefficient = coefficients[j * columns + c];
                for (int i = 0; i < rows[j].length; i++) {
                    sums[c][i] += coefficient * rows[j][i];
                }
            }
        }
        return sums;
    }

    private static void add(
            double[] sum,
            double b0,
            double[] v0,
            double b1,
            double[] v1,
            double b2,
            double[] v2,
            double b3,
            double[] v3) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += b0 * v0[i] + b1 * v1[i] + b2 * v2[i] + b3 * v3[i];
        }
    }
}
