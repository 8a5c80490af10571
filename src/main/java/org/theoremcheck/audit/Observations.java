package org.theoremcheck.audit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Codec;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Finding;

/**
 * A file with a line for every judgement of the sampling, an {@link Observation} each, in the order of the units of work, whoever works
 * on them: the same audit gives the same bytes on any number of threads. Units are begun in their order, so the one whose turn it is never
 * waits; the others work ahead of it by a few megabytes.
 */
public final class Observations implements AutoCloseable {

    /** Keeps nothing. */
    public static final Observations NONE = new Observations(Path.of(""), null, 0);

    /** Bytes that a unit keeps until it waits for its turn to write. */
    private static final int AHEAD = 1 << 23;

    private final Path file;
    private final @Nullable OutputStream out;
    private final int ahead;
    private long units;
    private long turn;
    private volatile @Nullable IOException failure;

    /** Observations that go to a stream, said to be the file. */
    Observations(Path file, @Nullable OutputStream out, int ahead) {
        this.file = file;
        this.out = out;
        this.ahead = ahead;
    }

    /**
     * Begins a file, with the folders above it; one that is there is replaced.
     *
     * @throws IllegalArgumentException if it cannot be written
     */
    public static Observations in(Path file) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            return new Observations(file, Files.newOutputStream(file), AHEAD);
        } catch (IOException unwritable) {
            throw new IllegalArgumentException(
                    file + ": cannot be written, expected a file for the observations", unwritable);
        }
    }

    /** The next unit of work. Every unit has to be closed. */
    Unit next() {
        return new Unit(units++);
    }

    @Override
    public void close() throws IOException {
        if (out != null) {
            out.close();
        }
    }

    /** The lines of a unit of work. */
    final class Unit implements Run.Observer, AutoCloseable {

        private final long number;
        private ByteArrayOutputStream kept = new ByteArrayOutputStream(0);

        private Unit(long number) {
            this.number = number;
        }

        @Override
        public void saw(Claim<?, ?, ?> claim, Family<?> family, long index, Object instance, Finding finding) {
            if (out != null) {
                requireSound();
                kept.writeBytes(Codec.write(Observation.of(claim, family, index, instance, finding))
                        .getBytes(StandardCharsets.UTF_8));
                kept.write('\n');
                if (kept.size() >= ahead) {
                    write(out);
                }
            }
        }

        /** Hands the turn on, also where the unit failed, for others wait for it. */
        @Override
        public void close() {
            if (out != null) {
                try {
                    write(out);
                } finally {
                    // The unit may be held on to until all are done; what it kept is not.
                    kept = new ByteArrayOutputStream(0);
                    pass();
                }
            }
        }

        private void write(OutputStream to) {
            await();
            requireSound();
            try {
                kept.writeTo(to);
            } catch (IOException full) {
                failure = full;
                requireSound();
            }
            kept.reset();
        }

        private void await() {
            synchronized (Observations.this) {
                try {
                    while (turn != number) {
                        Observations.this.wait();
                    }
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                    throw new UncheckedIOException(new InterruptedIOException("the audit was interrupted"));
                }
            }
        }

        private void pass() {
            synchronized (Observations.this) {
                turn = Math.max(turn, number + 1);
                Observations.this.notifyAll();
            }
        }
    }

    /** One failure ends all units, so that the audit ends soon. */
    private void requireSound() {
        IOException failed = failure;
        if (failed != null) {
            throw new UncheckedIOException(new IOException(
                    "%s: the observations cannot be written, %s".formatted(file, failed.getMessage()), failed));
        }
    }
}
