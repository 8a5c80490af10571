package org.theoremcheck.predictable.regret;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.theoremcheck.audit.Cases;
import org.theoremcheck.audit.Cases.Case;
import org.theoremcheck.claim.Verdict;

class RegretAdaptiveStepProperties {

    /** A learner that needs D says so where there is none. */
    @Property(tries = 1000)
    void holdsInEveryGameOfABoundedDivergence(@ForAll("games") Case<Game> game) {
        boolean bounded =
                game.instance().geometry().largestDivergence(game.instance().dimension()) < Double.POSITIVE_INFINITY;

        assertThat(game.finding().verdict())
                .as(game::toString)
                .isEqualTo(bounded ? Verdict.HOLDS : Verdict.NOT_APPLICABLE);
    }

    @Provide
    Arbitrary<Case<Game>> games() {
        return Cases.of(RegretAdaptiveStep.THEOREM.claim());
    }
}
