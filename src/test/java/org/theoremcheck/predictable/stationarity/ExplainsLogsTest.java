package org.theoremcheck.predictable.stationarity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Finding;
import org.theoremcheck.claim.Verdict;
import org.theoremcheck.predictable.predictor.Predictor;
import org.theoremcheck.predictable.predictor.Predictor.Forecast;
import org.theoremcheck.predictable.stationarity.ExplainsLogs.Log;
import org.theoremcheck.predictable.stationarity.ExplainsLogs.Reading;

class ExplainsLogsTest {

    private static final Claim<Log, Forecast, Reading> CLAIM = ExplainsLogs.CLAIM;

    @Test
    void onEveryLogLikeThoseOfTheTableTheBoundSaysNothing() {
        for (Family<Log> family : CLAIM.setting().families()) {
            for (int index = 0; index < 5000; index++) {
                Finding finding = judge(family.draw(29, index));

                assertThat(finding.verdict()).as(family.name() + " " + index).isEqualTo(Verdict.VACUOUS);
                assertThat(finding.measured()).isLessThanOrEqualTo(finding.bound());
            }
        }
    }

    /** κ = 1/8, and S = 8 > 2·½ + 1 unless the start was far above the infimum: then the claim is about something. */
    @Test
    void onAPredictableLogItSaysSomethingAndMayBeFalse() {
        double[][] constant = {{1}, {1}, {1}, {1}, {1}, {1}, {1}, {1}};

        assertThat(judge(new Log(constant, new Predictor.OneStep(), 0.5)).verdict())
                .isEqualTo(Verdict.VIOLATED);
        assertThat(judge(new Log(constant, new Predictor.OneStep(), 3.5)).verdict())
                .isEqualTo(Verdict.HOLDS);
        assertThat(judge(new Log(constant, new Predictor.Zero(), 0.5)).verdict())
                .isEqualTo(Verdict.VACUOUS);
    }

    private static Finding judge(Log log) {
        return CLAIM.judge(log, CLAIM.setting().reference());
    }
}
