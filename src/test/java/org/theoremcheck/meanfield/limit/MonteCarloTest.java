package org.theoremcheck.meanfield.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.theoremcheck.meanfield.model.Loss;
import org.theoremcheck.meanfield.model.Model;
import org.theoremcheck.meanfield.model.Sampling;
import org.theoremcheck.meanfield.model.StartLaw;

/** The Monte Carlo scheme against the exact recursion, and against numbers of an independent program with their standard errors. */
@Execution(ExecutionMode.CONCURRENT)
class MonteCarloTest {

    private static final int SOLVES = 100;
    private static final int SAMPLES = 600;

    /** The independent numbers are means of 12 solutions. */
    private static final int OTHER_SOLVES = 12;

    /** Of a comparison; there are 24 here. */
    private static final double FALSE_ALARM = 1e-10;

    /** C, Q and training error at step 40. */
    private static SummaryStatistics[] solved(Model model) {
        SummaryStatistics[] statistics = {new SummaryStatistics(), new SummaryStatistics(), new SummaryStatistics()};
        for (int s = 0; s < SOLVES; s++) {
            MeanField solution = MeanField.sampled(model, Equations.TRUE, SAMPLES, 31L + s);
            int last = model.steps();
            statistics[0].addValue(solution.covariance(last, last));
            statistics[1].addValue(solution.overlap(last, 0, 0));
            statistics[2].addValue(solution.trainingError()[last]);
        }
        return statistics;
    }

    private static void agrees(SummaryStatistics own, double other, double error) {
        double variance = own.getVariance() / SOLVES;
        double sum = variance + error * error;
        double degrees = sum * sum / (variance * variance / (SOLVES - 1) + Math.pow(error, 4) / (OTHER_SOLVES - 1));
        double critical = -new TDistribution(null, degrees).inverseCumulativeProbability(FALSE_ALARM / 2);

        assertThat(own.getMean()).isCloseTo(other, within(critical * Math.sqrt(sum)));
    }

    @ParameterizedTest
    @CsvSource({
        "logistic, 0, GAUSSIAN, 1.41636, 0.00068, 0.95872, 0.00041, 0.30252, 0.00028",
        "logistic, 1, GAUSSIAN, 1.68416, 0.00085, 0.97374, 0.00040, 0.32200, 0.00025",
        "logistic, 2, POISSON, 2.02736, 0.00103, 0.99276, 0.00049, 0.34758, 0.00035",
        "tanh, 0, GAUSSIAN, 0.44485, 0.00064, 0.59559, 0.00047, 0.03541, 0.00006",
        "tanh, 1, GAUSSIAN, 0.57233, 0.00100, 0.62764, 0.00046, 0.05328, 0.00014",
        "tanh, 1, POISSON, 0.60410, 0.00138, 0.64724, 0.00069, 0.05272, 0.00017"
    })
    void momentsAreTheGoldenOnes(
            String loss,
            double temperature,
            Sampling sampling,
            double energy,
            double energyError,
            double overlap,
            double overlapError,
            double training,
            double trainingError) {
        Loss chosen = loss.equals("tanh") ? Loss.tanh(0.3) : new Loss.Logistic();
        SummaryStatistics[] own =
                solved(Model.of(chosen, 2, temperature, 0.1, 40).sampled(sampling));

        agrees(own[0], energy, energyError);
        agrees(own[1], overlap, overlapError);
        agrees(own[2], training, trainingError);
    }

    @Test
    void theLinearLossIsThatOfTheExactRecursion() {
        Model model = Model.of(new Loss.Linear(0.5), 2, 0.5, 0.1, 40).from(new StartLaw.Gaussian(0.5), 0.1);
        MeanField exact = MeanField.linear(model, Equations.TRUE);
        SummaryStatistics[] own = solved(model);

        agrees(own[0], exact.covariance(40, 40), 0);
        agrees(own[1], exact.overlap(40, 0, 0), 0);
        agrees(own[2], exact.trainingError()[40], 0);
    }

    @Test
    void theProcessHasItsCovarianceExactlyOverTheSample() {
        double[][] normals = {{1, -2, 3, 0.5}, {2, 1, -1, 1}, {0.3, 0.2, 1, -2}};
        double[][] covariance = {{2}, {0.5, 1}, {-0.3, 0.2, 3}};
        WhitenedProcess process = new WhitenedProcess(3);
        double[][] rows = new double[3][4];
        for (int i = 0; i < 3; i++) {
            double[] products = new double[i + 1];
            for (int j = 0; j <= i; j++) {
                products[j] = product(normals[i], normals[j]) / 4;
            }
            double[] mix = process.extend(covariance[i], products);
            for (int j = 0; j <= i; j++) {
                for (int s = 0; s < 4; s++) {
                    rows[i][s] += mix[j] * normals[j][s];
                }
            }
        }

        for (int i = 0; i < 3; i++) {
            for (int j = 0; j <= i; j++) {
                assertThat(product(rows[i], rows[j]) / 4).isCloseTo(covariance[i][j], within(1e-14));
            }
        }
    }

    private static double product(double[] a, double[] b) {
        return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum();
    }

    @Test
    void aSeedGivesTheSameBitsAndAnotherSeedOthers() {
        Model model = Model.of(Loss.tanh(0.3), 2, 1, 0.1, 5);
        MeanField one = MeanField.sampled(model, Equations.TRUE, 300, 1);

        assertThat(MeanField.sampled(model, Equations.TRUE, 300, 1).covariance())
                .isDeepEqualTo(one.covariance());
        assertThat(Arrays.deepEquals(
                        MeanField.sampled(model, Equations.TRUE, 300, 2).covariance(), one.covariance()))
                .isFalse();
    }
}
