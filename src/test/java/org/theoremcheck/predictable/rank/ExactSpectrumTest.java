package org.theoremcheck.predictable.rank;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.theoremcheck.claim.Draw;
import org.theoremcheck.claim.Family;
import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.numeric.Enclosures;

class ExactSpectrumTest {

    @Test
    void enclosesTheSpectrumOfADiagonalMatrix() {
        Enclosure[] values = values(new double[][] {{3, 0, 0}, {0, 0, 0}, {0, 0, 2}, {0, 0, 0}});

        assertThat(values).hasSize(3);
        assertContains(values[0], "3");
        assertContains(values[1], "2");
        assertContains(values[2], "0");
    }

    /** Rows ±1 that are orthogonal: all singular values are √4. */
    @Test
    void enclosesTheSpectrumOfAHadamardMatrix() {
        for (Enclosure value : values(new double[][] {{1, 1, 1, 1}, {1, -1, 1, -1}, {1, 1, -1, -1}, {1, -1, -1, 1}})) {
            assertContains(value, "2");
        }
    }

    /** σ² are the roots of x² − ‖H‖² x + det² = 0. */
    @Test
    void enclosesTheRootsOfTheCharacteristicPolynomial() {
        for (int index = 0; index < 200; index++) {
            double[] h = new Draw(3, "two by two", index).gaussians("entry", 0, 4);
            Enclosure[] values = values(new double[][] {{h[0], h[1]}, {h[2], h[3]}});
            Enclosure trace = square(h[0]).plus(square(h[1])).plus(square(h[2])).plus(square(h[3]));
            Enclosure determinant = of(h[0]).times(of(h[3])).minus(of(h[1]).times(of(h[2])));
            Enclosure root =
                    trace.squared().minus(determinant.squared().times(of(4))).sqrt();

            assertMeet(values[0].squared(), trace.plus(root).times(of(0.5)));
            assertMeet(values[1].squared(), trace.minus(root).times(of(0.5)));
        }
    }

    @Test
    void isNarrowerThanTheRoundingOfAnyDecomposition() {
        for (Family<Log> family : Logs.everywhere()) {
            if (family.name().equals("rank/large")) {
                continue;
            }
            for (int index = 0; index < 5; index++) {
                Log log = family.draw(5, index);
                ExactIncrements increments = ExactIncrements.of(log.gradients(), log.unit());
                double norm = Enclosures.squaredNorm(increments.rows()).sqrt().middle();
                for (Enclosure value : increments.singularValues()) {
                    assertThat(value.high().subtract(value.low()).doubleValue())
                            .as(family.name())
                            .isLessThanOrEqualTo(1e-13 * norm);
                }
            }
        }
    }

    private static Enclosure[] values(double[][] rows) {
        Enclosure[][] exact = new Enclosure[rows.length][];
        for (int t = 0; t < rows.length; t++) {
            exact[t] = java.util.Arrays.stream(rows[t]).mapToObj(Enclosure::of).toArray(Enclosure[]::new);
        }
        return ExactSpectrum.singularValues(exact, rows[0].length);
    }

    private static Enclosure of(double value) {
        return Enclosure.of(value);
    }

    private static Enclosure square(double value) {
        return of(value).squared();
    }

    private static void assertContains(Enclosure enclosure, String number) {
        assertThat(enclosure.contains(new BigDecimal(number)))
                .as(enclosure.toString())
                .isTrue();
        assertThat(enclosure.high().subtract(enclosure.low())).isLessThan(new BigDecimal("1e-13"));
    }

    /** Two enclosures of one number have a number in common. */
    private static void assertMeet(Enclosure one, Enclosure other) {
        assertThat(one.low()).isLessThanOrEqualTo(other.high());
        assertThat(other.low()).isLessThanOrEqualTo(one.high());
    }
}
