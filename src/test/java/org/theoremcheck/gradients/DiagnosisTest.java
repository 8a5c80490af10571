package org.theoremcheck.gradients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.theoremcheck.gradients.log.GradientLog;
import org.theoremcheck.gradients.log.GradientLogs;

/** Two real runs against an independent computation in double precision (expected.json). */
class DiagnosisTest {

    private static final Path FOLDER = Path.of("src/test/resources/org/theoremcheck/gradients");

    private static final Map<String, String> NAMES =
            Map.of("zero", "zero", "one-step", "one", "trend", "trend", "ema-0.9", "ema0.9", "ema-0.99", "ema0.99");

    private static final Diagnosis.Question QUESTION =
            new Diagnosis.Question(Diagnosis.SHARES, Optional.empty(), true, 2);

    @ParameterizedTest
    @ValueSource(strings = {"mlp_tabular_adamw.npy", "mlp_fullbatch_gd.npy"})
    void sumsAndRanksAreThoseOfTheIndependentComputation(String file) throws IOException {
        JsonNode expected = new ObjectMapper()
                .readTree(FOLDER.resolve("expected.json").toFile())
                .get(file);

        Diagnosis diagnosis = diagnose(file, QUESTION);

        assertThat(diagnosis.rows()).isEqualTo(expected.get("rows").intValue());
        assertClose(diagnosis.energy(), expected.get("S"));
        assertClose(diagnosis.effectiveRows(), expected.get("energy_effective_rows"));
        NAMES.forEach((ours, theirs) -> {
            Diagnosis.Prediction prediction = diagnosis.predictors().get(ours);
            assertClose(prediction.pathLength(), expected.get("P").get(theirs));
            assertClose(prediction.kappa(), expected.get("kappa").get(theirs));
        });
        assertClose(diagnosis.autoregression().coefficient(), expected.get("ar1_coefficient"));
        assertClose(diagnosis.autoregression().kappa(), expected.get("kappa").get("ar1"));
        assertClose(
                diagnosis.prediction(HistoryPredictor.ONE_STEP).permutationMean(),
                expected.get("permutation_kappa_one"));
        for (Diagnosis.Ranking ranking : diagnosis.ranking()) {
            assertThat(ranking.rank())
                    .isEqualTo(expected.get("r_star").get(ranking.share()).intValue());
            assertThat(ranking.shuffled())
                    .isCloseTo(
                            expected.get("r_star_shuffled_mean")
                                    .get(ranking.share())
                                    .doubleValue(),
                            within(0.8));
            assertThat(ranking.tie()).isFalse();
        }
        double[] spectrum = diagnosis.spectrum().get("increments");
        for (int i = 0; i < 20; i++) {
            assertThat(spectrum[i])
                    .isCloseTo(
                            expected.get("H_energies").get(i).doubleValue()
                                    / expected.get("H_energy").doubleValue(),
                            within(1e-12));
        }
        assertThat(diagnosis.leakFree()).isTrue();
    }

    /** Twenty shuffles were drawn independently; their spread is known to about a sixth. */
    @Test
    void theStandardErrorIsTheSpreadOverShuffles() throws IOException {
        JsonNode expected = new ObjectMapper()
                .readTree(FOLDER.resolve("expected.json").toFile())
                .get("mlp_fullbatch_gd.npy");

        double error = diagnose("mlp_fullbatch_gd.npy", QUESTION)
                .prediction(HistoryPredictor.ONE_STEP)
                .standardError();

        assertThat(expected.get("shuffled_kappa_one_std").doubleValue()).isBetween(error / 1.5, 1.5 * error);
    }

    @Test
    void aRunThatIsWorseThanPredictingZeroIsSaidToBeSo() throws IOException {
        assertThat(diagnose("mlp_tabular_adamw.npy", QUESTION).summary())
                .isEqualTo(
                        "One-step is worse than predicting zero (kappa 1.47), ema-0.9 beats it (kappa 0.880); order in time"
                                + " matters (z = -14.2); the low rank is not temporal, r*(0.1) = 33 of 256 and 29.0 when shuffled.");
    }

    @Test
    void whiteNoiseIsSaidToBeNoise() throws IOException {
        Diagnosis noise = Diagnosis.of(new ArrayLog(ArrayLog.noise(400, 100)), QUESTION, done -> {});

        assertThat(noise.summary())
                .startsWith("One-step is worse than predicting zero")
                .contains("order in time does not matter", "the rank is that of noise");
        assertThat(noise.predictors().values()).noneMatch(Diagnosis.Prediction::beatsZero);
    }

    @Test
    void aSignThatAlternatesIsPredictableByItsOpposite() throws IOException {
        double[][] signs = new double[40][];
        java.util.Arrays.setAll(signs, t -> new double[] {t % 2 == 0 ? 1 : -1, 0});

        Diagnosis diagnosis = Diagnosis.of(new ArrayLog(signs), QUESTION, done -> {});

        assertThat(diagnosis.autoregression().coefficient()).isEqualTo(-1);
        assertThat(diagnosis.autoregression().kappa()).isCloseTo(1.0 / 40, within(1e-14));
        assertThat(diagnosis.prediction(HistoryPredictor.ONE_STEP).pathLength()).isEqualTo(1 + 39 * 4);
        assertThat(diagnosis.summary()).contains("steps turn back on the ones before");
        assertThat(diagnosis.rank().values()).containsOnly(1);
    }

    @Test
    void gradientsThatAreAllZeroAreSaidToBeSo() throws IOException {
        Diagnosis nothing = Diagnosis.of(new ArrayLog(new double[5][3]), QUESTION, done -> {});

        assertThat(nothing.summary()).isEqualTo("All gradients are zero: there is nothing to predict.");
        assertThat(nothing.prediction(HistoryPredictor.ONE_STEP).kappa()).isNaN();
        assertThat(nothing.rank().values()).containsOnly(0);
    }

    @Test
    void twoGradientsAreEnough() throws IOException {
        Diagnosis two = Diagnosis.of(new ArrayLog(new double[][] {{3, 0}, {3, 4}}), QUESTION, done -> {});

        assertThat(two.prediction(HistoryPredictor.ONE_STEP).pathLength()).isEqualTo(25);
        assertThat(two.prediction(HistoryPredictor.ONE_STEP).score()).isNaN();
        assertThat(two.rank().values()).containsOnly(1);
    }

    @Test
    void anExactTieIsReported() throws IOException {
        double[][] gradients = {{0, 0}, {1, 0}, {1, 1}};

        Diagnosis tie = Diagnosis.of(new ArrayLog(gradients), QUESTION, done -> {});

        assertThat(tie.ties()).containsExactly("0.5");
    }

    @Test
    void aProjectionKeepsWhatItIsSaidToKeep() throws IOException {
        ArrayLog log = ArrayLog.drifting(200, 900, false);

        Diagnosis whole = Diagnosis.of(log, QUESTION, done -> {});
        Diagnosis projected =
                Diagnosis.of(log, new Diagnosis.Question(Diagnosis.SHARES, Optional.of(128), true, 2), done -> {});

        assertThat(projected.predictors().get("trend").kappa())
                .isEqualTo(whole.predictors().get("trend").kappa());
        assertThat(projected.projection()).isNotNull();
        assertThat(projected.rankCap()).isEqualTo(128);
        assertThat(whole.rankCap()).isEqualTo(199);
        assertThat(whole.projection()).isNull();
    }

    @Test
    void withoutAProjectionWhereOneIsNeededThereIsNoRank() throws IOException {
        ArrayLog log = ArrayLog.drifting(1100, 1200, false);

        Diagnosis unranked =
                Diagnosis.of(log, new Diagnosis.Question(Diagnosis.SHARES, Optional.of(0), true, 2), done -> {});

        assertThat(unranked.rank()).isEmpty();
        assertThat(unranked.prediction(HistoryPredictor.TREND).standardError()).isNaN();
        assertThat(unranked.summary()).endsWith("whether order in time matters is not known.");
    }

    @Test
    void pathLengthsAloneAreTheSame() throws IOException {
        ArrayLog log = ArrayLog.drifting(70, 40, false);

        Diagnosis alone =
                Diagnosis.of(log, new Diagnosis.Question(Diagnosis.SHARES, Optional.empty(), false, 2), done -> {});

        assertThat(alone.rank()).isEmpty();
        assertThat(alone.prediction(HistoryPredictor.TREND).pathLength())
                .isEqualTo(Diagnosis.of(log, QUESTION, done -> {})
                        .prediction(HistoryPredictor.TREND)
                        .pathLength());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 1, 1e-7, Double.NaN})
    void aShareThatTheGramMatrixCannotTellIsRefused(double share) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Diagnosis.Question(List.of(0.5, share), Optional.empty(), true, 1))
                .withMessageStartingWith("--epsilon: expected numbers from 1e-6 to below 1, got ");
    }

    private static Diagnosis diagnose(String file, Diagnosis.Question question) throws IOException {
        try (GradientLog log = GradientLogs.open(FOLDER.resolve(file).toString())) {
            return Diagnosis.of(log, question, done -> {});
        }
    }

    private static void assertClose(double ours, JsonNode theirs) {
        assertThat(ours).isCloseTo(theirs.doubleValue(), within(1e-9 * Math.abs(theirs.doubleValue())));
    }
}
