package org.theoremcheck.meanfield.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.apache.commons.math3.stat.StatUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.theoremcheck.meanfield.model.Loss;
import org.theoremcheck.meanfield.model.Model;
import org.theoremcheck.meanfield.model.Sampling;
import org.theoremcheck.meanfield.model.StartLaw;

class ExperimentTest {

    private static final Loss COMMITTEE = new Loss.Committee(new double[] {1, -0.6}, new double[] {0.5, 1, -1}, 0.3);
    private static final Model MODEL =
            new Model(COMMITTEE, 1.5, 0.5, 0.1, 4, 0, new StartLaw.Gaussian(4), 9, Sampling.GAUSSIAN);

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "0.3, 2, 1", "1.5, 2, 3", "1.4, 3, 4", "1.6, 3, 5", "0.7, 1, 1"})
    void thereAreAsManySamplesAsTheRatioSaysRounded(double ratio, int dimension, int samples) {
        assertThat(new Experiment(MODEL.with(ratio), EntryLaw.GAUSSIAN, dimension, 1, 1).samples())
                .isEqualTo(samples);
    }

    @ParameterizedTest
    @CsvSource({
        "1.5, 2, 0, '0 runs, d = 2, n = 3.0'",
        "1.5, 0, 1, '1 runs, d = 0, n = 0.0'",
        "0.25, 1, 1, '1 runs, d = 1, n = 0.25'"
    })
    void anExperimentOfNothingIsRefused(double ratio, int dimension, int runs, String got) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Experiment(MODEL.with(ratio), EntryLaw.GAUSSIAN, dimension, runs, 1))
                .withMessage("an experiment has at least one run, coordinate and sample, got " + got);
    }

    @Test
    void aRunIsTheExperimentOnceFromASeedOfItsOwn() {
        Experiment experiment = new Experiment(MODEL, EntryLaw.SPARSE, 6, 5, 81);
        Experiment run = experiment.run(3);

        assertThat(run).isEqualTo(new Experiment(MODEL, EntryLaw.SPARSE, 6, 1, run.seed()));
        assertThat(IntStream.range(0, 5)
                        .mapToLong(r -> experiment.run(r).seed())
                        .distinct())
                .hasSize(5)
                .doesNotContain(81L);
        assertThat(experiment.with(MODEL.at(2))).isEqualTo(new Experiment(MODEL.at(2), EntryLaw.SPARSE, 6, 5, 81));
    }

    @Test
    void partsAndTheirIndicesAreDrawnIndependently() {
        Experiment experiment = new Experiment(MODEL, EntryLaw.GAUSSIAN, 6, 1, 82);

        assertThat(new long[] {
                    experiment.stream("start", 0),
                    experiment.stream("signal", 0),
                    experiment.stream("sampling", 0),
                    experiment.stream("sampling", 1)
                })
                .doesNotHaveDuplicates();
        assertThat(experiment.row(0)).isNotEqualTo(experiment.row(1));
    }

    /** Bands of 6.2 standard errors. */
    @Test
    void signalsAndStartsHaveTheirVariancesInColumnsOfTheirOwn() {
        int d = 1 << 14;
        Problem problem = new Problem(new Experiment(MODEL, EntryLaw.GAUSSIAN, d, 1, 83));
        double[][] signal = problem.signal();
        double[][] start = problem.start();

        assertThat(signal.length).isEqualTo(3);
        assertThat(start.length).isEqualTo(2);
        for (double[] column : signal) {
            assertThat(column).hasSize(d);
            assertThat(StatUtils.variance(column, 0)).isCloseTo(9, within(6.2 * 9 * Math.sqrt(2.0 / d)));
        }
        for (double[] column : start) {
            assertThat(column).hasSize(d);
            assertThat(StatUtils.variance(column, 0)).isCloseTo(4, within(6.2 * 4 * Math.sqrt(2.0 / d)));
        }
        assertThat(uncorrelated(signal[0], signal[1], 9)).isTrue();
        assertThat(uncorrelated(signal[1], signal[2], 9)).isTrue();
        assertThat(uncorrelated(start[0], start[1], 4)).isTrue();
        assertThat(uncorrelated(start[0], signal[0], 6)).isTrue();
    }

    private static boolean uncorrelated(double[] x, double[] y, double size) {
        double mean = IntStream.range(0, x.length)
                .mapToDouble(i -> x[i] * y[i])
                .average()
                .orElseThrow();
        return Math.abs(mean) < 6.2 * size / Math.sqrt(x.length);
    }

    @Test
    void lawsAreNamedInWords() {
        assertThat(EntryLaw.ROW_SCALED.label()).isEqualTo("row-scaled");
    }

    /** 49 · (1/49) is 1 but for a rounding; and of 4000 samples a relative error of 10⁻¹² is more than that of one by 10⁻⁹. */
    @Test
    void aBatchIsWholeUpToRounding() {
        Model model = Model.of(new Loss.Linear(0.5), 2, 1, 1.0 / 49, 2);
        Experiment experiment = new Experiment(model, EntryLaw.GAUSSIAN, 49, 1, 84);

        assertThat(49 * model.step()).isLessThan(1);
        assertThat(MinibatchDescent.lazy(experiment).weights(1)).hasSize(49);
        Model longer = Model.of(new Loss.Linear(0.5), 0.01, 1, 0.1 * (1 + 1e-12), 1);
        assertThat(MinibatchDescent.lazy(new Experiment(longer, EntryLaw.GAUSSIAN, 40_000, 1, 85))
                        .weights(1))
                .hasSize(40_000);
    }
}
