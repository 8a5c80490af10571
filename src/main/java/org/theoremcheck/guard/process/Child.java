package org.theoremcheck.guard.process;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A process that is sent lines and answers with lines. Whoever asks reads the pipe itself, for a thread between would cost more than the
 * answer; a second thread watches the clock and ends the process, and with it the wait, when an answer takes too long.
 */
final class Child implements AutoCloseable {

    /** The longest line, in bytes. */
    private static final int LONGEST = 16 << 20;

    /** How often the clock is looked at. */
    private static final long GLANCE_NANOS = 20_000_000;

    private static final long NEVER = Long.MAX_VALUE;

    /** How long a process may take to be gone after its output has ended. */
    private static final long LEAVING_MILLIS = 1000;

    /** How long a process may take to leave once there is nothing more to be read. */
    private static final long FAREWELL_MILLIS = 200;

    private final Process process;
    private final String mark;
    private final InputStream in;
    private final OutputStream out;
    private final Tail errors;
    private final Thread watch;
    private final Thread farewell;
    private final long begun = System.nanoTime();
    private byte[] buffer = new byte[1 << 14];
    private int from;
    private int to;
    private volatile long due = NEVER;
    private volatile boolean late;
    private volatile boolean closed;

    /**
     * Starts the command, as a shell would.
     *
     * @throws Breakdown if there is no shell
     */
    Child(String command) {
        mark = ProcessHandle.current().pid() + "-" + begun;
        ProcessBuilder builder = new ProcessBuilder(
                File.separatorChar == '/' ? List.of("/bin/sh", "-c", command) : List.of("cmd.exe", "/c", command));
        builder.environment().put(Relatives.MARK, mark);
        try {
            process = builder.start();
        } catch (IOException impossible) {
            throw new Breakdown("cannot be started: " + impossible.getMessage());
        }
        in = process.getInputStream();
        out = process.getOutputStream();
        errors = new Tail(process.getErrorStream());
        errors.start();
        watch = new Thread(this::watch, "clock of a subject");
        watch.setDaemon(true);
        watch.start();
        farewell = new Thread(() -> Relatives.end(process.toHandle(), mark));
        Runtime.getRuntime().addShutdownHook(farewell);
    }

    private void watch() {
        while (!closed && !late) {
            if (System.nanoTime() - begun > due) {
                late = true;
                Relatives.end(process.toHandle(), mark);
            }
            LockSupport.parkNanos(GLANCE_NANOS);
        }
    }

    /** Sends lines, each with its line break. They may stay unread for a while, and may not arrive: what was wrong is said by the next answer. */
    void send(byte[] lines, Duration limit) {
        due(limit);
        try {
            out.write(lines);
            out.flush();
        } catch (IOException gone) {
            // It does not listen, and will not answer.
        } finally {
            due = NEVER;
        }
    }

    private void due(Duration limit) {
        due = System.nanoTime() - begun + limit.toNanos();
    }

    /**
     * The next line, without its line break.
     *
     * @throws Breakdown if there is none in time
     */
    byte[] receive(Duration limit) {
        due(limit);
        try {
            int end = from;
            while (true) {
                for (; end < to; end++) {
                    if (buffer[end] == '\n') {
                        byte[] line = Arrays.copyOfRange(buffer, from, end);
                        from = end + 1;
                        return line;
                    }
                }
                end -= more();
            }
        } catch (IOException gone) {
            throw ended(limit);
        } finally {
            due = NEVER;
        }
    }

    /** Reads on; returns by how much what was there before moved to the front. */
    private int more() throws IOException {
        int moved = 0;
        if (to == buffer.length) {
            moved = from;
            if (to - from > LONGEST) {
                throw new Breakdown("a line of more than %d MiB: %s".formatted(LONGEST >> 20, excerpt(from)));
            }
            buffer = to - from > buffer.length / 2
                    ? Arrays.copyOfRange(buffer, from, from + 2 * buffer.length)
                    : Arrays.copyOfRange(buffer, from, from + buffer.length);
            to -= from;
            from = 0;
        }
        int read = in.read(buffer, to, buffer.length - to);
        if (read < 0) {
            throw new IOException("end of output");
        }
        to += read;
        return moved;
    }

    private Breakdown ended(Duration limit) {
        if (late) {
            return new Breakdown("no answer within " + seconds(limit)
                    + (to > from ? "; a line was begun and not ended: " + excerpt(from) : ""));
        }
        String rest = to > from ? "; its last words have no line break: " + excerpt(from) : "";
        return new Breakdown(exit() + rest);
    }

    private String exit() {
        return leaves(LEAVING_MILLIS)
                ? "exited with code " + process.exitValue()
                : "its output was closed while it runs on";
    }

    /** Whether it leaves by itself in time. */
    private boolean leaves(long millis) {
        try {
            return process.waitFor(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }

    /** Whether it has said more than was read. */
    boolean hasMore() {
        try {
            return to > from || in.available() > 0;
        } catch (IOException gone) {
            return false;
        }
    }

    /** The beginning of what it has said beyond what was read. */
    String surplus() {
        try {
            if (to == from && in.available() > 0) {
                more();
            }
        } catch (IOException gone) {
            // Then what is there is all.
        }
        return excerpt(from);
    }

    private String excerpt(int start) {
        return Excerpt.of(Arrays.copyOfRange(buffer, start, Math.min(to, start + Excerpt.LONGEST + 1)));
    }

    private static String seconds(Duration limit) {
        return String.format(Locale.ROOT, "%.3g s", limit.toNanos() * 1e-9);
    }

    /** The end of its standard error. */
    String errors() {
        return errors.text();
    }

    /** Ends it and all that it started; one that is in step may leave by itself before. */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(watch);
        try {
            out.close();
        } catch (IOException gone) {
            // It has left already.
        }
        if (!late && !hasMore()) {
            leaves(FAREWELL_MILLIS);
        }
        Relatives.end(process.toHandle(), mark);
        errors.last();
        try {
            in.close();
        } catch (IOException gone) {
            // Nothing is left to be read.
        }
        try {
            Runtime.getRuntime().removeShutdownHook(farewell);
        } catch (IllegalStateException leaving) {
            // The hook runs already.
        }
    }
}
