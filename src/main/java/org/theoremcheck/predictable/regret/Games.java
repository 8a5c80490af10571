package org.theoremcheck.predictable.regret;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.theoremcheck.claim.Draw;
import org.theoremcheck.claim.Family;
import org.theoremcheck.numeric.Vectors;
import org.theoremcheck.predictable.geometry.Domain;
import org.theoremcheck.predictable.geometry.Euclidean;
import org.theoremcheck.predictable.geometry.Geometry;
import org.theoremcheck.predictable.predictor.Predictor;

/** Families of games. All satisfy the hypotheses of the regret bounds by construction. */
final class Games {

    private static final Geometry INTERVAL = new Euclidean(new Domain.Box(-1, 1));

    private static final List<Predictor> HISTORY_BASED = List.of(
            new Predictor.Zero(),
            new Predictor.OneStep(),
            new Predictor.Ema(0.5),
            new Predictor.Ema(0.9),
            new Predictor.Ema(0.99),
            new Predictor.Trend(),
            new Predictor.Negated(),
            new Predictor.AutoRegression(0.5),
            new Predictor.AutoRegression(-0.5));

    /** Near enough to η → 0 for a ratio of 0.999 where the second term is attained in the limit only. */
    private static final double SMALLEST_STEP = 5e-4;

    private static final List<Shape> ANY = List.of(Shape.values());

    /** Shapes whose sums stay moderate, so that no weight underflows. */
    private static final List<Shape> STEADY =
            List.of(Shape.GAUSSIAN, Shape.SIGNS, Shape.ALTERNATING, Shape.SINUSOID, Shape.SWITCHING, Shape.LOW_RANK);

    private enum Hinting {
        HISTORY,
        ORACLE,
        NOISE
    }

    private enum Target {
        START,
        LEADER,
        BEST_RESPONSE,
        FIXED
    }

    private Games() {}

    /** The families of every arena: each alone tests something that the others cannot. */
    static List<Family<Game>> everywhere() {
        List<Family<Game>> families = new ArrayList<>();
        for (Arena arena : Arena.values()) {
            families.add(new Family<>(
                    arena.group() + "/smallest-step", arena.group(), 1, in -> pathAlone(in, arena, SMALLEST_STEP)));
            families.add(
                    family(arena, "path-alone", in -> pathAlone(in, arena, in.logUniform("step", SMALLEST_STEP, 0.1))));
            families.add(family(arena, "distance-alone", in -> distanceAlone(in, arena)));
            families.add(longest(arena));
            families.add(family(arena, "wrong-hint", in -> wrongHint(in, arena)));
            families.add(family(arena, "homeward", in -> homeward(in, arena)));
            families.add(family(arena, "structured", in -> structured(in, arena)));
            families.add(family(arena, "adaptive", in -> adaptive(in, arena)));
            families.add(family(arena, "losses", in -> losses(in, arena)));
            if (arena.ofAnyDimension()) {
                families.add(family(arena, "breast-cancer", in -> breastCancer(in, arena)));
            }
        }
        families.add(Family.of("box/smallest", Arena.BOX.group(), smallest()));
        // Where ∇Φ does not vanish at the start, the leader ends at another point than mirror descent: 1/w, w = N η.
        families.add(longest(Arena.BURG, "longest-leader", 8192, 4, at(0.25)));
        return families;
    }

    /** Entropy from the uniform point, m = g = −e₁ for ever, u = e₁: B(u, y₀) = ln n, while the diameter is 2 whatever n is. */
    static Family<Game> towardsVertex() {
        return family(Arena.ENTROPY, "towards-vertex", in -> {
            int dimension = in.integer("dimension", 2, 100);
            double[] vertex = new double[dimension];
            vertex[0] = 1;
            double[] gradient = new double[dimension];
            gradient[0] = -1;
            return new Game(
                    Arena.ENTROPY.plain(dimension),
                    Arena.centre(Arena.ENTROPY.plain(dimension), dimension),
                    new Steps.Constant(in.logUniform("step", 0.1, 3)),
                    new Adversary.Linear(new double[][] {gradient}),
                    new Predictor.Announced(new double[][] {gradient}),
                    new Comparator.Fixed(vertex),
                    in.integer("rounds", 1, 20));
        });
    }

    /** Games in which only affine constraints can be active and steps are not tiny, for identities to a few units roundoff. */
    static List<Family<Game>> steady(Arena... arenas) {
        return Arrays.stream(arenas)
                .map(arena -> family(arena, "steady", in -> steady(in, arena)))
                .toList();
    }

    /** Oblivious games with η = √(2λD²/P). */
    static List<Family<Game>> tuned() {
        List<Family<Game>> families = new ArrayList<>();
        for (Arena arena : Arena.values()) {
            families.add(family(arena, "tuned", in -> tuned(in, arena)));
        }
        families.add(Family.of("box/smallest-tuned", Arena.BOX.group(), smallest()));
        return families;
    }

    private static final List<Arena> BOUNDED =
            List.of(Arena.BALL, Arena.BOX, Arena.SIMPLEX, Arena.P_NORM_BALL, Arena.ELLIPSOID, Arena.HYPENTROPY);

    /** Oblivious games whose step is D√λ/L with L the largest surprise; one without such a step where D is infinite. */
    static List<Family<Game>> bounded() {
        List<Family<Game>> families = new ArrayList<>();
        for (Arena arena : Arena.values()) {
            families.add(
                    BOUNDED.contains(arena)
                            ? family(arena, "bounded-surprises", in -> boundedSurprises(in, arena))
                            : new Family<>(arena.group() + "/unbounded", arena.group(), 1, in -> unbounded(arena)));
        }
        return families;
    }

    private static Family<Game> family(Arena arena, String name, Function<Draw, Game> sampler) {
        return Family.drawn(arena.group() + "/" + name, arena.group(), sampler);
    }

    /** One round on [−1, 1]: g = 1, m = 0, η = 1, u = −1. Regret 1 = ½ + ½, also with η tuned. */
    static Game smallest() {
        return line(INTERVAL, 0, 1, gradients(1), new Predictor.Zero(), at(-1), 1);
    }

    /** A game on the line. */
    static Game line(
            Geometry geometry,
            double start,
            double step,
            Adversary adversary,
            Predictor predictor,
            Comparator comparator,
            int rounds) {
        return new Game(
                geometry, new double[] {start}, new Steps.Constant(step), adversary, predictor, comparator, rounds);
    }

    /** Gradients on the line, repeated cyclically. */
    static Adversary.Linear gradients(double... values) {
        return new Adversary.Linear(rows(values));
    }

    /** Hints on the line, repeated cyclically. */
    static Predictor.Announced hints(double... values) {
        return new Predictor.Announced(rows(values));
    }

    /** A fixed comparator. */
    static Comparator at(double... point) {
        return new Comparator.Fixed(point);
    }

    private static double[][] rows(double[] values) {
        return Arrays.stream(values).mapToObj(value -> new double[] {value}).toArray(double[][]::new);
    }

    /** g = ±v in turn, m = 0, u = y₀: the only family that sees λ and the constant of the path length, as η → 0. */
    private static Game pathAlone(Draw in, Arena arena, double step) {
        Arena.Flat flat = arena.flattest(in);
        double[] direction = flat.direction();
        return new Game(
                flat.geometry(),
                flat.start(),
                new Steps.Constant(step),
                new Adversary.Linear(new double[][] {direction, Vectors.scaled(-1, direction)}),
                new Predictor.Zero(),
                new Comparator.Start(),
                2 * in.integer("turns", 1, 20));
    }

    /** m = g for ever: no surprise, so that only the first term is left; it is reached as N grows and η shrinks. */
    private static Game distanceAlone(Draw in, Arena arena) {
        int dimension = arena.dimension(in, 4);
        int rounds = in.oneOf("rounds", arena.ofAnyDimension() ? List.of(4, 16, 64, 128) : List.of(4, 16));
        double[] direction = in.gaussians("gradient", 0, dimension);
        if (arena == Arena.BURG) {
            // Its minimizer is the largest point.
            direction = Arrays.stream(direction).map(Math::abs).toArray();
        }
        Geometry geometry = arena.plain(dimension);
        return new Game(
                geometry,
                Arena.centre(geometry, dimension),
                new Steps.Constant(in.logUniform("travel", 0.1, 4) / rounds),
                new Adversary.Linear(new double[][] {direction}),
                new Predictor.Announced(new double[][] {direction}),
                in.oneOf("target", List.of(new Comparator.Leader(), new Comparator.BestResponse())),
                rounds);
    }

    /** The long end of {@link #distanceAlone}: within 0.05 % of the first term. */
    private static Family<Game> longest(Arena arena) {
        return switch (arena) {
            // N η = 9.8 leaves e^(−9.8) of the way to the vertex, and η/4 is lost on the way.
            case ENTROPY -> longest(arena, "longest", 10_000, 9.765625, new Comparator.Fixed(new double[] {1, 0}));
            case BURG -> longest(arena, "longest", 8192, 4, new Comparator.Leader());
            default -> longest(arena, "longest", 2048, 1, new Comparator.Leader());
        };
    }

    private static Family<Game> longest(Arena arena, String name, int longest, double travel, Comparator comparator) {
        int dimension = Math.max(arena.smallestDimension(), arena == Arena.ENTROPY_BALL ? 2 : 1);
        double[] direction = new double[dimension];
        // Burg's minimizer is the largest point.
        direction[0] = arena == Arena.BURG ? 1 : -1;
        Geometry geometry = arena.plain(dimension);
        return new Family<>(arena.group() + "/" + name, arena.group(), 1, in -> {
            int rounds = in.preset("rounds", longest, 1, longest);
            return new Game(
                    geometry,
                    Arena.centre(geometry, dimension),
                    new Steps.Constant(travel / rounds),
                    new Adversary.Linear(new double[][] {direction}),
                    new Predictor.Announced(new double[][] {direction}),
                    comparator,
                    rounds);
        });
    }

    /** g = −v for ever, the first hint wrong and then none: shows whether a hint is taken back, where Φ curves no more than λ. */
    private static Game wrongHint(Draw in, Arena arena) {
        Arena.Flat flat = arena.flattest(in);
        double[][] hints = new double[in.integer("rounds", 2, 4)][flat.start().length];
        hints[0] = flat.direction();
        return new Game(
                flat.geometry(),
                flat.start(),
                new Steps.Constant(in.logUniform("step", 0.01, 0.1)),
                new Adversary.Linear(new double[][] {Vectors.scaled(-1, flat.direction())}),
                new Predictor.Announced(hints),
                new Comparator.Leader(),
                hints.length);
    }

    /** m = g = y₀ − u for ever, from anywhere to the minimizer u of Φ: shows whether the distance is counted from y₀. */
    private static Game homeward(Draw in, Arena arena) {
        int dimension = arena.dimension(in, 4);
        Geometry geometry = arena.plain(dimension);
        double[] centre = Arena.centre(geometry, dimension);
        double[] start = Arena.near(in, "start", geometry, dimension, 1);
        double[] gradient = Vectors.difference(start, centre);
        if (Vectors.squaredNorm(gradient) < 1e-4) {
            // The start is home already.
            gradient[0] = 1;
        }
        return new Game(
                geometry,
                start,
                new Steps.Constant(in.logUniform("step", 0.05, 0.5)),
                new Adversary.Linear(new double[][] {gradient}),
                new Predictor.Announced(new double[][] {gradient}),
                new Comparator.Fixed(centre),
                arena.rounds(in, 6));
    }

    private static Game structured(Draw in, Arena arena) {
        int dimension = arena.dimension(in, 20);
        Geometry geometry = arena.geometry(in, dimension);
        double step = arena.step(in);
        return linear(in, geometry, start(in, arena, geometry, dimension), step, ANY, arena.rounds(in, 50));
    }

    /** Points stay within a few steps of the start: nothing underflows, and rounding is a few units roundoff of the terms. */
    private static Game steady(Draw in, Arena arena) {
        boolean large = arena.ofAnyDimension();
        // Beside gradients that are all tiny the rounding of the points would be large; so many independent ones are
        // not.
        int rounds = large ? in.integer("rounds", 4, 30) : arena.rounds(in, 10);
        int dimension = arena.dimension(in, large ? 20 : 3);
        List<Shape> shapes = large ? List.of(Shape.GAUSSIAN, Shape.SIGNS) : STEADY;
        Geometry geometry = arena == Arena.EUCLID ? arena.geometry(in, dimension) : arena.plain(dimension);
        // A logit of size l is rounded as if it were off by eˡ.
        double step = arena == Arena.BINARY_ENTROPY ? in.logUniform("step", 0.05, 0.1) : in.logUniform("step", 0.2, 1);
        double[] start = Arena.near(in, "start", geometry, dimension, step);
        return linear(in, geometry, start, step, shapes, rounds);
    }

    private static Game linear(
            Draw in, Geometry geometry, double[] start, double step, List<Shape> shapes, int rounds) {
        int dimension = start.length;
        double[][] gradients = in.oneOf("shape", shapes).rows(in, rounds, dimension);
        return new Game(
                geometry,
                start,
                new Steps.Constant(step),
                new Adversary.Linear(gradients),
                predictor(in, gradients, rounds, dimension),
                comparator(in, geometry, dimension),
                rounds);
    }

    private static Game adaptive(Draw in, Arena arena) {
        int dimension = arena.dimension(in, 12);
        Geometry geometry = arena.geometry(in, dimension);
        int rounds = arena.rounds(in, 40);
        int kind = in.oneOf("adversary", List.of(0, 1, 2));
        // A trend that is answered by its negative grows without end.
        List<Predictor> predictors = kind == 1 ? HISTORY_BASED.subList(0, 4) : HISTORY_BASED;
        Adversary adversary = switch (kind) {
            case 0 -> new Adversary.SignOfPoint(in.oneOf("size", List.of(1.0, 0.5, 2.0)));
            case 1 -> new Adversary.AgainstHint(in.uniform("factor", 0, 1), in.gaussians("gradient", 0, dimension));
            default -> new Adversary.WorseSign(Shape.GAUSSIAN.rows(in, rounds, dimension));
        };
        return new Game(
                geometry,
                start(in, arena, geometry, dimension),
                new Steps.Constant(arena.step(in)),
                adversary,
                in.oneOf("predictor", predictors),
                comparator(in, geometry, dimension),
                rounds);
    }

    private static Game losses(Draw in, Arena arena) {
        int dimension = arena.dimension(in, 10);
        Geometry geometry = arena.geometry(in, dimension);
        int rounds = arena.rounds(in, 30);
        int rows = in.integer("rows", 1, 10);
        double[][] features = new double[rows][];
        for (int t = 0; t < rows; t++) {
            features[t] = in.gaussians("feature", t, dimension);
        }
        Link link = in.oneOf("link", List.of(Link.SQUARE, Link.LOGISTIC, Link.ABSOLUTE, Link.HINGE));
        boolean pieces = in.oneOf("pieces", List.of(false, false, false, true));
        double[] targets = link == Link.LOGISTIC || link == Link.HINGE
                ? in.signs("label", 0, rows)
                : in.gaussians("target", 0, rows);
        // η‖a‖² at most w keeps squares from blowing up.
        double largest = 1;
        for (double[] feature : features) {
            largest = Math.max(largest, Vectors.squaredNorm(feature));
        }
        return new Game(
                geometry,
                arena == Arena.SPECTRAPLEX ? Arena.centre(geometry, dimension) : start(in, arena, geometry, dimension),
                new Steps.Constant(arena.step(in) * Math.min(1, geometry.modulus()) / largest),
                pieces ? new Adversary.LargestOf(features) : new Adversary.Ridge(link, features, targets),
                in.oneOf("predictor", HISTORY_BASED),
                comparator(in, geometry, dimension),
                rounds);
    }

    /** Online logistic regression over real cases, in an order that the seed picks: the number of cases is prime. */
    private static Game breastCancer(Draw in, Arena arena) {
        BreastCancer data = BreastCancer.DATA;
        int cases = data.labels().length;
        int rounds = in.integer("rounds", 10, 40);
        int first = in.integer("first", 0, cases - 1);
        int stride = in.integer("stride", 1, cases - 1);
        double[][] features = new double[rounds][];
        double[] labels = new double[rounds];
        for (int t = 0; t < rounds; t++) {
            int row = (first + t * stride) % cases;
            features[t] = data.features()[row];
            labels[t] = data.labels()[row];
        }
        int dimension = features[0].length;
        Geometry geometry = arena.geometry(in, dimension);
        return new Game(
                geometry,
                Arena.centre(geometry, dimension),
                new Steps.Constant(in.logUniform("step", 0.05, 2)),
                new Adversary.Ridge(Link.LOGISTIC, features, labels),
                in.oneOf("predictor", HISTORY_BASED),
                comparator(in, geometry, dimension),
                rounds);
    }

    private static Game tuned(Draw in, Arena arena) {
        int dimension = arena.dimension(in, 20);
        Geometry geometry = arena.geometry(in, dimension);
        int rounds = arena.rounds(in, 30);
        double[][] gradients = in.oneOf("shape", ANY).rows(in, rounds, dimension);
        double[] start = start(in, arena, geometry, dimension);
        Predictor predictor = in.oneOf("predictor", HISTORY_BASED);
        Comparator comparator = geometry.supDivergence(start) == Double.POSITIVE_INFINITY
                ? new Comparator.Fixed(elsewhere(in, geometry, start))
                : comparator(in, geometry, dimension);
        Game untuned = new Game(
                geometry, start, new Steps.Constant(1), new Adversary.Linear(gradients), predictor, comparator, rounds);
        double step = RegretTuned.step(untuned);
        return new Game(
                geometry,
                start,
                new Steps.Constant(Double.isFinite(step) && step > 0 ? step : 1),
                untuned.adversary(),
                predictor,
                comparator,
                rounds);
    }

    /** A point other than the start: no step is tuned to a distance of 0. */
    private static double[] elsewhere(Draw in, Geometry geometry, double[] start) {
        double[] point = Arena.anywhere(in, "comparator", geometry, start.length);
        // Points of Burg's domain gather in its corner.
        return Arrays.equals(point, start) ? Vectors.scaled(0.5, start) : point;
    }

    private static Game boundedSurprises(Draw in, Arena arena) {
        int dimension = arena.dimension(in, 6);
        Geometry geometry = arena.geometry(in, dimension);
        int rounds = arena.rounds(in, 40);
        double[][] gradients = in.oneOf("shape", STEADY).rows(in, rounds, dimension);
        Game unstepped = new Game(
                geometry,
                start(in, arena, geometry, dimension),
                new Steps.Constant(1),
                new Adversary.Linear(gradients),
                predictor(in, gradients, rounds, dimension),
                comparator(in, geometry, dimension),
                rounds);
        // Without surprises any L will do.
        double bound = Math.max(RegretAdaptiveStep.largestSurprise(unstepped), 0.5) * in.uniform("excess", 1, 1.5);
        double width = Math.sqrt(geometry.modulus() * geometry.largestDivergence(dimension));
        return new Game(
                geometry,
                unstepped.start(),
                new Steps.Constant(width / bound),
                unstepped.adversary(),
                unstepped.predictor(),
                unstepped.comparator(),
                rounds);
    }

    /** One round, in which a learner that needs D can say that there is none. */
    private static Game unbounded(Arena arena) {
        int dimension = arena.smallestDimension();
        Geometry geometry = arena.plain(dimension);
        double[] gradient = new double[dimension];
        gradient[0] = 1;
        return new Game(
                geometry,
                Arena.centre(geometry, dimension),
                new Steps.Constant(1),
                new Adversary.Linear(new double[][] {gradient}),
                new Predictor.Zero(),
                new Comparator.Start(),
                1);
    }

    private static double[] start(Draw in, Arena arena, Geometry geometry, int dimension) {
        if (in.oneOf("from-centre", List.of(true, false))) {
            return Arena.centre(geometry, dimension);
        }
        // The logarithm of a matrix is known no better than its smallest eigenvalue.
        return arena == Arena.SPECTRAPLEX
                ? Arena.near(in, "start", geometry, dimension, 0.25)
                : Arena.anywhere(in, "start", geometry, dimension);
    }

    private static Predictor predictor(Draw in, double[][] gradients, int rounds, int dimension) {
        return switch (in.oneOf("hinting", List.of(Hinting.HISTORY, Hinting.HISTORY, Hinting.ORACLE, Hinting.NOISE))) {
            case HISTORY -> in.oneOf("predictor", HISTORY_BASED);
            case ORACLE -> new Predictor.Announced(gradients);
            case NOISE -> {
                double[][] noise = new double[rounds][];
                for (int t = 0; t < rounds; t++) {
                    noise[t] = in.gaussians("hint", t, dimension);
                }
                yield new Predictor.Announced(noise);
            }
        };
    }

    private static Comparator comparator(Draw in, Geometry geometry, int dimension) {
        return switch (in.oneOf("target", List.of(Target.values()))) {
            case START -> new Comparator.Start();
            case LEADER -> new Comparator.Leader();
            case BEST_RESPONSE -> new Comparator.BestResponse();
            case FIXED -> new Comparator.Fixed(Arena.anywhere(in, "comparator", geometry, dimension));
        };
    }
}
