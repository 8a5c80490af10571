package org.theoremcheck.quartic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Compare;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Finding;
import org.theoremcheck.claim.Subject;
import org.theoremcheck.claim.Tape;
import org.theoremcheck.claim.Term;
import org.theoremcheck.claim.Theorem;
import org.theoremcheck.claim.Verdict;
import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.quartic.descent.Problem;
import org.theoremcheck.quartic.ravine.Place;

/** What the paper's claims say of runs: in doubles as in enclosures, and that everything wrong is refuted. */
@Execution(ExecutionMode.CONCURRENT)
class JudgementsTest {

    @SuppressWarnings("unchecked")
    private static Stream<Claim<Object, Object, Object>> claims() {
        return new FourthOrderGrowth()
                .theorems().stream().map(Theorem::claims).flatMap(List::stream).map(claim ->
                        (Claim<Object, Object, Object>) claim);
    }

    static Stream<Claim<Object, Object, Object>> comparisons() {
        return claims().filter(claim -> claim.expected() == Verdict.HOLDS && claim.statement() instanceof Compare);
    }

    static Stream<Claim<Object, Object, Object>> wrong() {
        return claims().filter(claim -> claim.expected() == Verdict.VIOLATED);
    }

    /** The instance, or one that differs from it in the ninth digit of its point; another draw where points are hidden. */
    private static Object near(Family<Object> family, int index, int neighbour) {
        Object instance = family.draw(5, index);
        if (instance instanceof Problem problem) {
            return new Problem(
                    problem.objective(),
                    problem.infimum(),
                    problem.estimate(),
                    near(problem.start(), neighbour),
                    problem.step(),
                    problem.shortSteps(),
                    problem.growth(),
                    problem.epochs(),
                    problem.trigger());
        }
        if (instance instanceof Place place) {
            return new Place(place.polynomial(), near(place.point(), neighbour));
        }
        return family.draw(5 + neighbour, index);
    }

    private static double[] near(double[] point, int neighbour) {
        return IntStream.range(0, point.length)
                .mapToDouble(i -> point[i] * (1 - 1e-9 * neighbour * (i + 1) / 7))
                .toArray();
    }

    /** Enclosures of large functions take long. */
    private static boolean slow(Family<Object> family) {
        return family.name().matches("epochs/(neurons|sensing|balanced|symmetric|ridges)");
    }

    /** The largest error of a few neighbours, as a share of the budget. */
    @ParameterizedTest
    @MethodSource("comparisons")
    void theBudgetIsEnoughAndSeldomManyTimesTooLarge(Claim<Object, Object, Object> claim) {
        List<Double> reached = new ArrayList<>();
        for (Family<Object> family : claim.setting().families()) {
            boolean slow = slow(family);
            for (int index = 0; index < Math.min(slow ? 1 : 5, family.size()); index++) {
                double largest = -1;
                for (int neighbour = 0; neighbour < (slow ? 1 : 5); neighbour++) {
                    largest = Math.max(largest, share(claim, near(family, index, neighbour)));
                }
                assertThat(largest).as(family.name() + " " + index).isLessThanOrEqualTo(1);
                if (largest >= 0 && !slow) {
                    reached.add(largest);
                }
            }
        }
        // What is not judged there is most of the budget: the rounding of the points, which grows with the short steps.
        boolean ofPoints = claim.id().equals("epoch-contraction");
        assertThat(reached.stream().sorted().skip(reached.size() / 4).findFirst())
                .hasValueSatisfying(share -> assertThat(share).isGreaterThan(ofPoints ? 5e-7 : 8e-4));
    }

    /** −1 where the claim says nothing. */
    private static double share(Claim<Object, Object, Object> claim, Object instance) {
        Compare<Object> compare = (Compare<Object>) claim.statement();
        Object evidence =
                claim.setting().referee().play(instance, claim.setting().reference());
        if (compare.vacuity().isPresent() && compare.vacuity().get().when().test(evidence)) {
            return -1;
        }
        Map<String, Enclosure> exact = claim.setting()
                .exact()
                .orElseThrow()
                .play(instance, claim.setting().reference());
        Enclosure off = Enclosure.ZERO;
        for (Term<Object> term : compare.terms()) {
            double value = term.value().applyAsDouble(evidence);
            Enclosure wrong = exact.get(term.name()).minus(Enclosure.of(value));
            off = off.plus(wrong.times(Enclosure.of(term.coefficient())).abs());
        }
        Finding finding = compare.judge(evidence);
        double gap = compare.equality() ? Math.abs(finding.slack()) : 0;
        return Math.max(gap, off.middle()) / compare.rounding().applyAsDouble(evidence);
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void whatIsWrongIsRefutedInDoublesAndInEnclosures(Claim<Object, Object, Object> claim) {
        assertThat(claim.setting().families().stream()
                        .flatMap(family -> IntStream.range(0, Math.min(family.size(), 2000))
                                .mapToObj(index -> family.draw(5, index)))
                        .anyMatch(instance -> refuted(claim, instance)))
                .as(claim.id())
                .isTrue();
    }

    @Test
    void thePaperHasRatesLongStepsAndRavines() {
        assertThat(new FourthOrderGrowth().theorems())
                .extracting(theorem -> theorem.claim().id())
                .doesNotHaveDuplicates()
                .contains("gdpolyak-near-linear", "fixed-k-stall", "polyak-step-identity", "ravine-decomposition");
    }

    private static boolean refuted(Claim<Object, Object, Object> claim, Object instance) {
        List<List<double[]>> reel = new ArrayList<>();
        Subject<Object, Object> subject =
                Tape.recording(claim.setting().role(), claim.setting().reference(), reel);
        Finding finding = claim.judge(instance, subject);
        if (finding.verdict() != Verdict.VIOLATED) {
            return false;
        }
        Optional<Boolean> confirmed = claim.confirms(instance, new Tape(reel), finding);
        assertThat(confirmed.orElse(true)).as(claim.id()).isTrue();
        return true;
    }
}
