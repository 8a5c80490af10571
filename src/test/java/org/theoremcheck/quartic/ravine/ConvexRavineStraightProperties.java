package org.theoremcheck.quartic.ravine;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.theoremcheck.audit.Cases;
import org.theoremcheck.audit.Cases.Case;
import org.theoremcheck.claim.Verdict;
import org.theoremcheck.quartic.ravine.ConvexRavineStraight.Point;

class ConvexRavineStraightProperties {

    @Property(tries = 1000)
    void boundsTheGradientOffTheLinearPart(@ForAll("cases") Case<Point> drawn) {
        assertThat(drawn.finding().verdict()).as(drawn::toString).isEqualTo(Verdict.HOLDS);
    }

    @Provide
    Arbitrary<Case<Point>> cases() {
        return Cases.of(ConvexRavineStraight.THEOREM.claim());
    }
}
