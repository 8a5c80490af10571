package org.theoremcheck.dualspace.bias;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.theoremcheck.claim.Figure;
import org.theoremcheck.dualspace.DualSpacePreconditioning;
import org.theoremcheck.dualspace.model.Kind;
import org.theoremcheck.dualspace.preconditioner.Symmetry;

/** What the captions say is what the curves show. */
class BiasFiguresTest {

    private static Kind kind(Figure.Series series) {
        return Kind.valueOf(series.name().toUpperCase(java.util.Locale.ROOT).replace(' ', '_'));
    }

    private static boolean keepsSpans(Figure.Series series) {
        return !Kind.of(Symmetry.NEITHER).contains(kind(series));
    }

    private static Figure figure(int index) {
        return new DualSpacePreconditioning().figures().get(index);
    }

    @Test
    void runsThatKeepSpansGoDownToRoundingAndOthersEndElevenOrdersAbove() {
        Figure figure = figure(0);

        assertThat(figure.series()).extracting(BiasFiguresTest::kind).containsExactlyElementsOf(Kind.smooth());
        double slowest = 0;
        for (Figure.Series series : figure.series()) {
            double last = series.y()[series.y().length - 1];
            if (keepsSpans(series)) {
                assertThat(last).as(series.name()).isBetween(1e-17, 1e-13);
            } else {
                assertThat(last).as(series.name()).isBetween(1e-4, 1.0);
            }
            assertThat(series.y()[0]).as(series.name()).isBetween(0.1, 1.0);
            slowest = Math.max(slowest, series.y()[0]);
            assertThatStepsHaveEqualRatios(series.x());
        }
        assertThat(slowest).isBetween(0.9, 1.0);
    }

    /** To the last of 3000, but for the first, which are all there. */
    private static void assertThatStepsHaveEqualRatios(double[] steps) {
        assertThat(steps).startsWith(1, 2, 3, 4, 5, 6, 7, 8).isSorted().doesNotHaveDuplicates();
        assertThat(steps.length).isBetween(50, 61);
        assertThat(steps[steps.length - 1]).isGreaterThan(3000 / 1.2).isLessThanOrEqualTo(3000);
        for (int i = 10; i + 1 < steps.length; i++) {
            assertThat(steps[i + 1] / steps[i]).isBetween(1.05, 1.25);
        }
    }

    @Test
    void theLearningRateMovesTheLimitOfThoseThatActOnEntriesOrRowsAlone() {
        Set<Kind> fixed = Set.of(Kind.CLIPPING_BY_NORM, Kind.SPECTRAL, Kind.DIAGONAL);

        Figure figure = figure(1);
        assertThat(figure.series()).hasSize(7);
        for (Figure.Series series : figure.series()) {
            assertThat(series.x()).containsExactly(new double[] {0.4, 0.6, 0.8, 1, 1.2, 1.4, 1.6}, within(1e-15));
            if (fixed.contains(kind(series))) {
                assertThat(Arrays.stream(series.y()).max().orElseThrow())
                        .as(series.name())
                        .isLessThan(1e-9);
            } else {
                assertThat(Arrays.stream(series.y()).min().orElseThrow())
                        .as(series.name())
                        .isBetween(1e-6, 0.5);
                assertThat(series.y()[0]).as(series.name()).isGreaterThan(2 * series.y()[6]);
            }
        }
    }
}
