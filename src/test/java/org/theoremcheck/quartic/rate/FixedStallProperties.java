package org.theoremcheck.quartic.rate;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.theoremcheck.audit.Cases;
import org.theoremcheck.audit.Cases.Case;
import org.theoremcheck.claim.Verdict;
import org.theoremcheck.quartic.descent.Problem;

class FixedStallProperties {

    @Property(tries = 200)
    void stopsNearTheMirrorImageOfItsStart(@ForAll("cases") Case<Problem> drawn) {
        assertThat(drawn.finding().verdict()).as(drawn::toString).isEqualTo(Verdict.HOLDS);
    }

    @Provide
    Arbitrary<Case<Problem>> cases() {
        return Cases.of(FixedStall.THEOREM.claim());
    }
}
