package org.theoremcheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistogramTest {

    @Test
    void instancesInTwoBinsAreADistribution() {
        assertThat(histogram("0.1 %", "99 %").plotless()).isEmpty();
    }

    @Test
    void instancesInOneBinAreToldInWords() {
        assertThat(histogram("0", "100 %").plotless())
                .isEqualTo("No plot: measured/bound is bin 1 wherever it was judged.");
    }

    @Test
    void withoutRatiosThereIsNothingToPlot() {
        assertThat(histogram("0", "0").plotless()).contains("has no ratio");
        assertThat(histogram().plotless()).contains("has no ratio");
    }

    /** A group with these shares in its bins. */
    private static Histogram histogram(String... shares) {
        List<Histogram.Row> rows = new ArrayList<>();
        for (String share : shares) {
            rows.add(new Histogram.Row("bin " + rows.size(), List.of(share)));
        }
        return new Histogram(List.of("group"), rows);
    }
}
