package org.theoremcheck.predictable.regret;

import static org.theoremcheck.claim.Term.term;
import static org.theoremcheck.predictable.regret.Games.gradients;
import static org.theoremcheck.predictable.regret.Games.line;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Compare;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Kind;
import org.theoremcheck.claim.Referee;
import org.theoremcheck.claim.Setting;
import org.theoremcheck.claim.Source;
import org.theoremcheck.claim.Subject;
import org.theoremcheck.claim.Tightness;
import org.theoremcheck.claim.Verdict;
import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.predictable.regret.BestPredictorOnline.Algorithm;
import org.theoremcheck.predictable.regret.BestPredictorOnline.Contest;

/**
 * The published reading that the rank of the increments controls the regret: "Regret ≲ D√P" with P = ‖g₀ − m₀‖² + tail_r, the smallest path
 * length of rank-r increments in hindsight, as a statement about online algorithms.
 *
 * <p>On the line every H = [g₁ − g₀, …] has rank at most one, so that tail₁ = 0. On [−1, 1] with D² = ½ and m₀ = 0, signs of three rounds have
 * P = 1 and the bound is √(2D²P) = 1. But whatever a learner plays, its regret is |g₀ + g₁ + g₂| + Σ gₜ xₜ, and the mean of that over the
 * eight sequences is E|g₀ + g₁ + g₂| = 3/2, for xₜ does not know gₜ: for each learner there is a sequence with regret at least 3/2.
 */
final class RankControlled {

    private static final Referee<Game, Learner, Play> REFEREE = new RegretReferee(true);
    private static final Referee<Game, Learner, Map<String, Enclosure>> EXACT = new ExactRegret();

    private static final Setting<Contest, Learner, Play> SETTING = new Setting<>(
            "every learner on eight sequences",
            "The eight sequences of three signs on [−1, 1], hints from the one-step predictor; each reference learner in turn",
            Contest.class,
            Learner.class,
            List.of(Family.of("every-learner-on-signs", "witness", contests())),
            List.of(),
            contest -> contest.algorithm().begin(contest.game()),
            (contest, subject) -> REFEREE.play(contest.game(), game -> subject.begin(contest)),
            Optional.of(RankControlled::exact));

    static final Claim<Contest, Learner, Play> CLAIM = new Claim<>(
            "regret-rank-controlled",
            Kind.PUBLISHED,
            Verdict.VIOLATED,
            Optional.of("regret-tuned"),
            "Regret ≤ √2 D √(‖g₀ − m₀‖² + tail_r) as an online guarantee",
            RegretSetting.SOURCE
                    .at("Abstract, (i) and (iii) taken together")
                    .readAs(Source.literally(
                            "Regret(T) ≲ D √(P_T*(M_r)), with P_T*(M_r) the residual of the best rank-r approximation of the "
                                    + "increments, as a statement about online algorithms",
                            "regret-tuned")),
            SETTING,
            Compare.compare(RegretSetting.REGRET)
                    .atMost(term("rank-path", "√(2D²(‖g₀ − m₀‖² + tail₁))", RankControlled::rankPath))
                    .within(1e-9, "γ-bounds of the sums", Play::rounding, Play::magnitude),
            Tightness.NONE);

    private RankControlled() {}

    /** With η = λ = 2D² = 1 and tail₁ = 0: the root of the first term of the path length. */
    private static double rankPath(Play play) {
        return Math.sqrt(play.path() - play.variants().withoutFirst());
    }

    private static Map<String, Enclosure> exact(Contest contest, Subject<Contest, Learner> subject) {
        Map<String, Enclosure> terms = new HashMap<>(EXACT.play(contest.game(), game -> subject.begin(contest)));
        Enclosure path = terms.getOrDefault("path", Enclosure.ZERO);
        terms.put(
                "rank-path",
                path.minus(terms.getOrDefault("path-without-first", Enclosure.ZERO))
                        .sqrt());
        return terms;
    }

    private static Contest[] contests() {
        return java.util.Arrays.stream(Algorithm.values())
                .flatMap(algorithm -> IntStream.range(0, 8).mapToObj(signs -> new Contest(game(signs), algorithm)))
                .toArray(Contest[]::new);
    }

    /** The signs are the binary digits. */
    private static Game game(int signs) {
        return line(
                RegretSetting.INTERVAL,
                0,
                1,
                gradients(1 - 2.0 * (signs >> 2 & 1), 1 - 2.0 * (signs >> 1 & 1), 1 - 2.0 * (signs & 1)),
                new org.theoremcheck.predictable.predictor.Predictor.OneStep(),
                new Comparator.BestResponse(),
                3);
    }
}
