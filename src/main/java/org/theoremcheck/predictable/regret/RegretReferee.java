package org.theoremcheck.predictable.regret;

import org.theoremcheck.claim.Referee;
import org.theoremcheck.claim.Subject;

/**
 * Plays a game and sums both sides of the regret bounds as the rounds go by.
 *
 * @param variants whether to look for the {@link Variants} too, at twice the price
 */
record RegretReferee(boolean variants) implements Referee<Game, Learner, Play> {

    @Override
    public Play play(Game game, Subject<Game, Learner> subject) {
        RegretSums sums = new RegretSums(game);
        if (!variants) {
            Match.play(game, subject.begin(game), sums);
            return sums.play();
        }
        VariantSums others = new VariantSums(game);
        double[] nextHint = Match.play(game, subject.begin(game), (round, hint, point, gradient) -> {
            sums.round(round, hint, point, gradient);
            others.round(round, hint, point, gradient);
        });
        Play play = sums.play();
        return play.with(others.variants(sums.comparator(), nextHint));
    }
}
