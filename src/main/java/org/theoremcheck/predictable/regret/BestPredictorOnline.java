package org.theoremcheck.predictable.regret;

import static org.theoremcheck.claim.Term.term;
import static org.theoremcheck.predictable.regret.Games.at;
import static org.theoremcheck.predictable.regret.Games.line;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Compare;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Kind;
import org.theoremcheck.claim.Referee;
import org.theoremcheck.claim.Setting;
import org.theoremcheck.claim.Source;
import org.theoremcheck.claim.Tightness;
import org.theoremcheck.claim.Verdict;
import org.theoremcheck.numeric.Enclosure;

/**
 * The published reading "Regret ≲ D√P*(M)" with P*(M) the smallest path length of a class of predictors in hindsight, as a statement
 * about online algorithms. On [−1, 1] with M = {m ≡ 1, m ≡ −1} and one round, g = sign(x₀) has P* = 0, and every learner, whatever its
 * point, has regret at least 1: false for each learner and every constant C.
 */
final class BestPredictorOnline {

    /** The learners that the reading is tried on. */
    enum Algorithm {
        TWO_STEP,
        ONE_STEP,
        LEADER;

        Learner begin(Game game) {
            return switch (this) {
                case TWO_STEP -> new TwoStep(game);
                case ONE_STEP -> new OneStep(game);
                case LEADER -> new OptimisticLeader(game);
            };
        }
    }

    /** A game and who plays it. */
    record Contest(Game game, Algorithm algorithm) {}

    /** As good as any C: P* is 0. */
    private static final double ANY_CONSTANT = 1000;

    private static final Referee<Game, Learner, Play> REFEREE = new RegretReferee(true);
    private static final Referee<Game, Learner, Map<String, Enclosure>> EXACT = new ExactRegret();

    private static final Setting<Contest, Learner, Play> SETTING = new Setting<>(
            "every learner",
            "One round on [−1, 1] against g = sign(x₀); M holds the two constant hints ±1; each reference learner in turn",
            Contest.class,
            Learner.class,
            List.of(Family.of(
                    "every-learner",
                    "witness",
                    contest(Algorithm.TWO_STEP),
                    contest(Algorithm.ONE_STEP),
                    contest(Algorithm.LEADER))),
            List.of(),
            contest -> contest.algorithm().begin(contest.game()),
            (contest, subject) -> REFEREE.play(contest.game(), game -> subject.begin(contest)),
            Optional.of((contest, subject) -> EXACT.play(contest.game(), game -> subject.begin(contest))));

    static final Claim<Contest, Learner, Play> CLAIM = new Claim<>(
            "regret-best-predictor-online",
            Kind.PUBLISHED,
            Verdict.VIOLATED,
            Optional.of("regret-tuned"),
            "Regret ≤ C D√P*(M) as an online guarantee, whatever C",
            RegretSetting.SOURCE.readAs(Source.literally(
                    "Regret(T) ≲ D √(P_T*(M)), as a statement about online algorithms", "regret-tuned")),
            SETTING,
            Compare.compare(RegretSetting.REGRET)
                    .atMost(term(
                            "constant-path",
                            ANY_CONSTANT,
                            "D √(P*(M))",
                            play -> Math.sqrt(play.variants().constantHint())))
                    .within(1e-9, "γ-bounds of the sums", Play::rounding, Play::magnitude),
            Tightness.NONE);

    private BestPredictorOnline() {}

    private static Contest contest(Algorithm algorithm) {
        Game game = line(RegretSetting.INTERVAL, 0, 1, new Adversary.SignOfPoint(1), RegretSetting.ZERO, at(-1), 1);
        return new Contest(game, algorithm);
    }
}
