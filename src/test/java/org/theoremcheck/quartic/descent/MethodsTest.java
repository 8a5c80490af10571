package org.theoremcheck.quartic.descent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.theoremcheck.claim.Subject;
import org.theoremcheck.quartic.objective.Separable;

/** The methods by hand on x² + y⁴, and against the numbers of an independent implementation. */
class MethodsTest {

    private static final Problem PLAIN = Problem.of(Separable.ravine(2, 1, 4), new double[] {0.5, 0.5}, 0.25, 1, 60);

    /** (½, ½) → (¼, ⅜); then f = 1/16 + 81/4096, g = (½, 27/128) and α = f/‖g‖². */
    @Test
    void anEpochIsShortStepsAndOneLongStep() {
        List<double[]> points = points(PLAIN, GDPolyak::begin, 3);
        double f = 1 / 16.0 + 81 / 4096.0;
        double alpha = f / (0.25 + 27.0 * 27 / (128 * 128));

        assertThat(points.get(1)).containsExactly(0.25, 0.375);
        assertThat(points.get(2)[0]).isCloseTo(0.25 - alpha / 2, within(1e-16));
        assertThat(points.get(2)[1]).isCloseTo(0.375 - alpha * 27 / 128, within(1e-16));
        assertThat(points.get(3)[0]).isEqualTo(points.get(2)[0] / 2);
    }

    /** η = ¼ and y = 10: y ← y − y³ is near 10⁸¹ after four steps, where y⁴ is no number, and y³ is none one step later. */
    @Test
    void aDescentThatDivergesEndsWhereItLeavesTheNumbers() {
        Problem steep = Problem.of(Separable.ravine(2, 1, 4), new double[] {0.5, 10}, 0.25, 1000, 1);
        List<Double> gaps = new ArrayList<>();
        Rollout.play(steep, GDPolyak::begin, (update, point, gap, gradient) -> gaps.add(gap));

        assertThat(gaps).hasSize(6).last().isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void withoutShortStepsItIsPolyaksMethodAndWithoutLongOnesGradientDescent() {
        assertThat(points(PLAIN.scheduled(0, 0, 1), GDPolyak::begin, 20))
                .usingRecursiveComparison()
                .isEqualTo(points(PLAIN, GradientMethod::polyak, 20));
        assertThat(points(PLAIN.scheduled(1000, 0, 1), GDPolyak::begin, 20))
                .usingRecursiveComparison()
                .isEqualTo(points(PLAIN, GradientMethod::gradientDescent, 20));
    }

    @Test
    void growingEpochsHaveEverMoreShortSteps() {
        Problem growing = PLAIN.scheduled(5, 2, 4);
        List<Integer> lengths = new ArrayList<>();
        Rollout.epochs(growing, GDPolyak::begin, (epoch, before, gap, gradient, after) -> lengths.add(epoch));

        assertThat(lengths).containsExactly(0, 1, 2, 3);
        assertThat(growing.updates(4)).isEqualTo(6 + 8 + 10 + 12);
    }

    /** At least as good as an independent implementation on the same function. */
    @ParameterizedTest
    @CsvSource({"10, 5e-7", "15, 2e-13"})
    void restartsWithAnUnknownMinimumHalveTheErrorOfTheirEstimate(int restarts, double reached) {
        Problem unknown = PLAIN.scheduled(60, 0, 40).above(0.3, 0);
        double[] best = {1};
        Rollout.play(unknown, PolyakRestarts::begin, (update, point, gap, gradient) -> {
            best[0] = Math.min(best[0], gap);
            return update < (restarts + 1) * (unknown.updates(unknown.epochs()) + 1);
        });

        assertThat(best[0]).isLessThanOrEqualTo(reached);
    }

    /** N₁₆ of an independent implementation on x² + y⁴ with η = ⅛; the start there is not known, so within a fifth. */
    @ParameterizedTest
    @CsvSource({"4.1, 999", "5, 1340", "8, 2754", "16, 9010"})
    void aLargerTriggerIsWasteful(double trigger, double expected) {
        Problem problem = Problem.of(Separable.ravine(2, 1, 4), new double[] {0.5, 0.4}, 0.125, 0, 1)
                .triggeredAt(trigger);
        long[] hit = {-1};
        double[] first = {0};
        Rollout.play(problem, TriggeredPolyak::begin, (update, point, gap, gradient) -> {
            first[0] = update == 0 ? gap : first[0];
            hit[0] = gap <= 1e-16 * first[0] ? update : -1;
            return hit[0] < 0 && update < 100_000;
        });

        assertThat((double) hit[0]).isCloseTo(expected, within(0.2 * expected));
    }

    private static List<double[]> points(Problem problem, Subject<Problem, Descender> subject, int updates) {
        List<double[]> points = new ArrayList<>();
        Rollout.play(problem, subject, (update, point, gap, gradient) -> {
            points.add(point.clone());
            return update < updates;
        });
        return points;
    }
}
