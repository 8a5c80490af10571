package org.theoremcheck.predictable.pathlength;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.theoremcheck.claim.Draw;
import org.theoremcheck.claim.Family;
import org.theoremcheck.numeric.Vectors;
import org.theoremcheck.predictable.predictor.Predictor;

/** Families of logs, a group for each predictor. */
final class Logs {

    /** The predictors of the paper; an exponential mean has a decay of its own in each log. */
    enum Group {
        ONE_STEP("one-step"),
        TREND("trend"),
        EMA("ema"),
        AUTO_REGRESSION("auto-regression");

        private final String label;

        Group(String label) {
            this.label = label;
        }

        /** A predictor whose hints for short logs of small whole numbers are dyadic, and exact. */
        Predictor dyadic(Draw in) {
            return switch (this) {
                case ONE_STEP -> new Predictor.OneStep();
                case TREND -> in.oneOf("trend", List.of(new Predictor.Trend(), new Predictor.TrendFromRest()));
                case EMA -> new Predictor.Ema(in.oneOf("decay", List.of(0.5, 0.75, 0.25)));
                case AUTO_REGRESSION ->
                    new Predictor.AutoRegression(in.oneOf("coefficient", List.of(0.5, -0.5, -1.0, 0.25, 2.0, 0.0)));
            };
        }

        Predictor any(Draw in) {
            return switch (this) {
                case ONE_STEP, TREND -> dyadic(in);
                case EMA -> new Predictor.Ema(in.oneOf("decay", List.of(0.9, 0.99, 0.1)));
                case AUTO_REGRESSION -> new Predictor.AutoRegression(in.uniform("coefficient", -2, 2));
            };
        }
    }

    private enum Kind {
        NOISE,
        WALK,
        DRIFT,
        SPIKE
    }

    /** Within 0.1 % of the suprema that only infinite logs reach. */
    private static final int LONG = 4096;

    private Logs() {}

    /** Whole numbers, alternating logs, and logs of every shape and size. */
    static List<Family<Log>> of(Group... groups) {
        List<Family<Log>> families = new ArrayList<>();
        for (Group group : groups) {
            families.add(family(group, "integers", in -> new Log(group.dyadic(in), integers(in, 8))));
            families.add(family(group, "alternating", in -> new Log(group.any(in), alternating(in))));
            families.add(family(group, "shapes", in -> new Log(group.any(in), shaped(in))));
        }
        return families;
    }

    /** Alternating logs so long that their ends do not matter. */
    static Family<Log> endless(Group group, Predictor... predictors) {
        double[][] signs = rows(LONG, t -> new double[] {t % 2 == 0 ? 1 : -1});
        return Family.of(
                group.label + "/endless",
                group.label,
                Arrays.stream(predictors)
                        .map(predictor -> new Log(predictor, signs))
                        .toArray(Log[]::new));
    }

    /**
     * Standing waves v sin((t + 1)(2k − 1)π/(2n + 1)), the eigenvectors of the path length of the one-step predictor: k = n has the largest
     * κ, k = 1 the smallest.
     */
    static Family<Log> waves() {
        return family(Group.ONE_STEP, "waves", in -> {
            int n = in.integer("rounds", 1, 24);
            int k = in.oneOf("end", List.of(n, 1));
            double[] v = in.gaussians("direction", 0, in.integer("dimension", 1, 3));
            double angle = (2 * k - 1) * StrictMath.PI / (2 * n + 1);
            return new Log(new Predictor.OneStep(), rows(n, t -> Vectors.scaled(StrictMath.sin((t + 1) * angle), v)));
        });
    }

    /** Logs held against the best multiple of their last gradient. */
    static Family<Log> bestCoefficient() {
        return family(Group.AUTO_REGRESSION, "best-coefficient", in -> {
            double[][] g = integers(in, 8);
            double aligned = 0;
            double squares = 0;
            for (int t = 1; t < g.length; t++) {
                aligned += Vectors.dot(g[t], g[t - 1]);
                squares += Vectors.squaredNorm(g[t - 1]);
            }
            return new Log(new Predictor.AutoRegression(squares == 0 ? 0 : aligned / squares), g);
        });
    }

    /** Rows of signs: independent gradients of one length, once all signs are tried. */
    static List<Family<Log>> signs() {
        return each(Group.values(), "signs", (in, group) -> {
            int n = in.integer("rounds", 2, 5);
            int dimension = in.integer("dimension", 1, 3);
            double size = in.integer("size", 1, 9);
            return new Log(group.dyadic(in), rows(n, t -> Vectors.scaled(size, in.signs("gradient", t, dimension))));
        });
    }

    /** Few gradients, so that all their orders can be tried. */
    static List<Family<Log>> few() {
        return each(Group.values(), "few", (in, group) -> new Log(group.dyadic(in), fewIntegers(in)));
    }

    /** Whole numbers alone. */
    static List<Family<Log>> integers() {
        return each(Group.values(), "whole", (in, group) -> new Log(group.dyadic(in), integers(in, 6, 4)));
    }

    /** Any predictor that is made of the past. */
    static List<Family<Log>> histories() {
        return each(Group.values(), "histories", (in, group) -> new Log(group.any(in), integers(in, 6)));
    }

    private interface Sampler {
        Log draw(Draw in, Group group);
    }

    private static List<Family<Log>> each(Group[] groups, String name, Sampler sampler) {
        return Arrays.stream(groups)
                .map(group -> family(group, name, in -> sampler.draw(in, group)))
                .toList();
    }

    private static Family<Log> family(Group group, String name, Function<Draw, Log> sampler) {
        return Family.drawn(group.label + "/" + name, group.label, sampler);
    }

    /** A log on the line. */
    static Log line(Predictor predictor, double... gradients) {
        return new Log(predictor, rows(gradients.length, t -> new double[] {gradients[t]}));
    }

    static double[][] rows(int n, IntFunction<double[]> row) {
        double[][] rows = new double[n][];
        for (int t = 0; t < n; t++) {
            rows[t] = row.apply(t);
        }
        return rows;
    }

    private static double[][] integers(Draw in, int longest) {
        return integers(in, longest, 3);
    }

    private static double[][] fewIntegers(Draw in) {
        return wholeRows(in, in.oneOf("rounds", List.of(2, 3, 3, 4, 4, 4, 4, 5)), 2);
    }

    private static double[][] integers(Draw in, int longest, int widest) {
        return wholeRows(in, in.integer("rounds", 1, longest), widest);
    }

    private static double[][] wholeRows(Draw in, int rounds, int largestDimension) {
        int dimension = in.integer("dimension", 1, largestDimension);
        return rows(rounds, t -> {
            double[] row = in.uniforms("gradient", t, dimension, -6, 6);
            for (int i = 0; i < dimension; i++) {
                row[i] = Math.rint(row[i]);
            }
            return row;
        });
    }

    private static double[][] alternating(Draw in) {
        double[] v = in.gaussians("direction", 0, in.integer("dimension", 1, 3));
        double fading = in.oneOf("fading", List.of(1.0, 0.9));
        return rows(
                in.integer("rounds", 1, 40), t -> Vectors.scaled((t % 2 == 0 ? 1 : -1) * StrictMath.pow(fading, t), v));
    }

    /** Noise, a random walk, noise about a mean, or one large gradient among small ones, from 10⁻¹⁶⁰ to 10¹⁵⁰ in size. */
    private static double[][] shaped(Draw in) {
        int n = in.integer("rounds", 1, 20);
        int dimension = in.integer("dimension", 1, 3);
        double size = in.oneOf("size", List.of(1.0, 1e-160, 1e150, 1e-3));
        Kind kind = in.oneOf("kind", List.of(Kind.values()));
        double[] mean = in.gaussians("mean", 0, dimension);
        double[][] g = rows(n, t -> in.gaussians("gradient", t, dimension));
        for (int t = 0; t < n; t++) {
            for (int i = 0; i < dimension; i++) {
                double before = t == 0 ? 0 : g[t - 1][i];
                g[t][i] = switch (kind) {
                    case NOISE -> size * g[t][i];
                    case WALK -> before + size * g[t][i];
                    case DRIFT -> size * (mean[i] + 0.1 * g[t][i]);
                    case SPIKE -> size * g[t][i] * (t == n / 2 ? 1e4 : 1);
                };
            }
        }
        return g;
    }
}
