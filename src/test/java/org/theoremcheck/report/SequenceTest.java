package org.theoremcheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SequenceTest {

    @Test
    void runsAreCounted() {
        double[] vertex = new double[100];
        vertex[0] = 1;

        assertThat(Sequence.vector(vertex)).isEqualTo("(1, 0\u00a0×\u00a099)");
    }

    @Test
    void shortRunsAreWrittenOut() {
        assertThat(Sequence.vector(new double[] {0, 0, 0, 1})).isEqualTo("(0, 0, 0, 1)");
    }

    @Test
    void longListsAreCutAfterTwelve() {
        List<String> numbers =
                IntStream.range(0, 1300).mapToObj(Integer::toString).toList();

        assertThat(Sequence.of(numbers)).isEqualTo("0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, … (1,300 in all)");
        assertThat(Sequence.of(numbers.subList(0, 12))).endsWith("10, 11");
    }

    @Test
    void aRunIsOneItemHoweverLong() {
        assertThat(Sequence.of(Collections.nCopies(10_000, "(0, 1)"))).isEqualTo("(0, 1)\u00a0×\u00a010,000");
        assertThat(Sequence.of(List.of())).isEmpty();
    }
}
