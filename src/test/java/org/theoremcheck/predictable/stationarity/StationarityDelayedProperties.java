package org.theoremcheck.predictable.stationarity;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.theoremcheck.audit.Cases;
import org.theoremcheck.audit.Cases.Case;
import org.theoremcheck.claim.Finding;
import org.theoremcheck.claim.Verdict;

class StationarityDelayedProperties {

    @Property(tries = 2000)
    void holdsOnEveryProblem(@ForAll("problems") Case<Problem> problem) {
        assertThat(problem.finding().verdict()).as(problem::toString).isEqualTo(Verdict.HOLDS);
    }

    @Property(tries = 1000)
    void holdsWithAllThatIsLeftOver(@ForAll("problems") Case<Problem> problem) {
        Finding whole = StationarityDelayed.THEOREM
                .claim()
                .with("end", 1)
                .with("absorbed", 1)
                .judge(problem.instance(), ProxyDescent::new);

        assertThat(whole.verdict()).as(problem::toString).isEqualTo(Verdict.HOLDS);
        assertThat(whole.measured()).isGreaterThanOrEqualTo(problem.finding().measured() - 2 * whole.budget());
    }

    @Provide
    Arbitrary<Case<Problem>> problems() {
        return Cases.of(StationarityDelayed.THEOREM.claim());
    }
}
