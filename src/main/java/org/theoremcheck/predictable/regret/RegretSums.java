package org.theoremcheck.predictable.regret;

import org.theoremcheck.numeric.Rounding;
import org.theoremcheck.numeric.Vectors;
import org.theoremcheck.predictable.geometry.Geometry;

/**
 * The running sums of one game, and both sides of the regret bounds from them. A comparator known only at the end enters through
 * Σ ⟨gₜ, xₜ − u⟩ = Σ ⟨gₜ, xₜ − y₀⟩ + ⟨Σ gₜ, y₀ − u⟩.
 */
final class RegretSums implements Match.Observer {

    private final Game game;
    private final Geometry geometry;
    private final double modulus;
    private final double[] start;
    private final double[] first;
    private final double[] total;
    private final double[] difference;
    private final double[] previous;
    private double fromStart;
    private double losses;
    private double absoluteLosses;
    private double path;
    private double plainPath;
    private double ahead;
    private double supremum;
    private double unsquared;
    private double euclidean;
    private double firstSurprise;
    private double lastSurprise;
    private double lastStep;
    private double minusOne;
    private double plusOne;
    private double gradientNorms;
    private double products;
    private double farthest;
    private double drift;
    private double largestSlope;
    private double largestSurprise;
    private double[] comparator = new double[0];
    private double residual;

    RegretSums(Game game) {
        this.game = game;
        geometry = game.geometry();
        modulus = geometry.modulus();
        start = game.start();
        first = start.clone();
        total = new double[start.length];
        difference = new double[start.length];
        previous = new double[start.length];
    }

    @Override
    public void round(int round, double[] hint, double[] point, double[] gradient) {
        double step = game.steps().at(round);
        if (round == 0) {
            System.arraycopy(point, 0, first, 0, first.length);
        } else {
            ahead += lastStep * surprise(previous, hint);
        }
        double along = 0;
        double squares = 0;
        double largest = 0;
        double gradientSquares = 0;
        double pointSquares = 0;
        double hintSquares = 0;
        double largestTotal = 0;
        for (int i = 0; i < total.length; i++) {
            double g = gradient[i];
            double delta = g - hint[i];
            along += g * (point[i] - start[i]);
            squares += delta * delta;
            largest = Math.max(largest, Math.abs(delta));
            gradientSquares += g * g;
            pointSquares += point[i] * point[i];
            hintSquares += hint[i] * hint[i];
            total[i] += g;
            largestTotal = Math.max(largestTotal, Math.abs(total[i]));
            difference[i] = delta;
            previous[i] = g;
        }
        double dual = geometry.dualNorm(difference);
        double pointNorm = Math.sqrt(pointSquares);
        double gradientNorm = Math.sqrt(gradientSquares);
        fromStart += along;
        path += step * dual * dual;
        plainPath += dual * dual;
        unsquared += step * dual;
        supremum += step * largest * largest;
        euclidean += step * squares;
        if (round == 0) {
            firstSurprise = step * dual * dual;
        }
        lastSurprise = step * dual * dual;
        lastStep = step;
        if (start.length == 1) {
            plusOne += (gradient[0] - 1) * (gradient[0] - 1);
            minusOne += (gradient[0] + 1) * (gradient[0] + 1);
        }
        if (!game.adversary().linear()) {
            double loss = game.adversary().loss(round, point);
            losses += loss;
            absoluteLosses += Math.abs(loss);
        }
        gradientNorms += gradientNorm;
        products += gradientNorm * pointNorm;
        double size = Math.abs(step);
        farthest = Math.max(farthest, pointNorm + size * Math.sqrt(squares) / modulus);
        drift = Math.max(drift, size * largestTotal);
        // ‖g‖ + 2‖m‖ bounds the slopes of all three algorithms; the Euclidean norm bounds both dual norms in use.
        largestSlope = Math.max(largestSlope, size * (gradientNorm + 2 * Math.sqrt(hintSquares)));
        largestSurprise = Math.max(largestSurprise, dual);
    }

    private double surprise(double[] gradient, double[] hint) {
        for (int i = 0; i < difference.length; i++) {
            difference[i] = gradient[i] - hint[i];
        }
        double dual = geometry.dualNorm(difference);
        return dual * dual;
    }

    Play play(double[] nextHint) {
        int rounds = game.rounds();
        int dimension = start.length;
        double step = game.lastStep();
        comparator = game.comparator().point(game, total);
        double linear = fromStart;
        for (int i = 0; i < dimension; i++) {
            linear += total[i] * (start[i] - comparator[i]);
        }
        double comparatorNorm = Vectors.norm(comparator);
        double startNorm = Vectors.norm(start);
        double radius = Math.max(farthest, Math.max(comparatorNorm, startNorm));
        double regret = linear;
        double ofLosses = 0;
        if (!game.adversary().linear()) {
            regret = losses;
            ofLosses = Rounding.gamma(rounds + 1.0) * absoluteLosses;
            for (int round = 0; round < rounds; round++) {
                double loss = game.adversary().loss(round, comparator);
                regret -= loss;
                ofLosses += Rounding.gamma(rounds + 1.0) * Math.abs(loss)
                        + game.adversary().rounding(round, radius);
            }
        }
        double distance = geometry.divergence(comparator, start) / step;
        double range = geometry.potential(comparator) / step;
        double reach = geometry.diameter(dimension);
        double diameter = reach * reach / step;
        double supremumDistance = geometry.supDivergence(start);
        double squaredDistance = supremumDistance < Double.POSITIVE_INFINITY ? supremumDistance : distance * step;
        double both = path / modulus;

        // Sums of both sides, dossier 7.2 and 7.4; G = Σ g is itself off by γ_N Σ‖g‖.
        double sums = products + gradientNorms * (2 * startNorm + comparatorNorm);
        double arithmetic = Rounding.gamma(dimension + rounds + 8.0) * (sums + Math.abs(both))
                + Rounding.gamma(geometry.divergenceError(dimension) + 4) * (Math.abs(distance) + Math.abs(range));
        // The subject's steps are exact for slopes off by the residual, 7.3: it moves Σ⟨r, u − y⟩/η, and the points
        // played.
        residual = geometry.residual(start, radius, drift, largestSlope);
        double spread = Math.min(reach, 2 * radius) + largestSurprise * Math.abs(step) / modulus;
        double ofSteps = residual * (rounds / Math.abs(step) * spread + gradientNorms / modulus);
        // A leader's Σ g is rounded too: as if its hints were off by u|Σ g| a round.
        double ofTotals =
                Rounding.UNIT * drift * Math.sqrt(dimension) * rounds * (unsquared / Math.abs(step)) / modulus;
        return new Play(
                regret,
                linear,
                distance,
                range,
                geometry.divergence(comparator, first) / step,
                diameter,
                both,
                new Play.Variants(
                        unsquared / modulus,
                        supremum / modulus,
                        euclidean,
                        path,
                        (ahead + lastStep * surprise(previous, nextHint)) / modulus,
                        (path - firstSurprise) / modulus,
                        (path - lastSurprise) / modulus),
                Math.sqrt(2 * squaredDistance * plainPath / modulus),
                Math.min(plusOne, minusOne),
                arithmetic + ofSteps + Math.abs(ofTotals) + ofLosses,
                products + gradientNorms * comparatorNorm + Math.abs(distance) + Math.abs(both) + absoluteLosses);
    }

    /** u, once the game is over. */
    double[] comparator() {
        return comparator;
    }

    /** Bound on the residual of a step, once the game is over; see {@link Geometry#residual}. */
    double residual() {
        return residual;
    }
}
