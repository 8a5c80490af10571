package org.theoremcheck.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.theoremcheck.claim.Codec;

/**
 * Finished work on disk, a line each, so that a killed audit can be resumed. The first line names the audit; a last line that was cut
 * off is ignored.
 */
final class Journal implements AutoCloseable {

    private record Line(String work, JsonNode result) {}

    private final Path file;
    private final Writer writer;
    private final Map<String, JsonNode> done;

    private Journal(Path file, Writer writer, Map<String, JsonNode> done) {
        this.file = file;
        this.writer = writer;
        this.done = done;
    }

    /**
     * Begins a journal, or takes up the one that an audit with the same signature left.
     *
     * @throws IllegalArgumentException if the journal is of another audit, or no journal
     */
    static Journal open(Path file, String signature, boolean resume) throws IOException {
        Map<String, JsonNode> done = new ConcurrentHashMap<>();
        String kept = resume && Files.exists(file) ? text(file) : "";
        String complete = kept.substring(0, kept.lastIndexOf('\n') + 1);
        List<String> lines = complete.lines().toList();
        if (!lines.isEmpty()) {
            if (!lines.get(0).equals(signature)) {
                throw new IllegalArgumentException(
                        file + ": cannot resume, it was begun with another version, other options or other claims");
            }
            for (int i = 1; i < lines.size(); i++) {
                Line finished = line(file, i + 1, lines.get(i));
                done.put(finished.work(), finished.result());
            }
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(complete.getBytes(StandardCharsets.UTF_8).length);
            }
        }
        OpenOption mode = lines.isEmpty() ? StandardOpenOption.TRUNCATE_EXISTING : StandardOpenOption.APPEND;
        Journal journal = new Journal(
                file,
                Files.newBufferedWriter(
                        file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.WRITE, mode),
                done);
        if (lines.isEmpty()) {
            journal.append(signature);
        }
        return journal;
    }

    private static String text(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException binary) {
            throw new IllegalArgumentException(file + ": not UTF-8 text, expected a journal", binary);
        }
    }

    private static Line line(Path file, int number, String text) {
        try {
            Line line = Codec.read(text, Line.class);
            if (line.work() == null || line.result() == null || line.result().isNull()) {
                throw new IllegalArgumentException("expected work and its result");
            }
            return line;
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException(
                    "%s, line %d: expected finished work; without --resume the audit starts anew"
                            .formatted(file, number),
                    malformed);
        }
    }

    /** The result of work that was finished before. */
    <T> Optional<T> find(String work, Class<T> type) {
        try {
            return Optional.ofNullable(done.get(work)).map(result -> Codec.read(result, type));
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException("%s, '%s': %s".formatted(file, work, malformed.getMessage()), malformed);
        }
    }

    /** Keeps the result of finished work, a line of JSON. */
    void keep(String work, String result) {
        append("{\"work\":" + Codec.write(work) + ",\"result\":" + result + "}");
    }

    private synchronized void append(String line) {
        try {
            writer.write(line);
            writer.write('\n');
            writer.flush();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Ends the journal: the audit is complete. */
    void discard() throws IOException {
        close();
        Files.deleteIfExists(file);
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
