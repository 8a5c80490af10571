package org.theoremcheck.predictable.regret;

import org.theoremcheck.numeric.Vectors;
import org.theoremcheck.predictable.geometry.Geometry;

/** The running sums of {@link Variants}. */
final class VariantSums implements Match.Observer {

    private final Game game;
    private final Geometry geometry;
    private final double[] first;
    private final double[] previous;
    private double lastStep;
    private double path;
    private double unsquared;
    private double supremum;
    private double euclidean;
    private double ahead;
    private double firstTerm;
    private double lastTerm;
    private double minusOne;
    private double plusOne;

    VariantSums(Game game) {
        this.game = game;
        geometry = game.geometry();
        first = game.start().clone();
        previous = new double[game.dimension()];
    }

    @Override
    public void round(int round, double[] hint, double[] point, double[] gradient) {
        double step = game.steps().at(round);
        double surprise = geometry.squaredDualDistance(gradient, hint);
        double largest = Vectors.largestDistance(gradient, hint);
        lastTerm = step * surprise;
        if (round == 0) {
            System.arraycopy(point, 0, first, 0, first.length);
            firstTerm = lastTerm;
        } else {
            ahead += lastStep * geometry.squaredDualDistance(previous, hint);
        }
        path += lastTerm;
        unsquared += step * Math.sqrt(surprise);
        supremum += step * largest * largest;
        euclidean += step * Vectors.squaredDistance(gradient, hint);
        for (double g : gradient) {
            plusOne += (g - 1) * (g - 1);
            minusOne += (g + 1) * (g + 1);
        }
        System.arraycopy(gradient, 0, previous, 0, previous.length);
        lastStep = step;
    }

    Variants variants(double[] comparator, double[] nextHint) {
        double modulus = geometry.modulus();
        double diameter = geometry.diameter(first.length);
        return new Variants(
                unsquared / modulus,
                supremum / modulus,
                euclidean,
                path,
                (ahead + lastStep * geometry.squaredDualDistance(previous, nextHint)) / modulus,
                (path - firstTerm) / modulus,
                (path - lastTerm) / modulus,
                geometry.divergence(comparator, first) / game.lastStep(),
                diameter * diameter / game.lastStep(),
                Math.min(plusOne, minusOne));
    }
}
