package org.theoremcheck.quartic.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Misplay;
import org.theoremcheck.claim.Subject;
import org.theoremcheck.numeric.RandomStream;
import org.theoremcheck.numeric.Vectors;
import org.theoremcheck.quartic.descent.Descender;
import org.theoremcheck.quartic.descent.GDPolyak;
import org.theoremcheck.quartic.descent.GradientMethod;
import org.theoremcheck.quartic.descent.Problem;
import org.theoremcheck.quartic.descent.Rollout;
import org.theoremcheck.quartic.objective.Measurements;
import org.theoremcheck.quartic.objective.Rosenbrock;
import org.theoremcheck.quartic.objective.Sensing;
import org.theoremcheck.quartic.objective.TwoNeurons;

/**
 * The experiments of the authors' program at their sizes. Its random numbers are those of another library, so what it printed is compared with
 * the range of random starts: the 1st to the 99th percentile of 200 on the plane, all of 11 elsewhere. Levels are losses after so many updates.
 */
class PublishedExperimentsTest {

    /** Losses of one run. */
    private static double[] losses(Problem problem, Subject<Problem, Descender> subject, long updates) {
        double[] losses = new double[(int) updates + 1];
        try {
            Rollout.play(problem, subject, (update, point, gap, gradient) -> {
                losses[(int) update] = gap;
                return update < updates;
            });
        } catch (Misplay diverged) {
            Arrays.fill(losses, Double.POSITIVE_INFINITY);
        }
        return losses;
    }

    private static double[] gaussians(String name, int index, int count) {
        long key = RandomStream.key(3407, name, index);
        return IntStream.range(0, count)
                .mapToDouble(i -> RandomStream.gaussian(key, i))
                .toArray();
    }

    /** The share of runs that cut off at either end. */
    private static void assertWithin(double[][] runs, int update, double share, double published) {
        double[] levels =
                Stream.of(runs).mapToDouble(run -> run[update]).sorted().toArray();
        int cut = (int) (share * levels.length);

        assertThat(published).as("after " + update).isBetween(levels[cut], levels[levels.length - 1 - cut]);
    }

    /** Decades a thousand updates, from epoch to epoch at the ends of their short steps. */
    private static double slope(double[] losses, int shortSteps, int from, int to) {
        int period = shortSteps + 1;
        double decades = Math.log10(losses[to * period + shortSteps]) - Math.log10(losses[from * period + shortSteps]);
        return 1000.0 * decades / ((to - from) * (double) period);
    }

    private static Problem rosenbrock(int index) {
        return Problem.of(new Rosenbrock(10), gaussians("plane", index, 2), 0.0125, 100, 50);
    }

    @Test
    void rosenbrock() {
        double[][][] runs = IntStream.range(0, 1000)
                .mapToObj(index -> Stream.<Subject<Problem, Descender>>of(
                                GDPolyak::begin, GradientMethod::polyak, GradientMethod::gradientDescent)
                        .map(subject -> losses(rosenbrock(index), subject, 5050))
                        .toArray(double[][]::new))
                .filter(run -> run[0][0] < Double.POSITIVE_INFINITY && run[2][0] < Double.POSITIVE_INFINITY)
                .limit(200)
                .toArray(double[][][]::new);
        double[][] gdPolyak = Stream.of(runs).map(run -> run[0]).toArray(double[][]::new);
        double[][] polyak = Stream.of(runs).map(run -> run[1]).toArray(double[][]::new);
        double[][] descent = Stream.of(runs).map(run -> run[2]).toArray(double[][]::new);
        double expected = 1000.0 / 101 * Math.log10(81.0 / 256);

        assertThat(runs.length).isEqualTo(200);
        double[] slopes = Stream.of(gdPolyak)
                .mapToDouble(run -> slope(run, 100, 5, 30))
                .sorted()
                .toArray();
        assertThat(slopes[100]).isCloseTo(expected, within(-0.02 * expected));
        // A start from which a short step leads next to the minimizer begins close to the stall.
        assertThat(Arrays.stream(slopes).filter(slope -> Math.abs(slope / expected - 1) <= 0.02))
                .hasSizeGreaterThan(180);
        double[] ofGDPolyak = {1.01e-7, 1.01e-12, 1.01e-17, 1.02e-22, 1.02e-27};
        double[] ofPolyak = {1.1e-8, 2.1e-11, 8.0e-12, 7.8e-13, 4.1e-13};
        double[] ofDescent = {1.37e-4, 3.0e-5, 1.27e-5};
        for (int k = 0; k < ofGDPolyak.length; k++) {
            assertWithin(gdPolyak, 1000 * (k + 1), 0.01, ofGDPolyak[k]);
            assertWithin(polyak, 1000 * (k + 1), 0.01, ofPolyak[k]);
        }
        for (int k = 0; k < ofDescent.length; k++) {
            assertWithin(descent, 1000 * (k + 1), 0.01, ofDescent[k]);
        }
    }

    private static Problem neurons(int index) {
        int d = 100;
        double[] target = gaussians("v", index, d);
        return Problem.of(new TwoNeurons(target), gaussians("w", index, 2 * d), 1.5, 100, 25);
    }

    /**
     * Of GDPolyak 3.0e-17 is printed after 2000 updates. That is 7 times less than ten long steps leave of the 4.0e-11 printed after 1000, and
     * below what a sum of terms near ‖v‖² = 100 can tell in doubles; the number that follows from the first takes its place.
     */
    @Test
    @Tag("published")
    void twoNeurons() {
        double[][] gdPolyak = new double[11][];
        double[][] descent = new double[11][];
        double expected = 1000.0 / 101 * Math.log10(8.0 / 27);
        for (int index = 0; index < 11; index++) {
            gdPolyak[index] = losses(neurons(index), GDPolyak::begin, 2525);
            descent[index] = losses(neurons(index), GradientMethod::gradientDescent, 2525);
            assertThat(slope(gdPolyak[index], 100, 18, 24)).isCloseTo(expected, within(-0.02 * expected));
        }
        assertWithin(gdPolyak, 1000, 0, 4.0e-11);
        assertWithin(gdPolyak, 2000, 0, 4.0e-11 * Math.pow(8.0 / 27, 10));
        assertWithin(descent, 1000, 0, 5.9e-8);
        assertWithin(descent, 2000, 0, 7.5e-9);
    }

    /** d = 100, r = 2, k = 4, m = 1000. */
    static Problem sensing(int index) {
        int d = 100;
        int m = 1000;
        double[][] plus = new double[d][];
        double[][] minus = new double[d][];
        double[][] planted = new double[d][];
        for (int j = 0; j < d; j++) {
            plus[j] = gaussians("plus/" + index, j, m);
            minus[j] = gaussians("minus/" + index, j, m);
            planted[j] = gaussians("planted/" + index, j, 2);
        }
        double size =
                Math.sqrt(Stream.of(planted).mapToDouble(Vectors::squaredNorm).sum());
        double[][] unit =
                Stream.of(planted).map(row -> Vectors.scaled(1 / size, row)).toArray(double[][]::new);
        double[] start = gaussians("start", index, 4 * d);
        return Problem.of(
                Sensing.of(new Measurements(plus), new Measurements(minus), unit, 4),
                Vectors.scaled(1 / Vectors.norm(start), start),
                0.05,
                300,
                50);
    }

    @Test
    @Tag("published")
    void quadraticSensing() {
        double[][] gdPolyak = new double[11][];
        double[][] descent = new double[11][];
        for (int index = 0; index < 11; index++) {
            gdPolyak[index] = losses(sensing(index), GDPolyak::begin, 15_000);
            descent[index] = losses(sensing(index), GradientMethod::gradientDescent, 15_000);
        }
        double[] ofGDPolyak = {6.3e-12, 2.1e-16, 3.3e-20};
        double[] ofDescent = {6.1e-7, 1.7e-7, 7.7e-8};
        for (int k = 0; k < 3; k++) {
            assertWithin(gdPolyak, 5000 * (k + 1), 0, ofGDPolyak[k]);
            assertWithin(descent, 5000 * (k + 1), 0, ofDescent[k]);
        }
    }

    /** Without exception: every instance of GDPolyak is accepted under twenty master seeds, and no baseline. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    @Tag("published")
    void theCriterionUnderTwentySeeds(long seed) {
        Claim<Problem, Descender, HittingTimes> claim = NearLinear.THEOREM.claim();
        int runs = 0;
        for (Family<Problem> family : claim.setting().families()) {
            for (int index = 0; index < family.size(); index++) {
                Problem problem = family.draw(seed, index);
                HittingReferee referee = new HittingReferee();
                runs++;
                assertThat(referee.play(problem, GDPolyak::begin).nearLinear())
                        .as(family.name() + " " + index)
                        .isNotNegative();
                assertThat(referee.play(problem, GradientMethod::polyak).nearLinear())
                        .as(family.name() + " " + index)
                        .isNegative();
                assertThat(referee.play(problem, GradientMethod::gradientDescent)
                                .nearLinear())
                        .as(family.name() + " " + index)
                        .isNegative();
            }
        }
        assertThat(runs).isGreaterThanOrEqualTo(165);
    }
}
