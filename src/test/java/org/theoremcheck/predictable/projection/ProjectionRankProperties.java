package org.theoremcheck.predictable.projection;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.theoremcheck.audit.Cases;
import org.theoremcheck.audit.Cases.Case;
import org.theoremcheck.claim.Verdict;

class ProjectionRankProperties {

    @Property(tries = 500)
    void holdsForEveryMap(@ForAll("sketches") Case<Sketch> sketch) {
        assertThat(sketch.finding().verdict()).as(sketch::toString).isEqualTo(Verdict.HOLDS);
    }

    @Provide
    Arbitrary<Case<Sketch>> sketches() {
        return Cases.of(ProjectionRank.THEOREM.claim());
    }
}
