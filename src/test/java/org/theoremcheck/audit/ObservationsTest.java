package org.theoremcheck.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Codec;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Hypothesis;
import org.theoremcheck.claim.NotApplicable;
import org.theoremcheck.claim.Setting;
import org.theoremcheck.claim.Theorem;

@Timeout(20)
class ObservationsTest {

    /** Two units of work. */
    private static final int INSTANCES = Run.CHUNK + 1;

    private static final Family<Toy.Numbers> PAIR =
            Family.of("pair", "listed", Toy.numbers(0.5, 0.25), Toy.numbers(2, Double.NaN));

    @TempDir
    private Path folder;

    @Test
    void everyLineIsATestCaseOfThePublishedSchema() throws IOException {
        List<JsonNode> lines = lines(observed(1, claims()));

        assertThat(lines).isNotEmpty().allSatisfy(TestCaseSchema::assertConforms);
    }

    @Test
    void everyJudgementOfTheSamplingHasALine() throws IOException {
        List<JsonNode> lines = lines(observed(2, claims()));

        assertThat(lines).filteredOn(line -> property(line).equals("holds")).hasSize(INSTANCES);
        assertThat(lines).filteredOn(line -> property(line).equals("wrong")).hasSize(INSTANCES);
        assertThat(lines)
                .filteredOn(line -> property(line).equals("listed"))
                .extracting(line -> line.get("how_generated").textValue())
                .containsExactly("family pair, index 0", "family pair, index 1");
    }

    @ParameterizedTest
    @CsvSource({"2, 1", "2, 5000", "4, 100000000"})
    void theBytesDependNeitherOnTheThreadsNorOnHowFarTheyWorkAhead(int threads, int ahead) throws IOException {
        String expected = observed(1, claims());

        assertThat(observed(threads, ahead, claims())).isEqualTo(expected);
    }

    @Test
    void whatHoldsHasPassedWithItsRatioAndSlack() throws IOException {
        JsonNode line = lines(observed(1, List.of(Toy.claim("listed", PAIR)))).get(0);

        assertThat(line.get("status").textValue()).isEqualTo("passed");
        assertThat(line.get("status_reason").textValue()).isEmpty();
        assertThat(line.get("representation").textValue()).isEqualTo("listed(values=[0.5,0.25])");
        assertThat(line.get("arguments")).hasToString("{\"values\":[0.5,0.25]}");
        JsonNode features = line.get("features");
        assertThat(features.get("verdict").textValue()).isEqualTo("HOLDS");
        assertThat(features.get("family").textValue()).isEqualTo("pair");
        assertThat(features.get("ratio").doubleValue()).isEqualTo(0.75);
        assertThat(features.get("slack").doubleValue()).isEqualTo(0.25);
    }

    @Test
    void whatIsViolatedHasFailedWithTheNumbersOrTheReason() throws IOException {
        Family<Toy.Numbers> two = Family.of("two", "listed", Toy.numbers(2));
        JsonNode numbers = lines(observed(1, List.of(Toy.claim("listed", two)))).get(0);
        JsonNode misplayed =
                lines(observed(1, List.of(Toy.claim("listed", PAIR)))).get(1);

        assertThat(numbers.get("status").textValue()).isEqualTo("failed");
        assertThat(numbers.get("status_reason").textValue()).startsWith("VIOLATED: measured 2, bound 1, ");
        assertThat(misplayed.get("status").textValue()).isEqualTo("failed");
        assertThat(misplayed.get("status_reason").textValue()).isEqualTo("VIOLATED: the sum is NaN, expected a number");
        assertThat(misplayed.get("features").fieldNames())
                .toIterable()
                .containsExactly("verdict", "family", "severity");
    }

    @Test
    void aControlThatIsRefutedHasFailed() throws IOException {
        Theorem<Toy.Numbers, Toy.Adder, Double> theorem = Toy.theorem("listed", PAIR);
        Claim<Toy.Numbers, Toy.Adder, Double> control =
                theorem.claim().in(theorem.claim().setting().playedBy(Toy.GREEDY));

        assertThat(lines(observed(1, List.of(control))).get(0).get("status").textValue())
                .isEqualTo("failed");
    }

    @Test
    void whatSaysNothingWasGivenUpWithTheReason() throws IOException {
        JsonNode vacuous = lines(observed(1, List.of(positive()))).get(0);
        JsonNode refused = lines(observed(1, List.of(refusing()))).get(0);

        assertThat(vacuous.get("status").textValue()).isEqualTo("gave_up");
        assertThat(vacuous.get("status_reason").textValue()).isEqualTo("VACUOUS: hypothesis 'positive' is not met");
        assertThat(vacuous.get("features").get("margin of positive").doubleValue())
                .isEqualTo(-3);
        assertThat(refused.get("status").textValue()).isEqualTo("gave_up");
        assertThat(refused.get("status_reason").textValue()).isEqualTo("NOT_APPLICABLE: no sums today");
    }

    @Test
    void observingChangesNothing() {
        Audit.Result watched = audit(2, new Observations(folder, OutputStream.nullOutputStream(), 1), claims());

        assertThat(Whole.text(watched)).isEqualTo(Whole.text(audit(1, Observations.NONE, claims())));
    }

    @ParameterizedTest
    @CsvSource({"1", "3"})
    void aFullDiskEndsTheAuditWithASentence(int threads) {
        OutputStream small = new OutputStream() {
            private int left = 10_000;

            @Override
            public void write(int one) throws IOException {
                if (left-- == 0) {
                    throw new IOException("no space left");
                }
            }
        };

        assertThatThrownBy(() -> audit(threads, new Observations(Path.of("seen.jsonl"), small, 1000), claims()))
                .isInstanceOf(UncheckedIOException.class)
                .cause()
                .hasMessage("seen.jsonl: the observations cannot be written, no space left");
    }

    /** Claims that hold, are violated, say nothing and are refused. */
    private static List<Claim<?, ?, ?>> claims() {
        Family<Toy.Numbers> tiny = Toy.tiny("tiny", "tiny");
        Family<Toy.Numbers> normal = Toy.normal("normal", "normal");
        return List.of(
                Toy.claim("holds", tiny),
                Toy.claim("wrong", normal),
                Toy.claim("listed", PAIR),
                positive(),
                refusing());
    }

    private static Claim<?, ?, ?> positive() {
        Family<Toy.Numbers> negative = Family.of("negative", "listed", Toy.numbers(-3), Toy.numbers(0.5));
        Setting<Toy.Numbers, Toy.Adder, Double> plain = Toy.setting(negative);
        return Toy.theorem(
                        "positive",
                        new Setting<>(
                                "positive",
                                plain.text(),
                                plain.instance(),
                                plain.role(),
                                plain.families(),
                                List.of(new Hypothesis<>("positive", numbers -> Toy.sum(numbers.values()), negative)),
                                plain.reference(),
                                plain.referee(),
                                plain.exact()))
                .claim();
    }

    private static Claim<?, ?, ?> refusing() {
        return Toy.theorem("refusing", Toy.setting(PAIR).playedBy(numbers -> {
                    throw new NotApplicable("no sums today");
                }))
                .claim();
    }

    private static String property(JsonNode line) {
        return line.get("property").textValue();
    }

    private List<JsonNode> lines(String text) {
        assertThat(text).endsWith("\n");
        List<JsonNode> lines = new ArrayList<>();
        text.lines().forEach(line -> lines.add(Codec.read(line, JsonNode.class)));
        return lines;
    }

    private String observed(int threads, List<Claim<?, ?, ?>> claims) throws IOException {
        return observed(threads, 1000, claims);
    }

    private String observed(int threads, int ahead, List<Claim<?, ?, ?>> claims) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Observations observations = new Observations(folder, out, ahead)) {
            audit(threads, observations, claims);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private Audit.Result audit(int threads, Observations observations, List<Claim<?, ?, ?>> claims) {
        try {
            return new Audit(claims, new Options(1, INSTANCES, Optional.empty(), threads, Map.of()), Progress.SILENT)
                    .run(folder, false, observations);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
