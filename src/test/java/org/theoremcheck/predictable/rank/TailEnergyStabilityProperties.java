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
import org.theoremcheck.predictable.rank.TailEnergyStability.Drift;
import org.theoremcheck.predictable.rank.TailEnergyStability.Pair;

class TailEnergyStabilityProperties {

    @Property(tries = 1000)
    void holdsForEveryPair(@ForAll("pairs") Case<Pair> pair) {
        assertThat(pair.finding().verdict()).as(pair::toString).isEqualTo(Verdict.HOLDS);
    }

    @Property(tries = 300)
    void isSymmetric(@ForAll("pairs") Case<Pair> pair) {
        Pair given = pair.instance();
        Drift one = drift(given);
        double[][] swapped = given.gradients();
        Drift other = drift(new Pair(given.others(), swapped, given.rank()));

        assertThat(other.gap()).isCloseTo(one.gap(), within(0.0));
        assertThat(other.distance()).isCloseTo(one.distance(), within(0.0));
    }

    @Property(tries = 300)
    void aLogIsAtNoDistanceFromItself(@ForAll("pairs") Case<Pair> pair) {
        Pair given = pair.instance();
        Drift none = drift(new Pair(given.gradients(), given.gradients(), given.rank()));

        assertThat(none.gap()).isZero();
        assertThat(none.distance()).isZero();
    }

    private static Drift drift(Pair pair) {
        return TailEnergyStability.THEOREM.claim().setting().referee().play(pair, any -> new TruncatedSvd());
    }

    @Provide
    Arbitrary<Case<Pair>> pairs() {
        return Cases.of(TailEnergyStability.THEOREM.claim());
    }
}
