package org.theoremcheck.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.theoremcheck.numeric.RandomStream;

/** Doubles with bits drawn uniformly: all exponents, subnormals too. */
class CodecProperties {

    record Bag(double number, Double boxed, double[] row, double[][] matrix, List<Double> list) {}

    /** A finite double; every eighth one is a corner of the format. */
    private static double finite(long seed, int position) {
        double[] corners = {-0.0, 0.0, Double.MIN_VALUE, -Double.MIN_NORMAL, Double.MAX_VALUE, 0.1, 1e-300, -1};
        long bits = RandomStream.bits(seed, position);
        double value = Double.longBitsToDouble(bits);
        return bits % 8 == 0 || !Double.isFinite(value) ? corners[(int) (bits >>> 61)] : value;
    }

    @Property(tries = 200)
    void recordsRoundTripBitForBit(@ForAll long seed) {
        double[] row = {finite(seed, 2), finite(seed, 3)};
        Bag bag = new Bag(
                finite(seed, 0),
                finite(seed, 1),
                row,
                new double[][] {row, {}, {finite(seed, 4)}},
                List.of(finite(seed, 5), finite(seed, 6)));

        assertSame(Codec.read(Codec.write(bag), Bag.class), bag);
        assertSame(Codec.read(Codec.lines(bag), Bag.class), bag);
        assertSame(Codec.read(Codec.tree(bag), Bag.class), bag);
    }

    @Property(tries = 200)
    void numbersReadBackAsThemselves(@ForAll long seed) {
        double value = finite(seed, 0);

        assertThat(Double.doubleToRawLongBits(Double.parseDouble(Codec.number(value))))
                .isEqualTo(Double.doubleToRawLongBits(value));
    }

    /** By bits, since a recursive comparison might take 0.0 for −0.0. */
    private static void assertSame(Bag actual, Bag expected) {
        assertThat(bits(actual)).isEqualTo(bits(expected));
    }

    private static List<Long> bits(Bag bag) {
        double[] all = new double[] {
            bag.number,
            bag.boxed,
            bag.row[0],
            bag.row[1],
            bag.matrix[0][0],
            bag.matrix[0][1],
            bag.matrix[2][0],
            bag.list.get(0),
            bag.list.get(1)
        };
        return Arrays.stream(all).mapToObj(Double::doubleToRawLongBits).toList();
    }
}
