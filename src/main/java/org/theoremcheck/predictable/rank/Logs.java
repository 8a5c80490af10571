package org.theoremcheck.predictable.rank;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.theoremcheck.claim.Draw;
import org.theoremcheck.claim.Family;
import org.theoremcheck.numeric.Vectors;

/** Families of logs whose singular values are known by construction: H = Q diag(σ) Rᵀ with products of reflections Q and R. */
final class Logs {

    /** The most reflections on either side. */
    static final int REFLECTIONS = 3;

    /** About 10¹⁵⁰ and 10⁻¹⁶⁰, and beyond: squares or sums of squares overflow or vanish. */
    private static final List<Double> EXTREME = List.of(0x1p498, 0x1p-531, 0x1p510, 0x1p-500);

    /** How many logs of up to 20 × 20 are enough: they take as long as all the small ones. */
    static final int LARGE = 300;

    private static final List<Double> PLAIN = List.of(1.0);

    private Logs() {}

    /** All of them. */
    static List<Family<Log>> everywhere() {
        List<Family<Log>> families = new ArrayList<>();
        for (Decay decay : Decay.values()) {
            families.add(drawn(decay.label(), in -> planted(in, decay, 1, 6, PLAIN)));
        }
        families.add(new Family<>("rank/large", "planted", LARGE, in -> planted(in, any(in), 5, 20, PLAIN)));
        families.add(drawn("line", in -> planted(in, any(in), 1, 1, PLAIN)));
        families.add(drawn("extreme", in -> planted(in, any(in), 1, 4, EXTREME)));
        families.add(Family.of("rank/ties", "ties", ties()));
        families.add(Family.of("rank/nothing", "ties", nothing()));
        return families;
    }

    private static Family<Log> drawn(String name, Function<Draw, Log> sampler) {
        return Family.drawn("rank/" + name, "planted", sampler);
    }

    private static Decay any(Draw in) {
        return in.oneOf("decay", List.of(Decay.values()));
    }

    /** Increments diag(σ) from g₀ = 0, with m₀ = g₀; the rival keeps the coordinates from the r-th last on. */
    static Log diagonal(int rank, double epsilon, double... spectrum) {
        int n = spectrum.length;
        double[][] gradients = new double[n + 1][n];
        double[][] directions = new double[rank][n];
        double[][] weights = new double[rank][n];
        for (int t = 0; t < n; t++) {
            System.arraycopy(gradients[t], 0, gradients[t + 1], 0, n);
            gradients[t + 1][t] = spectrum[t];
        }
        for (int k = 0; k < rank; k++) {
            directions[k][n - 1 - k] = spectrum[n - 1 - k];
            weights[k][n - 1 - k] = 1;
        }
        return new Log(gradients, new double[n], rank, epsilon, spectrum, new Factors(directions, weights));
    }

    /** Increments diag(σ) R from g₀ = m₀ = 0, with R the reflection at (1, …, 1): no column is a singular direction. */
    static Log mirrored(int rank, double... spectrum) {
        int n = spectrum.length;
        double[][] rows = new double[n][n];
        for (int k = 0; k < n; k++) {
            rows[k][k] = spectrum[k];
        }
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        reflectRows(ones, rows);
        return new Log(summed(new double[n], rows), new double[n], rank, 0, spectrum, Factors.NONE);
    }

    /** T = 0: g₀ against m₀ = 0, and no increments. */
    static Log single(double... gradient) {
        return new Log(new double[][] {gradient}, new double[gradient.length], 0, 0.5, new double[0], Factors.NONE);
    }

    /** g on the line from the first hint m₀ = 0, at rank 0. */
    static Log line(double... gradients) {
        double[][] rows =
                Arrays.stream(gradients).mapToObj(value -> new double[] {value}).toArray(double[][]::new);
        double energy = 0;
        for (int t = 1; t < gradients.length; t++) {
            energy += (gradients[t] - gradients[t - 1]) * (gradients[t] - gradients[t - 1]);
        }
        return new Log(rows, new double[1], 0, 0.5, new double[] {Math.sqrt(energy)}, Factors.NONE);
    }

    /** tail_r = ε tail₀ to the last bit: there both ranks will do. */
    private static Log[] ties() {
        return new Log[] {
            diagonal(1, 0.25, 3, 1, 1, 1),
            diagonal(1, 0.5, 1, 1),
            diagonal(1, 0.75, 1, 1, 1, 1),
            diagonal(2, 0.5, 1, 1, 1, 1),
            diagonal(1, 0.4375, 3, 1, 1, 1, 1, 1, 1, 1),
            diagonal(1, 0.5, 2, 1, 1, 1, 1),
            diagonal(2, 0.25, 2, 2, 2, 1, 1, 1, 1),
            diagonal(3, 0.0625, 3, 2, 1, 1, 1),
            diagonal(2, 0, 2, 1, 0),
            // Just below a tie the next rank is needed.
            diagonal(2, 0.25 - 0x1p-20, 3, 1, 1, 1),
        };
    }

    /** No increments, no coordinates, or increments that are all 0. */
    private static Log[] nothing() {
        return new Log[] {
            single(),
            single(1),
            single(0, 0),
            line(0, 0, 0),
            line(5, 5, 5),
            diagonal(0, 0.5, 0, 0),
            diagonal(2, 0, 0, 0, 0),
        };
    }

    private static Log planted(Draw in, Decay decay, int smallest, int largest, List<Double> scales) {
        int dimension = in.integer("dimension", smallest, largest);
        // One row or column of any length is a family of its own.
        int increments = in.integer("increments", largest == 1 ? 1 : smallest, largest == 1 ? 8 : largest);
        int full = Math.min(dimension, increments);
        double scale = in.oneOf("scale", scales);
        double[] values = decay.values(in, full);
        double[][] left = reflections(in, "left", dimension);
        double[][] right = reflections(in, "right", increments);
        double[][] rows = new double[increments][dimension];
        for (int k = 0; k < full; k++) {
            rows[k][k] = values[k];
        }
        for (double[] normal : left) {
            for (double[] row : rows) {
                reflect(normal, row);
            }
        }
        for (double[] normal : right) {
            reflectRows(normal, rows);
        }
        double[] start =
                Vectors.scaled(in.oneOf("offset", List.of(0.0, 1.0, 8.0)), in.gaussians("start", 0, dimension));
        double[] hint = switch (in.oneOf("first-hint", List.of(0, 1, 2))) {
            case 0 -> new double[dimension];
            case 1 -> start.clone();
            default -> in.gaussians("hint", 0, dimension);
        };
        double[][] gradients = summed(start, rows);
        int rank = in.integer("rank", 0, full);
        Factors rival = rival(in, rank, values, left, right);
        return new Log(
                scaled(scale, gradients),
                Vectors.scaled(scale, hint),
                rank,
                in.oneOf("share", List.of(0.0, 0.01, 0.05, 0.1, 0.2, 0.5, 1.0)) * in.uniform("epsilon", 0.5, 0.99),
                Vectors.scaled(scale, values),
                new Factors(scaled(scale, rival.directions()), rival.weights()));
    }

    /** The best increments of the rank, or some beside them. */
    private static Factors rival(Draw in, int rank, double[] values, double[][] left, double[][] right) {
        double beside = in.oneOf("beside", List.of(0.0, 1.0, 1.0)) * in.logUniform("nudge", 1e-8, 1);
        double[][] directions = new double[rank][];
        double[][] weights = new double[rank][];
        for (int k = 0; k < rank; k++) {
            directions[k] = nudged(in, "direction", k, left[left.length - 1].length, left, values[k], beside);
            weights[k] = nudged(in, "weight", k, right[right.length - 1].length, right, 1, beside);
        }
        return new Factors(directions, weights);
    }

    private static double[] nudged(
            Draw in, String name, int k, int length, double[][] normals, double size, double beside) {
        double[] vector = new double[length];
        vector[k] = size;
        for (double[] normal : normals) {
            reflect(normal, vector);
        }
        if (beside > 0) {
            double[] noise = in.gaussians(name, k, length);
            for (int i = 0; i < length; i++) {
                vector[i] += beside * noise[i];
            }
        }
        return vector;
    }

    /** Up to three normals of mirrors, and a last one that is 0 and mirrors nothing. */
    private static double[][] reflections(Draw in, String side, int dimension) {
        double[][] normals = new double[in.integer("reflections-" + side, 0, REFLECTIONS) + 1][];
        for (int j = 0; j < normals.length; j++) {
            normals[j] = j == normals.length - 1 ? new double[dimension] : in.gaussians(side, j, dimension);
        }
        return normals;
    }

    /** g₀ and the gradients with these increments. */
    private static double[][] summed(double[] start, double[][] increments) {
        double[][] gradients = new double[increments.length + 1][start.length];
        gradients[0] = start;
        for (int t = 0; t < increments.length; t++) {
            for (int i = 0; i < start.length; i++) {
                gradients[t + 1][i] = gradients[t][i] + increments[t][i];
            }
        }
        return gradients;
    }

    private static double[][] scaled(double factor, double[][] rows) {
        return Arrays.stream(rows).map(row -> Vectors.scaled(factor, row)).toArray(double[][]::new);
    }

    /** x − (2⟨n, x⟩/⟨n, n⟩) n. */
    private static void reflect(double[] normal, double[] x) {
        double square = Vectors.squaredNorm(normal);
        double twice = square == 0 ? 0 : 2 * Vectors.dot(normal, x) / square;
        for (int i = 0; i < x.length; i++) {
            x[i] -= twice * normal[i];
        }
    }

    private static void reflectRows(double[] normal, double[][] rows) {
        double[] column = new double[rows.length];
        for (int i = 0; i < rows[0].length; i++) {
            for (int t = 0; t < column.length; t++) {
                column[t] = rows[t][i];
            }
            reflect(normal, column);
            for (int t = 0; t < column.length; t++) {
                rows[t][i] = column[t];
            }
        }
    }
}
