package org.theoremcheck.predictable.rank;

import org.theoremcheck.claim.Misplay;

/**
 * The protocol: all gradients, then r*(ε), then as many factors as that or as asked for, whichever is more.
 *
 * @param rank r*(ε) as answered
 * @param factors in the order of their importance
 */
record Answers(int rank, Factors factors) {

    /**
     * Plays an episode.
     *
     * @param atLeast number of factors to ask for
     * @throws Misplay if an answer is not of its dimension, not finite, or a rank that no matrix has
     */
    static Answers of(IncrementPredictor predictor, double[][] gradients, double epsilon, int atLeast) {
        int dimension = gradients[0].length;
        int increments = gradients.length - 1;
        for (double[] gradient : gradients) {
            predictor.observe(gradient.clone());
        }
        int rank = predictor.rank(epsilon);
        if (rank < 0 || rank > Math.min(dimension, increments)) {
            throw new Misplay(
                    "the rank is %d, expected one of 0 to %d".formatted(rank, Math.min(dimension, increments)));
        }
        int count = Math.max(rank, atLeast);
        double[][] directions = new double[count][];
        double[][] weights = new double[count][];
        for (int k = 0; k < count; k++) {
            directions[k] = Misplay.unlessVector(predictor.direction(k), dimension, "direction " + k)
                    .clone();
            weights[k] = Misplay.unlessVector(predictor.weights(k), increments, "the weights of direction " + k)
                    .clone();
        }
        return new Answers(rank, new Factors(directions, weights));
    }
}
