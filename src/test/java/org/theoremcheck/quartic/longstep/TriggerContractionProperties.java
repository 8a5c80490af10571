package org.theoremcheck.quartic.longstep;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.theoremcheck.audit.Cases;
import org.theoremcheck.audit.Cases.Case;
import org.theoremcheck.claim.Verdict;
import org.theoremcheck.quartic.descent.Problem;

class TriggerContractionProperties {

    @Property(tries = 500)
    void holdsOrSaysNothing(@ForAll("cases") Case<Problem> drawn) {
        assertThat(drawn.finding().verdict()).as(drawn::toString).isIn(Verdict.HOLDS, Verdict.VACUOUS);
    }

    @Provide
    Arbitrary<Case<Problem>> cases() {
        return Cases.of(TriggerContraction.THEOREM.claim());
    }
}
