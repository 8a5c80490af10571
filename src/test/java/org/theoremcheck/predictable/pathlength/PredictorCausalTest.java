package org.theoremcheck.predictable.pathlength;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.theoremcheck.claim.Setting;
import org.theoremcheck.claim.Subject;
import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.predictable.pathlength.PredictorCausal.Changes;
import org.theoremcheck.predictable.predictor.Predictor;
import org.theoremcheck.predictable.predictor.Predictor.Forecast;

/** Changes counted by hand, in logs of three rounds with six hints to compare; a gradient of 0 is changed too. */
class PredictorCausalTest {

    private static final double[][] GRADIENTS = {{2, 0}, {0, 0}, {0, -5}};

    @Test
    void theNextHintIsTheFirstToChange() {
        assertThat(changes(new Predictor.OneStep(), PathLengthSetting.NAMED)).isEqualTo(new Changes(0, 2, 6));
        assertThat(changes(new Predictor.Ema(0.5), PathLengthSetting.NAMED)).isEqualTo(new Changes(0, 2, 6));
    }

    @Test
    void hintsThatDoNotLookDoNotChange() {
        assertThat(changes(new Predictor.Zero(), PathLengthSetting.NAMED)).isEqualTo(new Changes(0, 0, 6));
        assertThat(changes(new Predictor.Announced(GRADIENTS), PathLengthSetting.NAMED))
                .isEqualTo(new Changes(0, 0, 6));
    }

    @Test
    void whoPeeksChangesInEachRoundReplaced() {
        assertThat(changes(new Predictor.OneStep(), Slips.PEEKING)).isEqualTo(new Changes(3, 2, 6));
    }

    /** m₀ = g_T: changes with all futures, and the others do not until they are to. */
    @Test
    void whoLooksAtTheLastGradientChangesFromTheStart() {
        Subject<Log, Forecast> last =
                log -> new Predictor.Announced(new double[][] {log.gradients()[2], {1, 1}, {1, 1}}).begin(2);

        assertThat(changes(new Predictor.OneStep(), last)).isEqualTo(new Changes(3, 0, 6));
    }

    /** Rounds 1 and 2 are late by one: only m₂ sees g₀. */
    @Test
    void whoIsLateChangesNoNextHint() {
        assertThat(changes(new Predictor.OneStep(), Slips.LATE)).isEqualTo(new Changes(0, 0, 6));
    }

    private static Changes changes(Predictor predictor, Subject<Log, Forecast> subject) {
        Setting<Log, Forecast, Changes> setting =
                PredictorCausal.THEOREM.claim().setting();
        Log log = new Log(predictor, GRADIENTS);
        Changes changes = setting.referee().play(log, subject);
        Map<String, Enclosure> exact = setting.exact().orElseThrow().play(log, subject);

        assertThat(exact.get("changed").middle()).isEqualTo(changes.changed());
        assertThat(exact.get("later").middle()).isEqualTo(changes.later());
        return changes;
    }
}
