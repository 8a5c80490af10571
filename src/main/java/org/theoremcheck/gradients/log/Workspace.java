package org.theoremcheck.gradients.log;

import java.nio.ByteBuffer;

/** What one thread needs to read and decode a piece of a file. */
final class Workspace {

    /** Small enough for the decoded numbers to stay in a core's cache, large enough to make the system calls cheap. */
    private static final int BYTES = 1 << 16;

    private final ByteBuffer bytes = ByteBuffer.allocateDirect(BYTES);
    private final float[] floats = new float[BYTES / Float.BYTES];
    private final short[] shorts = new short[BYTES / Short.BYTES];
    private final double[] strips = new double[Slab.LANES * Slab.STRIP];

    /** How many numbers of a type can be read at once. */
    static int capacity(FloatType type) {
        return BYTES / type.bytes();
    }

    /** Where a piece of the file is read to. */
    ByteBuffer bytes() {
        return bytes;
    }

    float[] floats() {
        return floats;
    }

    short[] shorts() {
        return shorts;
    }

    /** Parts of {@link Slab#LANES} columns, each {@link Slab#STRIP} long. */
    double[] strips() {
        return strips;
    }
}
