package org.theoremcheck.guard.recording;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    private record Play(String claim, JsonNode instance, List<List<double[]>> episodes) {}

    /**
     * Judges the plays of the claims chosen.
     *
     * @throws IllegalArgumentException if the file is malformed or of another version, with the line and what was expected
     */
    public List<Judgement> judge(Catalogue catalogue, Predicate<Claim<?, ?, ?>> chosen) throws IOException {
        Map<String, Docket<?, ?, ?>> dockets = new LinkedHashMap<>();
        int number = 1;
        try (BufferedReader in = Files.newBufferedReader(file)) {
            String head = in.readLine();
            Codec.requireVersion(head == null ? "null" : head, VERSION);
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                number++;
                Play play = Codec.read(line, Play.class);
                Claim<?, ?, ?> claim = catalogue
                        .find(play.claim())
                        .orElseThrow(() -> new IllegalArgumentException(
                                "field claim: '%s' is unknown, expected one of those that 'list' shows"
                                        .formatted(play.claim())));
                if (chosen.test(claim)) {
                    Guard.requireJudgeable(claim);
                    dockets.computeIfAbsent(claim.id(), any -> new Docket<>(catalogue, claim))
                            .hear(play.instance(), new Tape(play.episodes()), "line " + number);
                }
            }
        } catch (CharacterCodingException binary) {
            throw new IllegalArgumentException(file + ": not UTF-8 text, expected a recording", binary);
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException(
                    "%s, line %d: %s".formatted(file, number, malformed.getMessage()), malformed);
        }
        return dockets.values().stream().map(Docket::close).toList();
    }
}
