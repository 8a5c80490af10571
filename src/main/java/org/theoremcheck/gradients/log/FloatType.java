package org.theoremcheck.gradients.log;

import java.nio.ByteBuffer;

/** How a number is written in a file. Each widens to double without error. */
enum FloatType {
    /** IEEE 754 binary16: 5 bits of exponent, 10 of fraction. */
    HALF("float16", Short.BYTES) {
        @Override
        void decode(ByteBuffer from, int count, Workspace space, double[] target, int at) {
            short[] bits = space.shorts();
            from.asShortBuffer().get(bits, 0, count);
            for (int i = 0; i < count; i++) {
                target[at + i] = half(bits[i]);
            }
        }
    },
    /** The upper half of a float32: 8 bits of exponent, 7 of fraction. */
    BRAIN("bfloat16", Short.BYTES) {
        @Override
        void decode(ByteBuffer from, int count, Workspace space, double[] target, int at) {
            short[] bits = space.shorts();
            from.asShortBuffer().get(bits, 0, count);
            for (int i = 0; i < count; i++) {
                target[at + i] = Float.intBitsToFloat(bits[i] << 16);
            }
        }
    },
    /** IEEE 754 binary32. */
    SINGLE("float32", Float.BYTES) {
        @Override
        void decode(ByteBuffer from, int count, Workspace space, double[] target, int at) {
            // Two steps, because only a loop over arrays is vectorized.
            float[] floats = space.floats();
            from.asFloatBuffer().get(floats, 0, count);
            for (int i = 0; i < count; i++) {
                target[at + i] = floats[i];
            }
        }
    },
    /** IEEE 754 binary64. */
    DOUBLE("float64", Double.BYTES) {
        @Override
        void decode(ByteBuffer from, int count, Workspace space, double[] target, int at) {
            from.asDoubleBuffer().get(target, at, count);
        }
    };

    private final String title;
    private final int bytes;

    FloatType(String title, int bytes) {
        this.title = title;
        this.bytes = bytes;
    }

    /** Bytes of a number. */
    int bytes() {
        return bytes;
    }

    /**
     * Widens the numbers at the position of a buffer, in the buffer's byte order.
     *
     * @param count at most {@link Workspace#capacity}
     * @param at where the first goes in the target
     */
    abstract void decode(ByteBuffer from, int count, Workspace space, double[] target, int at);

    /**
     * The value of a binary16. Exponent and fraction are moved to their places in a binary32, whose exponent is biased by 127 instead of
     * 15; an exponent of all ones (infinite, NaN) becomes all ones, and a subnormal is a multiple of 2⁻²⁴. No branch on the sign, which
     * nothing could predict.
     */
    private static float half(short bits) {
        int sign = (bits & 0x8000) << 16;
        int magnitude = bits & 0x7fff;
        if (magnitude < 0x0400) {
            return Float.intBitsToFloat(sign | Float.floatToRawIntBits(magnitude * 0x1p-24f));
        }
        int bias = magnitude < 0x7c00 ? 127 - 15 : 255 - 31;
        return Float.intBitsToFloat(sign | (magnitude << 13) + (bias << 23));
    }

    @Override
    public String toString() {
        return title;
    }
}
