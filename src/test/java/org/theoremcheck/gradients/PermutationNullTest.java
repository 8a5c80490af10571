package org.theoremcheck.gradients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PermutationNullTest {

    /** Of unequal sizes and directions, one of them heavy. */
    private static final double[][] GRADIENTS = {
        {1, 0, 2}, {-1, 3, 0.5}, {0.25, -2, 1}, {8, 1, -6}, {0, 0.5, 0.5}, {1, 1, 1}
    };

    @ParameterizedTest
    @EnumSource(HistoryPredictor.class)
    void meanAndVarianceAreThoseOverAllOrders(HistoryPredictor predictor) {
        List<double[][]> orders = new ArrayList<>();
        permute(GRADIENTS.clone(), 0, orders);
        double mean = orders.stream()
                .mapToDouble(order -> Impulses.pathLength(predictor, order))
                .average()
                .orElseThrow();
        double variance = orders.stream()
                .mapToDouble(order -> Impulses.pathLength(predictor, order) - mean)
                .map(deviation -> deviation * deviation)
                .average()
                .orElseThrow();

        PermutationNull exact = PermutationNull.of(predictor.form(GRADIENTS.length), affinity());

        assertThat(orders).hasSize(720);
        assertThat(exact.mean()).isCloseTo(mean, within(1e-11 * mean));
        assertThat(exact.variance()).isCloseTo(variance, within(1e-11 * mean * mean));
    }

    @ParameterizedTest
    @EnumSource(HistoryPredictor.class)
    void theMeanNeedsNoMoreThanTwoSums(HistoryPredictor predictor) {
        QuadraticForm affinity = affinity();

        assertThat(predictor.permutationMean(6, affinity.trace(), affinity.trace() + affinity.besideSum()))
                .isCloseTo(PermutationNull.of(predictor.form(6), affinity).mean(), within(1e-11 * affinity.trace()));
    }

    @Test
    void threeGradientsHaveNoVarianceThatIsKnown() {
        Kept three = new Kept(new int[] {0, 1, 2}, new double[][] {{1}, {2}, {4}});

        assertThat(PermutationNull.of(HistoryPredictor.TREND.form(3), Affinity.of(three, new Workers(1)))
                        .variance())
                .isNaN();
    }

    private static QuadraticForm affinity() {
        try (Workers workers = new Workers(1)) {
            return Affinity.of(new Kept(new int[] {0, 1, 2, 3, 4, 5}, GRADIENTS), workers);
        }
    }

    private static void permute(double[][] order, int fixed, List<double[][]> orders) {
        if (fixed == order.length) {
            orders.add(order.clone());
            return;
        }
        for (int i = fixed; i < order.length; i++) {
            swap(order, fixed, i);
            permute(order, fixed + 1, orders);
            swap(order, fixed, i);
        }
    }

    private static void swap(double[][] order, int i, int j) {
        double[] kept = order[i];
        order[i] = order[j];
        order[j] = kept;
    }
}
