package org.theoremcheck.quartic.descent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.theoremcheck.claim.Misplay;
import org.theoremcheck.claim.Subject;
import org.theoremcheck.quartic.objective.Objective;
import org.theoremcheck.quartic.objective.Separable;

class ProblemTest {

    private static final Objective PLANE = Separable.ravine(2, 1, 4);
    private static final double[] START = {0.5, 0.5};
    private static final double NONE = Double.NaN;

    private static Problem problem(double[] start, double step, int shortSteps, int growth, int epochs) {
        return new Problem(PLANE, 0.25, -1, start, step, shortSteps, growth, epochs, 5);
    }

    @Test
    void whatDoesNotFitTogetherIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> problem(new double[3], 0.1, 0, 0, 1))
                .withMessage("the start is a finite vector of dimension 2, got 3 numbers");
        assertThatIllegalArgumentException().isThrownBy(() -> problem(new double[] {0, NONE}, 0.1, 0, 0, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> problem(START, NONE, 0, 0, 1))
                .withMessage("infimum, estimate, step and trigger are finite numbers");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> problem(START, 0.1, -1, 0, 1))
                .withMessageContaining("got -1, 0, 1");
        assertThatIllegalArgumentException().isThrownBy(() -> problem(START, 0.1, 0, -1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> problem(START, 0.1, 0, 0, 0));
    }

    @Test
    void anEditChangesWhatItNamesAlone() {
        Problem problem = problem(START, 0.1, 3, 2, 4);

        assertThat(problem.scheduled(7, 8, 9)).isEqualTo(new Problem(PLANE, 0.25, -1, START, 0.1, 7, 8, 9, 5));
        assertThat(problem.above(6, 7)).isEqualTo(new Problem(PLANE, 6, 7, START, 0.1, 3, 2, 4, 5));
        assertThat(problem.triggeredAt(6)).isEqualTo(new Problem(PLANE, 0.25, -1, START, 0.1, 3, 2, 4, 6));
        assertThat(problem.dimension()).isEqualTo(2);
    }

    /** Σ (Kᵢ + 1), one by one. */
    @ParameterizedTest
    @CsvSource({"0, 0", "5, 0", "5, 2", "0, 3", "100000, 1000"})
    void updatesAreTheShortStepsAndOneLongStepOfEveryEpoch(int shortSteps, int growth) {
        Problem problem = problem(START, 0.1, shortSteps, growth, 1);
        long sum = 0;
        for (int epoch = 0; epoch < 30; epoch++) {
            assertThat(problem.updates(epoch)).isEqualTo(sum);
            assertThat(problem.shortSteps(epoch)).isEqualTo(shortSteps + epoch * growth);
            sum += problem.shortSteps(epoch) + 1;
        }
    }

    /** Of u ↦ u − ηλu for λ = 1 and 4, by the farther of the two from 0. */
    @ParameterizedTest
    @CsvSource({"0.25, 0.75", "0.1, 0.9", "0.45, 0.8", "0.75, 2", "1, 3"})
    void aShortStepLeavesTheLargestShareAcross(double step, double left) {
        Objective bowl = new Separable(new double[] {0.5, 2, 1}, new double[] {2, 2, 4}, false);

        assertThat(Problem.of(bowl, new double[3], step, 1, 1).contraction()).isCloseTo(left, within(1e-15));
    }

    /** From (½, ½) on x² + y⁴ with ηstep = 1/8, where f = 5/16 and ∇f = (1, ½). */
    @Test
    void slipsAreWhatTheirNamesSay() {
        Problem at = new Problem(PLANE, 0.25, 0.125, START, 0.125, 0, 0, 1, 5);
        double[] gradient = {1, 0.5};

        assertThat(Slips.longer(3).begin(at).step(0.3125, gradient)).containsExactly(0.5 - 0.75, 0.5 - 0.375);
        assertThat(Slips.shorter(0.5).begin(at).step(0.3125, gradient)).containsExactly(0.4375, 0.46875);
        assertThat(Slips.valueForGap(at).step(0.3125, gradient)).containsExactly(0.5 - 0.35, 0.5 - 0.175);
        Descender late = Slips.lateLongStep(at);
        assertThat(late.step(0.3125, gradient)).containsExactly(0.375, 0.4375);
        assertThat(late.step(0.3125, gradient)).containsExactly(0.125, 0.3125);
    }

    /** Of one short step an epoch: the long step goes along the gradient that the short one had. */
    @Test
    void aStaleGradientIsThatOfTheUpdateBefore() {
        Problem at = Problem.of(PLANE, START, 0.125, 1, 1);
        Descender stale = new Slips.StaleGradient(at);

        assertThat(stale.step(1, new double[] {1, 0.5})).containsExactly(0.375, 0.4375);
        // (5/16)/‖(0, ½)‖² = 5/4 along (1, ½).
        assertThat(stale.step(0.3125, new double[] {0, 0.5})).containsExactly(0.375 - 1.25, 0.4375 - 0.625);
        assertThat(stale.step(1, new double[] {2, 0})).containsExactly(0.375 - 1.5, 0.4375 - 0.625);
    }

    /** 2 · (1/16)^¾ = ¼. */
    @ParameterizedTest
    @CsvSource({"0.25, true", "0.250001, false", "0.1, true"})
    void theTriggerFiresUpToItsThreshold(double slope, boolean fires) {
        Problem at = Problem.of(PLANE, START, 0.5, 1, 1).triggeredAt(2);
        double[] next = TriggeredPolyak.begin(at).step(0.0625, new double[] {slope, 0});

        assertThat(TriggeredPolyak.threshold(at, 0.0625)).isEqualTo(0.25);
        assertThat(TriggeredPolyak.threshold(at, -1)).isNaN();
        assertThat(next[0]).isCloseTo(0.5 - (fires ? 0.0625 / slope : 0.5 * slope), within(1e-15));
    }

    /** One epoch of one long step: half of Polyak's length, then a restart with the bound raised by half of the least excess. */
    @Test
    void aRestartRaisesTheBoundToTheMeanOfItselfAndTheLeastValue() {
        Problem at = Problem.of(PLANE, START, 0.125, 0, 1);
        Descender restarts = PolyakRestarts.begin(at);
        double[] gradient = {1, 0};

        assertThat(restarts.step(0.5, gradient)).containsExactly(0.25, 0.5);
        assertThat(restarts.step(0.25, gradient)).containsExactly(START);
        // The bound is ⅛, then 3/16: half of (½ − ⅛).
        assertThat(restarts.step(0.5, gradient)).containsExactly(0.5 - 0.1875, 0.5);
        assertThat(restarts.step(0.3125, gradient)).containsExactly(START);
        assertThat(restarts.step(0.5, gradient)).containsExactly(0.5 - 0.15625, 0.5);
        assertThat(restarts.step(0.5, new double[] {0, 0})).containsExactly(START);
    }

    @Test
    void aPlayShowsEveryPointAndStopsWhereNothingIsLeft() {
        Problem line = Problem.of(new Separable(new double[] {1}, new double[] {2}, false), new double[] {1}, 0.5, 9, 9)
                .above(3, 1);
        List<Double> seen = new ArrayList<>();
        List<Double> told = new ArrayList<>();
        Subject<Problem, Descender> halving = problem -> (excess, gradient) -> {
            told.add(excess);
            double next = gradient[0] / 4;
            gradient[0] = NONE;
            return new double[] {next < 0.1 ? 0 : next};
        };
        Rollout.play(line, halving, (update, point, gap, gradient) -> {
            assertThat(update).isEqualTo(seen.size());
            assertThat(gap).isEqualTo(point[0] * point[0]);
            assertThat(gradient).containsExactly(2 * point[0]);
            seen.add(point[0]);
            return true;
        });

        assertThat(seen).containsExactly(1.0, 0.5, 0.25, 0.125, 0.0);
        // f* − f̂ = 2 on top of the gap.
        assertThat(told).containsExactly(3.0, 2.25, 2.0625, 2.015625);
    }

    /** (10⁻¹⁰⁰)⁴ is 0 in doubles, where the gradient is not: a long step has no length. */
    @Test
    void aGapThatUnderflowsIsTheMinimum() {
        Problem flat =
                Problem.of(new Separable(new double[] {1}, new double[] {4}, false), new double[] {1e-100}, 1, 0, 9);
        List<Double> slopes = new ArrayList<>();
        Rollout.play(flat, GDPolyak::begin, (update, point, gap, gradient) -> slopes.add(gradient[0]));

        assertThat(slopes).hasSize(1).allMatch(slope -> slope > 0);
    }

    @Test
    void whatIsNoPointIsAMisplayAndALostDescentEnds() {
        Problem line =
                Problem.of(new Separable(new double[] {1}, new double[] {2}, false), new double[] {1}, 0.5, 9, 9);
        Rollout.Observer on = (update, point, gap, gradient) -> update < 9;

        assertThatThrownBy(() -> Rollout.play(line, problem -> (excess, gradient) -> new double[] {NONE}, on))
                .isInstanceOf(Misplay.class);
        assertThatThrownBy(() -> Rollout.play(line, problem -> (excess, gradient) -> new double[2], on))
                .isInstanceOf(Misplay.class);
        List<Double> seen = new ArrayList<>();
        double[] points = {1e200, NONE};
        Rollout.play(
                line,
                problem -> {
                    int[] next = {0};
                    return (excess, gradient) -> new double[] {points[next[0]++]};
                },
                (update, point, gap, gradient) -> seen.add(point[0]));

        assertThat(seen).containsExactly(1.0, 1e200);
    }

    /** Kᵢ = 2 + i: long steps are the updates 2, 6 and 11. */
    @Test
    void longStepsAreShownFromWhereToWhere() {
        Problem problem = Problem.of(PLANE, new double[] {0, 1}, 0.1, 2, 9).scheduled(2, 1, 3);
        List<double[]> shown = new ArrayList<>();
        Subject<Problem, Descender> script = begun -> {
            int[] next = {1};
            return (excess, gradient) -> new double[] {0, 1 + next[0]++};
        };
        Rollout.epochs(problem, script, (epoch, before, gap, gradient, after) -> {
            assertThat(epoch).isEqualTo(shown.size());
            assertThat(gap).isEqualTo(Math.pow(before[1], 4));
            assertThat(gradient[1]).isEqualTo(4 * Math.pow(before[1], 3));
            shown.add(new double[] {before[1], after[1]});
        });

        assertThat(IntStream.range(0, 3).mapToObj(i -> shown.get(i)[0])).containsExactly(3.0, 7.0, 12.0);
        assertThat(shown).hasSize(3).allMatch(step -> step[1] == step[0] + 1);
    }
}
