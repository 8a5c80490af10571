package org.theoremcheck.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.theoremcheck.audit.Toy.Adder;
import org.theoremcheck.audit.Toy.Numbers;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Codec;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Slot;
import org.theoremcheck.claim.Verdict;

class ShrinkerTest {

    private static final long SEED = 1;
    private static final Family<Numbers> FAMILY = Toy.normal("normal", "normal");
    private static final Claim<Numbers, Adder, Double> CLAIM = Toy.claim("sums", FAMILY);

    @Test
    void manyCrookedNumbersBecomeOneRoundOne() {
        assertThat(shrunk(0.4, 2.71828, 0.3141, -0.577)).isEqualTo("{\"values\":[3.0]}");
    }

    @Test
    void aNumberIsAsSmallAsTheSeverityAllows() {
        // (2 − 1)/(2 + 1) = 1/3, while 1 is no violation; (23 − 1)/(23 + 1) = 0.917, while 9 has 0.8.
        assertThat(shrunk(0.3, 2.25)).isEqualTo("{\"values\":[2.0]}");
        assertThat(shrunk(0.9, 23.456)).isEqualTo("{\"values\":[23.0]}");
    }

    @Test
    void numbersThatAreNeededStay() {
        // Sum 7 with severity 0.75; without one of them 3 or 4, with severity 0.5 or 0.6.
        assertThat(shrunk(0.7, 3, 4)).isEqualTo("{\"values\":[3.0,4.0]}");
    }

    @Test
    void severityNeverFallsBelowTheFloor() {
        for (Candidate<Numbers> start : violations()) {
            for (double share : new double[] {0, 0.5, 0.9, 1}) {
                double floor = share * start.severity();
                Candidate<Numbers> small = new Shrinker(SEED, 500).shrink(CLAIM, start, floor);

                assertThat(Toy.severity(small.instance()))
                        .isGreaterThanOrEqualTo(floor)
                        .isPositive();
                assertThat(small.finding().verdict()).isEqualTo(Verdict.VIOLATED);
                assertThat(Shrinker.size(small)).isLessThanOrEqualTo(Shrinker.size(start));
            }
        }
    }

    @Test
    void everyViolationShrinksToOneOrTwoCharactersANumber() {
        assertThat(violations())
                .hasSizeGreaterThan(5)
                .extracting(start -> text(new Shrinker(SEED, 1500).shrink(CLAIM, start, start.severity() / 2)))
                .allSatisfy(text -> assertThat(text).matches("\\{\"values\":\\[\\d\\.\\d(,-?\\d\\.\\d)*]}"));
    }

    @Test
    void shrinkingIsTheSameEveryTime() {
        Candidate<Numbers> start = violations().get(0);

        assertThat(text(new Shrinker(SEED, 1500).shrink(CLAIM, start, 0)))
                .isEqualTo(text(new Shrinker(SEED, 1500).shrink(CLAIM, start, 0)));
    }

    @Test
    void withoutEvaluationsNothingChanges() {
        Candidate<Numbers> start = violations().get(0);

        assertThat(new Shrinker(SEED, 0).shrink(CLAIM, start, 0)).isSameAs(start);
    }

    @Test
    void theSizeCountsCharactersAndWholeNumbersDrawn() {
        assertThat(Shrinker.size(of(1.5, 2.5))).isEqualTo("{\"values\":[1.5,2.5]}".length() + 2.0);
    }

    private static List<Candidate<Numbers>> violations() {
        return IntStream.range(0, 40)
                .mapToObj(index -> Candidate.of(CLAIM, FAMILY, SEED, index, Map.of()))
                .filter(candidate -> candidate.finding().verdict() == Verdict.VIOLATED)
                .toList();
    }

    private static String shrunk(double floor, double... values) {
        return text(new Shrinker(SEED, 1500).shrink(CLAIM, of(values), floor));
    }

    private static Candidate<Numbers> of(double... values) {
        Map<Slot, double[]> edits =
                Map.of(new Slot("count", 0), new double[] {values.length}, new Slot("value", 0), values);
        return Candidate.of(CLAIM, FAMILY, SEED, 0, edits);
    }

    private static String text(Candidate<Numbers> candidate) {
        return Codec.write(candidate.instance());
    }
}
