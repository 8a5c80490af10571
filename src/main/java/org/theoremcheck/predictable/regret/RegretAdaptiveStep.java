package org.theoremcheck.predictable.regret;

import static org.theoremcheck.claim.Alteration.drop;
import static org.theoremcheck.claim.Alteration.subject;
import static org.theoremcheck.claim.Alteration.witness;
import static org.theoremcheck.claim.Term.term;
import static org.theoremcheck.predictable.regret.Games.at;
import static org.theoremcheck.predictable.regret.Games.gradients;
import static org.theoremcheck.predictable.regret.Games.line;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.theoremcheck.claim.Compare;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Hypothesis;
import org.theoremcheck.claim.Referee;
import org.theoremcheck.claim.Setting;
import org.theoremcheck.claim.Term;
import org.theoremcheck.claim.Theorem;
import org.theoremcheck.claim.Tightness;
import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.predictable.predictor.Predictor.Forecast;

/**
 * The regret with steps that need no path length in advance.
 *
 * <p><b>Setting.</b> As for {@link RegretTwoStep}, on a domain with D² = sup over x and y in X of B(x, y) finite, and ‖gₜ − mₜ‖_* at most L.
 *
 * <p><b>Algorithm.</b> {@link AdaptiveStep}.
 *
 * <p><b>Claim.</b> For every u in X, with P = Σ ‖gₜ − mₜ‖²_*,
 * <pre>
 *   Σ fₜ(xₜ) − fₜ(u)  ≤  D√(L² + P)/√λ + D√P/√λ
 * </pre>
 *
 * <p><b>Constant.</b> With nonincreasing steps the first term of {@link RegretTwoStep} becomes Σ (B(u, yₜ₋₁) − B(u, yₜ))/ηₜ ≤ D²/η_{N−1}; for the
 * second, L² + Σ_{s&lt;t} aₛ ≥ Σ_{s≤t} aₛ and Σ aₜ/√(a₀ + … + aₜ) ≤ 2√P. The supremum of B must be over both arguments.
 *
 * <p><b>Hypotheses.</b> Those of {@link RegretTwoStep} but for the constant step; surprises at most L. Says nothing (NOT_APPLICABLE) where D
 * is infinite: R^d, and the mirror maps whose gradient is infinite on the boundary.
 *
 * <p><b>Rounding.</b> As for {@link RegretTwoStep}, with the smallest step.
 *
 * <p><b>Tightness.</b> Not known to be attained; the search finds ratios of 0.9.
 *
 * <p><b>References.</b> Rakhlin and Sridharan, NIPS 2013, Corollary 2; Orabona and Pál, TCS 716, 2018 (why D must be finite).
 */
final class RegretAdaptiveStep {

    private static final Referee<Game, Learner, Play> PLAYED = new RegretReferee(false);
    private static final Referee<Game, Learner, Map<String, Enclosure>> ENCLOSED = new ExactRegret();

    private static final Hypothesis<Game> BOUNDED_SURPRISES = new Hypothesis<>(
            "surprises at most L",
            game -> !game.adversary().oblivious() ? 0 : 1 + 1e-12 - largestSurprise(game) / bound(game),
            Family.of(
                    "broken/surprises at most L",
                    "broken",
                    line(RegretSetting.INTERVAL, 0, 8, gradients(1), RegretSetting.ZERO, at(-1), 3)));

    static final Theorem<Game, Learner, AdaptivePlay> THEOREM = Theorem.theorem(
                    "regret-adaptive-step",
                    "Regret with steps from the surprises so far",
                    RegretSetting.SOURCE.at("Derived: (i) without knowing the path length in advance"),
                    new Setting<>(
                            "adaptive games",
                            "Online learning with hints on a bounded domain; the learner is two-step optimistic mirror descent with "
                                    + "steps D√λ/√(L² + Σ ‖gₛ − mₛ‖²_*)",
                            Game.class,
                            Learner.class,
                            Games.bounded(),
                            hypotheses(),
                            AdaptiveStep::new,
                            (game, subject) -> AdaptivePlay.of(game, PLAYED.play(game, subject)),
                            Optional.of((game, subject) -> enclosed(game, ENCLOSED.play(game, subject)))),
                    Compare.compare(Term.<AdaptivePlay>term(
                                    "regret",
                                    "Σ fₜ(xₜ) − fₜ(u)",
                                    evidence -> evidence.play().regret()))
                            .atMost(
                                    term("width", "D√(L² + P)/√λ", AdaptivePlay::width),
                                    term("surprises", "D√P/√λ", AdaptivePlay::surprises))
                            .within(
                                    1e-9,
                                    "γ-bounds of both sides, and of the residuals of the learner's steps",
                                    AdaptivePlay::rounding,
                                    evidence -> evidence.play().magnitude() + evidence.width()),
                    Tightness.NONE)
            .control(
                    "adaptive-width-alone",
                    "the second term left out",
                    drop("surprises"),
                    witness(line(RegretSetting.INTERVAL, 1, Math.sqrt(2), gradients(1), RegretSetting.ZERO, at(-1), 2)))
            .control("adaptive-flipped", "the hint's sign is flipped", subject(Slips.AdaptiveFlipped::new));

    private RegretAdaptiveStep() {}

    private static List<Hypothesis<Game>> hypotheses() {
        List<Hypothesis<Game>> hypotheses = new java.util.ArrayList<>(RegretSetting.HYPOTHESES.stream()
                .filter(hypothesis -> !hypothesis.name().equals("constant step"))
                .toList());
        hypotheses.add(BOUNDED_SURPRISES);
        return hypotheses;
    }

    /** L, which the first step stands for; infinite where D is. */
    private static double bound(Game game) {
        double width = game.geometry().modulus() * game.geometry().largestDivergence(game.dimension());
        return Math.sqrt(width) / game.lastStep();
    }

    /** max ‖gₜ − mₜ‖_* of a game with gradients fixed in advance. */
    static double largestSurprise(Game game) {
        Forecast forecast = game.predictor().begin(game.dimension());
        double[] scratch = new double[game.dimension()];
        double largest = 0;
        for (int t = 0; t < game.rounds(); t++) {
            double[] hint = forecast.hint();
            double[] gradient = game.adversary().gradient(t, game.start(), hint, scratch);
            largest = Math.max(largest, game.geometry().squaredDualDistance(gradient, hint));
            forecast.observe(gradient);
        }
        return Math.sqrt(largest);
    }

    private static Map<String, Enclosure> enclosed(Game game, Map<String, Enclosure> terms) {
        Enclosure first = Enclosure.of(game.geometry().largestDivergence(game.dimension()))
                .over(Enclosure.of(game.lastStep()));
        Enclosure path = terms.getOrDefault("path", Enclosure.ZERO);
        Map<String, Enclosure> all = new HashMap<>(terms);
        all.put("width", first.times(first.plus(path)).sqrt());
        all.put("surprises", first.times(path).sqrt());
        return all;
    }
}
