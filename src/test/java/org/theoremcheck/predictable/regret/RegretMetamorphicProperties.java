package org.theoremcheck.predictable.regret;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.theoremcheck.audit.Cases;
import org.theoremcheck.audit.Cases.Case;
import org.theoremcheck.claim.Verdict;

class RegretMetamorphicProperties {

    @Property(tries = 1000)
    void holdsForAllTwins(@ForAll("games") Case<Twins> twins) {
        assertThat(twins.finding().verdict()).as(twins::toString).isEqualTo(Verdict.HOLDS);
    }

    /** Scaling by a power of two does not even change the rounding. */
    @Property(tries = 300)
    void scaledTwinsMoveBySoLittleThatOnlyPowersOfTwoCanBeMeant(@ForAll("games") Case<Twins> twins) {
        if (twins.instance().change() instanceof Twins.Scaled) {
            assertThat(twins.finding().measured()).isZero();
        }
    }

    @Provide
    Arbitrary<Case<Twins>> games() {
        return Cases.of(RegretMetamorphic.THEOREM.claim());
    }
}
