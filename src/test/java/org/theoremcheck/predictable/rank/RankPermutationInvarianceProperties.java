package org.theoremcheck.predictable.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.theoremcheck.audit.Cases;
import org.theoremcheck.audit.Cases.Case;
import org.theoremcheck.claim.Verdict;

class RankPermutationInvarianceProperties {

    @Property(tries = 1000)
    void holdsForEveryOrder(@ForAll("reorderings") Case<Reordering> reordering) {
        assertThat(reordering.finding().verdict()).as(reordering::toString).isEqualTo(Verdict.HOLDS);
    }

    /** The last gradient is g₀ and all increments, whatever their order. */
    @Property(tries = 500)
    void ordersEndAtTheSameGradient(@ForAll("reorderings") Case<Reordering> reordering) {
        double[][] gradients = reordering.instance().gradients();
        double[][] reordered = reordering.instance().reordered();
        double unit = Increments.unit(gradients, reordered);
        double largest = Math.sqrt(Increments.of(gradients, unit).gradientEnergy()
                + Increments.of(reordered, unit).gradientEnergy());
        int last = gradients.length - 1;

        assertThat(reordered[0]).containsExactly(gradients[0]);
        for (int i = 0; i < gradients[last].length; i++) {
            assertThat(reordered[last][i] / unit)
                    .isCloseTo(gradients[last][i] / unit, within(4 * gradients.length * 0x1p-53 * largest));
        }
    }

    @Provide
    Arbitrary<Case<Reordering>> reorderings() {
        return Cases.of(RankPermutationInvariance.THEOREM.claim());
    }
}
