package org.theoremcheck.gradients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.theoremcheck.claim.Codec;

/** A log read elsewhere, panel by panel and in any order, has the diagnosis of one read here, to the last bit. */
class PanelsTest {

    @ParameterizedTest
    @CsvSource({
        "20, 130000, false, , true, exact",
        "20, 130000, false, 64, true, projected",
        "20, 130000, false, , false, without a rank",
        "70, 2100, true, , true, by column",
        "70, 2100, true, 8, true, by column and projected",
        "40, 30, false, , true, of one panel"
    })
    void panelsReadElsewhereAddUp(
            int rows, int columns, boolean byColumn, Integer places, boolean ranked, String description)
            throws IOException {
        ArrayLog log = ArrayLog.drifting(rows, columns, byColumn);
        Diagnosis.Question question = new Diagnosis.Question(Diagnosis.SHARES, Optional.ofNullable(places), ranked, 2);
        List<Integer> asked = new ArrayList<>();

        Diagnosis elsewhere = Diagnosis.of(
                log,
                question,
                count -> {
                    List<double[]> panels = new ArrayList<>();
                    for (int panel = count - 1; panel >= 0; panel--) {
                        asked.add(panel);
                        panels.add(Diagnosis.panel(log, question, panel));
                    }
                    Collections.reverse(panels);
                    return panels.iterator();
                },
                numbers -> {});

        assertThat(Codec.write(elsewhere)).as(description).isEqualTo(Codec.write(Diagnosis.of(log, question, n -> {})));
        assertThat(asked).hasSize(columns <= 64_000 && !byColumn ? 0 : 3);
    }

    @Test
    void aPanelThatIsMissingIsNotTakenForZero() {
        ArrayLog log = ArrayLog.drifting(20, 130_000, false);
        Diagnosis.Question question = new Diagnosis.Question(Diagnosis.SHARES, Optional.empty(), false, 1);

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> Diagnosis.of(
                        log,
                        question,
                        count -> List.of(Diagnosis.panel(log, question, 0)).iterator(),
                        numbers -> {}))
                .withMessage("a log: only the first 64000 coordinates were read");
    }
}
