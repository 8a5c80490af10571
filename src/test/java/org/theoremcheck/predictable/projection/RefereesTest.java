package org.theoremcheck.predictable.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.theoremcheck.claim.Setting;
import org.theoremcheck.claim.Subject;
import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.predictable.projection.ProjectionKappa.Paths;

/** What the referees measure, of projections whose images are known. */
class RefereesTest {

    /** Leaves vectors as they are. */
    private static final Subject<Sketch, Projection> IDENTITY = sketch -> double[]::clone;

    private static final Setting<Sketch, Projection, Paths> KAPPA =
            ProjectionKappa.THEOREM.claim().setting();

    /** gₜ = 2, −2, 0 under vⱼ ↦ 3v: P = 4 + 16 + 4 and S = 8, and nine times that. */
    @Test
    void pathsAndEnergiesAreSummedBeforeAndAfter() {
        Sketch sketch = new Sketch(Sketches.GAUSSIAN, 1, new double[][] {{2}, {-2}, {0}}, 1, 1);
        Paths paths = KAPPA.referee().play(sketch, any -> vector -> new double[] {3 * vector[0]});
        Map<String, Enclosure> exact =
                KAPPA.exact().orElseThrow().play(sketch, any -> vector -> new double[] {3 * vector[0]});

        assertThat(paths.path()).isEqualTo(24);
        assertThat(paths.energy()).isEqualTo(8);
        assertThat(paths.projectedPath()).isEqualTo(216);
        assertThat(paths.projectedEnergy()).isEqualTo(72);
        assertThat(exact.get("projected").middle()).isEqualTo(216 * 8);
        assertThat(exact.get("whole").middle()).isEqualTo(24 * 72);
    }

    /** P ≤ 4S, and P/S tends to 4 for a log whose sign alternates. */
    @Test
    void theMagnitudeIsTheLargestThatBothSidesCanBe() {
        double[][] rows = new double[200][1];
        for (int t = 0; t < rows.length; t++) {
            rows[t][0] = t % 2 == 0 ? 3 : -3;
        }
        Paths paths = KAPPA.referee().play(new Sketch(Sketches.GAUSSIAN, 1, rows, 1, 1), IDENTITY);

        assertThat(paths.before() / paths.magnitude()).isBetween(0.98, 1.0);
        assertThat(paths.after()).isEqualTo(paths.before());
    }

    @Test
    void theRoundingStatedBoundsThatOfTheDoublesAndIsNotAHundredTimesTooLarge() {
        double largest = 0;
        for (int index = 0; index < 100; index++) {
            Sketch sketch = Sketches.collinear().draw(3, index);
            Paths paths = KAPPA.referee().play(sketch, RandomProjection::new);
            Map<String, Enclosure> exact = KAPPA.exact().orElseThrow().play(sketch, RandomProjection::new);
            double off = off(exact.get("projected"), paths.after()) + off(exact.get("whole"), paths.before());

            assertThat(off).isLessThanOrEqualTo(paths.rounding());
            largest = Math.max(largest, paths.rounding() == 0 ? 0 : off / paths.rounding());
        }
        assertThat(largest).isGreaterThan(0.01);
    }

    private static double off(Enclosure exact, double value) {
        return exact.minus(Enclosure.of(value)).abs().high().doubleValue();
    }

    /** Ratios of squared lengths 1.21, 0.81, 1.09 and 0.92 in turn: two of four are off by more than a tenth. */
    @Test
    void vectorsAreCountedAsOffBeyondATenthOnEitherSide() {
        double[] squares = {1.21, 0.81, 1.09, 0.92};
        int[] begun = {0};
        Sketch sketch = new Sketch(Sketches.GAUSSIAN, 2, new double[][] {{3, 4}}, 1, 20);
        ProjectionNorm.Frequency frequency = ProjectionNorm.THEOREM
                .claim()
                .setting()
                .referee()
                .play(sketch, map -> {
                    double length = Math.sqrt(squares[begun[0]++ % 4]);
                    return vector -> new double[] {length * vector[0], length * vector[1]};
                });

        assertThat(begun[0]).isEqualTo(20);
        assertThat(frequency.maps()).isEqualTo(20);
        assertThat(frequency.off()).isEqualTo(10);
    }

    /** Images c·v with c² = 1, 2, 3: energies 30, 60 and 90 of P = 30, before the cut. */
    @Test
    void energiesAreAveragedAndTheirSquaresAreCutOff() {
        int[] begun = {0};
        double[][] rows = {{1, 2}, {3, 4}};
        Subject<Sketch, Projection> subject = map -> {
            double length = Math.sqrt(1.0 + begun[0]++ % 3);
            return vector -> new double[] {length * vector[0], length * vector[1]};
        };
        Energies energies = Energies.play(new Sketch(Sketches.GAUSSIAN, 2, rows, 1, 3), subject);
        Energies far = Energies.play(
                new Sketch(Sketches.GAUSSIAN, 2, rows, 1, 2),
                map -> vector -> new double[] {1000 * vector[0], 1000 * vector[1]});

        assertThat(energies.mean()).isCloseTo(60, within(1e-12));
        assertThat(energies.spread()).isCloseTo((900 + 3600) / 3.0, within(1e-10));
        assertThat(far.mean()).isCloseTo(30e6, within(1e-6));
        assertThat(far.spread()).isEqualTo(far.moments().cap());
    }

    @Test
    void tailsAreThoseBeyondTheFourthSingularValue() {
        double[][] rows = new double[6][6];
        for (int t = 0; t < 6; t++) {
            rows[t][t] = 6 - t;
        }
        ProjectionTail.Tails tails = ProjectionTail.THEOREM
                .claim()
                .setting()
                .referee()
                .play(new Sketch(Sketches.GAUSSIAN, 6, rows, 1, 2), IDENTITY);

        assertThat(tails.tail()).isCloseTo(5, within(1e-13));
        assertThat(tails.mean()).isCloseTo(5, within(1e-13));
        assertThat(tails.score()).isCloseTo(0, within(1e-12));
        assertThat(new ProjectionTail.Tails(5 + tails.bound().deviation(), 5, tails.bound()).score())
                .isCloseTo(6.1094, within(1e-4));
    }

    /** 1, ½ and 1/16 hold 1/256 of less than the hundredth that r* leaves: two of three, but three for a rank. */
    @Test
    void ranksLeaveAHundredthAndTheLargestIsThatOfTheNumbersThatAreNotNothing() {
        double[][] rows = {{1, 0, 0, 0}, {0, 0.5, 0, 0}, {0, 0, 0.0625, 0}, {0, 0, 0, 0}};
        ProjectionRank.Ranks ranks = ProjectionRank.THEOREM
                .claim()
                .setting()
                .referee()
                .play(new Sketch(Sketches.GAUSSIAN, 4, rows, 1, 1), IDENTITY);
        ProjectionRank.Ranks few = ProjectionRank.THEOREM
                .claim()
                .setting()
                .referee()
                .play(new Sketch(Sketches.GAUSSIAN, 1, rows, 1, 1), any -> vector -> new double[] {vector[0]});

        assertThat(ranks).isEqualTo(new ProjectionRank.Ranks(2, 2, 3));
        assertThat(few).isEqualTo(new ProjectionRank.Ranks(1, 2, 1));
    }

    @Test
    void slipsScaleTheEntriesOrRepeatTheFirst() {
        Sketch sketch = new Sketch(Sketches.GAUSSIAN, 3, new double[][] {{1, 2}}, 7, 1);
        double[] vector = {1, 2};
        double[] image = new RandomProjection(sketch).project(vector);
        double[] smaller = Slips.ONE_TOO_MANY.begin(sketch).project(vector);
        double[] larger = Slips.UNSCALED.begin(sketch).project(vector);
        double[] equal = Slips.ONE_ROW.begin(sketch).project(vector);
        Projection redrawn = new Slips.Redrawn(sketch);

        for (int i = 0; i < 3; i++) {
            assertThat(smaller[i] * smaller[i]).isCloseTo(0.75 * image[i] * image[i], within(1e-14));
            assertThat(larger[i] * larger[i]).isCloseTo(3 * image[i] * image[i], within(1e-13));
            assertThat(equal[i]).isEqualTo(image[0]);
        }
        assertThat(redrawn.project(vector)).containsExactly(new RandomProjection(sketch.map(0)).project(vector));
        assertThat(redrawn.project(vector)).containsExactly(new RandomProjection(sketch.map(1)).project(vector));
    }

    /** Columns of R are the images of the axes: for signs of all entries they are ±1/√k. */
    @Test
    void aMapHasTheEntriesOfItsLawRowByRowDividedByTheRootOfK() {
        Sketch sketch = new Sketch(new EntryLaw.SparseSigns(1), 4, new double[][] {{1, 0, 0}}, 11, 1);
        Projection map = new RandomProjection(sketch);
        double[] whole = new double[4];
        for (int j = 0; j < 3; j++) {
            double[] axis = new double[3];
            axis[j] = 1;
            double[] column = map.project(axis);
            for (int i = 0; i < 4; i++) {
                assertThat(Math.abs(column[i])).isEqualTo(0.5);
                whole[i] += column[i];
            }
        }

        assertThat(map.project(new double[] {1, 1, 1})).containsExactly(whole);
        assertThat(Arrays.stream(whole).distinct().count()).isGreaterThan(1);
    }

    @Test
    void noTwoEntriesOfAMapAreTheSame() {
        Sketch sketch = new Sketch(Sketches.GAUSSIAN, 5, new double[][] {{1, 0, 0}}, 11, 1);
        Projection map = new RandomProjection(sketch);
        Set<Double> entries = new HashSet<>();
        for (int j = 0; j < 3; j++) {
            double[] axis = new double[3];
            axis[j] = 1;
            Arrays.stream(map.project(axis)).forEach(entries::add);
        }

        assertThat(entries).hasSize(15);
    }

    @Test
    void signsAreAsOftenPositiveAsNegative() {
        int positive = 0;
        int negative = 0;
        for (int i = 0; i < 6000; i++) {
            double entry = new EntryLaw.SparseSigns(3).entry(13, i);
            positive += entry > 0 ? 1 : 0;
            negative += entry < 0 ? 1 : 0;
        }

        assertThat(positive).isBetween(880, 1120);
        assertThat(negative).isBetween(880, 1120);
    }
}
