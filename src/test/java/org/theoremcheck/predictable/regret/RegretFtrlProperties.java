package org.theoremcheck.predictable.regret;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.theoremcheck.audit.Cases;
import org.theoremcheck.audit.Cases.Case;
import org.theoremcheck.claim.Verdict;

class RegretFtrlProperties {

    @Property(tries = 2000)
    void holdsInEveryGame(@ForAll("games") Case<Game> game) {
        assertThat(game.finding().verdict()).as(game::toString).isEqualTo(Verdict.HOLDS);
    }

    @Provide
    Arbitrary<Case<Game>> games() {
        return Cases.of(RegretFtrl.THEOREM.claim());
    }
}
