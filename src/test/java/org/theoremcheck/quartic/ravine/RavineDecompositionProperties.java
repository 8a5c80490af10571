package org.theoremcheck.quartic.ravine;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.theoremcheck.audit.Cases;
import org.theoremcheck.audit.Cases.Case;
import org.theoremcheck.claim.Verdict;

class RavineDecompositionProperties {

    @Property(tries = 1000)
    void boundsTheFunctionFromBelow(@ForAll("cases") Case<Place> drawn) {
        assertThat(drawn.finding().verdict()).as(drawn::toString).isEqualTo(Verdict.HOLDS);
    }

    @Provide
    Arbitrary<Case<Place>> cases() {
        return Cases.of(RavineDecomposition.THEOREM.claim());
    }
}
