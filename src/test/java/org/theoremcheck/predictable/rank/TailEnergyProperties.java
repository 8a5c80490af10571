package org.theoremcheck.predictable.rank;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.theoremcheck.audit.Cases;
import org.theoremcheck.audit.Cases.Case;
import org.theoremcheck.claim.Verdict;

class TailEnergyProperties {

    @Property(tries = 1000)
    void holdsForEveryLog(@ForAll("logs") Case<Log> log) {
        assertThat(log.finding().verdict()).as(log::toString).isEqualTo(Verdict.HOLDS);
    }

    /** A budget that is far too large would hide what a slip leaves; one that is too small would refute the truth some day. */
    @Property(tries = 1000)
    void usesAtMostHalfOfItsBudget(@ForAll("logs") Case<Log> log) {
        assertThat(2 * Math.abs(log.finding().slack()))
                .as(log::toString)
                .isLessThanOrEqualTo(log.finding().budget());
    }

    /** 64 max(d, T) u of the numbers involved: what the budget of a planted log stays below, few dimensions apart. */
    @Property(tries = 1000)
    void hasABudgetOfAFewHundredRoundings(@ForAll("logs") Case<Log> log) {
        Approximation seen = new RankReferee().play(log.instance(), any -> new TruncatedSvd());
        int longer = Math.max(log.instance().firstHint().length, log.instance().gradients().length);

        assertThat(seen.budgets().value()).isLessThanOrEqualTo(1000 * longer * 0x1p-53 * seen.magnitude());
    }

    @Provide
    Arbitrary<Case<Log>> logs() {
        return Cases.of(TailEnergy.THEOREM.claim());
    }
}
