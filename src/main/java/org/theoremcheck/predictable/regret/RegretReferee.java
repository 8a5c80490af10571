package org.theoremcheck.predictable.regret;

import org.theoremcheck.claim.Referee;
import org.theoremcheck.claim.Subject;

/** Plays a game and sums both sides of the regret bounds as the rounds go by. */
final class RegretReferee implements Referee<Game, Learner, Play> {

    @Override
    public Play play(Game game, Subject<Game, Learner> subject) {
        RegretSums sums = new RegretSums(game);
        double[] nextHint = Match.play(game, subject.begin(game), sums);
        return sums.play(nextHint);
    }
}
