package org.theoremcheck.gradients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RankNullTest {

    private final Workers workers = new Workers(2);

    @AfterEach
    void close() {
        workers.close();
    }

    /** The baseline at k = 256 that is tabulated for arXiv 2601.04270. */
    @ParameterizedTest
    @CsvSource({"50, 12, 23, 29, 34, 41", "200, 32, 69, 92, 112, 145", "1000, 69, 143, 183, 212, 244"})
    void whiteNoiseHasTheRankThatIsTabulated(int steps, int half, int fifth, int tenth, int twentieth, int hundredth) {
        double[] mean =
                RankNull.noise(steps + 1, 256, Diagnosis.SHARES, workers).mean();

        assertThat(mean).containsExactly(new double[] {half, fifth, tenth, twentieth, hundredth}, within(1.0));
    }

    @Test
    void shufflingGradientsThatHaveNoOrderChangesNothing() {
        double[][] noise = ArrayLog.noise(150, 20);
        double[] own = Spectrum.of(noise, workers).fractions();

        double[] shuffled = RankNull.shuffled(noise, Diagnosis.SHARES, workers).spectrum();

        assertThat(shuffled).containsExactly(own, within(0.02));
    }

    @Test
    void shufflingASlowDriftSpreadsItsSpectrum() {
        double[][] drift = new double[200][2];
        for (int t = 0; t < drift.length; t++) {
            drift[t][0] = t;
            drift[t][1] = t % 2;
        }

        RankNull shuffled = RankNull.shuffled(drift, Diagnosis.SHARES, workers);

        assertThat(Spectrum.of(drift, workers).rank(0.2)).isEqualTo(2);
        assertThat(shuffled.mean()[1]).isOne();
    }
}
