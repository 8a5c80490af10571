package org.theoremcheck.predictable.regret;

/**
 * The role of an online learner: for each round, plays a point for a hint and then learns the gradient there. Geometry, start and
 * step are those of the game for which it was begun. Arrays handed in are the learner's to use until the method returns.
 */
public interface Learner {

    /** xₜ for the hint mₜ. */
    double[] play(double[] hint);

    /** Takes in gₜ. */
    void learn(double[] gradient);
}
