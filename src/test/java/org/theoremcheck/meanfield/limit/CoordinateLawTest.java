package org.theoremcheck.meanfield.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.theoremcheck.meanfield.model.Loss;
import org.theoremcheck.meanfield.model.Model;
import org.theoremcheck.meanfield.model.StartLaw;
import org.theoremcheck.numeric.RandomStream;
import org.theoremcheck.numeric.Vectors;

class CoordinateLawTest {

    /** Σ ∫ (x₍ᵢ₎ − F⁻¹(u))² du by the midpoint rule. */
    private static double byQuadrature(double[] sorted, double deviation) {
        int points = 20_000;
        NormalDistribution normal = new NormalDistribution(0, deviation);
        double sum = 0;
        for (int p = 0; p < points; p++) {
            double u = (p + 0.5) / points;
            double gap = sorted[(int) (u * sorted.length)] - normal.inverseCumulativeProbability(u);
            sum += gap * gap / points;
        }
        return Math.sqrt(sum);
    }

    @Test
    void theDistanceToAGaussianIsTheIntegralOverItsQuantiles() {
        double[] sample = {-1.5, -0.2, 0.1, 0.4, 2.5};

        assertThat(CoordinateLaw.gaussian(1.44).distance(sample)).isCloseTo(byQuadrature(sample, 1.2), within(1e-3));
    }

    @Test
    void aShiftIsItsOwnDistance() {
        int n = 4000;
        double[] quantiles = new double[n];
        NormalDistribution normal = new NormalDistribution();
        Arrays.setAll(quantiles, i -> normal.inverseCumulativeProbability((i + 0.5) / n) + 0.7);

        assertThat(CoordinateLaw.gaussian(1).distance(quantiles)).isCloseTo(0.7, within(2e-3));
    }

    @Test
    void twoNarrowGaussiansAreNearlyTwoPoints() {
        CoordinateLaw law = new CoordinateLaw(1, 1e-3);

        assertThat(law.distance(new double[] {-1, -1, 1, 1})).isCloseTo(1e-3, within(1e-6));
        assertThat(law.distance(new double[] {0, 0})).isCloseTo(1, within(1e-5));
        assertThat(law.secondMoment()).isCloseTo(1, within(1e-5));
    }

    @Test
    void twoGaussiansWithoutOffsetAreOne() {
        double[] sample = {-1, 0.3, 2};

        assertThat(new CoordinateLaw(1e-9, 1).distance(sample))
                .isCloseTo(CoordinateLaw.gaussian(1).distance(sample), within(1e-8));
    }

    /** W₂² = Σ ∫ (x₍ᵢ₎ − x)² dF by the midpoint rule over x, where x₍ᵢ₎ belongs to the i-th of n equal parts of the mass; no quantile is computed. */
    @ParameterizedTest
    @CsvSource({"0.8, 0.5", "1.2, 0.3", "0.1, 1", "3, 0.2", "0, 0.7"})
    void theDistanceToTwoGaussiansIsTheIntegralOverTheirDensity(double offset, double deviation) {
        CoordinateLaw law = new CoordinateLaw(offset, deviation);
        NormalDistribution right = new NormalDistribution(null, offset, deviation);
        NormalDistribution left = new NormalDistribution(null, -offset, deviation);
        for (int n : new int[] {1, 2, 5, 8, 301}) {
            double[] sample = new double[n];
            Arrays.setAll(sample, i -> 0.3 + RandomStream.gaussian(61, i));
            Arrays.sort(sample);
            double sum = 0;
            double step = 1e-4 * deviation;
            double reach = offset + 9 * deviation;
            double mass = 0;
            for (double x = -reach; x < reach; x += step) {
                double weight = step * (left.density(x + step / 2) + right.density(x + step / 2)) / 2;
                int place = Math.min(n - 1, (int) (n * (mass + weight / 2)));
                sum += weight * (sample[place] - x - step / 2) * (sample[place] - x - step / 2);
                mass += weight;
            }

            assertThat(law.distance(sample) * law.distance(sample)).isCloseTo(sum, within(1e-4 * (1 + sum)));
        }
    }

    @Test
    void distancesHaveTheUnitOfTheSample() {
        double[] sample = {-1.7, -0.4, 0.1, 0.2, 1.9};
        double distance = new CoordinateLaw(0.8, 0.5).distance(sample);
        for (double unit : new double[] {0x1p-30, 0x1p-10, 0x1p10, 0x1p30}) {
            assertThat(new CoordinateLaw(0.8 * unit, 0.5 * unit).distance(Vectors.scaled(unit, sample)) / unit)
                    .isCloseTo(distance, within(1e-12));
        }
    }

    /** Of ±1 after some steps without noise: a share of the start is left, and what the samples add is Gaussian. */
    @Test
    void theLawOfAStartOfSignsIsTwoGaussiansWithTheCovarianceOfTheSolution() {
        Model model = Model.of(new Loss.Linear(0.5), 2, 0.5, 0.1, 5);
        MeanField signs = MeanField.linear(model.from(new StartLaw.Signs(-1.5), 0.2), Equations.TRUE);
        MeanField gaussian = MeanField.linear(model.from(new StartLaw.Gaussian(2.25), 0.2), Equations.TRUE);
        CoordinateLaw law = CoordinateLaw.at(signs, 5);

        assertThat(law.offset())
                .isCloseTo(1.5 * signs.fromStart()[5][0], within(1e-15))
                .isBetween(0.5, 1.5);
        assertThat(law.secondMoment()).isCloseTo(gaussian.covariance(5, 5), within(1e-14));
        assertThat(CoordinateLaw.at(gaussian, 5).offset()).isZero();
        assertThat(CoordinateLaw.at(gaussian, 5).secondMoment()).isCloseTo(gaussian.covariance(5, 5), within(1e-14));
    }
}
