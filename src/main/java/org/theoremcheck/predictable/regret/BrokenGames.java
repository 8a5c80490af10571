package org.theoremcheck.predictable.regret;

import java.util.Arrays;
import org.theoremcheck.numeric.Vectors;
import org.theoremcheck.predictable.geometry.Geometry;
import org.theoremcheck.predictable.predictor.Predictor;

/**
 * For each hypothesis of the regret bounds, a game of any arena that breaks it alone, and with it the bound. All have two coordinates,
 * or matrices of order 2, and nothing is drawn: what a control needs is one game that tells.
 */
final class BrokenGames {

    /** A step long enough to end at the boundary, or near it, where there is one. */
    private static final double FAR = 8;

    /**
     * A point with room on both sides, and a direction v that leads both ways from it, with ⟨v, y₀⟩ = 0.
     *
     * @param geometry the plainest of its arena
     * @param start y₀
     * @param direction v
     */
    private record Place(Geometry geometry, double[] start, double[] direction) {

        static Place of(Arena arena) {
            double[] direction = arena == Arena.SPECTRAPLEX ? new double[] {0.5, 0, -0.5} : new double[] {0.5, -0.5};
            Geometry geometry = arena.plain(direction.length);
            double[] centre = Arena.centre(geometry, direction.length);
            // The minimizer is the largest point of one, and on the boundary of the other.
            boolean outermost = arena == Arena.BURG || arena == Arena.ENTROPY_BALL;
            return new Place(geometry, outermost ? Vectors.scaled(0.5, centre) : centre, direction);
        }

        /** The prox of y₀ at ηv. */
        double[] moved(double step) {
            return prox(geometry, start, step, direction);
        }

        double[] times(double factor) {
            return Vectors.scaled(factor, direction);
        }

        /** φ(⟨8v, x⟩, ⟨8v, y₀⟩), whose gradient vanishes at y₀. */
        Adversary.Ridge ridge(Link link) {
            double[] feature = times(8);
            return new Adversary.Ridge(link, new double[][] {feature}, new double[] {Vectors.dot(feature, start)});
        }

        Game game(Steps steps, Adversary adversary, Predictor predictor, Comparator comparator, int rounds) {
            return new Game(geometry, start, steps, adversary, predictor, comparator, rounds);
        }
    }

    private static final Steps ONE = new Steps.Constant(1);
    private static final Predictor ZERO = new Predictor.Zero();
    private static final Comparator START = new Comparator.Start();

    private BrokenGames() {}

    /** η = −1, one round of g = v with m = 0 and u = y₀: the regret is 0, the bound negative. */
    static Game negativeStep(Arena arena) {
        Place place = Place.of(arena);
        return place.game(new Steps.Constant(-1), linear(place.direction()), ZERO, START, 1);
    }

    /** m = g, away from u with η = 1 and slowly back to it with η = ¼: that costs as much as B(u, y₁)/η, and the bound has B(u, y₀)/η. */
    static Game decreasingSteps(Arena arena) {
        Place place = Place.of(arena);
        double[][] gradients = new double[9][];
        Arrays.fill(gradients, place.times(-1));
        gradients[0] = place.direction();
        return place.game(
                new Steps.Listed(new double[] {1, 0.25}),
                linear(gradients),
                new Predictor.Announced(gradients),
                Games.at(place.moved(-1)),
                gradients.length);
    }

    /** A loss with its largest value at y₀, where its gradient vanishes. */
    static Game concaveLoss(Arena arena) {
        Place place = Place.of(arena);
        return place.game(ONE, place.ridge(Link.CONCAVE), ZERO, Games.at(place.moved(-1)), 1);
    }

    /** The hint m = v leads away from y₀ = u, where the loss is smallest, and the gradient of y₀ does not tell. */
    static Game gradientOfStart(Arena arena) {
        Place place = Place.of(arena);
        return place.game(
                ONE,
                new Adversary.Elsewhere(place.ridge(Link.SQUARE), place.start()),
                new Predictor.Announced(new double[][] {place.direction()}),
                START,
                1);
    }

    /**
     * m = g = −(1, …, 1), or minus the identity, from where that leads: the learner stays there, and u is a multiple of it. For arenas
     * with an outside where the divergence is finite.
     */
    static Game comparatorOutside(Arena arena) {
        double[] outwards = arena == Arena.SPECTRAPLEX ? new double[] {-1, 0, -1} : new double[] {-1, -1};
        Geometry geometry = arena.plain(outwards.length);
        double[] start = prox(geometry, Arena.centre(geometry, outwards.length), FAR, outwards);
        // At three times the corner of a box the bound is met.
        double multiple = arena == Arena.BOX ? 2 : 3;
        return new Game(
                geometry,
                start,
                ONE,
                linear(outwards),
                new Predictor.Announced(new double[][] {outwards}),
                Games.at(Vectors.scaled(multiple, start)),
                1);
    }

    /** g = v for ever, m = 0 and hardly a step: the regret grows as N, the bound with the tuned step as √N. */
    static Game tinyStep(Arena arena) {
        Place place = Place.of(arena);
        return place.game(new Steps.Constant(1.0 / 64), linear(place.direction()), ZERO, Games.at(place.moved(FAR)), 6);
    }

    /**
     * g = ±v once and then ±2v, whichever costs more, with m = 0: a long step goes from side to side, and always to the wrong one. The
     * hypothesis of the tuned step holds, for P is not known in advance.
     */
    static Game worseSign(Arena arena) {
        Place place = Place.of(arena);
        double[][] directions = new double[7][];
        Arrays.fill(directions, place.times(2));
        directions[0] = place.direction();
        return place.game(
                new Steps.Constant(FAR),
                new Adversary.WorseSign(directions),
                ZERO,
                new Comparator.Leader(),
                directions.length);
    }

    private static Adversary linear(double[]... gradients) {
        return new Adversary.Linear(gradients);
    }

    private static double[] prox(Geometry geometry, double[] from, double step, double[] slope) {
        double[] mirror = geometry.mirror(from);
        geometry.step(mirror, step, slope, mirror);
        return geometry.point(mirror);
    }
}
