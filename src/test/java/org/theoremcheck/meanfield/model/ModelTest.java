package org.theoremcheck.meanfield.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.stat.StatUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelTest {

    private static final StartLaw START = new StartLaw.Gaussian(0.3);
    private static final Loss LOGISTIC = new Loss.Logistic();
    private static final Model MODEL = new Model(LOGISTIC, 1.5, 0.5, 0.1, 7, 0.2, START, 1.3, Sampling.POISSON);
    private static final int DRAWS = 1 << 16;

    /** Standard errors, a share of 6e-10. */
    private static final double ERRORS = 6.2;

    @Test
    void anotherModelDiffersInWhatIsNamed() {
        Loss other = new Loss.Linear(1);

        assertThat(MODEL.at(2)).isEqualTo(new Model(LOGISTIC, 1.5, 2, 0.1, 7, 0.2, START, 1.3, Sampling.POISSON));
        assertThat(MODEL.with(3)).isEqualTo(new Model(LOGISTIC, 3, 0.5, 0.1, 7, 0.2, START, 1.3, Sampling.POISSON));
        assertThat(MODEL.with(other)).isEqualTo(new Model(other, 1.5, 0.5, 0.1, 7, 0.2, START, 1.3, Sampling.POISSON));
        assertThat(MODEL.in(0.4, 9))
                .isEqualTo(new Model(LOGISTIC, 1.5, 0.5, 0.4, 9, 0.2, START, 1.3, Sampling.POISSON));
        assertThat(MODEL.sampled(Sampling.GAUSSIAN))
                .isEqualTo(new Model(LOGISTIC, 1.5, 0.5, 0.1, 7, 0.2, START, 1.3, Sampling.GAUSSIAN));
        assertThat(MODEL.from(new StartLaw.Signs(2), 0.6))
                .isEqualTo(new Model(LOGISTIC, 1.5, 0.5, 0.1, 7, 0.6, new StartLaw.Signs(2), 1.3, Sampling.POISSON));
        assertThat(Model.of(other, 1.5, 0.5, 0.1, 7))
                .isEqualTo(new Model(other, 1.5, 0.5, 0.1, 7, 0, new StartLaw.Gaussian(0), 1, Sampling.GAUSSIAN));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 1, 1, 0, 1, 0, 'the ratio δ = n/d is a positive number, got 0.0'",
        "Infinity, 0, 1, 1, 0, 1, 0, 'the ratio δ = n/d is a positive number, got Infinity'",
        "1, -1, 1, 1, 0, 1, 0, 'the temperature τ is at least 0, got -1.0'",
        "1, Infinity, 1, 1, 0, 1, 0, 'the temperature τ is at least 0, got Infinity'",
        "1, 0, 0, 1, 0, 1, 0, 'the step Δt is a positive number, got 0.0'",
        "1, 0, Infinity, 1, 0, 1, 0, 'the step Δt is a positive number, got Infinity'",
        "1, 0, 1, 0, 0, 1, 0, 'there is at least one step, got 0.0'",
        "1, 0, 1, 1, -1, 1, 0, 'the ridge λ is at least 0, got -1.0'",
        "1, 0, 1, 1, Infinity, 1, 0, 'the ridge λ is at least 0, got Infinity'",
        "1, 0, 1, 1, 0, 0, 0, 'the signal''s variance ρ is a positive number, got 0.0'",
        "1, 0, 1, 1, 0, Infinity, 0, 'the signal''s variance ρ is a positive number, got Infinity'",
        "1, 0, 1, 1, 0, 1, -1, 'the start''s variance is at least 0, got -1.0'",
        "1, 0, 1, 1, 0, 1, Infinity, 'the start''s variance is at least 0, got Infinity'",
        "NaN, 0, 1, 1, 0, 1, 0, 'the ratio δ = n/d is a positive number, got NaN'"
    })
    void aParameterOutOfRangeIsNamed(
            double ratio,
            double temperature,
            double step,
            int steps,
            double ridge,
            double signal,
            double variance,
            String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Model(
                        LOGISTIC,
                        ratio,
                        temperature,
                        step,
                        steps,
                        ridge,
                        new StartLaw.Gaussian(variance),
                        signal,
                        Sampling.GAUSSIAN))
                .withMessage(message);
    }

    /** Mean 1 and variance τδ/Δt = ¾ · 10 = 7.5, and fourth moments 3v² of a Gaussian and v²(3 + v) of v Poisson(1/v). */
    @ParameterizedTest
    @CsvSource({"GAUSSIAN, 0", "POISSON, 7.5"})
    void samplingWeightsHaveMeanOneAndTheirVariance(Sampling sampling, double excess) {
        Model model = MODEL.sampled(sampling);
        double[] weights = IntStream.range(0, DRAWS)
                .mapToDouble(i -> model.samplingWeight(41, i))
                .toArray();

        assertThat(model.samplingVariance()).isEqualTo(7.5);
        assertThat(StatUtils.mean(weights)).isCloseTo(1, within(ERRORS * Math.sqrt(7.5 / DRAWS)));
        assertThat(StatUtils.variance(weights, 1))
                .isCloseTo(7.5, within(ERRORS * 7.5 * Math.sqrt((2 + excess) / DRAWS)));
    }

    /** At a mean of 10/7.5 = 4/3, in bands of 6.2 standard errors. */
    @Test
    void poissonWeightsCountHowOftenASampleIsTakenUp() {
        Model model = MODEL.at(0.05);
        double unit = model.samplingVariance();
        PoissonDistribution law = new PoissonDistribution(null, 1 / unit, 1e-12, 1000);
        int[] counts = new int[40];
        for (int i = 0; i < DRAWS; i++) {
            double count = model.samplingWeight(42, i) / unit;
            assertThat(count).isCloseTo(Math.rint(count), within(1e-14 * count));
            counts[(int) Math.rint(count)]++;
        }

        for (int c = 0; c < 6; c++) {
            double p = law.probability(c);
            assertThat(counts[c] / (double) DRAWS).isCloseTo(p, within(ERRORS * Math.sqrt(p * (1 - p) / DRAWS)));
        }
    }

    @Test
    void withoutTemperatureNothingIsRandom() {
        assertThat(MODEL.at(0).samplingWeight(43, 5)).isEqualTo(1);
    }

    /** A variance of 4: fourth moments 3 · 16 of a Gaussian, 16 of ±2. */
    @Test
    void startsHaveMeanZeroAndTheirVariance() {
        for (StartLaw law : new StartLaw[] {new StartLaw.Gaussian(4), new StartLaw.Signs(2)}) {
            double[] draws =
                    IntStream.range(0, DRAWS).mapToDouble(i -> law.draw(44, i)).toArray();

            assertThat(law.variance()).isEqualTo(4);
            assertThat(StatUtils.mean(draws)).isCloseTo(0, within(ERRORS * 2 / Math.sqrt(DRAWS)));
            assertThat(StatUtils.variance(draws, 0)).isCloseTo(4, within(ERRORS * 4 * Math.sqrt(2.0 / DRAWS)));
        }
        assertThat(IntStream.range(0, 100).mapToDouble(i -> new StartLaw.Signs(2).draw(45, i)))
                .containsOnly(-2.0, 2.0);
    }
}
