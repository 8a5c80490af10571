package org.theoremcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.theoremcheck.audit.Ledger;
import org.theoremcheck.audit.TestCaseSchema;
import org.theoremcheck.claim.Codec;

class AuditCommandTest {

    @TempDir
    private Path folder;

    @Test
    void aRefutedControlIsAsExpectedAndTheReportIsWritten() throws IOException {
        Outcome outcome = audit("--only", "a-nc1", "--instances", "50");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.complaints()).noneMatch(line -> line.contains("violated"));
        assertThat(outcome.out())
                .contains("1 of 1 controls refuted")
                .contains("all as expected")
                .contains("report: " + folder.resolve("index.html"));
        assertThat(Files.readString(folder.resolve("index.html"))).contains("a-nc1");
        assertThat(ledger().claims()).extracting(Ledger.Entry::id).containsExactly("a-nc1");
        assertThat(ledger().claims().get(0).witness()).isEqualTo("witnesses/a-nc1.json");
        assertThat(folder.resolve("witnesses/a-nc1.json")).isRegularFile();
        assertThat(files()).containsExactlyInAnyOrder("index.html", "ledger.json", "witnesses", "witnesses/a-nc1.json");
    }

    @Test
    void theWitnessOfAControlReplaysAsExpected() {
        audit("--only", "a-nc1", "--instances", "50");
        Outcome plain = Outcome.of("replay", witness("a-nc1"));
        Outcome json = Outcome.of("replay", witness("a-nc1"), "--json");

        assertThat(plain.code()).isZero();
        assertThat(plain.lines()).first().isEqualTo("a-nc1: VIOLATED, expected VIOLATED");
        assertThat(json.code()).isZero();
        JsonNode fields = Codec.read(json.out(), JsonNode.class);
        assertThat(fields.fieldNames())
                .toIterable()
                .containsExactly("claim", "verdict", "measured", "bound", "slack", "budget");
        // One round of g = 1 and one of g = −1 with η = 1: regret 1, and 0.49 (1 + 1).
        assertThat(fields.get("claim").textValue()).isEqualTo("a-nc1");
        assertThat(fields.get("verdict").textValue()).isEqualTo("VIOLATED");
        assertThat(fields.get("measured").doubleValue()).isEqualTo(1);
        assertThat(fields.get("bound").doubleValue()).isEqualTo(0.98);
        assertThat(fields.get("slack").doubleValue()).isEqualTo(0.98 - 1);
        assertThat(fields.get("budget").doubleValue()).isBetween(0.0, 1e-12);
    }

    @Test
    void theTranscriptInTheReadmeIsWhatTheCommandPrints() throws IOException {
        String command = "$ java -jar target/theoremcheck.jar audit --only regret-two-step --set path=0.4995\n";
        String readme = Files.readString(Path.of("README.md"));
        String printed = readme.substring(readme.indexOf(command) + command.length())
                .lines()
                .findFirst()
                .orElseThrow()
                .strip();

        assertThat(audit("--only", "regret-two-step", "--set", "path=0.4995").lines())
                .contains(printed);
    }

    @Test
    void theWorkThatTookLongestIsListedTheSlowestFirst() {
        List<String> lines =
                audit("--only", "regret-two-step", "--instances", "50").lines();
        int heading = lines.indexOf("slowest, in seconds of a thread:");

        assertThat(lines.subList(heading + 1, heading + 11))
                .allMatch(line -> line.matches(" *\\d+\\.\\d s  (regret-two-step on .+|conclusion of regret-two-step)"))
                .isSortedAccordingTo(Comparator.comparing((String line) -> line.substring(0, 7))
                        .reversed());
    }

    @Test
    void aConstantThatIsTooSmallIsRefutedAnnouncedAndKept() throws IOException {
        Outcome outcome = audit("--only", "regret-tuned", "--set", "tuned=0.999", "--instances", "200");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.complaints())
                .filteredOn(line -> line.startsWith("regret-tuned is violated: "))
                .singleElement()
                .asString()
                .matches(".*: [a-z]+/[a-z-]+, index \\d+, by 0\\.0\\d+ % of its terms \\(.* s after the start\\)");
        assertThat(outcome.out())
                .contains("! regret-tuned  VIOLATED")
                .contains("expected HOLDS")
                .contains("NOT as expected");
        assertThat(ledger().set()).containsExactly(java.util.Map.entry("tuned", 0.999));

        Outcome replayed = Outcome.of("replay", witness("regret-tuned"));
        assertThat(replayed.code()).isEqualTo(1);
        assertThat(replayed.lines()).first().isEqualTo("regret-tuned: VIOLATED, expected HOLDS");
    }

    @Test
    void patternsChooseClaimsInTheOrderOfTheCatalogueEachOnce() throws IOException {
        audit("--only", "*-best-predictor-*", "--only", "?-nc18", "--only", "a-nc18", "--instances", "1");

        assertThat(ledger().claims())
                .extracting(Ledger.Entry::id)
                .containsExactly("a-nc18", "regret-best-predictor-online");
    }

    @Test
    void theSeedIsWrittenDown() throws IOException {
        Outcome outcome = audit("--only", "a-nc18", "--instances", "1", "--seed", "-7");

        assertThat(ledger().seed()).isEqualTo(-7);
        assertThat(outcome.out()).contains("seed -7");
    }

    @Test
    void withATimeBudgetTheInstancesReachedAreWrittenDown() throws IOException {
        Outcome outcome = audit("--only", "a-nc18", "--budget", "1ms");

        assertThat(outcome.code()).isZero();
        assertThat(ledger().instances()).isEqualTo(3000);
    }

    @Test
    void aLaterAuditLeavesNothingOfTheEarlierOne() throws IOException {
        audit("--only", "a-nc11", "--instances", "1");
        audit("--only", "a-nc18", "--instances", "1");

        assertThat(files())
                .containsExactlyInAnyOrder("index.html", "ledger.json", "witnesses", "witnesses/a-nc18.json");
    }

    @Test
    void phasesAreTheOnlyProgressWhereThereIsNoTerminal() {
        assertThat(audit("--only", "regret-best-predictor-online", "--instances", "3")
                        .complaints())
                .containsExactly("sampling (3)", "searching (1)");
    }

    @Test
    void everySampledCaseIsAnObservation() throws IOException {
        Path file = folder.resolve("below/cases.jsonl");

        assertThat(audit("--only", "a-nc1", "--instances", "2", "--observations", file.toString())
                        .code())
                .isZero();

        List<String> lines = Files.readAllLines(file);
        assertThat(lines)
                .isNotEmpty()
                .allSatisfy(line -> TestCaseSchema.assertConforms(Codec.read(line, JsonNode.class)));
        assertThat(lines.get(0))
                .startsWith(
                        "{\"type\":\"test_case\",\"status\":\"failed\",\"status_reason\":\"VIOLATED: measured 1, bound 0.98, ")
                .contains(
                        "\"how_generated\":\"family a-nc1/witness, index 0\"",
                        "\"property\":\"a-nc1\",\"run_start\":0");
    }

    private Outcome audit(String... arguments) {
        List<String> all = new ArrayList<>(List.of("audit", "--out", folder.toString()));
        all.addAll(List.of(arguments));
        return Outcome.of(all.toArray(String[]::new));
    }

    private Ledger ledger() throws IOException {
        return Ledger.read(Files.readString(folder.resolve("ledger.json")));
    }

    private String witness(String id) {
        return folder.resolve("witnesses").resolve(id + ".json").toString();
    }

    private List<String> files() throws IOException {
        try (var walk = Files.walk(folder)) {
            return walk.filter(file -> !file.equals(folder))
                    .map(file -> folder.relativize(file).toString())
                    .toList();
        }
    }
}
