package org.theoremcheck.predictable.rank;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.theoremcheck.claim.Family;
import org.theoremcheck.numeric.Enclosure;

/** The referee in doubles with the planted spectrum against the one that proves the spectrum from the gradients. */
class ExactRankTest {

    @Test
    void doublesAndPlantedTailsAreWithinTheirBudgetOfTheProvedOnes() {
        for (Family<Log> family : Logs.everywhere()) {
            int count = family.name().equals("rank/large") ? 1 : Math.min(family.size(), 12);
            for (int index = 0; index < count; index++) {
                Log log = family.draw(17, index);
                Approximation seen = new RankReferee().play(log, any -> new TruncatedSvd());
                Map<String, Enclosure> exact = new ExactRank().play(log, any -> new TruncatedSvd());
                String name = family.name() + " " + index;
                Approximation.Budgets budgets = seen.budgets();

                assertWithin(name, exact.get("path"), seen.path(), budgets.value());
                assertWithin(name, exact.get("first"), seen.first(), budgets.value());
                assertWithin(name, exact.get("tail"), seen.tail(), budgets.value());
                assertWithin(name, exact.get("rival"), seen.rival(), budgets.minimum());
                assertWithin(name, exact.get("path-at-rank"), seen.pathAtPredictableRank(), budgets.sufficient());
                assertWithin(name, exact.get("share"), seen.epsilon() * seen.energy(), budgets.necessary());
                if (seen.predictableRank() > 0) {
                    assertWithin(name, exact.get("tail-before"), seen.tailBefore(), budgets.necessary());
                }
            }
        }
    }

    private static void assertWithin(String name, Enclosure exact, double value, double budget) {
        BigDecimal error = exact.minus(Enclosure.of(value)).abs().high();
        // Where all is 0 the enclosure is 0 as well.
        assertThat(error).as(name).isLessThanOrEqualTo(new BigDecimal(budget));
    }
}
