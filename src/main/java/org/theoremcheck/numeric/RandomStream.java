package org.theoremcheck.numeric;

import org.apache.commons.math3.special.Erf;

/**
 * Random numbers as a pure function of (key, position): nothing is consumed, so any number can be drawn in any order, and one
 * can be replaced without moving another.
 *
 * <p>Bits are those of SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators, OOPSLA 2014) read at a
 * counter. Gaussians come from a ziggurat of 256 layers (Marsaglia, Tsang, J. Stat. Software 5(8), 2000) whose tables and rare
 * paths use {@link StrictMath} and Commons Math's FastMath: the stream is pinned, bit for bit, on every JDK.
 */
public final class RandomStream {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private RandomStream() {}

    /** A bijection of the 64-bit words that turns close inputs into unrelated outputs (Stafford's variant 13). */
    public static long mix(long word) {
        long z = word;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** A key for a named part of the stream with the given key. */
    public static long key(long parent, String name, int row) {
        return mix(parent + name.hashCode() * 0xD1342543DE82EF95L + row * 0xDA942042E4DD58B5L);
    }

    /** 64 random bits. */
    public static long bits(long key, int position) {
        return mix(key + (position + 1L) * GOLDEN);
    }

    /** Uniform on [0, 1), a multiple of 2⁻⁵³. */
    public static double uniform(long key, int position) {
        return unit(bits(key, position));
    }

    /** Uniform on {0, …, bound − 1}; the bias is below bound · 2⁻⁵³. */
    public static int below(long key, int position, int bound) {
        return (int) (unit(bits(key, position)) * bound);
    }

    /** Standard normal. */
    public static double gaussian(long key, int position) {
        long word = bits(key, position);
        int layer = (int) word & 255;
        long offset = word >> 10;
        return Math.abs(offset) < Ziggurat.INSIDE[layer] ? offset * Ziggurat.SCALE[layer] : rare(word);
    }

    private static double unit(long word) {
        return (word >>> 11) * 0x1p-53;
    }

    /** The wedge between two layers, or the tail beyond the last one: 1.5 % of the draws. */
    private static double rare(long firstWord) {
        long word = firstWord;
        while (true) {
            int layer = (int) word & 255;
            long offset = word >> 10;
            double x = offset * Ziggurat.SCALE[layer];
            if (Math.abs(offset) < Ziggurat.INSIDE[layer]) {
                return x;
            }
            word = mix(word + GOLDEN);
            if (layer == 0) {
                return Math.copySign(tail(word), x);
            }
            double low = Ziggurat.HEIGHT[layer];
            double high = Ziggurat.HEIGHT[layer + 1];
            if (low + unit(word) * (high - low) < Exponential.of(-x * x / 2)) {
                return x;
            }
            word = mix(word + GOLDEN);
        }
    }

    /** The tail's share of the area is its own, so what is rejected here is drawn again here and not from all layers. */
    private static double tail(long firstWord) {
        long word = firstWord;
        while (true) {
            double beyond = -StrictMath.log(1 - unit(word)) / Ziggurat.TAIL;
            word = mix(word + GOLDEN);
            if (-2 * StrictMath.log(1 - unit(word)) > beyond * beyond) {
                return Ziggurat.TAIL + beyond;
            }
            word = mix(word + GOLDEN);
        }
    }

    /**
     * Layers of equal area under e^(−x²/2). Layer i reaches from 0 to its edge, the edges shrinking from a bit beyond the tail's
     * beginning to 0; points within the edge of the next layer lie under the curve for sure.
     */
    private static final class Ziggurat {

        /** Where the tail begins, for 256 layers. */
        static final double TAIL = 3.654152885361009;

        /** Edge of the layer, times 2⁻⁵³. */
        static final double[] SCALE = new double[256];

        /** Edge of the next layer over that of this one, times 2⁵³. */
        static final long[] INSIDE = new long[256];

        /** e^(−x²/2) at the edge. */
        static final double[] HEIGHT = new double[257];

        static {
            double atTail = StrictMath.exp(-TAIL * TAIL / 2);
            double area = TAIL * atTail + Math.sqrt(StrictMath.PI / 2) * Erf.erfc(TAIL / Math.sqrt(2));
            double[] edge = new double[257];
            edge[0] = area / atTail;
            edge[1] = TAIL;
            for (int i = 2; i < 256; i++) {
                edge[i] = Math.sqrt(
                        -2 * StrictMath.log(area / edge[i - 1] + StrictMath.exp(-edge[i - 1] * edge[i - 1] / 2)));
            }
            for (int i = 0; i <= 256; i++) {
                HEIGHT[i] = StrictMath.exp(-edge[i] * edge[i] / 2);
            }
            for (int i = 0; i < 256; i++) {
                SCALE[i] = edge[i] * 0x1p-53;
                INSIDE[i] = (long) (edge[i + 1] / edge[i] * 0x1p53);
            }
        }
    }
}
