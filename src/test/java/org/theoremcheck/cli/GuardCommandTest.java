package org.theoremcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.theoremcheck.claim.Codec;
import org.w3c.dom.Element;

/** {@code guard} on the subjects of the README, as they stand there. */
class GuardCommandTest {

    private static final String ID = "step-momentum";

    @TempDir
    private Path folder;

    private String readme = "";

    @BeforeEach
    void read() throws IOException {
        readme = Files.readString(Path.of("README.md"));
    }

    @Test
    void pythonKeepsTheRule() throws Exception {
        Outcome outcome = guard("--claim", ID, "--command", python(subject("python", "import json, sys\n")));

        assertThat(outcome.out()).isEqualTo(printed("guard --claim step-momentum"));
        assertThat(outcome.code()).isZero();
    }

    @Test
    void pythonWithASlipIsToldWhatItIs() throws Exception {
        String damped = subject("python", "import json, sys\n")
                .replace("self.momentum * v + g", "self.momentum * v + (1 - self.momentum) * g");

        Outcome outcome = guard("--claim", ID, "--command", python(damped));

        assertThat(outcome.out()).startsWith(printed("self.momentum * v + (1 - self.momentum) * g"));
        assertThat(outcome.code()).isEqualTo(1);
        Outcome replayed =
                Outcome.of("replay", folder.resolve("out/step-momentum.json").toString());
        assertThat(replayed.lines()).first().isEqualTo("step-momentum: VIOLATED, expected HOLDS");
    }

    @Test
    void aCounterexampleToASuiteIsReplayedWithIt() throws Exception {
        Path suite = folder.resolve("suite.jar");
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(suite))) {
            jar.putNextEntry(new ZipEntry("META-INF/services/org.theoremcheck.claim.Paper"));
        }
        String still = subject("python", "import json, sys\n").replace("self.rate * v", "0");

        Outcome outcome = guard("--claim", ID, "--suite", suite.toString(), "--command", python(still));

        assertThat(outcome.out())
                .contains("replay --suite %s %s\n".formatted(suite, folder.resolve("out/step-momentum.json")));
    }

    @Test
    void javaScriptKeepsTheRule() throws Exception {
        assumeRuns("node");
        Path file = Files.writeString(folder.resolve("heavy_ball.js"), subject("js", "const lines"));

        assertThat(guard("--claim", ID, "--instances", "100", "--command", "node '" + file + "'")
                        .code())
                .isZero();
    }

    @Test
    void aRecordingIsJudgedLikeTheRun() throws Exception {
        String file = folder.resolve("recording.jsonl").toString();
        Outcome live = guard(
                "--claim",
                ID,
                "--instances",
                "200",
                "--record",
                file,
                "--command",
                python(subject("python", "import json, sys\n")));

        Outcome recorded = guard("--recording", file);

        assertThat(recorded.out()).isEqualTo(live.out()).contains("HOLDS on 200 instances");
        assertThat(guard("--recording", file, "--claim", "step-adam").code()).isEqualTo(1);
    }

    @Test
    void whatIsFoundIsThereForPrograms() throws Exception {
        Path xml = folder.resolve("ci/guard.xml");

        Outcome outcome = guard(
                "--claim",
                ID,
                "--claim",
                "step-sgd",
                "--json",
                "--junit",
                xml.toString(),
                "--command",
                "echo 'it broke' >&2; exit 3");

        JsonNode answer = Codec.read(outcome.out(), JsonNode.class);
        assertThat(answer.path("claims").get(0).path("verdict").asText()).isEqualTo("INCONCLUSIVE");
        assertThat(answer.path("claims").get(0).path("standardError").asText()).isEqualTo("it broke\n");
        Element suite = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(xml.toFile())
                .getDocumentElement();
        assertThat(suite.getAttribute("tests")).isEqualTo("2");
        assertThat(suite.getAttribute("errors")).isEqualTo("2");
        assertThat(suite.getElementsByTagName("error")
                        .item(0)
                        .getAttributes()
                        .getNamedItem("message")
                        .getNodeValue())
                .isEqualTo("INCONCLUSIVE on 3 instances: Breakdown: exited with code 3");
        assertThat(suite.getElementsByTagName("system-err").item(0).getTextContent())
                .isEqualTo("it broke\n");
        assertThat(outcome.code()).isEqualTo(1);
    }

    @Test
    void aSubjectThatDeclinesEverythingKeepsNothing() {
        String declining =
                "read hello; echo '{\"version\": 1, \"notApplicable\": {\"step-sgd\": \"no gradients here\"}}'; cat";

        Outcome outcome = guard("--claim", "step-sgd", "--command", declining);

        assertThat(outcome.out()).contains("NOT_APPLICABLE", "no gradients here");
        assertThat(outcome.code()).isEqualTo(1);
    }

    @Test
    void vectorsAreWrittenWithTheirSchema() {
        Path vectors = folder.resolve("vectors");

        assertThat(guard("--claim", "step-sgd", "--vectors", vectors.toString()).code())
                .isZero();
        assertThat(vectors)
                .isDirectoryContaining("glob:**/step-sgd.json")
                .isDirectoryContaining("glob:**/vectors.schema.json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--command true | --claim: expected with --command",
                "--claim step-sgd | Error: Missing required argument",
                "--claim no-such --command true | no claim 'no-such'",
                "--claim a-nc1 --command true | 'a-nc1' is a control, expected a theorem such as 'regret-two-step'",
                "--claim step-sgd --command true --instances 0 | --instances: expected at least 1, got 0",
                "--claim step-sgd --command true --answer-limit soon | --answer-limit: expected a positive time",
                "--claim step-sgd --command true --claim-limit 0s | --claim-limit: expected a positive time",
                "--recording no-such-file --record other | --record: expected with --command",
                "--recording no-such-file | no-such-file: no such file, expected a recording",
            })
    void badInputIsSaidInASentence(String line, String complaint) {
        assertRefused(Outcome.of(("guard " + line).split(" ")), complaint);
    }

    @Test
    void anotherVersionIsRefused() throws IOException {
        Path recording = Files.writeString(folder.resolve("recording"), "{\"version\":2}\n");

        assertRefused(guard("--recording", recording.toString()), "line 1: field version: expected 1, got 2");
        assertRefused(
                guard("--claim", "step-sgd", "--command", "read hello; echo '{\"version\": 2}'"),
                "the subject speaks version 2 of the protocol, expected 1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | expected the fields claim, instance and episodes, in this order",
                "[] | expected the fields claim",
                "{\"claim\":\"step | line 2",
                "{\"claim\":\"no-such\",\"instance\":{},\"episodes\":[]} | field claim: 'no-such' is unknown",
                "{\"claim\":\"step-sgd\",\"instance\":{},\"episodes\":[]} | rule",
                "{\"claim\":\"a-nc1\",\"instance\":{},\"episodes\":[]} | 'a-nc1' is a control",
            })
    void aLineThatIsNoPlayIsRefused(String line, String complaint) throws IOException {
        Path recording = Files.writeString(folder.resolve("recording"), "{\"version\":1}\n" + line + "\n");

        assertRefused(guard("--recording", recording.toString()), complaint);
        assertThat(guard("--recording", recording.toString()).err()).contains("recording, line 2: ");
    }

    private static void assertRefused(Outcome outcome, String complaint) {
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.complaints()).first().asString().contains(complaint);
        assertThat(outcome.out()).isEmpty();
    }

    private Outcome guard(String... arguments) {
        List<String> all =
                new ArrayList<>(List.of("guard", "--out", folder.resolve("out").toString()));
        all.addAll(List.of(arguments));
        return Outcome.of(all.toArray(String[]::new));
    }

    private String python(String program) throws Exception {
        assumeRuns("python3");
        return "python3 '" + Files.writeString(folder.resolve("heavy_ball.py"), program) + "'";
    }

    private static void assumeRuns(String interpreter) throws Exception {
        int code;
        try {
            code = new ProcessBuilder(interpreter, "--version")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException absent) {
            code = 127;
        }
        assumeThat(code).as(interpreter + " is there").isZero();
    }

    /** The program of the README that begins like this. */
    private String subject(String language, String beginning) {
        Matcher matcher = Pattern.compile(
                        "```" + language + "\\n(" + Pattern.quote(beginning) + ".*?)```", Pattern.DOTALL)
                .matcher(readme);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    /** The indented lines after a mark, without the prompt and what it starts; the folder for counterexamples is ours. */
    private String printed(String mark) {
        String after = readme.substring(readme.indexOf(mark));
        List<String> lines = after.lines()
                .skip(1)
                .dropWhile(line -> line.isEmpty())
                .takeWhile(line -> line.startsWith("    "))
                .map(line -> line.substring(4))
                .toList();
        return (String.join("\n", lines) + "\n")
                .replace("target/guard", folder.resolve("out").toString());
    }
}
