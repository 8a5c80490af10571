package org.theoremcheck.predictable.regret;

import org.theoremcheck.numeric.Vectors;
import org.theoremcheck.predictable.predictor.Predictor;

/**
 * A game and a change to it that leaves the points played where they are. Gradients and hints are fixed in advance.
 *
 * @param game the game as it is
 * @param change what is changed
 */
public record Twins(Game game, Change change) {

    /** What may change. */
    public sealed interface Change {}

    /**
     * Gradients and hints times a factor, and the step times another.
     *
     * @param factor a power of two
     * @param ofStep its reciprocal, if the points are to stay
     */
    public record Scaled(double factor, double ofStep) implements Change {}

    /**
     * A number added to all coordinates of gₜ, and of mₜ: constant on the simplex.
     *
     * @param shifts of the gradients, one for each round
     * @param ofHints of the hints, the same if the points are to stay
     */
    public record Shifted(double[] shifts, double[] ofHints) implements Change {}

    /** Another algorithm; all three are one where no constraint but affine ones is active. */
    public enum Other implements Change {
        ONE_STEP,
        LEADER
    }

    /**
     * Twins.
     *
     * @throws IllegalArgumentException if gradients or hints are not fixed in advance
     */
    public Twins {
        if (!(game.adversary() instanceof Adversary.Linear linear)
                || !(game.predictor() instanceof Predictor.Announced announced)
                || linear.gradients().length != game.rounds()
                || announced.hints().length != game.rounds()) {
            throw new IllegalArgumentException("twins have one gradient and one hint for each round");
        }
        if (change instanceof Shifted shifted
                && (shifted.shifts().length != game.rounds() || shifted.ofHints().length != game.rounds())) {
            throw new IllegalArgumentException("shifts are as many as rounds");
        }
    }

    /** The game changed. */
    Game changed() {
        double[][] gradients = ((Adversary.Linear) game.adversary()).gradients();
        double[][] hints = ((Predictor.Announced) game.predictor()).hints();
        if (change instanceof Scaled scaled) {
            return with(
                    scaled(gradients, scaled.factor()),
                    scaled(hints, scaled.factor()),
                    game.lastStep() * scaled.ofStep());
        }
        if (change instanceof Shifted shifted) {
            return with(shifted(gradients, shifted.shifts()), shifted(hints, shifted.ofHints()), game.lastStep());
        }
        return game;
    }

    private Game with(double[][] gradients, double[][] hints, double step) {
        return new Game(
                game.geometry(),
                game.start(),
                new Steps.Constant(step),
                new Adversary.Linear(gradients),
                new Predictor.Announced(hints),
                game.comparator(),
                game.rounds());
    }

    private static double[][] scaled(double[][] rows, double factor) {
        double[][] scaled = new double[rows.length][];
        for (int t = 0; t < rows.length; t++) {
            scaled[t] = Vectors.scaled(factor, rows[t]);
        }
        return scaled;
    }

    private static double[][] shifted(double[][] rows, double[] shifts) {
        double[][] shifted = new double[rows.length][];
        for (int t = 0; t < rows.length; t++) {
            shifted[t] = rows[t].clone();
            for (int i = 0; i < shifted[t].length; i++) {
                shifted[t][i] += shifts[t];
            }
        }
        return shifted;
    }
}
