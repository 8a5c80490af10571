package org.theoremcheck.predictable.projection;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.theoremcheck.claim.Draw;
import org.theoremcheck.claim.Family;
import org.theoremcheck.numeric.Vectors;

/** Families of experiments. Those of statistical theorems have a few members, and each is one test. */
final class Sketches {

    static final EntryLaw GAUSSIAN = new EntryLaw.Gaussian();

    private static final int MAPS = 20_000;
    private static final double[] POWERS = {1, -1, 2, 0, 0.5, -2, 4};

    private Sketches() {}

    /** Gaussian maps of vectors of all sorts. */
    static Family<Sketch> gaussian() {
        return few("gaussian", 2, in -> energies(in, GAUSSIAN, in.index() == 0 ? spread(in) : decaying(in)));
    }

    /** Sparse signs and vectors along few axes, where the kurtosis of the entries is seen most. */
    static Family<Sketch> sparse() {
        return few(
                "sparse-signs",
                2,
                in -> energies(
                        in, new EntryLaw.SparseSigns(in.index() == 0 ? 6 : 2), in.index() == 0 ? axes() : spread(in)));
    }

    private static Sketch energies(Draw in, EntryLaw law, double[][] rows) {
        return new Sketch(law, 16, rows, seed(in), MAPS);
    }

    /** One vector, sketched by 256 numbers. */
    static Family<Sketch> oneVector() {
        return few(
                "one-vector",
                2,
                in -> new Sketch(GAUSSIAN, 256, new double[][] {in.gaussians("vector", 0, 3)}, seed(in), 1000));
    }

    /** Increments whose singular values fall like 1/i and like 1/√i. */
    static Family<Sketch> powerLaws() {
        return few("power-law", 2, in -> {
            double power = in.index() == 0 ? 0.5 : 1;
            double[][] rows = rows(40, t -> axis(40, t, StrictMath.pow(t + 1.0, -power)));
            return new Sketch(GAUSSIAN, 16, rows, seed(in), 200);
        });
    }

    /** Multiples cₜ v of one vector, c = 0 or ± a power of two: the sketches are collinear to the last bit. */
    static Family<Sketch> collinear() {
        return Family.drawn("projection/collinear", "collinear", in -> {
            int dimension = in.integer("dimension", 1, 6);
            double[] v = in.gaussians("vector", 0, dimension);
            int rounds = in.integer("rounds", 1, 12);
            double[][] rows =
                    rows(rounds, t -> Vectors.scaled(POWERS[in.integer("power " + t, 0, POWERS.length - 1)], v));
            return new Sketch(law(in), in.integer("target", 1, 8), rows, seed(in), 1);
        });
    }

    /** Whole numbers of a small rank. */
    static Family<Sketch> ofSmallRank() {
        return Family.drawn("projection/small-rank", "rank", in -> {
            int rank = in.integer("rank", 1, 4);
            int dimension = in.integer("dimension", 4, 8);
            double[][] basis = rows(rank, i -> whole(in.uniforms("basis", i, dimension, -4, 4)));
            double[][] rows = rows(in.integer("rounds", 1, 10), t -> {
                double[] weights = whole(in.uniforms("weights", t, rank, -3, 3));
                double[] row = new double[dimension];
                for (int i = 0; i < rank; i++) {
                    for (int j = 0; j < dimension; j++) {
                        row[j] += weights[i] * basis[i][j];
                    }
                }
                return row;
            });
            return new Sketch(law(in), in.integer("target", 1, 8), rows, seed(in), 1);
        });
    }

    /** The constant log of v = 1, with many rounds. */
    static Sketch constant(int rounds, int target) {
        return new Sketch(GAUSSIAN, target, rows(rounds, t -> new double[] {1}), 1, 1);
    }

    /** n increments, each along an axis of its own. */
    static Sketch identity(int n, int target) {
        return new Sketch(GAUSSIAN, target, rows(n, t -> axis(n, t, 1)), 1, 1);
    }

    private static EntryLaw law(Draw in) {
        return in.oneOf("law", List.of(GAUSSIAN, new EntryLaw.SparseSigns(1), new EntryLaw.SparseSigns(3)));
    }

    private static long seed(Draw in) {
        return in.integer("seed", 0, 1 << 30);
    }

    private static double[][] spread(Draw in) {
        return rows(3, t -> in.gaussians("vector", t, 4));
    }

    private static double[][] decaying(Draw in) {
        return rows(3, t -> Vectors.scaled(StrictMath.pow(3, -t), in.gaussians("vector", t, 4)));
    }

    private static double[][] axes() {
        return new double[][] {{2, 0, 0}, {0, 1, 0}};
    }

    private static double[] axis(int dimension, int i, double length) {
        double[] axis = new double[dimension];
        axis[i] = length;
        return axis;
    }

    private static double[] whole(double[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.rint(values[i]);
        }
        return values;
    }

    private static double[][] rows(int n, IntFunction<double[]> row) {
        double[][] rows = new double[n][];
        for (int t = 0; t < n; t++) {
            rows[t] = row.apply(t);
        }
        return rows;
    }

    private static Family<Sketch> few(String name, int experiments, Function<Draw, Sketch> sampler) {
        return new Family<>("projection/" + name, name, experiments, sampler);
    }
}
