package org.theoremcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad input ends with exit code 2 and one line that says what is wrong where, and what was expected. */
class BadInputTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "frobnicate, 'frobnicate', ''",
        "list --frobnicate, '--frobnicate', ''",
        "list surplus, 'surplus', ''",
        "explain, CLAIM, Missing",
        "explain regret-three-step, 'regret-three-step', list",
        "explain a-nc1 a-nc2, 'a-nc2', ''",
        "replay, WITNESS.json, Missing"
    })
    void ofAnyCommand(String line, String what, String expected) {
        Outcome.of(line.split(" ")).assertComplaint(what, expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--only regret-three-step | 'regret-three-step' | list",
                "--only a-nc1 --only nonsense-* | 'nonsense-*' | list",
                "--only [ | '[' | pattern",
                "--seed abc | --seed | 'abc'",
                "--seed 1.5 | --seed | '1.5'",
                "--seed 99999999999999999999 | --seed | '99999999999999999999'",
                "--threads 0 | --threads | at least 1, got 0",
                "--threads -1 | --threads | at least 1, got -1",
                "--threads two | --threads | 'two'",
                "--instances 0 | --instances | at least 1, got 0",
                "--instances -5 | --instances | at least 1, got -5",
                "--instances many | --instances | 'many'",
                "--budget 0s | --budget | such as 90s, 10m or 2h, got '0s'",
                "--budget=-5s | --budget | such as 90s, 10m or 2h, got '-5s'",
                "--budget soon | --budget | such as 90s, 10m or 2h, got 'soon'",
                "--budget 10 | --budget | such as 90s, 10m or 2h, got '10'",
                "--budget 999999999h | --budget | at most 292 years",
                "--budget 99999999999999999999h | --budget | at most 292 years",
                "--budget 5s --instances 5 | --budget | expected one of them",
                "--set path=0.4 | --set | --only",
                "--only a-nc1 --set speed=1 | 'speed' | regret, distance, path",
                "--only a-nc1 --set path | --set | TERM=NUMBER, got 'path'",
                "--only a-nc1 --set path= | --set | TERM=NUMBER, got 'path='",
                "--only a-nc1 --set =1 | --set | TERM=NUMBER, got '=1'",
                "--only a-nc1 --set path=half | --set | TERM=NUMBER, got 'path=half'",
                "--only a-nc1 --set path=NaN | --set | TERM=NUMBER, got 'path=NaN'",
                "--only a-nc1 --set path=-Infinity | --set | TERM=NUMBER, got 'path=-Infinity'",
                "--only a-nc1 --set path=1e400 | --set | TERM=NUMBER, got 'path=1e400'",
                "--accept --only a-nc1 | --accept | default options",
                "--accept --seed 5 | --accept | default options",
                "--accept --instances 5 | --accept | default options",
                "--accept --budget 5s | --accept | default options",
            })
    void ofAnAuditLeavesNothingBehind(String line, String what, String expected) throws IOException {
        Path out = folder.resolve("some/report");

        Outcome outcome = audit(out, line.split(" "));

        outcome.assertComplaint(what, expected);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFolderBelowAFileCannotBeWrittenTo() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "precious");

        audit(file.resolve("report"), "--only", "a-nc18").assertComplaint("file/report", "expected a folder");
        audit(file, "--only", "a-nc18").assertComplaint(file.toString(), "expected a folder");
        assertThat(file).hasContent("precious");
    }

    @Test
    void theJournalOfAnotherAuditIsNotResumedAndNotTouched() throws IOException {
        Path journal = Files.writeString(folder.resolve("audit.journal"), "work of somebody else\n");

        audit(folder, "--only", "a-nc18", "--resume")
                .assertComplaint(
                        journal.toString(),
                        "cannot resume, it was begun with another version, other options or other claims");
        assertThat(journal).hasContent("work of somebody else\n");
        assertThat(folder).isDirectoryNotContaining("glob:**.json");
    }

    @Test
    void aDamagedJournalIsNotResumed() throws IOException {
        Path journal = folder.resolve("audit.journal");
        Files.writeString(
                journal,
                "TheoremCheck audit, format 1, seed 260104270, instances 1, set {}, claims a-nc18\nthis is no work\n");

        audit(folder, "--only", "a-nc18", "--instances", "1", "--resume")
                .assertComplaint(journal + ", line 2", "expected finished work");
        assertThat(folder).isDirectoryNotContaining("glob:**.json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "explain a-nc1", "audit --only a-nc18 --instances 1", "replay none.json"})
    void aSuiteThatIsMissingIsNamed(String line) {
        Path suite = folder.resolve("missing.jar");

        withSuite(line, suite).assertComplaint(suite.toString(), "expected a jar");
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "explain a-nc1", "audit --only a-nc18 --instances 1", "replay none.json"})
    void aSuiteThatIsNoJarIsNamed(String line) throws IOException {
        Path suite = Files.writeString(folder.resolve("text.jar"), "no jar at all");

        withSuite(line, suite).assertComplaint(suite.toString(), "expected a jar");
    }

    @Test
    void aSuiteThatIsAFolderIsNamed() {
        Outcome.of("list", "--suite", folder.toString()).assertComplaint(folder.toString(), "expected a jar");
    }

    @Test
    void aSuiteWithoutPapersIsNamed() throws IOException {
        Path suite = folder.resolve("empty.jar");
        try (var jar = new java.util.jar.JarOutputStream(Files.newOutputStream(suite))) {
            jar.putNextEntry(new java.util.zip.ZipEntry("nothing.txt"));
        }

        Outcome.of("list", "--suite", suite.toString()).assertComplaint(suite.toString(), "papers");
    }

    @Test
    void aWitnessThatIsMissingIsNamed() {
        replay(folder.resolve("none.json")).assertComplaint("none.json", "expected a witness");
    }

    @Test
    void aFolderIsNoWitness() {
        replay(folder).assertComplaint(folder.toString(), "expected a witness");
    }

    @Test
    void aWitnessThatIsNoTextIsNamed() throws IOException {
        Path binary = Files.write(folder.resolve("binary.json"), new byte[] {(byte) 0xff, 0, (byte) 0xfe});

        replay(binary).assertComplaint("binary.json", "expected a witness");
    }

    @ParameterizedTest
    @CsvSource({
        "'', 'line 1'",
        "'{\"version\" : 1,\n  oops}', 'line 2, column 3'",
        "'42', 'line 1, column 1'",
        "'{\"version\" : 9}', 'field version: expected 1, got 9'",
        "'null', 'null'"
    })
    void aWitnessThatIsMalformedSaysWhere(String text, String where) throws IOException {
        Path file = Files.writeString(folder.resolve("malformed.json"), text);

        replay(file).assertComplaint("malformed.json: ", where);
    }

    @Test
    void aWitnessThatWasAlteredIsNoticed() throws IOException {
        assertThat(audit(folder, "--only", "a-nc18", "--instances", "1").code()).isZero();
        Path file = folder.resolve("witnesses/a-nc18.json");
        String text = Files.readString(file);

        for (String altered : List.of(
                text.replaceFirst("\"rounds\" : \\d+", "\"rounds\" : 2"),
                text.replaceFirst("VIOLATED", "HOLDS"),
                text.replaceFirst("a-nc18", "a-nc17"),
                text.replaceFirst("\"digest\" : \"....", "\"digest\" : \"0000"),
                text.replaceFirst("\"digest\" : \".*\"", "\"digest\" : null"))) {
            assertThat(altered).isNotEqualTo(text);
            Files.writeString(file, altered);

            replay(file).assertComplaint("a-nc18.json: ", "field digest: ", "expected");
        }
    }

    @Test
    void aWitnessCutOffAnywhereIsNoticed() throws IOException {
        assertThat(audit(folder, "--only", "a-nc18", "--instances", "1").code()).isZero();
        Path file = folder.resolve("witnesses/a-nc18.json");
        byte[] whole = Files.readString(file).strip().getBytes(StandardCharsets.UTF_8);

        for (int length = 0; length < whole.length; length += 13) {
            Files.write(file, Arrays.copyOf(whole, length));

            replay(file).assertComplaint("a-nc18.json: ", "line ");
        }
    }

    private static Outcome replay(Path file) {
        return Outcome.of("replay", file.toString());
    }

    private static Outcome audit(Path out, String... arguments) {
        List<String> all = new ArrayList<>(List.of("audit", "--out", out.toString()));
        all.addAll(List.of(arguments));
        return Outcome.of(all.toArray(String[]::new));
    }

    private Outcome withSuite(String line, Path suite) {
        List<String> all = new ArrayList<>(List.of(line.split(" ")));
        all.addAll(List.of("--suite", suite.toString()));
        if (line.startsWith("audit")) {
            all.addAll(List.of("--out", folder.resolve("report").toString()));
        }
        return Outcome.of(all.toArray(String[]::new));
    }
}
