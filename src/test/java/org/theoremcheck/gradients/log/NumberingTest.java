package org.theoremcheck.gradients.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberingTest {

    @ParameterizedTest
    @CsvSource({
        "arr_10 arr_9 arr_11, arr_9 arr_10 arr_11",
        "step_020 step_000 step_010, step_000 step_010 step_020",
        "e1s2 e0s7 e1s0 e0s5, e0s5 e0s7 e1s0 e1s2",
        "99999999999999999999999 100000000000000000000000, 99999999999999999999999 100000000000000000000000",
        "g2.x g1.x, g1.x g2.x"
    })
    void stepsAreInTheOrderOfTheirNumbers(String names, String sorted) throws BadLog {
        assertThat(order(names.split(" "))).containsExactly(sorted.split(" "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            g0 g1 g3 g4         | log: has a gap between "g1" and "g3", expected a vector every 1 steps
            g0 g10 g20 g40      | log: has a gap between "g20" and "g40", expected a vector every 10 steps
            g1 g01              | log: holds the same step twice, as "g1" and "g01"
            weight bias         | log: holds vectors "weight" and "bias", expected a matrix, or a vector a step that differ in their numbers only, as step_0 and step_1
            """)
    void whatIsNoNumberingIsTold(String names, String sentence) {
        assertThatThrownBy(() -> order(names.split(" ")))
                .isInstanceOf(BadLog.class)
                .hasMessage(sentence);
    }

    @Test
    void twoVectorsAreTwoSteps() throws BadLog {
        assertThat(order("g7", "g3")).containsExactly("g3", "g7");
    }

    private static List<String> order(String... names) throws BadLog {
        return Numbering.order("log", Stream.of(names).map(Named::new).toList()).stream()
                .map(Candidate::name)
                .toList();
    }

    private record Named(String name) implements Candidate {

        @Override
        public Shape shape() {
            return new Shape(List.of(1L));
        }

        @Override
        public Slab matrix() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Slab vector() {
            throw new UnsupportedOperationException();
        }
    }
}
