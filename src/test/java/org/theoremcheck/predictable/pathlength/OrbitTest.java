package org.theoremcheck.predictable.pathlength;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrbitTest {

    private static final double[][] ROWS = {{1, 2}, {3, 4}, {5, 6}, {7, 8}};

    @Test
    void allSignsOccurOnce() {
        assertThat(arrangements(Orbit.SIGNS))
                .hasSize(16)
                .doesNotHaveDuplicates()
                .contains("[[1.0, 2.0], [-3.0, -4.0], [5.0, 6.0], [-7.0, -8.0]]")
                .allMatch(rows -> rows.replace("-", "").equals(Arrays.deepToString(ROWS)));
    }

    @Test
    void allOrdersOccurOnce() {
        assertThat(arrangements(Orbit.ORDERS))
                .hasSize(24)
                .doesNotHaveDuplicates()
                .contains("[[7.0, 8.0], [1.0, 2.0], [5.0, 6.0], [3.0, 4.0]]")
                .allMatch(rows -> Arrays.stream(ROWS).allMatch(row -> rows.contains(Arrays.toString(row))));
    }

    private static List<String> arrangements(Orbit orbit) {
        List<String> arrangements = new ArrayList<>();
        orbit.each(ROWS, rows -> arrangements.add(Arrays.deepToString(rows)));
        return arrangements;
    }
}
