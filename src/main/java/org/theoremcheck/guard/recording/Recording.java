package org.theoremcheck.guard.recording;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.theoremcheck.claim.Catalogue;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Codec;
import org.theoremcheck.claim.Tape;
import org.theoremcheck.guard.Docket;
import org.theoremcheck.guard.Guard;
import org.theoremcheck.guard.Judgement;

/**
 * Runs that are over, judged from a file. Nothing is searched or shrunk, for nobody is there to answer; of the violations the shortest one
 * that is at least half as severe as the worst is shown.
 *
 * @param file a play a line, as {@link Recorder} writes it
 */
public record Recording(Path file) {

    /** The version of the format that is written and read. */
    public static final int VERSION = 1;

    /**
     * Judges the plays of the claims chosen.
     *
     * @throws IllegalArgumentException if the file is malformed or of another version, with the line and what was expected
     */
    public List<Judgement> judge(Catalogue catalogue, Predicate<Claim<?, ?, ?>> chosen) throws IOException {
        Map<String, Docket<?, ?, ?>> dockets = new LinkedHashMap<>();
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException(file + ": no such file, expected a recording");
        }
        int number = 1;
        try (BufferedReader in = Files.newBufferedReader(file)) {
            String head = in.readLine();
            Codec.requireVersion(head == null ? "null" : head, VERSION);
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                number++;
                hear(line, "line " + number, catalogue, chosen, dockets);
            }
        } catch (CharacterCodingException binary) {
            throw new IllegalArgumentException(file + ": not UTF-8 text, expected a recording", binary);
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException(
                    "%s, line %d: %s".formatted(file, number, malformed.getMessage()), malformed);
        }
        return dockets.values().stream().map(Docket::close).toList();
    }

    /** A play: its fields come in the order in which they are written, so that the instance is read as what the claim says it is. */
    private static void hear(
            String line,
            String origin,
            Catalogue catalogue,
            Predicate<Claim<?, ?, ?>> chosen,
            Map<String, Docket<?, ?, ?>> dockets)
            throws IOException {
        try (JsonParser in = Codec.parser(line)) {
            in.nextToken();
            next(in, "claim");
            String id = Codec.read(in, String.class);
            Claim<?, ?, ?> claim = catalogue
                    .find(id)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "field claim: '%s' is unknown, expected one of those that 'list' shows".formatted(id)));
            if (chosen.test(claim)) {
                Guard.requireJudgeable(claim);
                hear(in, origin, dockets.computeIfAbsent(id, any -> new Docket<>(catalogue, claim)));
            }
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException(malformed.getOriginalMessage(), malformed);
        }
    }

    private static <I, S, E> void hear(JsonParser in, String origin, Docket<I, S, E> docket) throws IOException {
        next(in, "instance");
        I instance = Codec.read(in, docket.instances());
        next(in, "episodes");
        double[][][] episodes = Codec.read(in, double[][][].class);
        if (in.nextToken() != JsonToken.END_OBJECT || in.nextToken() != null) {
            throw new IllegalArgumentException("expected nothing after the field episodes");
        }
        docket.hear(instance, new Tape(Arrays.stream(episodes).map(List::of).toList()), origin);
    }

    private static void next(JsonParser in, String field) throws IOException {
        if (!field.equals(in.nextFieldName())) {
            throw new IllegalArgumentException("expected the fields claim, instance and episodes, in this order");
        }
        in.nextToken();
    }
}
