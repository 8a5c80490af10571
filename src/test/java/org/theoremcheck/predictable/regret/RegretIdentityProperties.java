package org.theoremcheck.predictable.regret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.theoremcheck.audit.Cases;
import org.theoremcheck.audit.Cases.Case;
import org.theoremcheck.claim.Verdict;
import org.theoremcheck.predictable.geometry.Euclidean;

class RegretIdentityProperties {

    @Property(tries = 2000)
    void holdsInEveryGame(@ForAll("games") Case<Game> game) {
        assertThat(game.finding().verdict()).as(game::toString).isEqualTo(Verdict.HOLDS);
    }

    /** (‖u − y₀‖² − ‖u − y_N‖²)/2η + (η/2) Σ(‖gₜ − mₜ‖² − ‖mₜ‖²) with the weight of Φ, from the gradients alone. */
    @Property(tries = 500)
    void isAClosedFormOnEuclideanSpace(@ForAll("games") Case<Game> game) {
        if (!(game.instance().geometry() instanceof Euclidean euclidean)) {
            return;
        }
        Play play = new RegretReferee(false).play(game.instance(), TwoStep::new);
        ClosedForm closed = ClosedForm.of(game.instance(), euclidean.weight());

        assertThat(play.linear()).isCloseTo(closed.regret(), within(1e-11 * (1 + closed.magnitude())));
    }

    @Provide
    Arbitrary<Case<Game>> games() {
        return Cases.of(RegretIdentity.THEOREM.claim());
    }
}
