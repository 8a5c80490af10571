package org.theoremcheck.predictable.regret;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.theoremcheck.claim.Family;
import org.theoremcheck.numeric.Enclosure;

/** The referee in doubles against the one in exact arithmetic, which shares none of its code. */
@Execution(ExecutionMode.CONCURRENT)
class ExactRegretTest {

    @Test
    void sumsInDoublesAreWithinTheirBudgetOfTheExactOnes() {
        for (Family<Game> family : Games.everywhere()) {
            if (family.name().matches(".*longest|.*(ball|box|simplex|entropy)/breast-cancer")) {
                continue;
            }
            for (int index = 0; index < (cheap(family) ? 2 : 1); index++) {
                Game game = family.draw(17, index);
                Play play = new RegretReferee(false).play(game, TwoStep::new);
                Map<String, Enclosure> exact = new ExactRegret().play(game, TwoStep::new);
                String name = family.name() + " " + index;

                assertWithin(name, exact.get("regret"), play.regret(), play.rounding());
                assertWithin(name, exact.get("linear"), play.linear(), play.rounding());
                assertWithin(name, exact.get("distance"), play.distance(), play.rounding());
                assertWithin(name, exact.get("range"), play.range(), play.rounding());
                assertWithin(name, exact.get("path"), play.path(), play.rounding());
            }
        }
    }

    @Test
    void variantsInDoublesAreThoseInExactArithmetic() {
        for (Family<Game> family : Games.everywhere()) {
            if (!family.name().endsWith("structured")) {
                continue;
            }
            for (int index = 0; index < 2; index++) {
                Game game = family.draw(19, index);
                Play play = new RegretReferee(true).play(game, TwoStep::new);
                Variants variants = play.variants();
                Map<String, Enclosure> exact = new ExactRegret().play(game, TwoStep::new);
                String name = family.name() + " " + index;

                assertRelative(name, exact.get("unsquared-path"), variants.unsquared());
                assertRelative(name, exact.get("supremum-path"), variants.supremum());
                assertRelative(name, exact.get("euclidean-path"), variants.euclidean());
                assertRelative(name, exact.get("unit-modulus-path"), variants.unitModulus());
                assertRelative(name, exact.get("ahead-path"), variants.ahead());
                assertRelative(name, exact.get("from-first"), variants.fromFirst());
            }
        }
    }

    /** Powers and matrices take long to enclose. */
    private static boolean cheap(Family<Game> family) {
        return Stream.of(Arena.values())
                .anyMatch(arena -> arena.ofAnyDimension() && arena.group().equals(family.group()));
    }

    private static void assertRelative(String name, Enclosure exact, double value) {
        assertWithin(name, exact, value, 1e-11 * Math.abs(value) + 1e-60);
    }

    private static void assertWithin(String name, Enclosure exact, double value, double budget) {
        BigDecimal error = exact.minus(Enclosure.of(value)).abs().high();
        assertThat(error).as(name).isLessThanOrEqualTo(new BigDecimal(budget));
    }
}
