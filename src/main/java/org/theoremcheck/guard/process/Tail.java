package org.theoremcheck.guard.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The end of what a process writes to its standard error, however much that is. */
final class Tail extends Thread {

    /** Bytes that are kept. */
    static final int KEPT = 16 * 1024;

    /** How long to wait for the last words of a process that is gone. */
    private static final long LAST_WORDS_MILLIS = 1000;

    private final InputStream in;
    private final byte[] ring = new byte[KEPT];
    private long written;

    Tail(InputStream in) {
        super("standard error of a subject");
        this.in = in;
        setDaemon(true);
    }

    @Override
    public void run() {
        byte[] chunk = new byte[8192];
        try (in) {
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                keep(chunk, read);
            }
        } catch (IOException closed) {
            // The process is gone.
        }
    }

    private synchronized void keep(byte[] chunk, int count) {
        for (int i = 0; i < count; i++) {
            ring[(int) (written++ % KEPT)] = chunk[i];
        }
    }

    /** Waits a moment for the stream to end. */
    void last() {
        try {
            join(LAST_WORDS_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** What was kept, and how much before it was not. */
    synchronized String text() {
        int kept = (int) Math.min(written, KEPT);
        byte[] bytes = new byte[kept];
        for (int i = 0; i < kept; i++) {
            bytes[i] = ring[(int) ((written - kept + i) % KEPT)];
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        return written > kept ? "... %,d bytes before this%n%s".formatted(written - kept, text) : text;
    }
}
