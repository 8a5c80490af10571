package org.theoremcheck.predictable.pathlength;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.theoremcheck.audit.Cases;
import org.theoremcheck.audit.Cases.Case;
import org.theoremcheck.claim.Verdict;

class PredictorCausalProperties {

    @Property(tries = 500)
    void holdsForEveryLog(@ForAll("logs") Case<Log> log) {
        assertThat(log.finding().verdict()).as(log::toString).isEqualTo(Verdict.HOLDS);
    }

    @Provide
    Arbitrary<Case<Log>> logs() {
        return Cases.of(PredictorCausal.THEOREM.claim());
    }
}
