package org.theoremcheck.predictable.regret;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.theoremcheck.claim.Draw;
import org.theoremcheck.predictable.geometry.BinaryEntropy;
import org.theoremcheck.predictable.geometry.Burg;
import org.theoremcheck.predictable.geometry.Domain;
import org.theoremcheck.predictable.geometry.Entropy;
import org.theoremcheck.predictable.geometry.EntropyBall;
import org.theoremcheck.predictable.geometry.Euclidean;
import org.theoremcheck.predictable.geometry.Geometry;
import org.theoremcheck.predictable.geometry.Hypentropy;
import org.theoremcheck.predictable.geometry.LogBarrier;
import org.theoremcheck.predictable.geometry.Mahalanobis;
import org.theoremcheck.predictable.geometry.NormBall;
import org.theoremcheck.predictable.geometry.PNorm;
import org.theoremcheck.predictable.geometry.SquaredNorm;
import org.theoremcheck.predictable.geometry.VonNeumann;

/** A geometry to draw games in, by the name under which its instances are counted. */
enum Arena {
    EUCLID(20, 50),
    BALL(20, 50),
    BOX(20, 50),
    SIMPLEX(20, 50),
    ENTROPY(20, 50),
    ENTROPY_BALL(8, 20),
    P_NORM(4, 10),
    P_NORM_BALL(4, 10),
    MAHALANOBIS(5, 25),
    ELLIPSOID(5, 25),
    BURG(8, 25),
    LOG_BARRIER(8, 20),
    BINARY_ENTROPY(8, 20),
    HYPENTROPY(8, 20),
    SPECTRAPLEX(6, 6);

    private final int largestDimension;
    private final int mostRounds;

    Arena(int largestDimension, int mostRounds) {
        this.largestDimension = largestDimension;
        this.mostRounds = mostRounds;
    }

    /** Any of its geometries. */
    Geometry geometry(Draw in, int dimension) {
        return switch (this) {
            case EUCLID -> euclidean(new Domain.Space(), in.oneOf("weight", List.of(1.0, 0.25, 0.5, 2.0)));
            case BALL ->
                in.oneOf(
                        "geometry",
                        List.of(
                                euclidean(new Domain.Ball(1), 1),
                                euclidean(new Domain.Ball(0.5), 1),
                                euclidean(new Domain.Ball(2), 1),
                                euclidean(new Domain.Ball(1), 0.5)));
            case BOX ->
                in.oneOf(
                        "geometry",
                        List.of(
                                euclidean(new Domain.Box(-1, 1), 1),
                                euclidean(new Domain.Box(-2, 2), 1),
                                euclidean(new Domain.Box(-1, 1), 0.5),
                                euclidean(new Domain.Box(1, 2), 1)));
            case ENTROPY_BALL -> new EntropyBall(in.oneOf("radius", List.of(1.0, 0.5, 4.0)));
            case P_NORM, P_NORM_BALL -> reach(in, new PNorm(in.oneOf("exponent", List.of(1.5, 1.2, 1.1, 2.0))));
            case MAHALANOBIS, ELLIPSOID -> reach(in, new Mahalanobis(factor(in, dimension)));
            case HYPENTROPY ->
                new Hypentropy(in.oneOf("scale", List.of(1.0, 0.25)), in.oneOf("radius", List.of(2.0, 1.0, 5.0)));
            default -> plain(dimension);
        };
    }

    /** The plainest of its geometries. */
    Geometry plain(int dimension) {
        return switch (this) {
            case EUCLID -> euclidean(new Domain.Space(), 1);
            case BALL -> euclidean(new Domain.Ball(1), 1);
            case BOX -> euclidean(new Domain.Box(-1, 1), 1);
            case SIMPLEX -> euclidean(new Domain.Simplex(), 1);
            case ENTROPY -> new Entropy();
            case ENTROPY_BALL -> new EntropyBall(1);
            case P_NORM -> new PNorm(1.5);
            case P_NORM_BALL -> new NormBall(new PNorm(1.5), 1);
            case MAHALANOBIS -> new Mahalanobis(plainFactor(dimension));
            case ELLIPSOID -> new NormBall(new Mahalanobis(plainFactor(dimension)), 1);
            case BURG -> new Burg();
            case LOG_BARRIER -> new LogBarrier();
            case BINARY_ENTROPY -> new BinaryEntropy();
            case HYPENTROPY -> new Hypentropy(1, 2);
            case SPECTRAPLEX -> new VonNeumann();
        };
    }

    private static Geometry euclidean(Domain domain, double weight) {
        return new Euclidean(domain, weight);
    }

    private Geometry reach(Draw in, SquaredNorm whole) {
        return this == P_NORM || this == MAHALANOBIS
                ? whole
                : new NormBall(whole, in.oneOf("radius", List.of(1.0, 0.5, 2.0)));
    }

    /** Ones on the diagonal and halves beside it. */
    private static double[][] plainFactor(int dimension) {
        double[][] factor = new double[dimension][];
        for (int i = 0; i < dimension; i++) {
            factor[i] = new double[i + 1];
            factor[i][i] = 1;
            if (i > 0) {
                factor[i][i - 1] = 0.5;
            }
        }
        return factor;
    }

    private static double[][] factor(Draw in, int dimension) {
        double[][] factor = new double[dimension][];
        for (int i = 0; i < dimension; i++) {
            factor[i] = in.uniforms("factor", i, i + 1, -0.5, 0.5);
            factor[i][i] = in.logUniform("diagonal-" + i, 0.5, 2);
        }
        return factor;
    }

    /** The group of its families: the name in small letters with hyphens. */
    String group() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether points are distributions, so that there are at least two coordinates. */
    boolean ofDistributions() {
        return this == SIMPLEX || this == ENTROPY || this == LOG_BARRIER;
    }

    /** Whether games with any number of coordinates can be played, and quickly. */
    boolean ofAnyDimension() {
        return largestDimension >= 20;
    }

    /** A dimension up to the largest, or less where steps are dear. */
    int dimension(Draw in, int largest) {
        return this == SPECTRAPLEX
                ? in.oneOf("dimension", List.of(3, 6))
                : in.integer("dimension", smallestDimension(), Math.min(largest, largestDimension));
    }

    /** The fewest coordinates with which there is more than one point. */
    int smallestDimension() {
        return this == SPECTRAPLEX ? 3 : ofDistributions() ? 2 : 1;
    }

    /** A number of rounds up to the largest, or less where steps are dear. */
    int rounds(Draw in, int largest) {
        return in.integer("rounds", 1, Math.min(largest, mostRounds));
    }

    /** A step; not tiny where the residual of a step is large against the gradient. */
    double step(Draw in) {
        return in.logUniform("step", ofAnyDimension() ? 0.01 : 0.05, 1);
    }

    /**
     * Where Φ curves no more than λ: near the start B(start + tv, start) ≈ (λ/2)‖tv‖² along a direction v for which ⟨v, x⟩ = ‖v‖_*‖x‖ is
     * attained, and it is in X for negative t.
     */
    record Flat(Geometry geometry, double[] start, double[] direction) {}

    /** The place in one of its geometries where strong convexity is attained. */
    Flat flattest(Draw in) {
        int dimension = ofDistributions() && this != LOG_BARRIER ? 2 * in.integer("pairs", 1, 5) : flatDimension(in);
        Geometry geometry = plain(dimension);
        return switch (this) {
            case SIMPLEX, ENTROPY, LOG_BARRIER -> new Flat(geometry, centre(geometry, dimension), balanced(dimension));
            case ENTROPY_BALL -> {
                EntropyBall ball = new EntropyBall(in.oneOf("radius", List.of(1.0, 0.5, 4.0)));
                yield new Flat(ball, filled(dimension, ball.radius() / dimension), filled(dimension, 1));
            }
            case P_NORM, P_NORM_BALL -> {
                PNorm whole = new PNorm(in.oneOf("exponent", List.of(1.5, 1.2, 1.1, 2.0)));
                double[] start = whole.point(filled(dimension, 0.5));
                yield new Flat(this == P_NORM ? whole : new NormBall(whole, 1), start, balanced(dimension));
            }
            case BURG -> new Flat(geometry, filled(dimension, 1), filled(dimension, 1));
            case HYPENTROPY -> new Flat(geometry, filled(dimension, 2), filled(dimension, 1));
            case SPECTRAPLEX -> new Flat(geometry, centre(geometry, dimension), turned(in.uniform("angle", -1, 1)));
            default -> new Flat(geometry, centre(geometry, dimension), in.gaussians("gradient", 0, dimension));
        };
    }

    /** The symmetric matrix of order 2 with eigenvalues 1 and −1, turned by half the angle. */
    private static double[] turned(double angle) {
        double cosine = StrictMath.cos(angle);
        return new double[] {cosine, Math.sqrt(2) * StrictMath.sin(angle), -cosine};
    }

    private int flatDimension(Draw in) {
        return switch (this) {
            case P_NORM, P_NORM_BALL, LOG_BARRIER -> 2;
            case SPECTRAPLEX -> 3;
            default -> in.integer("dimension", 1, Math.min(10, largestDimension));
        };
    }

    private static double[] filled(int dimension, double value) {
        double[] vector = new double[dimension];
        Arrays.fill(vector, value);
        return vector;
    }

    /** (1, −1, 1, −1, …), which leaves the sum of a distribution alone. */
    private static double[] balanced(int dimension) {
        double[] signs = filled(dimension, 1);
        for (int i = 1; i < dimension; i += 2) {
            signs[i] = -1;
        }
        return signs;
    }

    /** The minimizer of Φ. */
    static double[] centre(Geometry geometry, int dimension) {
        double[] mirror = geometry.origin(dimension);
        geometry.step(mirror, 0, new double[dimension], mirror);
        return geometry.point(mirror);
    }

    /** A point of X: the step from the minimizer of Φ along a normal vector. */
    static double[] anywhere(Draw in, String name, Geometry geometry, int dimension) {
        return near(in, name, geometry, dimension, in.oneOf(name + "-spread", List.of(1.0, 0.25, 4.0)));
    }

    /** The step from the minimizer of Φ along a normal vector of the given size. */
    static double[] near(Draw in, String name, Geometry geometry, int dimension, double spread) {
        double[] mirror = geometry.origin(dimension);
        geometry.step(mirror, -spread, in.gaussians(name, 0, dimension), mirror);
        return geometry.point(mirror);
    }
}
