package org.theoremcheck.gradients.log;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * A file that is read at any place by any thread, and never mapped: a mapped file that is cut short while it is read ends the JVM.
 */
final class Store implements Closeable {

    private final String name;
    private final Bytes bytes;
    private final @Nullable FileChannel unpacked;
    private final Queue<Workspace> idle = new ConcurrentLinkedQueue<>();
    private final List<Store> parts = new ArrayList<>();

    private Store(String name, Bytes bytes, @Nullable FileChannel unpacked) {
        this.name = name;
        this.bytes = bytes;
        this.unpacked = unpacked;
    }

    /** What is to be read, under the name that complaints give it. */
    static Store of(String name, Bytes bytes) {
        return new Store(name, bytes, null);
    }

    private record ChannelBytes(FileChannel channel) implements Bytes {
        @Override
        public long size() throws IOException {
            return channel.size();
        }

        @Override
        public int read(ByteBuffer target, long position) throws IOException {
            return channel.read(target, position);
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    /** Opens a file to be read. */
    static Store open(Path file) throws IOException {
        return of(file.toString(), bytes(file));
    }

    /** The bytes of a file. */
    static Bytes bytes(Path file) throws IOException {
        String name = file.toString();
        if (Files.isDirectory(file)) {
            throw new BadLog(name, "is a directory, " + GradientLogs.EXPECTED);
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            // A pipe cannot be read twice, and to open one may wait forever.
            throw new BadLog(name, "is no regular file, " + GradientLogs.EXPECTED);
        }
        try {
            return new ChannelBytes(FileChannel.open(file, StandardOpenOption.READ));
        } catch (NoSuchFileException e) {
            throw new BadLog(name, "no such file, " + GradientLogs.EXPECTED);
        } catch (AccessDeniedException e) {
            throw new BadLog(name, "no permission to read it");
        } catch (FileSystemException e) {
            throw new BadLog(name, "cannot be opened: " + e.getReason());
        }
    }

    /** An empty file for what is unpacked from this one; it is closed with it, and gone then or when the program ends. */
    Store temporary() throws IOException {
        try {
            Path file = Files.createTempFile("theoremcheck", ".log");
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
            Store part = new Store(name, new ChannelBytes(channel), channel);
            parts.add(part);
            return part;
        } catch (IOException e) {
            throw noRoom(e);
        }
    }

    /** The file as it was named. */
    String name() {
        return name;
    }

    /** Bytes. */
    long size() throws IOException {
        return bytes.size();
    }

    /** As many bytes from a place on as there are, at most the given number. */
    byte[] head(long position, int most) throws IOException {
        byte[] head = new byte[(int) Math.min(most, Math.max(0, size() - position))];
        read(position, ByteBuffer.wrap(head));
        return head;
    }

    /** Fills what remains of a buffer from a place on, and flips it. */
    void read(long position, ByteBuffer target) throws IOException {
        int start = target.position();
        long next = position;
        while (target.hasRemaining()) {
            int count = read(target, next);
            if (count < 0) {
                throw new BadLog(
                        name,
                        "ends at byte " + next + ", expected " + target.remaining()
                                + " more: was it cut short while it was read?");
            }
            next += count;
        }
        target.limit(target.position()).position(start);
    }

    private int read(ByteBuffer target, long position) throws IOException {
        try {
            return bytes.read(target, position);
        } catch (ClosedChannelException e) {
            throw e;
        } catch (IOException e) {
            throw new BadLog(name, "cannot be read at byte " + position + ": " + e.getMessage());
        }
    }

    /** Appends what remains of a buffer. */
    void append(ByteBuffer source) throws IOException {
        try {
            while (source.hasRemaining()) {
                Objects.requireNonNull(unpacked, "not a temporary file").write(source);
            }
        } catch (IOException e) {
            throw noRoom(e);
        }
    }

    private BadLog noRoom(IOException cause) {
        return new BadLog(
                name,
                "cannot be unpacked into " + System.getProperty("java.io.tmpdir") + " (" + cause.getMessage()
                        + "): make room there, or choose another place with -Djava.io.tmpdir=DIR");
    }

    /** A workspace for one thread, until it is given back. */
    Workspace lend() {
        Workspace space = idle.poll();
        return space == null ? new Workspace() : space;
    }

    void giveBack(Workspace space) {
        idle.add(space);
    }

    @Override
    public void close() throws IOException {
        for (Store part : parts) {
            part.close();
        }
        bytes.close();
    }
}
