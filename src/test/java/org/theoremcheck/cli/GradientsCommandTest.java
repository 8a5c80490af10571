package org.theoremcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GradientsCommandTest {

    private static final String ADAMW = "src/test/resources/org/theoremcheck/gradients/mlp_tabular_adamw.npy";
    private static final String DESCENT = "src/test/resources/org/theoremcheck/gradients/mlp_fullbatch_gd.npy";

    @TempDir
    private Path folder;

    @Test
    void aLogIsSummedUpInOneSentenceAboveItsNumbers() {
        Outcome outcome = Outcome.of("gradients", ADAMW);

        assertThat(outcome.code()).isZero();
        assertThat(outcome.lines().get(0)).isEqualTo(ADAMW + ": 401 gradients of 256 coordinates, energy 93.205");
        assertThat(outcome.lines().get(1)).startsWith("One-step is worse than predicting zero (kappa 1.47)");
        assertThat(outcome.out())
                .containsPattern(
                        "one-step +136\\.69 +1\\.4666 +1\\.9975 +1\\.8388 ± 2\\.6e-02 +-14\\.2 +no +x 1\\.211 +vacuous")
                .containsPattern("r\\* +4 +16 +33 +52 +106")
                .containsPattern("first term +0\\.103 % of the one-step path length is \\|g_0\\|\\^2")
                .containsPattern("self-test +no predictor sees ahead");
    }

    @Test
    void jsonHasTheFieldsThatProgramsReadAndNothingElseIsPrinted() throws IOException {
        JsonNode log = json("gradients", "--json", ADAMW).get("logs").get(0);

        assertThat(log.get("file").asText()).isEqualTo(ADAMW);
        assertThat(log.get("rows").asInt()).isEqualTo(401);
        assertThat(log.get("columns").asInt()).isEqualTo(256);
        assertThat(log.get("energy").asDouble()).isBetween(93.2, 93.3);
        assertThat(log.get("predictors").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("zero", "one-step", "ema-0.9", "ema-0.99", "trend");
        assertThat(log.get("predictors").get("trend").fieldNames())
                .toIterable()
                .contains("pathLength", "kappa", "standardError", "noiseMean", "permutationMean");
        assertThat(log.get("predictors").get("zero").get("score").isNull()).isTrue();
        assertThat(log.get("autoregression").fieldNames()).toIterable().containsExactly("coefficient", "kappa");
        for (String rank : new String[] {"rank", "noiseRank"}) {
            assertThat(log.get(rank).fieldNames()).toIterable().containsExactly("0.5", "0.2", "0.1", "0.05", "0.01");
        }
        assertThat(log.get("ties").isArray()).isTrue();
        assertThat(log.get("summary").asText()).startsWith("One-step");
    }

    @Test
    void severalLogsMakeOneTableWithTheirNulls() {
        Outcome outcome = Outcome.of("gradients", ADAMW, DESCENT);

        assertThat(outcome.lines())
                .anySatisfy(
                        line -> assertThat(line).contains("rows").contains("one-step", "ema-0.9", "ema-0.99", "trend"))
                .anySatisfy(line -> assertThat(line).startsWith(DESCENT).contains("0.0031348 (0.84835)"))
                .anySatisfy(line -> assertThat(line).startsWith(ADAMW).contains("1.4666 (1.8388)"));
    }

    @Test
    void aReportIsOnePageThatNeedsNothingBesideItself() throws IOException {
        Outcome outcome =
                Outcome.of("gradients", "--report", folder.resolve("page").toString(), ADAMW, DESCENT);

        Path page = folder.resolve("page/index.html");
        assertThat(outcome.out()).contains("report: " + page);
        assertThat(page)
                .content()
                .contains("One-step is worse than predicting zero", "figure-windows-0", "figure-spectrum-1")
                .doesNotContain("<link", "src=");
    }

    @Test
    void sharesAndProjectionCanBeChosen() throws IOException {
        JsonNode log = json("gradients", "--json", "--epsilon", "0.3,0.001", "--project", "64", DESCENT)
                .get("logs")
                .get(0);

        assertThat(log.get("rank").fieldNames()).toIterable().containsExactly("0.3", "0.001");
        assertThat(log.get("projection").get("places").asInt()).isEqualTo(64);
        assertThat(log.get("rankCap").asInt()).isEqualTo(64);
    }

    @Test
    void textIsReadAsWell() throws IOException {
        Path csv = Files.writeString(folder.resolve("log.csv"), "1,0\n0,1\n-1,0\n0,-1\n");

        assertThat(Outcome.of("gradients", csv.toString()).out())
                .contains("4 gradients of 2 coordinates, energy 4.0000");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--threads 0 | --threads: expected at least 1, got 0",
                "--project -4 | --project: expected a multiple of 4, or 0, got -4",
                "--project 6 | a projection to 6 numbers, expected a positive multiple of 4",
                "--epsilon 2 | --epsilon: expected numbers from 1e-6 to below 1, got 2",
                "--epsilon x | '--epsilon'"
            })
    void aBadOptionIsOneSentence(String option, String complaint) {
        String[] parts = option.split(" ", 2);

        Outcome outcome = Outcome.of("gradients", parts[0], parts[1], ADAMW);

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.complaints())
                .last()
                .asString()
                .startsWith("theoremcheck: ")
                .contains(complaint);
    }

    @Test
    void aLogThatIsNoneIsOneSentence() throws IOException {
        Path text = Files.writeString(folder.resolve("log.csv"), "1,2\n3,nan\n");

        Outcome notFinite = Outcome.of("gradients", text.toString());
        Outcome missing = Outcome.of("gradients", folder.resolve("none.npy").toString());

        assertThat(notFinite.code()).isEqualTo(2);
        assertThat(notFinite.complaints())
                .last()
                .isEqualTo("theoremcheck: " + text + ": row 1, column 1 holds NaN, expected finite numbers");
        assertThat(missing.code()).isEqualTo(2);
        assertThat(missing.complaints()).singleElement().asString().contains("none.npy");
    }

    private static JsonNode json(String... arguments) throws IOException {
        Outcome outcome = Outcome.of(arguments);
        assertThat(outcome.code()).isZero();
        return new ObjectMapper().readTree(outcome.out());
    }
}
