package org.theoremcheck.guard.recording;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Codec;
import org.theoremcheck.claim.Finding;
import org.theoremcheck.claim.Tape;
import org.theoremcheck.claim.Verdict;
import org.theoremcheck.guard.Guard;

/** Writes a play a line: the claim, the instance whole, and every answer. What the subject does not apply to, or broke down on, is left out. */
public final class Recorder implements Guard.Observer, AutoCloseable {

    private final Writer out;

    /** The first line. */
    record Head(int version, String recording) {}

    /** A further line. */
    record Play(String claim, Object instance, List<List<double[]>> episodes) {}

    /** Begins a file. */
    public Recorder(Path file) throws IOException {
        out = Files.newBufferedWriter(file);
        line(new Head(Recording.VERSION, "a play a line: claim, instance, and the answers of each episode"));
    }

    @Override
    public void saw(Claim<?, ?, ?> claim, Object instance, Tape tape, Finding finding) {
        if (finding.verdict() != Verdict.NOT_APPLICABLE && finding.verdict() != Verdict.INCONCLUSIVE) {
            line(new Play(claim.id(), instance, tape.episodes()));
        }
    }

    private void line(Object value) {
        try {
            out.write(Codec.write(value));
            out.write('\n');
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
