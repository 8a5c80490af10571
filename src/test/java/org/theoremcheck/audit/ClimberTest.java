package org.theoremcheck.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.theoremcheck.audit.Toy.Adder;
import org.theoremcheck.audit.Toy.Numbers;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Family;

class ClimberTest {

    private static final long SEED = 1;

    /** x(2 − x), at its largest 1 where x = 1, plus the number of presents: 0 to 3. */
    private static final Family<Numbers> HILL = Family.drawn("hill", "hill", in -> {
        double x = in.uniform("place", 0, 2);
        return Toy.numbers(x * (2 - x), in.integer("presents", 0, 3));
    });

    private static final Claim<Numbers, Adder, Double> CLAIM = Toy.claim("sums", HILL);

    @Test
    void theTopIsReachedFromEveryStart() {
        for (int index = 0; index < 20; index++) {
            assertThat(climbed(500, index).severity()).isCloseTo((4 - 1) / (4.0 + 1), within(1e-6));
        }
    }

    @Test
    void theWayIsNeverDown() {
        double[] reached = IntStream.range(0, 100)
                .mapToDouble(steps -> climbed(steps, 3).severity())
                .toArray();

        assertThat(reached).isSorted();
        assertThat(reached[0]).isEqualTo(start(3).severity());
    }

    @Test
    void theClimbIsTheSameEveryTime() {
        assertThat(climbed(50, 3).edits())
                .usingRecursiveComparison()
                .isEqualTo(climbed(50, 3).edits());
    }

    @Test
    void theFindingIsThatOfTheInstanceReached() {
        Candidate<Numbers> reached = climbed(50, 3);

        assertThat(reached.severity()).isEqualTo(Toy.severity(reached.instance()), within(1e-15));
    }

    @Test
    void whatIsDrawnStaysInItsRange() {
        assertThat(IntStream.range(0, 20)
                        .mapToObj(index -> climbed(30, index).instance().values()))
                .allSatisfy(values -> assertThat(values[0]).isBetween(0.0, 1.0))
                .allSatisfy(values -> assertThat(values[1]).isIn(0.0, 1.0, 2.0, 3.0));
    }

    @Test
    void anInstanceWithoutDrawsStaysAsItIs() {
        Family<Numbers> fixed = Family.of("fixed", "fixed", Toy.numbers(7));
        Claim<Numbers, Adder, Double> claim = Toy.claim("sums", fixed);
        Candidate<Numbers> start = Candidate.of(claim, fixed, SEED, 0, Map.of());

        assertThat(new Climber(SEED, 100).climb(claim, start)).isSameAs(start);
    }

    private static Candidate<Numbers> start(int index) {
        return Candidate.of(CLAIM, HILL, SEED, index, Map.of());
    }

    private static Candidate<Numbers> climbed(int evaluations, int index) {
        return new Climber(SEED, evaluations).climb(CLAIM, start(index));
    }
}
