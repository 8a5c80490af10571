package org.theoremcheck.predictable.regret;

/**
 * What the referee sees of a learner that makes its own steps.
 *
 * @param play the sums that need no steps; its path length is in units of the first step
 * @param width D√(L² + P)/√λ
 * @param surprises D√P/√λ
 * @param rounding bound on the rounding of regret − width − surprises
 */
record AdaptivePlay(Play play, double width, double surprises, double rounding) {

    static AdaptivePlay of(Game game, Play play) {
        double step = game.lastStep();
        double modulus = game.geometry().modulus();
        double divergence = game.geometry().largestDivergence(game.dimension());
        // In units of λ/η₀: the path length P, and L² = λD²/η₀².
        double path = play.path();
        double first = divergence / step;
        // The last step is smaller by √(1 + P/L²), and what rounding adds is divided by it.
        double growth = Math.sqrt(1 + path / first);
        return new AdaptivePlay(
                play,
                Math.sqrt(first) * Math.sqrt(first + path),
                Math.sqrt(first) * Math.sqrt(path),
                play.rounding() * (1 + growth) * Math.max(1, 1 / modulus));
    }
}
