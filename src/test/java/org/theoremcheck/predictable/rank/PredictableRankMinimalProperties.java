package org.theoremcheck.predictable.rank;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.theoremcheck.audit.Cases;
import org.theoremcheck.audit.Cases.Case;
import org.theoremcheck.claim.Verdict;

class PredictableRankMinimalProperties {

    @Property(tries = 1000)
    void noSmallerRankWillDo(@ForAll("logs") Case<Log> log) {
        boolean noneIsSmaller = answered(log.instance()) == 0;

        assertThat(log.finding().verdict())
                .as(log::toString)
                .isEqualTo(noneIsSmaller ? Verdict.VACUOUS : Verdict.HOLDS);
    }

    /** The other library's singular values, and the definition; where it is a tie, the next rank is as good. */
    @Property(tries = 1000)
    void isTheRankThatCommonsMathGives(@ForAll("logs") Case<Log> log) {
        Increments increments = Increments.of(log.instance().gradients());
        double[] values = increments.fullRank() == 0
                ? new double[0]
                : ExactSpectrum.propose(increments.rows()).getSingularValues();
        double tie = 64 * Math.max(increments.dimension(), increments.count()) * 0x1p-53 * increments.energy();
        int answered = answered(log.instance());

        assertThat(tail(values, answered))
                .as(log::toString)
                .isLessThanOrEqualTo(log.instance().epsilon() * tail(values, 0) + tie);
        if (answered > 0) {
            assertThat(tail(values, answered - 1) + tie)
                    .as(log::toString)
                    .isGreaterThanOrEqualTo(log.instance().epsilon() * tail(values, 0));
        }
    }

    private static double tail(double[] values, int from) {
        double tail = 0;
        for (int i = values.length - 1; i >= from; i--) {
            tail += values[i] * values[i];
        }
        return tail;
    }

    private static int answered(Log log) {
        return Answers.of(new TruncatedSvd(), log.gradients(), log.epsilon(), 0).rank();
    }

    @Provide
    Arbitrary<Case<Log>> logs() {
        return Cases.of(PredictableRankMinimal.THEOREM.claim());
    }
}
