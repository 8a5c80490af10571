package org.theoremcheck.gradients.log;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/** The bytes of a file on some file system, read at any place by any thread. */
public interface Bytes extends Closeable {

    /** How many there are. */
    long size() throws IOException;

    /**
     * Reads at least one byte, and at most as many as the buffer has room for.
     *
     * @return how many, or −1 behind the last
     */
    int read(ByteBuffer target, long position) throws IOException;
}
