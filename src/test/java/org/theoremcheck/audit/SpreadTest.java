package org.theoremcheck.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.theoremcheck.audit.Toy.Adder;
import org.theoremcheck.audit.Toy.Numbers;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Kind;
import org.theoremcheck.claim.Tightness;

class SpreadTest {

    @Test
    void searchesThatEndAtTheSamePlaceHaveNoSpread() {
        Claim<Numbers, Adder, Double> claim = Toy.claim("sums", Family.of("half", "toy", Toy.numbers(0.5)));

        assertThat(new Spread(1).of(claim)).isEqualTo(new Ledger.Spread(10, 0.5, 0.5));
    }

    /** Each seed has its draws, and eight numbers below 0.1 sum to less than 0.8. */
    @Test
    void theSpreadLiesBetweenTheBestOfTheWorstSearchAndTheBestOfAll() {
        Ledger.Spread spread = new Spread(1).of(Toy.claim("sums", Toy.tiny("tiny", "toy")));

        assertThat(spread.least()).isPositive().isLessThan(spread.largest());
        assertThat(spread.largest()).isGreaterThan(0.7).isLessThan(0.8);
    }

    @Test
    void whereTheSupremumIsKnownThereIsNothingToGuess() {
        Claim<Numbers, Adder, Double> open = Toy.claim("sums", Toy.tiny("tiny", "toy"));
        Claim<Numbers, Adder, Double> known = new Claim<>(
                open.id(),
                Kind.THEOREM,
                open.expected(),
                open.of(),
                open.title(),
                open.source(),
                open.setting(),
                open.statement(),
                new Tightness(0.8, "eight times 0.1"));

        assertThat(new Spread(1).of(known)).isNull();
    }
}
