package org.theoremcheck.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The laws of the stream, by bands of six standard errors. Keys are fixed: no test here can fail by chance on another day. */
@Execution(ExecutionMode.CONCURRENT)
class RandomStreamLawTest {

    private static final int DRAWS = 1 << 20;

    @Test
    void uniformsFillAThousandCellsEqually() {
        long[] cells = new long[1000];
        for (int i = 0; i < DRAWS; i++) {
            cells[(int) (RandomStream.uniform(11, i) * cells.length)]++;
        }

        assertEqualShares(cells);
    }

    @Test
    void neighboursInPositionAreIndependent() {
        long[] cells = new long[32 * 32];
        for (int i = 0; i < DRAWS; i++) {
            int first = RandomStream.below(12, 2 * i, 32);
            int second = RandomStream.below(12, 2 * i + 1, 32);
            cells[32 * first + second]++;
        }

        assertEqualShares(cells);
    }

    @Test
    void neighbouringRowsOfANameAreIndependent() {
        long[] cells = new long[32 * 32];
        for (int row = 0; row < DRAWS / 2; row++) {
            int first = RandomStream.below(RandomStream.key(13, "gradient", 2 * row), 0, 32);
            int second = RandomStream.below(RandomStream.key(13, "gradient", 2 * row + 1), 0, 32);
            cells[32 * first + second]++;
        }

        assertEqualShares(cells);
    }

    /** E Xᵏ of the standard normal is 0, 1, 0, 3 for k = 1 … 4, and the variance of Xᵏ is 1, 2, 15, 96. */
    @Test
    void gaussianMomentsAreThoseOfTheNormalLaw() {
        double[] expected = {0, 1, 0, 3};
        double[] variance = {1, 2, 15, 96};
        double[] sum = new double[4];
        for (int i = 0; i < DRAWS; i++) {
            double x = RandomStream.gaussian(14, i);
            double power = 1;
            for (int k = 0; k < 4; k++) {
                power *= x;
                sum[k] += power;
            }
        }

        for (int k = 0; k < 4; k++) {
            assertThat(sum[k] / DRAWS).isCloseTo(expected[k], within(6 * Math.sqrt(variance[k] / DRAWS)));
        }
    }

    /** P(|X| > z) by mpmath; 3.654… is where the ziggurat's tail begins. */
    @Test
    void gaussianTailsAreThoseOfTheNormalLaw() {
        double[] z = {1, 2, 3, 3.654152885361009, 4, 4.5};
        double[] probability = {
            0.3173105078629141,
            0.04550026389635842,
            0.002699796063260189,
            2.580324876539009e-4,
            6.334248366623984e-5,
            6.7953462494601205e-06
        };
        // So many that a tail lighter by a twentieth shows: the first ziggurat here lost 6 % of it.
        int draws = 1 << 26;
        int[] beyond = new int[z.length];
        int[] above = new int[z.length];
        for (int i = 0; i < draws; i++) {
            double x = RandomStream.gaussian(15, i);
            for (int k = 0; k < z.length && Math.abs(x) > z[k]; k++) {
                beyond[k]++;
                above[k] += x > 0 ? 1 : 0;
            }
        }

        for (int k = 0; k < z.length; k++) {
            double expected = draws * probability[k];
            assertThat((double) beyond[k]).isCloseTo(expected, within(6 * Math.sqrt(expected)));
            assertThat((double) above[k]).isCloseTo(expected / 2, within(6 * Math.sqrt(expected / 2)));
        }
    }

    /** Cells of equal probability are narrower than the ziggurat's layers at every height: a wrong wedge shows. */
    @Test
    void gaussiansFillFourHundredCellsOfTheNormalLawEqually() {
        NormalDistribution normal = new NormalDistribution(null, 0, 1);
        double[] borders = new double[399];
        for (int i = 0; i < borders.length; i++) {
            borders[i] = normal.inverseCumulativeProbability((i + 1) / 400.0);
        }
        long[] cells = new long[400];
        for (int i = 0; i < DRAWS; i++) {
            int place = Arrays.binarySearch(borders, RandomStream.gaussian(16, i));
            cells[place < 0 ? -place - 1 : place]++;
        }

        assertEqualShares(cells);
    }

    /** Pearson's χ², whose mean is the number of degrees of freedom and whose variance twice that. */
    private static void assertEqualShares(long[] cells) {
        double expected = Arrays.stream(cells).sum() / (double) cells.length;
        double sum = 0;
        for (long cell : cells) {
            sum += (cell - expected) * (cell - expected) / expected;
        }
        double freedom = cells.length - 1.0;

        assertThat(sum).isCloseTo(freedom, within(6 * Math.sqrt(2 * freedom)));
    }
}
