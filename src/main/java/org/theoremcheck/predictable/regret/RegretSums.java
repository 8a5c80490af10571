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
    private final double[] total;
    private double fromStart;
    private double losses;
    private double absoluteLosses;
    private double path;
    private double plainPath;
    private double largestSurprise;
    private double gradientSquares;
    private double largestGradient;
    private double pointSquares;
    private double largestPoint;
    private double largestTotal;
    private double largestStep;
    private double[] comparator = new double[0];
    private double residual;
    private double pointResidual;
    private double pointRounding;
    private double descentRounding;

    RegretSums(Game game) {
        this.game = game;
        geometry = game.geometry();
        modulus = geometry.modulus();
        start = game.start();
        total = new double[start.length];
    }

    @Override
    public void round(int round, double[] hint, double[] point, double[] gradient) {
        double along = 0;
        double ofGradient = 0;
        double ofPoint = 0;
        double ofTotal = 0;
        double surprise = 0;
        for (int i = 0; i < total.length; i++) {
            double g = gradient[i];
            double x = point[i];
            double sum = total[i] + g;
            double delta = g - hint[i];
            along += g * (x - start[i]);
            ofGradient += g * g;
            ofPoint += x * x;
            ofTotal += sum * sum;
            surprise += delta * delta;
            total[i] = sum;
        }
        double step = game.steps().at(round);
        if (!geometry.euclideanDual()) {
            surprise = geometry.squaredDualDistance(gradient, hint);
        }
        fromStart += along;
        path += step * surprise;
        plainPath += surprise;
        gradientSquares += ofGradient;
        pointSquares += ofPoint;
        largestSurprise = surprise > largestSurprise ? surprise : largestSurprise;
        largestGradient = ofGradient > largestGradient ? ofGradient : largestGradient;
        largestPoint = ofPoint > largestPoint ? ofPoint : largestPoint;
        largestTotal = ofTotal > largestTotal ? ofTotal : largestTotal;
        largestStep = Math.max(largestStep, Math.abs(step));
        if (!game.adversary().linear()) {
            double loss = game.adversary().loss(round, point);
            losses += loss;
            absoluteLosses += Math.abs(loss);
        }
    }

    Play play() {
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
        double surprise = Math.sqrt(largestSurprise);
        // Both sequences: yₜ is within ηλ⁻¹‖gₜ − mₜ‖_* of xₜ.
        double farthest = Math.sqrt(largestPoint) + largestStep * surprise / modulus;
        double radius = Math.max(farthest, Math.max(comparatorNorm, startNorm));
        // Over the rounds, by Cauchy and Schwarz: Σ‖g‖‖x‖, Σ‖g‖ and Σ‖g − m‖_*.
        double products = Math.sqrt(gradientSquares * pointSquares);
        double gradientNorms = Math.sqrt(rounds * gradientSquares);
        double surprises = Math.sqrt(rounds * plainPath);
        double regret = linear;
        double ofLosses = 0;
        double sizeOfLosses = 0;
        if (!game.adversary().linear()) {
            regret = losses;
            for (int round = 0; round < rounds; round++) {
                double loss = game.adversary().loss(round, comparator);
                regret -= loss;
                absoluteLosses += Math.abs(loss);
                sizeOfLosses += game.adversary().magnitude(round, radius);
            }
            ofLosses = Rounding.gamma(2.0 * rounds) * absoluteLosses
                    + Adversary.roundingOfLosses(dimension) * sizeOfLosses;
        }
        double distance = geometry.divergence(comparator, start) / step;
        double range = geometry.potential(comparator) / step;
        double supremum = geometry.supDivergence(start);
        double squaredDistance = supremum < Double.POSITIVE_INFINITY ? supremum : distance * step;
        double drift = largestStep * Math.sqrt(largestTotal);
        double modulated = path / modulus;

        // Sums of both sides; Σ g is itself off by γ_N Σ‖g‖.
        double sums = products + gradientNorms * (2 * startNorm + comparatorNorm);
        double arithmetic = Rounding.gamma(dimension + rounds + 8.0) * sums
                + Rounding.gamma(rounds + 2 * geometry.normError(dimension) + 8) * Math.abs(modulated)
                + Rounding.gamma(geometry.divergenceError(dimension) + 4) * Math.abs(distance)
                + Rounding.gamma(geometry.potentialError(dimension) + 4) * Math.abs(range);
        // The subject's steps are exact for slopes off by the residual: the bound gains Σ⟨r, u − y⟩/η.
        // ‖g‖ + 2‖m‖ bounds the slopes of all three algorithms.
        double dual = geometry.dualRatio();
        double slope = largestStep * (3 * dual * Math.sqrt(largestGradient) + 2 * surprise);
        residual = geometry.residual(start, radius, dual * drift, slope);
        pointResidual = geometry.pointResidual(start, dual * drift, slope);
        double across = Math.min(geometry.diameter(dimension), 2 * geometry.normRatio(dimension) * radius);
        double spread = across + Math.min(across, surprise * largestStep / modulus);
        double reach = rounds / Math.abs(step) * spread;
        // Points are off their images, and the comparator off the domain.
        double pointError = Rounding.UNIT * geometry.pointError(dimension);
        pointRounding = pointError * geometry.normRatio(dimension) * radius;
        double ofPoints = pointError * (products + gradientNorms * (comparatorNorm + startNorm));
        descentRounding = arithmetic + residual * reach + ofPoints;
        // A leader's Σ g is rounded too: as if its hints were off by u‖Σ g‖ a round.
        double ofTotals = Rounding.UNIT * drift * rounds * surprises / modulus;
        return new Play(
                regret,
                linear,
                distance,
                range,
                modulated,
                Math.sqrt(2 * squaredDistance * plainPath / modulus),
                Variants.NONE,
                descentRounding + ofTotals + ofLosses,
                gradientNorms * (radius + comparatorNorm) + Math.abs(distance) + Math.abs(modulated) + sizeOfLosses);
    }

    /** u, once the game is over. */
    double[] comparator() {
        return comparator;
    }

    /** Bound on the residual of a step, once the game is over; see {@link Geometry#residual}. */
    double residual() {
        return residual;
    }

    /** Bound on the residual that a point stands for, once the game is over; see {@link Geometry#pointResidual}. */
    double pointResidual() {
        return pointResidual;
    }

    /** Bound on the error of a point in the norm of the geometry, once the game is over. */
    double pointRounding() {
        return pointRounding;
    }

    /** Bound on the rounding for a learner that keeps no sums, and linear losses, once the game is over. */
    double descentRounding() {
        return descentRounding;
    }
}
