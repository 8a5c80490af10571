package org.theoremcheck.numeric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The stream is part of every ledger and witness: a number that changes here changes all of them. */
class RandomStreamTest {

    /** The first outputs of SplitMix64 from seed 1234567, as published on Rosetta Code. */
    @Test
    void bitsAreThoseOfSplitMix64() {
        assertThat(Long.toUnsignedString(RandomStream.bits(1234567, 0))).isEqualTo("6457827717110365317");
        assertThat(Long.toUnsignedString(RandomStream.bits(1234567, 1))).isEqualTo("3203168211198807973");
        assertThat(Long.toUnsignedString(RandomStream.bits(1234567, 2))).isEqualTo("9817491932198370423");
        assertThat(Long.toUnsignedString(RandomStream.bits(1234567, 3))).isEqualTo("4593380528125082431");
        assertThat(Long.toUnsignedString(RandomStream.bits(1234567, 4))).isEqualTo("16408922859458223821");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, 0x5DEECE66DL, Long.MIN_VALUE})
    void bitsAreThoseOfTheJavaLibraryReadInOrder(long key) {
        SplittableRandom library = new SplittableRandom(key);

        for (int position = 0; position < 50; position++) {
            assertThat(RandomStream.bits(key, position)).isEqualTo(library.nextLong());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0x1.c4415072f63b9p-1",
        "0, 1, 0x1.b9e279aa86e58p-2",
        "20261101, 7, 0x1.1f5a24324c49p-1",
        "-5, 123456, 0x1.dfafc68753c41p-1"
    })
    void uniformsArePinned(long key, int position, String hex) {
        assertThat(Double.toHexString(RandomStream.uniform(key, position))).isEqualTo(hex);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, -0x1.231b031f43595p-2",
        "0, 1, 0x1.f5656a77fbb0ap-2",
        "20261101, 7, -0x1.1af2a35604ef6p0",
        "-5, 123456, -0x1.cd2f6a611986p-3",
        // in the topmost wedge: accepted, and rejected and drawn again
        "1, 1013, 0x1.4fc959732293bp-5",
        "1, 2361, -0x1.089d9081072ffp1",
        // in the tail
        "1, 7137, -0x1.d4a2120390cf9p1"
    })
    void gaussiansArePinned(long key, int position, String hex) {
        assertThat(Double.toHexString(RandomStream.gaussian(key, position))).isEqualTo(hex);
    }

    @ParameterizedTest
    @CsvSource({
        "0, gradient, 0, 9a5fd6017beaf868",
        "0, gradient, 1, 36fbafba17fece72",
        "1, gradient, 0, 28e4d3272bb38bc9"
    })
    void keysArePinned(long parent, String name, int row, String hex) {
        assertThat(Long.toHexString(RandomStream.key(parent, name, row))).isEqualTo(hex);
    }

    @Test
    void aNumberIsAFunctionOfKeyAndPosition() {
        double[] forward = new double[1000];
        for (int i = 0; i < forward.length; i++) {
            forward[i] = RandomStream.gaussian(3, i);
        }
        for (int i = forward.length - 1; i >= 0; i -= 7) {
            assertThat(RandomStream.gaussian(3, i)).isEqualTo(forward[i]);
        }
    }

    @Test
    void mixTakesNoTwoWordsToOne() {
        Set<Long> images = new HashSet<>();
        for (long word = -5000; word < 5000; word++) {
            images.add(RandomStream.mix(word));
        }

        assertThat(images).hasSize(10_000);
    }

    @Test
    void oneBitOfTheWordFlipsHalfTheBits() {
        long flipped = 0;
        for (long word = 0; word < 1000; word++) {
            for (int bit = 0; bit < 64; bit++) {
                flipped += Long.bitCount(RandomStream.mix(word) ^ RandomStream.mix(word ^ (1L << bit)));
            }
        }

        // 64,000 counts with mean 32 and variance 16: twelve standard errors
        assertThat(flipped / 64_000.0).isBetween(32 - 0.19, 32 + 0.19);
    }

    @Test
    void keysOfOtherParentsNamesAndRowsAreOthers() {
        Set<Long> keys = new HashSet<>();
        for (long parent = 0; parent < 10; parent++) {
            for (String name : new String[] {"gradient", "hint", "start", "a", "b", "", "g"}) {
                for (int row = 0; row < 100; row++) {
                    keys.add(RandomStream.key(parent, name, row));
                }
            }
        }

        assertThat(keys).hasSize(10 * 7 * 100);
    }

    @Test
    void wholeNumbersStayBelowTheirBoundAndReachEachBelowIt() {
        for (int bound = 1; bound < 20; bound++) {
            Set<Integer> seen = new HashSet<>();
            for (int position = 0; position < 1000; position++) {
                seen.add(RandomStream.below(9, position, bound));
            }

            assertThat(seen).hasSize(bound).allMatch(value -> value >= 0);
            assertThat(seen).contains(0, bound - 1);
        }
        assertThat(RandomStream.below(9, 0, Integer.MAX_VALUE)).isNotNegative();
    }
}
