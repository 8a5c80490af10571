package org.theoremcheck.gradients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.theoremcheck.gradients.log.BadLog;
import org.theoremcheck.numeric.Vectors;

class ReadingTest {

    private final Workers workers = new Workers(2);

    @AfterEach
    void close() {
        workers.close();
    }

    @ParameterizedTest
    @CsvSource({
        "100, 30, 30, 7",
        "1500, 1500, 1500, 130",
        "700, 600, 170, 1",
        "700, 513, 256, 130",
        "1, 1, 1, 2",
        "5000, 4000, 1000, 64"
    })
    void pathLengthsAreThoseOfThePredictorsHoweverTheLogIsCut(int columns, int panel, int part, int tile)
            throws IOException {
        ArrayLog log = ArrayLog.drifting(130, columns, false);
        double energy = 0;
        for (double[] gradient : log.gradients()) {
            energy += Vectors.squaredNorm(gradient);
        }

        Reading reading = read(log, new Plan(panel, part, tile, Optional.empty(), true));

        assertThat(reading.energy()).isCloseTo(energy, within(1e-12 * energy));
        for (HistoryPredictor predictor : HistoryPredictor.values()) {
            double expected = Impulses.pathLength(predictor, log.gradients());
            assertThat(reading.pathLength(predictor))
                    .as(predictor.label())
                    .isCloseTo(expected, within(1e-12 * expected));
        }
        assertThat(reading.kept().gradients()).isDeepEqualTo(log.gradients());
    }

    @Test
    void eachNumberIsReadOnceAndToldOfOnce() throws IOException {
        ArrayLog log = ArrayLog.drifting(90, 700, false);
        AtomicLong told = new AtomicLong();

        Reading.of(log, new Plan(300, 100, 40, Optional.empty(), true), workers, told::addAndGet);

        assertThat(log.reads()).hasValue(90 * 700);
        assertThat(told).hasValue(90 * 700);
    }

    @Test
    void aWindowIsAnEqualShareOfTheRows() throws IOException {
        ArrayLog log = ArrayLog.drifting(131, 40, false);

        Reading reading = read(log, new Plan(40, 20, 50, Optional.empty(), true));

        assertThat(reading.errors().of(HistoryPredictor.ZERO)).hasSize(8);
        double first = 0;
        double last = 0;
        for (int t = 0; t < 17; t++) {
            first += Vectors.squaredNorm(log.gradients()[t]);
            last += t == 0 ? 0 : Vectors.squaredDistance(log.gradients()[131 - t], log.gradients()[130 - t]);
        }
        assertThat(reading.errors().of(HistoryPredictor.ZERO)[0]).isCloseTo(first, within(1e-12 * first));
        assertThat(reading.errors().of(HistoryPredictor.ONE_STEP)[7]).isCloseTo(last, within(1e-12 * last));
    }

    @Test
    void lagsAreThoseOfTheGradients() throws IOException {
        double[][] gradients = ArrayLog.drifting(60, 11, false).gradients();
        double one = 0;
        double two = 0;
        for (int t = 1; t < gradients.length; t++) {
            one += Vectors.dot(gradients[t], gradients[t - 1]);
            two += t > 1 ? Vectors.dot(gradients[t], gradients[t - 2]) : 0;
        }

        Reading reading = read(new ArrayLog(gradients), new Plan(11, 6, 13, Optional.empty(), true));

        assertThat(reading.lagOne()).isCloseTo(one, within(1e-11 * reading.energy()));
        assertThat(reading.lagTwo()).isCloseTo(two, within(1e-11 * reading.energy()));
        double best = reading.autoregressionPathLength();
        assertThat(best).isCloseTo(scaled(gradients, reading.autoregression()), within(1e-11 * best));
        assertThat(scaled(gradients, 1.01 * reading.autoregression())).isGreaterThan(best);
        assertThat(scaled(gradients, 0.99 * reading.autoregression())).isGreaterThan(best);
    }

    @Test
    void rowsThatDoNotAllStayStillCountInTheSpectrum() throws IOException {
        // Narrow and long: 2^24 numbers stay, so of 2^18 columns at most 64 rows would; a projection keeps the width
        // small.
        ArrayLog log = ArrayLog.drifting(300, 64, false);
        double[][] steps = new double[299][];
        java.util.Arrays.setAll(steps, t -> Vectors.difference(log.gradients()[t + 1], log.gradients()[t]));
        Increments increments = new Increments(64, workers);

        for (double[] gradient : log.gradients()) {
            increments.add(gradient);
        }

        assertThat(increments.gram().eigenvalues())
                .containsExactly(Gram.of(steps, workers).eigenvalues(), within(1e-10));
    }

    @Test
    void threadsChangeNoBit() throws IOException {
        ArrayLog log = ArrayLog.drifting(200, 1200, true);
        Plan plan = new Plan(700, 300, 33, Optional.of(new SparseSigns(3, 64)), true);
        Reading one;
        try (Workers alone = new Workers(1)) {
            one = Reading.of(log, plan, alone, done -> {});
        }

        Reading two = read(log, plan);

        assertThat(two.energies()).isEqualTo(one.energies());
        assertThat(two.kept().gradients()).isDeepEqualTo(one.kept().gradients());
        for (HistoryPredictor predictor : HistoryPredictor.values()) {
            assertThat(two.errors().of(predictor)).isEqualTo(one.errors().of(predictor));
        }
    }

    @ParameterizedTest
    @CsvSource({"NaN", "Infinity", "-Infinity"})
    void aNumberThatIsNotFiniteIsNamedWithItsPlace(double number) {
        ArrayLog log = ArrayLog.drifting(50, 600, false);
        log.gradients()[31][555] = number;

        assertThatExceptionOfType(BadLog.class)
                .isThrownBy(() -> read(log, new Plan(250, 125, 20, Optional.empty(), true)))
                .withMessage("a log: row 31, column 555 holds %s, expected finite numbers", number);
    }

    @Test
    void gradientsWhoseSquaresOverflowAreNamed() {
        ArrayLog log = new ArrayLog(new double[] {1, 1}, new double[] {1e160, 0});

        assertThatExceptionOfType(BadLog.class)
                .isThrownBy(() -> read(log, new Plan(2, 1, 2, Optional.empty(), true)))
                .withMessage("a log: the squares of row 1 overflow, expected gradients of a norm below 1e154");
    }

    private Reading read(ArrayLog log, Plan plan) throws IOException {
        return Reading.of(log, plan, workers, done -> {});
    }

    private static double scaled(double[][] gradients, double coefficient) {
        double sum = Vectors.squaredNorm(gradients[0]);
        for (int t = 1; t < gradients.length; t++) {
            sum += Vectors.squaredDistance(gradients[t], Vectors.scaled(coefficient, gradients[t - 1]));
        }
        return sum;
    }
}
