package org.theoremcheck.meanfield.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FrameTest {

    private static final int LENGTH = 3000;

    /** A few roundings of single precision: those of two projections onto at most four vectors and of a division. */
    private static final double ROUNDING = 16 * 0x1p-24;

    @Test
    void staysOrthonormalWhenDirectionsNearlyCoincide() {
        Frame frame = new Frame(4, LENGTH);
        Pieces[] vectors = new Pieces[4];
        for (int j = 0; j < 4; j++) {
            // Each is the first one but for a millionth, a few units in its last place.
            vectors[j] = Pieces.gaussian(41, 1, LENGTH);
            vectors[j].add(1e-6, Pieces.gaussian(42 + j, 1, LENGTH));
        }
        double[][] coordinates = new double[4][];
        for (int j = 0; j < 4; j++) {
            coordinates[j] = frame.span(Pieces.of(vectors[j].toArray()));
        }

        assertThat(frame.size()).isEqualTo(4);
        Pieces[] basis = frame.times(new double[][] {{1, 0, 0, 0}, {0, 1, 0, 0}, {0, 0, 1, 0}, {0, 0, 0, 1}});
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                assertThat(basis[i].dot(basis[j])).isCloseTo(i == j ? 1 : 0, within(ROUNDING));
            }
            Pieces difference = frame.times(coordinates)[i];
            difference.add(-1, vectors[i]);
            assertThat(Math.sqrt(difference.dot(difference)))
                    .isLessThan(ROUNDING * Math.sqrt(vectors[i].dot(vectors[i])));
        }
    }

    @Test
    void zeroAddsNothing() {
        Frame frame = new Frame(2, LENGTH);

        assertThat(frame.span(new Pieces(LENGTH))).containsOnly(0);
        assertThat(frame.size()).isZero();
        Frame narrow = new Frame(1, LENGTH);
        narrow.span(Pieces.gaussian(44, 1, LENGTH));
        assertThat(narrow.span(new Pieces(LENGTH))).containsExactly(0);
        assertThat(narrow.size()).isEqualTo(1);
    }

    @Test
    void nothingIsAddedToAWholeSpace() {
        Frame frame = new Frame(5, 2);
        for (int j = 0; j < 5; j++) {
            Pieces x = Pieces.gaussian(43 + j, 1, 2);
            double size = Math.sqrt(x.dot(x));
            double[] coordinates = frame.span(x);

            assertThat(Math.hypot(coordinates[0], coordinates[1])).isCloseTo(size, within(ROUNDING * size));
        }

        assertThat(frame.size()).isEqualTo(2);
        assertThat(frame.full()).isTrue();
    }
}
