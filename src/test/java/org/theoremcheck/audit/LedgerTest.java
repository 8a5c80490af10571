package org.theoremcheck.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

class LedgerTest {

    private final Ledger ledger = Whole.audited().ledger();

    @Test
    void whatWasWrittenIsRead() {
        Ledger read = Ledger.read(ledger.text());

        assertThat(read.text()).isEqualTo(ledger.text());
        // Boxed: a criterion has no ratio.
        assertThat((Double) read.claims().get(0).worstRatio())
                .isEqualTo(Double.valueOf(ledger.claims().get(0).worstRatio()));
        assertThat(read.claims().get(0).families().get(0).histogram())
                .isEqualTo(ledger.claims().get(0).families().get(0).histogram());
        assertThat(read.claims().get(1).knownSupremum()).isNaN();
    }

    @Test
    void theTextIsJsonThatEndsWithALineBreak() {
        assertThat(ledger.text())
                .startsWith("{\n  \"version\" : 1,\n  \"seed\" : 260104270,")
                .endsWith("}\n");
        assertThat(ledger.text()).doesNotContain("NaN", "Infinity", "\r");
    }

    @Test
    void nothingInItDependsOnWhereAndWhenItWasWritten() {
        assertThat(ledger.text())
                .doesNotContain(System.getProperty("user.dir"))
                .doesNotContain(System.getProperty("java.version") + "\"")
                .doesNotContainPattern("\\b20[2-9]\\d-\\d\\d-\\d\\d\\b");
    }

    @Test
    void anotherVersionIsRefused() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> Ledger.read(ledger.text().replaceFirst("\"version\" : 1", "\"version\" : 2")))
                .withMessage("field version: expected 1, got 2");
    }

    @Test
    void aLaterFormatIsRefusedForItsVersionNotForItsFields() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> Ledger.read("{\"version\" : 2, \"whatever\" : \"comes\"}"))
                .withMessage("field version: expected 1, got 2");
    }

    @Test
    void aVersionThatIsNoneIsRefused() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> Ledger.read(ledger.text().replaceFirst("\"version\" : 1", "\"version\" : null")))
                .withMessageContaining("field version");
    }

    @Test
    void aMalformedLedgerIsRefusedSayingWhere() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> Ledger.read(ledger.text().replaceFirst("\"instances\" : \\d+", "\"instances\" : []")))
                .withMessageContaining("line 4")
                .withMessageContaining("field instances");
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> Ledger.read("{\"version\" : 1}"))
                .withMessageContaining("seed");
    }

    @Test
    void itIsAsExpectedIfEveryClaimIs() {
        assertThat(ledger.asExpected()).isTrue();
        assertThat(Ledger.read(ledger.text().replaceFirst("\"verdict\" : \"HOLDS\"", "\"verdict\" : \"UNDECIDED\""))
                        .asExpected())
                .isFalse();
    }
}
