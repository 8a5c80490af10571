package org.theoremcheck.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.theoremcheck.audit.Toy.Adder;
import org.theoremcheck.audit.Toy.Numbers;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Draw;
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

    /** 1 − 1/(1 + x) with x ≥ 0, which can always grow. */
    @Test
    void whereTheSlackMovesItGoesOnToTheMost() {
        assertThat(evaluations(in -> 1 - 1 / (1 + Math.abs(in.gaussians("way", 0, 1)[0])), 4, 67))
                .isEqualTo(64);
    }

    @Test
    void whereTheSlackDoesNotMoveOneMoreStretchIsTheLast() {
        assertThat(evaluations(in -> 0.5 + 0 * in.uniform("nothing", 0, 1), 4, 67))
                .isEqualTo(8);
    }

    @Test
    void whereThereIsNoSlackLeftOneMoreStretchIsTheLast() {
        assertThat(evaluations(in -> 1 - 1e-7 * in.uniform("hair", 0.1, 1), 4, 67))
                .isEqualTo(8);
    }

    @Test
    void aSecondStretchThatIsTooLongIsNotBegun() {
        assertThat(evaluations(in -> 1 - 1 / (1 + Math.abs(in.gaussians("way", 0, 1)[0])), 4, 7))
                .isEqualTo(4);
    }

    /** How many instances a climb looks at. */
    private static int evaluations(ToDoubleFunction<Draw> sum, int evaluations, int most) {
        AtomicInteger drawn = new AtomicInteger();
        Family<Numbers> family = Family.drawn("counted", "counted", in -> {
            drawn.incrementAndGet();
            return Toy.numbers(sum.applyAsDouble(in));
        });
        Claim<Numbers, Adder, Double> claim = Toy.claim("sums", family);
        Candidate<Numbers> start = Candidate.of(claim, family, SEED, 0, Map.of());
        int before = drawn.getAndSet(0);
        new Climber(SEED, evaluations, most, () -> false).climb(claim, start);
        return drawn.get() / before;
    }

    private static Candidate<Numbers> start(int index) {
        return Candidate.of(CLAIM, HILL, SEED, index, Map.of());
    }

    private static Candidate<Numbers> climbed(int evaluations, int index) {
        return new Climber(SEED, evaluations).climb(CLAIM, start(index));
    }
}
