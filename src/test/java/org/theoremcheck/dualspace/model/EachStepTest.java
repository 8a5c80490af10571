package org.theoremcheck.dualspace.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.theoremcheck.claim.Compare.compare;
import static org.theoremcheck.claim.Term.term;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.theoremcheck.claim.Compare;
import org.theoremcheck.dualspace.loss.Loss;
import org.theoremcheck.dualspace.preconditioner.Blockwise;
import org.theoremcheck.numeric.Enclosure;

class EachStepTest {

    /** What a step shows: a measured side, at most a bound, with a budget that decides if it is small. */
    private record Sight(double measured, double bound, double budget) {}

    private static final Compare<Sight> STATEMENT = compare(term("measured", "m", Sight::measured))
            .atMost(term("bound", "b", Sight::bound))
            .within(1e-3, "given", Sight::budget, any -> 1);

    /** From the least to the most severe: says nothing, holds, undecided, not a number, violated; and within these by how much. */
    private static final List<Sight> RANKED = List.of(
            new Sight(5, Double.POSITIVE_INFINITY, 0),
            new Sight(1, 2, 0),
            new Sight(1, 1.5, 0),
            new Sight(1, 2, 0.1),
            new Sight(1, 1.5, 0.1),
            new Sight(Double.NaN, 1, 0),
            new Sight(2, 1, 0),
            new Sight(3, 1, 0));

    private static Problem problem(int rounds) {
        return Problems.line(1, 0, 2, Loss.SQUARED, Blockwise.gradientDescent(), 1, rounds);
    }

    private static EachStep<Sight> showing(double until, List<Sight> sights, List<Integer> seen) {
        Iterator<Sight> next = sights.iterator();
        return new EachStep<>(
                STATEMENT,
                problem -> step -> {
                    seen.add(step.round());
                    return next.next();
                },
                until,
                (problem, step) -> Map.of("round", Enclosure.of(step.round())));
    }

    /** Stays where it is. */
    private static Optimizer resting(Problem problem) {
        return gradient -> new double[] {2};
    }

    @Test
    void theWorstOfTwoStepsIsKeptWhicheverComesFirst() {
        for (int worse = 0; worse < RANKED.size(); worse++) {
            for (int better = 0; better < worse; better++) {
                Sight worst = RANKED.get(worse);
                assertThat(worst(worst, RANKED.get(better))).isSameAs(worst);
                assertThat(worst(RANKED.get(better), worst)).isSameAs(worst);
            }
        }
    }

    private static Sight worst(Sight... sights) {
        return showing(0, List.of(sights), new ArrayList<>()).play(problem(sights.length), EachStepTest::resting);
    }

    @Test
    void ofStepsThatAreAsSevereTheFirstIsKept() {
        for (Sight sight : RANKED) {
            Sight copy = new Sight(sight.measured, sight.bound, sight.budget);
            assertThat(worst(copy, sight)).isSameAs(copy);
        }
    }

    @Test
    void theStepThatIsEnclosedIsTheWorst() {
        EachStep<Sight> referee = showing(0, List.of(RANKED.get(1), RANKED.get(7), RANKED.get(2)), new ArrayList<>());

        assertThat(referee.exact()
                        .orElseThrow()
                        .play(problem(3), EachStepTest::resting)
                        .get("round")
                        .middle())
                .isEqualTo(1);
    }

    /** From 2 on ½w², where the residual is the point: until a quarter of it, or 10⁹ times as much, or the last round. */
    @ParameterizedTest
    @CsvSource({"1;0.51;0.5;3, 3", "1;0.4;0.3, 2", "1;1.9e9;2e9;3, 3", "1;3e9;3, 2", "1;1;1;1;1, 5"})
    void aRunEndsWhereItHasConvergedOrDiverged(String points, int steps) {
        Iterator<double[]> answers = DoubleStream.of(List.of(points.split(";")).stream()
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .mapToObj(point -> new double[] {point})
                .iterator();
        List<Integer> seen = new ArrayList<>();
        showing(0.25, java.util.Collections.nCopies(9, RANKED.get(1)), seen)
                .play(problem(5), any -> gradient -> answers.next());

        assertThat(seen).hasSize(steps);
    }
}
