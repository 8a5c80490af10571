package org.theoremcheck.meanfield.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

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
}
