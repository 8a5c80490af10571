package org.theoremcheck.predictable.regret;

import static org.theoremcheck.claim.Alteration.everywhere;
import static org.theoremcheck.claim.Alteration.scale;
import static org.theoremcheck.claim.Alteration.subject;
import static org.theoremcheck.claim.Alteration.swap;
import static org.theoremcheck.claim.Alteration.without;
import static org.theoremcheck.claim.Alteration.witness;
import static org.theoremcheck.claim.Term.term;
import static org.theoremcheck.predictable.regret.Games.at;
import static org.theoremcheck.predictable.regret.Games.line;

import java.util.ArrayList;
import java.util.List;
import org.theoremcheck.claim.Compare;
import org.theoremcheck.claim.Hypothesis;
import org.theoremcheck.claim.Setting;
import org.theoremcheck.claim.Source;
import org.theoremcheck.claim.Subject;
import org.theoremcheck.claim.Theorem;
import org.theoremcheck.claim.Tightness;
import org.theoremcheck.predictable.geometry.Geometry;
import org.theoremcheck.predictable.predictor.Predictor.Forecast;

/**
 * The regret with the best step in hindsight.
 *
 * <p><b>Setting.</b> As for {@link RegretTwoStep}, with gradients fixed in advance, so that P = Σ‖gₜ − mₜ‖²_* is known before the game; and
 * D² = sup over u of B(u, y₀), or B(u, y₀) for one u fixed in advance where that is infinite.
 *
 * <p><b>Algorithm.</b> {@link TwoStep} with η = √(2λD²/P).
 *
 * <p><b>Claim.</b> For every u in X,
 * <pre>
 *   Σ fₜ(xₜ) − fₜ(u)  ≤  √(2D²P/λ)
 * </pre>
 *
 * <p><b>Constant.</b> The bound of {@link RegretTwoStep} at its smallest in η. "Regret ≲ D√P" hides the √2: with constant 1 it is false
 * (reading regret-constant-one), and with P replaced by the smallest path length of a class in hindsight it is false for every online
 * learner and every constant (reading regret-best-predictor-online), and so with the smallest of rank-r increments (reading
 * regret-rank-controlled). Where P = 0 every step will do, and the infimum of the bound is 0.
 *
 * <p><b>Hypotheses.</b> Those of {@link RegretTwoStep}; gradients fixed in advance; the tuned step.
 *
 * <p><b>Rounding.</b> As for {@link RegretTwoStep}. A step off by a relative ε costs ε² of the bound.
 *
 * <p><b>Tightness.</b> Ratio 1: one round on [−1, 1], g = 1, m = 0, u = −1. No learner does better there.
 *
 * <p><b>References.</b> Rakhlin and Sridharan, COLT 2013; Orabona, arXiv 1912.13213, section 6.10.
 */
final class RegretTuned {

    private static final Hypothesis<Game> OBLIVIOUS = RegretSetting.hypothesis(
            "gradients fixed in advance",
            game -> game.adversary().oblivious() ? 0 : -1,
            line(RegretSetting.INTERVAL, 0, 2, new Adversary.SignOfPoint(1), RegretSetting.ZERO, at(-1), 3),
            BrokenGames::worseSign);

    private static final Hypothesis<Game> TUNED = RegretSetting.hypothesis(
            "tuned step",
            game -> !game.adversary().oblivious() ? 0 : 1e-12 - Math.abs(game.lastStep() / step(game) - 1),
            line(RegretSetting.LINE, 0, 0.125, Games.gradients(1), RegretSetting.ZERO, at(-1), 4),
            BrokenGames::tinyStep);

    static final Theorem<Game, Learner, Play> THEOREM = Theorem.theorem(
                    "regret-tuned",
                    "Regret with the step tuned to the path length",
                    RegretSetting.SOURCE.at(
                            "Abstract, (i): 'Regret(T) ≲ D √(P_T)' with its constant √2, and P known in advance"),
                    setting(),
                    Compare.compare(RegretSetting.REGRET)
                            .atMost(term("tuned", "√(2D²P/λ)", Play::tuned))
                            .within(
                                    1e-9,
                                    "γ-bounds of both sums, of the divergence, and of the residuals of the learner's steps",
                                    Play::rounding,
                                    Play::magnitude),
                    new Tightness(1, "attained by one round on [−1, 1]: g = 1, m = 0, u = −1"))
            .control("tuned-constant", "√2 lowered to 0.999 √2", scale("tuned", 0.999))
            .control("tuned-flipped", "the hint's sign is flipped", subject(Slips.FlippedHint::new), everywhere())
            .control(
                    "tuned-adaptive",
                    "gradients that answer the point played",
                    without("gradients fixed in advance"),
                    everywhere())
            .control("tuned-step", "a step that is not tuned", without("tuned step"), everywhere())
            .refuted(
                    "regret-constant-one",
                    "Regret ≤ D√P with D² = sup B",
                    Source.literally("Regret(T) ≲ D √(P_T) with constant 1 and D² = sup B(u, y₀)", "regret-tuned"),
                    swap("tuned", term("untuned", "√(D²P/λ)", play -> play.tuned() / Math.sqrt(2))),
                    everywhere(),
                    witness(Games.smallest()))
            .and(BestPredictorOnline.CLAIM)
            .and(RankControlled.CLAIM);

    private RegretTuned() {}

    /** √(2λD²/P) of a game with gradients fixed in advance; infinite where P = 0. */
    static double step(Game game) {
        Geometry geometry = game.geometry();
        double supremum = geometry.supDivergence(game.start());
        double squaredDistance = supremum < Double.POSITIVE_INFINITY
                ? supremum
                : geometry.divergence(game.comparator().point(game, new double[game.dimension()]), game.start());
        return Math.sqrt(2 * geometry.modulus() * squaredDistance / path(game));
    }

    private static double path(Game game) {
        Forecast forecast = game.predictor().begin(game.dimension());
        double[] scratch = new double[game.dimension()];
        double path = 0;
        for (int t = 0; t < game.rounds(); t++) {
            double[] hint = forecast.hint();
            double[] gradient = game.adversary().gradient(t, game.start(), hint, scratch);
            path += game.geometry().squaredDualDistance(gradient, hint);
            forecast.observe(gradient);
        }
        return path;
    }

    private static Setting<Game, Learner, Play> setting() {
        Subject<Game, Learner> learner = TwoStep::new;
        Setting<Game, Learner, Play> played = RegretSetting.played(
                "tuned games",
                "Online learning with hints and gradients fixed in advance; the learner is two-step optimistic mirror descent with "
                        + "the step tuned to the path length",
                learner);
        List<Hypothesis<Game>> hypotheses = new ArrayList<>(played.hypotheses());
        hypotheses.add(OBLIVIOUS);
        hypotheses.add(TUNED);
        return new Setting<>(
                played.id(),
                played.text(),
                played.instance(),
                played.role(),
                Games.tuned(),
                hypotheses,
                learner,
                played.referee(),
                played.exact());
    }
}
