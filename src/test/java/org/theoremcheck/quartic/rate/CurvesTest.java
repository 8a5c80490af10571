package org.theoremcheck.quartic.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.theoremcheck.claim.Figure;
import org.theoremcheck.claim.Figure.Series;
import org.theoremcheck.quartic.FourthOrderGrowth;

/** The figures show what their captions say. */
class CurvesTest {

    private static Figure figure(List<Figure> figures, String id) {
        return figures.stream()
                .filter(figure -> figure.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static double last(Series series) {
        return series.y()[series.y().length - 1];
    }

    /** All of one drawing, which takes a second. */
    @Test
    void figuresShowGapsThatFallLongStepsThatGrowAndStalls() {
        List<Figure> figures = new FourthOrderGrowth().figures();

        assertGapsFallFromOneAndThoseOfGDPolyakByMoreThanSixteenDecades(figures);
        assertTheLongStepGrowsByThreeHalvesSixteenNinthsAndTwoAndSevenHundredths(figures);
        assertFixedNumbersOfShortStepsStallTheLaterTheMoreTheyAre(figures);
    }

    /** Over a quarter more updates than sixteen decades take GDPolyak. */
    private static void assertGapsFallFromOneAndThoseOfGDPolyakByMoreThanSixteenDecades(List<Figure> figures) {
        List<Figure> gaps = figures.stream()
                .filter(figure -> figure.id().startsWith("gaps-"))
                .toList();

        assertThat(gaps).hasSize(8).allSatisfy(figure -> {
            assertThat(figure.series())
                    .extracting(Series::name)
                    .containsExactly("GDPolyak", "gradient descent", "Polyak");
            double end = figure.series().get(0).x()[149];
            for (Series series : figure.series()) {
                assertThat(series.x()).hasSize(150).startsWith(0).isSorted().endsWith(end);
                assertThat(series.y()).hasSize(150).startsWith(1);
                assertThat(IntStream.range(1, 150)).allMatch(k -> !(series.y()[k] > series.y()[k - 1]));
                assertThat(IntStream.range(1, 149)).allMatch(k -> Math.abs(series.x()[k] - end * k / 149) < 1);
            }
            Series fast = figure.series().get(0);
            long reached = Arrays.stream(fast.y()).filter(gap -> gap > 1e-16).count();
            assertThat(reached / 150.0).isCloseTo(0.8, within(0.01));
            assertThat(last(figure.series().get(1))).isGreaterThan(1e-13);
        });
    }

    private static void assertTheLongStepGrowsByThreeHalvesSixteenNinthsAndTwoAndSevenHundredths(List<Figure> figures) {
        double[] expected = {1.5, 16.0 / 9, Math.pow(1.2, 4)};
        List<Series> series = figure(figures, "long-steps").series();

        assertThat(series).extracting(Series::name).containsExactly("x² + |y|^3", "x² + |y|^4", "x² + |y|^6");
        for (int k = 0; k < 3; k++) {
            double[] lengths = series.get(k).y();
            assertThat(lengths).hasSize(30);
            assertThat(lengths[29] / lengths[28]).isCloseTo(expected[k], within(0.01));
            assertThat(series.get(k).x()).startsWith(0, 1).endsWith(29);
        }
    }

    private static void assertFixedNumbersOfShortStepsStallTheLaterTheMoreTheyAre(List<Figure> figures) {
        List<Series> series = figure(figures, "stall").series();

        assertThat(series).extracting(Series::name).containsExactly("K = 20", "K = 40", "K = 60", "K = 100");
        assertThat(series).allSatisfy(gaps -> {
            assertThat(gaps.y()).hasSize(90);
            assertThat(gaps.y()[89]).isGreaterThan(0.1 * gaps.y()[80]);
            assertThat(IntStream.range(1, 90)).allMatch(i -> gaps.y()[i] <= gaps.y()[i - 1]);
        });
        assertThat(series.stream().mapToDouble(CurvesTest::last).toArray())
                .satisfies(ends -> assertThat(IntStream.range(1, 4)).allMatch(k -> ends[k] < 1e-3 * ends[k - 1]));
    }
}
