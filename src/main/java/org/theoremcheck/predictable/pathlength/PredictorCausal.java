package org.theoremcheck.predictable.pathlength;

import static org.theoremcheck.claim.Alteration.subject;
import static org.theoremcheck.claim.Alteration.swap;
import static org.theoremcheck.claim.Alteration.witness;
import static org.theoremcheck.claim.Term.term;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.theoremcheck.claim.Compare;
import org.theoremcheck.claim.Misplay;
import org.theoremcheck.claim.Setting;
import org.theoremcheck.claim.Subject;
import org.theoremcheck.claim.Theorem;
import org.theoremcheck.claim.Tightness;
import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.predictable.predictor.Predictor;
import org.theoremcheck.predictable.predictor.Predictor.Forecast;

/**
 * A history-based predictor does not see what it predicts.
 *
 * <p><b>Setting.</b> A log, and for each t the same log with gₜ and all later gradients replaced.
 *
 * <p><b>Algorithm.</b> Any predictor that is made of the past.
 *
 * <p><b>Claim.</b> m₀, …, mₜ are the same in both, bit for bit.
 *
 * <p><b>Constant.</b> None: mₜ is a function of g₀, …, gₜ₋₁. An exponential mean that includes gₜ has κ = 2β²/(1 + β) on noise, 0.853 for
 * β = 0.9, and looks like a prediction.
 *
 * <p><b>Hypotheses.</b> None.
 *
 * <p><b>Rounding.</b> None: bits are compared.
 *
 * <p><b>Tightness.</b> mₜ₊₁ does change.
 *
 * <p><b>References.</b> Definition of a history-based predictor, arXiv 2601.04270, abstract.
 */
final class PredictorCausal {

    /**
     * Hints that changed.
     *
     * @param changed hints up to mₜ that differ, over all t
     * @param later hints mₜ₊₁ that differ
     * @param compared number of hints compared
     */
    record Changes(int changed, int later, int compared) {}

    static final Theorem<Log, Forecast, Changes> THEOREM = Theorem.theorem(
                    "predictor-causal",
                    "A prediction does not see what it predicts",
                    PathLengthSetting.SOURCE,
                    new Setting<>(
                            "changed futures",
                            "A log of gradients, and for each t the same log with gₜ and later gradients replaced",
                            Log.class,
                            Forecast.class,
                            Logs.histories(),
                            List.of(),
                            PathLengthSetting.NAMED,
                            PredictorCausal::play,
                            Optional.of(PredictorCausal::exactly)),
                    Compare.compare(term("changed", "#{s ≤ t: mₛ changed}", Changes::changed))
                            .equalTo()
                            .within(1e-9, "none: bits are compared", changes -> 0, Changes::compared),
                    Tightness.NONE)
            .control(
                    "d-nc1",
                    "an exponential mean that includes gₜ",
                    subject(Slips.LEAKING_MEAN),
                    witness(Logs.line(new Predictor.Ema(0.9), 1)))
            .control("causal-peeking", "the gradient itself as its prediction", subject(Slips.PEEKING))
            .control(
                    "causal-one-later",
                    "mₜ₊₁ unchanged too",
                    swap("changed", term("later", "#{t: mₜ₊₁ changed}", Changes::later)),
                    witness(Logs.line(new Predictor.OneStep(), 1, 1)));

    private PredictorCausal() {}

    private static Changes play(Log log, Subject<Log, Forecast> subject) {
        int n = log.rounds();
        List<double[]> hints = hints(log, subject);
        int changed = 0;
        int later = 0;
        for (int t = 0; t < n; t++) {
            List<double[]> others = hints(replaced(log, t), subject);
            for (int s = 0; s <= t; s++) {
                changed += Arrays.equals(hints.get(s), others.get(s)) ? 0 : 1;
            }
            later += t + 1 < n && !Arrays.equals(hints.get(t + 1), others.get(t + 1)) ? 1 : 0;
        }
        return new Changes(changed, later, n * (n + 1) / 2);
    }

    /** The log with other gradients from round t on: −g, and 1 for 0. */
    private static Log replaced(Log log, int from) {
        return log.with(Logs.rows(log.rounds(), t -> {
            double[] row = log.gradients()[t].clone();
            for (int i = 0; t >= from && i < row.length; i++) {
                row[i] = row[i] == 0 ? 1 : -row[i];
            }
            return row;
        }));
    }

    private static List<double[]> hints(Log log, Subject<Log, Forecast> subject) {
        Forecast forecast = subject.begin(log);
        List<double[]> hints = new ArrayList<>();
        for (double[] gradient : log.gradients()) {
            hints.add(Misplay.unlessVector(forecast.hint(), log.dimension(), "the hint")
                    .clone());
            forecast.observe(gradient.clone());
        }
        return hints;
    }

    /** Counting is exact as it is. */
    private static Map<String, Enclosure> exactly(Log log, Subject<Log, Forecast> subject) {
        Changes changes = play(log, subject);
        return Map.of("changed", Enclosure.of(changes.changed()), "later", Enclosure.of(changes.later()));
    }
}
