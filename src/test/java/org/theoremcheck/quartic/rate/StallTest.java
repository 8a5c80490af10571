package org.theoremcheck.quartic.rate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.theoremcheck.quartic.descent.GDPolyak;
import org.theoremcheck.quartic.descent.Problem;
import org.theoremcheck.quartic.descent.Rollout;
import org.theoremcheck.quartic.objective.Rosenbrock;

/** The stall on Rosenbrock's quartic with a = 10 and η = 1/80, in sixty digits and in doubles. */
class StallTest {

    private static final double[] START = {0.7, 0.6};

    /** Best gaps of an independent computation with eighty digits: 2e-9, 9e-15, 5e-20, 1e-30. */
    @ParameterizedTest
    @CsvSource({"20, 1e-9, 4e-9", "40, 5e-15, 2e-14", "60, 2e-20, 2e-19", "100, 4e-31, 8e-30"})
    void aFixedKStallsAtAnAccuracyExponentialInK(int shortSteps, double low, double high) {
        double[] gaps = PreciseRosenbrock.gaps(10, 0.0125, START, shortSteps, 0, 90);

        assertThat(Arrays.stream(gaps).min().orElseThrow()).isBetween(low, high);
    }

    @Test
    void aGrowingKDoesNotStall() {
        double[] gaps = PreciseRosenbrock.gaps(10, 0.0125, START, 40, 4, 165);

        assertThat(gaps[164]).isPositive().isLessThan(1e-83);
    }

    /** Where both are good, the doubles of the objective say what sixty digits say. */
    @Test
    void doublesAgreeAboveTheirFloor() {
        Problem problem = Problem.of(new Rosenbrock(10), START, 0.0125, 60, 30);
        double[] precise = PreciseRosenbrock.gaps(10, 0.0125, START, 60, 0, 30);
        Rollout.epochs(
                problem,
                GDPolyak::begin,
                (epoch, before, gap, gradient, after) ->
                        assertThat(gap / precise[epoch]).isBetween(1 - 1e-9, 1 + 1e-9));
    }
}
