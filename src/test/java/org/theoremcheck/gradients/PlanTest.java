package org.theoremcheck.gradients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.theoremcheck.gradients.log.GradientLog;

class PlanTest {

    /** Shapes only: nothing of them is ever read. */
    private record Shape(int rows, int columns, boolean byColumn) implements GradientLog {
        @Override
        public String name() {
            return "big.npy";
        }

        @Override
        public void read(int row, int rows, int column, int columns, double[][] target) {
            throw new AssertionError("a plan reads nothing");
        }

        @Override
        public void close() {}
    }

    @ParameterizedTest
    @CsvSource({
        "401, 256, false", "100001, 256, false", "20000000, 256, false", "400, 12500000, false", "2, 2000000000, false",
        "401, 256, true", "20000000, 256, true", "400, 12500000, true", "5000000, 1000, true", "60000, 80000, true"
    })
    void memoryIsBoundedWhateverTheShape(int rows, int columns, boolean byColumn) {
        Plan plan = Plan.of(new Shape(rows, columns, byColumn), Optional.empty(), true);

        assertThat((long) plan.panel() * plan.tile()).isBetween(1L, 1L << 21);
        assertThat(plan.panel()).isBetween(1, Math.min(columns, 1 << 16));
        assertThat(plan.tile()).isBetween(1, rows);
        int width = plan.projection().map(SparseSigns::places).orElse(columns);
        assertThat(plan.ranked()).isTrue();
        assertThat(Math.min(rows - 1, width)).isLessThanOrEqualTo(1024);
        boolean allStay = (long) rows * width <= Kept.MOST;
        assertThat(allStay || plan.panel() == columns)
                .as("rows that do not stay pass whole")
                .isTrue();
    }

    @Test
    void noReadOfALogByColumnIsShort() {
        assertThat(Plan.of(new Shape(400, 12_500_000, true), Optional.empty(), true)
                        .tile())
                .isEqualTo(400);
    }

    @Test
    void aLogIsProjectedOnlyWhereTheRankOfWholeRowsIsOutOfReach() {
        assertThat(Plan.of(new Shape(401, 8970, false), Optional.empty(), true).projection())
                .isEmpty();
        assertThat(Plan.of(new Shape(401, 100_000, false), Optional.empty(), true)
                        .projection())
                .map(SparseSigns::places)
                .contains(256);
        assertThat(Plan.of(new Shape(401, 8970, false), Optional.of(64), true).projection())
                .map(SparseSigns::places)
                .contains(64);
        assertThat(Plan.of(new Shape(401, 50, false), Optional.of(64), true).projection())
                .isEmpty();
    }

    @Test
    void aProjectionThatCannotStayInMemoryIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Plan.of(new Shape(2_000_000, 200_000, false), Optional.empty(), true))
                .withMessage(
                        "big.npy: 2,000,000 rows projected to 256 numbers do not fit into memory, expected --project 8 or less");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Plan.of(new Shape(5000, 9000, false), Optional.of(2048), true))
                .withMessage("--project: expected at most 1024 for a log of 5,000 rows");
    }
}
