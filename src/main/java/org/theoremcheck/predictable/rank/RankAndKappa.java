package org.theoremcheck.predictable.rank;

import static org.theoremcheck.claim.Term.term;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Compare;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Hypothesis;
import org.theoremcheck.claim.Kind;
import org.theoremcheck.claim.Setting;
import org.theoremcheck.claim.Subject;
import org.theoremcheck.claim.Tightness;
import org.theoremcheck.claim.Verdict;
import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.numeric.Enclosures;
import org.theoremcheck.numeric.Rounding;

/**
 * Two sentences that would make r*(ε) a measure of predictability, and are false: a small rank does not mean a small κ = P/Σ‖gₜ‖² of
 * the one-step predictor, nor the other way round. For a log of zeros κ is undefined, and the sentences say nothing.
 */
final class RankAndKappa {

    /**
     * What the referee sees.
     *
     * @param kappa of the one-step predictor with m₀ = 0; NaN where it is undefined
     * @param rank r*(ε) as the predictor of increments answers it
     * @param increments T
     * @param rounding bound on the relative error of kappa
     */
    record Measures(double kappa, int rank, int increments, double rounding) {}

    private static final Hypothesis<Log> DEFINED = new Hypothesis<>(
            "κ is defined",
            log -> kappa(log) >= 0 ? 0 : -1,
            Family.of("broken/one-step κ is defined", "broken", Logs.line(0, 0)));

    private static final Hypothesis<Log> SMALL_RANK_MET = new Hypothesis<>(
            "r*(0.01) = 1",
            log -> isOne(log) ? 0 : -1,
            Family.of("broken/small rank", "broken", Logs.diagonal(1, 0.01, 1, 1)));

    private static final Hypothesis<Log> SMALL_KAPPA_MET = new Hypothesis<>(
            "κ ≤ 0.01",
            log -> 0.01 - kappa(log),
            Family.of("broken/small kappa", "broken", Logs.diagonal(1, 0.1, 1, 1)));

    /** c-nc8a on gₜ = (−1)ᵗ: increments of rank one, and κ = (4T + 1)/(T + 1). */
    static final Claim<Log, IncrementPredictor, Measures> SMALL_RANK = new Claim<>(
            "c-nc8a",
            Kind.CONTROL,
            Verdict.VIOLATED,
            Optional.of("rank-permutation-invariance"),
            "r*(0.01) = 1 implies κ ≤ 1",
            RankSetting.SOURCE,
            setting(Family.of("c-nc8a/witness", "witness", alternating(9)), List.of(DEFINED, SMALL_RANK_MET)),
            Compare.compare(term("kappa", "κ_one", Measures::kappa))
                    .atMost(term("one", "1", seen -> 1))
                    .within(1e-12, "γ-bound of the sums", seen -> seen.rounding() * seen.kappa(), Measures::kappa),
            Tightness.NONE);

    /** c-nc8b on gₜ = 1000 e₀ + e₁ + … + eₜ, T = 100: κ = 0.0099, and r*(0.1) = 90. */
    static final Claim<Log, IncrementPredictor, Measures> SMALL_KAPPA = new Claim<>(
            "c-nc8b",
            Kind.CONTROL,
            Verdict.VIOLATED,
            Optional.of("rank-permutation-invariance"),
            "κ ≤ 0.01 implies r*(0.1) ≤ T/2",
            RankSetting.SOURCE,
            setting(Family.of("c-nc8b/witness", "witness", staircase(100)), List.of(DEFINED, SMALL_KAPPA_MET)),
            Compare.compare(term("rank", "r*(ε)", Measures::rank))
                    .atMost(term("increments", 0.5, "T", Measures::increments))
                    .within(1e-12, "none: whole numbers", seen -> 0, seen -> 1),
            Tightness.NONE);

    private RankAndKappa() {}

    private static Setting<Log, IncrementPredictor, Measures> setting(
            Family<Log> family, List<Hypothesis<Log>> hypotheses) {
        return new Setting<>(
                "rank against " + family.name().replaceFirst("/.*", ""),
                "A sequence of gradients; κ of the one-step predictor with m₀ = 0 beside r*(ε) of the increments",
                Log.class,
                IncrementPredictor.class,
                List.of(family),
                hypotheses,
                log -> new TruncatedSvd(),
                RankAndKappa::play,
                Optional.of(RankAndKappa::exact));
    }

    /** gₜ = (−1)ᵗ, t = 0, …, T. */
    static Log alternating(int increments) {
        double[][] gradients = new double[increments + 1][1];
        for (int t = 0; t <= increments; t++) {
            gradients[t][0] = t % 2 == 0 ? 1 : -1;
        }
        double[] spectrum = {2 * Math.sqrt(increments)};
        return new Log(gradients, new double[1], 1, 0.01, spectrum, Factors.NONE);
    }

    /** gₜ = 1000 e₀ + e₁ + … + eₜ, t = 0, …, T. */
    static Log staircase(int increments) {
        double[][] gradients = new double[increments + 1][increments + 1];
        for (int t = 0; t <= increments; t++) {
            Arrays.fill(gradients[t], 0, t + 1, 1);
            gradients[t][0] = 1000;
        }
        double[] spectrum = new double[increments];
        Arrays.fill(spectrum, 1);
        return new Log(gradients, new double[increments + 1], 1, 0.1, spectrum, Factors.NONE);
    }

    /** P/Σ‖gₜ‖² of the one-step predictor with m₀ = 0; NaN for a log of zeros. */
    static double kappa(Log log) {
        return Increments.of(log.gradients()).oneStepKappa();
    }

    /** By the spectrum declared. */
    private static boolean isOne(Log log) {
        double rest = 0;
        for (int i = log.spectrum().length - 1; i >= 1; i--) {
            rest += log.spectrum()[i] * log.spectrum()[i];
        }
        return log.spectrum().length > 0
                && log.spectrum()[0] > 0
                && log.epsilon() == 0.01
                && rest <= 0.01 * (rest + log.spectrum()[0] * log.spectrum()[0]);
    }

    private static Measures play(Log log, Subject<Log, IncrementPredictor> subject) {
        Answers answers = Answers.of(subject.begin(log), log.gradients(), log.epsilon(), 0);
        int increments = log.gradients().length - 1;
        return new Measures(
                kappa(log),
                answers.rank(),
                increments,
                Rounding.gamma(2.0 * increments + 2.0 * log.firstHint().length + 8));
    }

    private static Map<String, Enclosure> exact(Log log, Subject<Log, IncrementPredictor> subject) {
        Answers answers = Answers.of(subject.begin(log), log.gradients(), log.epsilon(), 0);
        Map<String, Enclosure> terms = new HashMap<>();
        terms.put("rank", Enclosure.of(answers.rank()));
        terms.put("increments", Enclosure.of(log.gradients().length - 1));
        terms.put("one", Enclosure.ONE);
        double unit = log.unit();
        double[] zero = new double[log.firstHint().length];
        Enclosure path = Enclosures.squaredNorm(ExactIncrements.difference(log.gradients()[0], zero, unit))
                .plus(Enclosures.squaredNorm(
                        ExactIncrements.of(log.gradients(), unit).rows()));
        Enclosure all = Enclosure.ZERO;
        for (double[] gradient : log.gradients()) {
            all = all.plus(Enclosures.squaredNorm(ExactIncrements.difference(gradient, zero, unit)));
        }
        terms.put("kappa", path.over(all));
        return terms;
    }
}
