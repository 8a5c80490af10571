package org.theoremcheck.predictable.rank;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.theoremcheck.audit.Cases;
import org.theoremcheck.audit.Cases.Case;
import org.theoremcheck.claim.Verdict;

class PredictableRankPathLengthProperties {

    @Property(tries = 1000)
    void holdsForEveryLog(@ForAll("instances") Case<Log> instance) {
        assertThat(instance.finding().verdict()).as(instance::toString).isEqualTo(Verdict.HOLDS);
    }

    @Provide
    Arbitrary<Case<Log>> instances() {
        return Cases.of(PredictableRankPathLength.THEOREM.claim());
    }
}
