package org.theoremcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.theoremcheck.claim.Codec;

class MeanfieldCommandTest {

    private static Outcome run(String line) {
        return Outcome.of(line.split(" "));
    }

    @Test
    void theLinearCurvesAreExact() {
        Outcome said = run("meanfield --loss linear --delta 2 --tau 0.5 --noise 0.5 --json");
        JsonNode last = Codec.read(said.out(), JsonNode.class).path("steps").path(40);

        assertThat(said.code()).isZero();
        assertThat(last.path("k").intValue()).isEqualTo(40);
        assertThat(last.path("C").doubleValue()).isCloseTo(0.239255997383, within(1e-11));
        assertThat(last.path("trainLoss").doubleValue()).isCloseTo(0.196951200385, within(1e-11));
        assertThat(last.path("testError").doubleValue()).isCloseTo(0.489255997383, within(1e-11));
        assertThat(last.path("standardErrors").path("C").doubleValue()).isZero();
        assertThat(last.path("simulation").isNull()).isTrue();
    }

    @Test
    void runsStandBesideTheCurves(@TempDir Path folder) throws Exception {
        Outcome said = run(
                "meanfield --loss tanh --delta 2 --tau 1 --noise 0.3 --steps 4 --samples 500 --solves 4 --simulate 3"
                        + " --dimension 64 --json --report " + folder);
        JsonNode last = Codec.read(said.out(), JsonNode.class).path("steps").path(4);

        assertThat(said.code()).isZero();
        assertThat(last.path("standardErrors").path("C").doubleValue()).isPositive();
        assertThat(last.path("simulation").path("standardErrors").path("Q").doubleValue())
                .isPositive();
        assertThat(Files.readString(folder.resolve("index.html"))).contains("Training error", "class=\"number\">±<");
    }

    @Test
    void theSameSeedGivesTheSameCurvesOnAnyNumberOfThreads() {
        String line = "meanfield --loss logistic --delta 2 --tau 1 --steps 4 --samples 500 --solves 3 --seed 5 --json";

        assertThat(run(line + " --threads 1").out())
                .isEqualTo(run(line + " --threads 3").out());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--loss linear --delta 2 --tau 1.86 | theoremcheck: the temperature τ is below 1.84729, where the linear loss diverges at the step 0.1, got 1.86",
                "--loss linear --delta 2 --tau 1 --step 1 | theoremcheck: the step Δt is below 0.686292, where gradient descent diverges, got 1.0",
                "--loss tanh --delta -1 --tau 1 | theoremcheck: the ratio δ = n/d is a positive number, got -1.0",
                "--loss tanh --delta 2 --tau NaN | theoremcheck: the temperature τ is at least 0, got NaN",
                "--loss logistic --delta 2 --tau 1 --noise 1 | theoremcheck: --noise: labels of the logistic loss are signs without noise, got 1.0",
                "--loss tanh --delta 2 --tau 1 --simulate 1 | theoremcheck: --simulate: expected at least 2 runs, for their standard error, got 1",
                "--loss tanh --delta 2 --tau 1 --samples 5 | theoremcheck: --samples: expected at least 100, got 5"
            })
    void whatIsOutOfRangeIsRefusedInOneSentence(String options, String sentence) {
        Outcome said = run("meanfield " + options.strip());

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err().strip()).isEqualTo(sentence.strip());
    }
}
