package org.theoremcheck.predictable.regret;

import org.theoremcheck.claim.Misplay;
import org.theoremcheck.predictable.predictor.Predictor.Forecast;

/** The protocol: hint, point, gradient. The learner sees copies; whoever watches sees the arrays that the next round overwrites. */
final class Match {

    private Match() {}

    /** Sees each round after the learner has learnt its gradient. */
    interface Observer {
        void round(int round, double[] hint, double[] point, double[] gradient);
    }

    /**
     * Plays all rounds.
     *
     * @return the hint for the round after the last
     * @throws Misplay if an answer is not a point of the domain
     */
    static double[] play(Game game, Learner learner, Observer observer) {
        int dimension = game.dimension();
        double[] scratch = new double[dimension];
        double[] point = new double[dimension];
        double[] copy = new double[dimension];
        Forecast forecast = game.predictor().begin(dimension);
        for (int round = 0; round < game.rounds(); round++) {
            double[] hint = forecast.hint();
            System.arraycopy(hint, 0, copy, 0, dimension);
            take(game, round, learner.play(copy), point);
            double[] gradient = game.adversary().gradient(round, point, hint, scratch);
            System.arraycopy(gradient, 0, copy, 0, dimension);
            learner.learn(copy);
            observer.round(round, hint, point, gradient);
            forecast.observe(gradient);
        }
        return forecast.hint();
    }

    /** Copies an answer at once, since the learner may go on to use its array, and checks it. */
    private static void take(Game game, int round, double[] answer, double[] point) {
        boolean finite = answer != null && answer.length == point.length;
        for (int i = 0; finite && i < point.length; i++) {
            point[i] = answer[i];
            finite = Math.abs(answer[i]) <= Double.MAX_VALUE;
        }
        if (!finite) {
            Misplay.unlessVector(answer, point.length, "the point of round " + round);
        }
        double outside = game.geometry().outside(point);
        if (outside > 0) {
            throw new Misplay("the point of round %d lies outside the domain by %s".formatted(round, outside));
        }
    }
}
