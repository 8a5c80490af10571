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
     * The value of a binary16. Exponent and fraction are moved to their places in a binary32 and its exponent bias of 127 is made up for
     * by a factor of 2^(127 − 15), which also makes subnormals normal; an exponent of all ones (infinite, NaN) stays all ones.
     */
    private static double half(short bits) {
        int magnitude = bits & 0x7fff;
        float value = magnitude < 0x7c00
                ? Float.intBitsToFloat(magnitude << 13) * 0x1p112f
                : Float.intBitsToFloat(0x7f800000 | magnitude << 13);
        return bits < 0 ? -value : value;
    }

    @Override
    public String toString() {
        return title;
    }
}
