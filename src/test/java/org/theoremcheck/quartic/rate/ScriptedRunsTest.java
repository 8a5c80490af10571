package org.theoremcheck.quartic.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Subject;
import org.theoremcheck.claim.Verdict;
import org.theoremcheck.numeric.Vectors;
import org.theoremcheck.quartic.descent.Descender;
import org.theoremcheck.quartic.descent.GDPolyak;
import org.theoremcheck.quartic.descent.Problem;
import org.theoremcheck.quartic.objective.Separable;

/** What referees see of subjects whose points are written down beforehand. */
class ScriptedRunsTest {

    private static final HittingReferee REFEREE = new HittingReferee();

    /** |x| from 4, which Polyak's step solves at once. */
    private static Problem absolute(int epochs) {
        return Problem.of(new Separable(new double[] {1}, new double[] {1}, false), new double[] {4}, 0.1, 0, epochs);
    }

    /** y⁴ from 1, of which a long step leaves (¾)⁴: sixteen decades are 32.01 of them. */
    private static Problem quartic(int epochs) {
        return Problem.of(new Separable(new double[] {1}, new double[] {4}, false), new double[] {1}, 0.1, 0, epochs);
    }

    /** The points after the start; the last one for ever. */
    private static Subject<Problem, Descender> script(double... points) {
        return problem -> {
            int[] next = {0};
            return (excess, gradient) -> new double[] {points[Math.min(next[0]++, points.length - 1)]};
        };
    }

    /** Gaps that rise again do not count, and a decade is reached where it is met exactly. */
    @Test
    void decadesAreCountedOfTheBestGap() {
        double[] points = {0.5, 0.01, 3, 0.02, 1e-9, 1, 1e-8, 1e-15, 1e-16, 1e-17};
        HittingTimes times = REFEREE.play(absolute(100), script(Vectors.scaled(4, points)));

        assertThat(times)
                .extracting(HittingTimes::second, HittingTimes::ninth, HittingTimes::last)
                .containsExactly(2L, 5L, 9L);
        assertThat(times.updates()).isEqualTo(9);
        assertThat(times.allowed()).isEqualTo(100);
        // b₄ = 10⁻² and b₉ = 10⁻¹⁶.
        assertThat(times.doubling()).isCloseTo(14 * Math.log(10) / Math.log(2), within(1e-12));
    }

    /** Twice as many updates halve log b, for two thousand of them: S = log₂ b_{n/2}/b_n. */
    @Test
    void aLongRunIsKeptWhole() {
        double[] points = IntStream.rangeClosed(1, 3000)
                .mapToDouble(t -> Math.scalb(1.0, -t / 50))
                .toArray();
        HittingTimes times = REFEREE.play(absolute(5000), script(Vectors.scaled(4, points)));

        // 2⁻⁷, 2⁻³⁰ and 2⁻⁵⁴ are the first below 10⁻², 10⁻⁹ and 10⁻¹⁶.
        assertThat(times).isEqualTo(new HittingTimes(350, 1500, 2700, 27, 2700, 5000));
    }

    @Test
    void aRunThatReachesTheMinimumDoublesWithoutBound() {
        assertThat(REFEREE.play(absolute(50), script(0.5, 0.25, 0)))
                .isEqualTo(new HittingTimes(3, 3, 3, Double.POSITIVE_INFINITY, 3, 50));
        assertThat(new HittingTimes(0, 0, 0, Double.POSITIVE_INFINITY, 0, 50).ratio())
                .isZero();
    }

    /** Ten times the updates of GDPolyak, or of the epochs where it does not reach it either; not fewer than the epochs. */
    @ParameterizedTest
    @CsvSource({"40, 330", "33, 330", "32, 320", "5, 50", "1000, 1000"})
    void othersHaveTenTimesAsMuchTime(int epochs, long updates) {
        assertThat(REFEREE.play(quartic(epochs), script(0.9)))
                .isEqualTo(new HittingTimes(-1, -1, -1, 0, updates, epochs));
    }

    @ParameterizedTest
    @CsvSource({"32, false, 32", "33, true, 33", "40, true, 33"})
    void polyaksStepsOnAQuarticAreCounted(int epochs, boolean reached, long updates) {
        HittingTimes times = REFEREE.play(quartic(epochs), GDPolyak::begin);

        // 2 ln 10/ln(256/81) = 4.002 and 9 ln 10/ln(256/81) = 18.01.
        assertThat(times.second()).isEqualTo(5);
        assertThat(times.ninth()).isEqualTo(19);
        assertThat(times.last()).isEqualTo(33);
        assertThat(times.nearLinear() >= 0).isEqualTo(reached);
        assertThat(times.updates()).isEqualTo(33);
    }

    /** Each of the three decides where it is the nearest to its end, by its distance as a share of the end. */
    @ParameterizedTest
    @CsvSource({
        "2, 9, 12, 24, 100, 0.88",
        "2, 4, 10, 24, 40, 0.25",
        "2, 9, 16, 15, 100, 0.25",
        "2, 9, 16, 24, 20, 0.2",
        "10, 30, 50, 100, 1000, 0.75",
        "2, 4, 11, 24, 100, 0.125",
        "2, 4, 14, 24, 100, -0.1111111111111111",
        "2, 4, 24, 24, 100, -1"
    })
    void theMarginIsThatOfTheNearestEnd(
            long second, long ninth, long last, double doubling, long allowed, double margin) {
        assertThat(new HittingTimes(second, ninth, last, doubling, last, allowed).nearLinear())
                .isCloseTo(margin, within(1e-15));
    }

    /** ½ at 0.9975 of what is expected, 0 at the tolerance, and never below −1. */
    @ParameterizedTest
    @CsvSource({
        "4, 1, 1",
        "4, 0.9975, 0.5",
        "4, 1.0025, 0.5",
        "4, 1.005, 0",
        "4, 1.5, -1",
        "3, 0.9975, 0.5",
        "6, 1.0025, 0.5"
    })
    void ratiosAreJudgedByTheWorstOfThem(double p, double factor, double margin) {
        double[][] expected = {{1 - 1 / p}, {Math.pow(1 - 1 / p, p)}, {Math.pow(p / (p - 1), p - 2)}};
        for (int which = 0; which < 3; which++) {
            for (boolean low : new boolean[] {true, false}) {
                double[][] ranges = new double[3][];
                for (int k = 0; k < 3; k++) {
                    double off = expected[k][0] * (k == which ? factor : 1);
                    ranges[k] = low ? new double[] {off, expected[k][0]} : new double[] {expected[k][0], off};
                }
                assertThat(new EpochRatios.Ratios(ranges[0], ranges[1], ranges[2], p, 1).margin(p))
                        .isCloseTo(margin, within(1e-11));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"0.25, 0", "0.5, 0.5", "0.3, 0.2", "0.75, 0.25", "1, 0", "0.125, -0.5", "1.5, -0.5", "9, -1"})
    void aStallIsBetweenAQuarterAndTheMirrorImage(double ratio, double margin) {
        assertThat(new FixedStall.Stall(ratio * 3, 3, 1, 1).margin()).isCloseTo(margin, within(1e-15));
    }

    @ParameterizedTest
    @CsvSource({"1, 0.1, 0", "2, 0.1, 0.5", "1, 0.15, -0.5", "1, 1, -1"})
    void aDecadeIsGainedWhereATenthIsLeft(double atHalf, double atEnd, double margin) {
        assertThat(new FixedStall.Stall(1, 1, atHalf, atEnd).progress()).isCloseTo(margin, within(1e-15));
    }

    /** Long steps of a script on ½x² + y⁴: |y| before them, and gaps in the first half of four epochs and in all. */
    @Test
    void aStallIsSeenBeforeLongStepsOnly() {
        Problem problem = Problem.of(Separable.ravine(1, 1, 4), new double[] {0, 0.5}, 0.5, 0, 4);
        double[] y = {0.4, -0.2, 0.1, 0.01};
        Subject<Problem, Descender> subject = begun -> {
            int[] next = {0};
            return (excess, gradient) -> new double[] {0, y[next[0]++]};
        };
        Claim<Problem, Descender, FixedStall.Stall> claim = FixedStall.THEOREM.claim();
        FixedStall.Stall stall = claim.setting().referee().play(problem, subject);

        assertThat(stall.least()).isEqualTo(0.1);
        assertThat(stall.atHalf()).isCloseTo(0.0016, within(1e-17));
        assertThat(stall.atEnd()).isCloseTo(1e-4, within(1e-18));
        // No short steps leave all: y_s² = 4a/27 and ỹ₀ = ½.
        assertThat(stall.mirrored()).isCloseTo(8.0 / 27, within(1e-15));
    }

    /** s₀ = 5 · 10⁻¹⁷: y is rounded back to where it was in every one of T steps, which the budget allows for. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 60})
    void aDescentThatRoundsToAStandstillIsNotBlamed(int steps) {
        double lost = 5e-17;
        for (double y : new double[] {1e-8, 1.5, 1e8}) {
            Problem problem = Problem.of(Separable.ravine(1, lost / (4 * y * y), 4), new double[] {0, y}, 1, 1, steps);

            assertThat(List.of(GradientDescentSublinear.THEOREM, GradientDescentSublinear.FASTER))
                    .allSatisfy(theorem -> assertThat(theorem.claim()
                                    .judge(problem, theorem.claim().setting().reference())
                                    .verdict())
                            .isEqualTo(Verdict.HOLDS));
        }
    }
}
