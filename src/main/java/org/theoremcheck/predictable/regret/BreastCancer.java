package org.theoremcheck.predictable.regret;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Breast Cancer Wisconsin (Diagnostic): 569 cases of 30 features, each standardized and divided by √30, and a label ±1. UCI Machine
 * Learning Repository, CC BY 4.0.
 *
 * @param features one row a case
 * @param labels −1 malignant, +1 benign
 */
record BreastCancer(double[][] features, double[] labels) {

    static final BreastCancer DATA = read();

    private static BreastCancer read() {
        try (InputStream in = Objects.requireNonNull(BreastCancer.class.getResourceAsStream("breast_cancer.csv"));
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            List<double[]> rows = reader.lines()
                    .skip(1)
                    .map(line -> Arrays.stream(line.split(",", -1))
                            .mapToDouble(Double::parseDouble)
                            .toArray())
                    .toList();
            int width = rows.get(0).length - 1;
            double[][] features = new double[rows.size()][width];
            for (int column = 0; column < width; column++) {
                standardize(rows, features, column);
            }
            return new BreastCancer(
                    features,
                    rows.stream().mapToDouble(row -> 2 * row[width] - 1).toArray());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void standardize(List<double[]> rows, double[][] features, int column) {
        double mean = rows.stream().mapToDouble(row -> row[column]).reduce(0, Double::sum) / rows.size();
        double variance = rows.stream()
                        .mapToDouble(row -> (row[column] - mean) * (row[column] - mean))
                        .reduce(0, Double::sum)
                / rows.size();
        double scale = Math.sqrt(variance * features[0].length);
        for (int i = 0; i < features.length; i++) {
            features[i][column] = (rows.get(i)[column] - mean) / scale;
        }
    }
}
