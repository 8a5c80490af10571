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

class PolyakStepIdentityProperties {

    @Property(tries = 500)
    void holdsForEveryLongStep(@ForAll("cases") Case<Problem> drawn) {
        assertThat(drawn.finding().verdict()).as(drawn::toString).isEqualTo(Verdict.HOLDS);
    }

    @Provide
    Arbitrary<Case<Problem>> cases() {
        return Cases.of(PolyakStepIdentity.THEOREM.claim());
    }
}
