package org.theoremcheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.theoremcheck.audit.Ledger;

class TablesTest {

    @Test
    void everyClaimHasALine() {
        assertThat(Tables.markdown(Ledgers.green()))
                .contains(
                        "**All as expected.** 1 theorem holds · 1 published reading refuted · 1 control caught · 3,702 checks")
                .contains("| `bound` | A bound | `" + Ledgers.BOUND + "` | ✓ holds | 1,234 | 0.75 | 1 |")
                .contains("| ✗ violated | 66\u00a0% | [witness](witnesses/literal.json) | Read: the abstract. |")
                .contains(
                        "| `wrong` | Half of the bound | `bound` | ✗ violated | 66\u00a0% | [witness](witnesses/wrong.json) |");
    }

    @Test
    void theyTellHowToReproduceThem() {
        assertThat(Tables.markdown(Ledgers.green()))
                .contains("Seed 42, 1,000 instances of each theorem and group of families.")
                .contains("java -jar target/theoremcheck.jar audit\n")
                .contains("java -jar target/theoremcheck.jar replay reports/witnesses/ID.json\n")
                .contains("is not a proof");
    }

    @Test
    void whatIsNotAsExpectedIsListedFirst() {
        assertThat(Tables.markdown(Ledgers.of(Ledgers.theorem("bound", "UNDECIDED"))))
                .contains("**1 claim is not as expected.** 0 of 1 theorem holds · 1,234 checks")
                .contains("- `bound`: expected holds, found undecided")
                .contains("| ? undecided, expected holds |");
    }

    @Test
    void markupInClaimsIsEscaped() {
        Ledger ledger = Ledgers.of(Ledgers.entry(
                "a|b", "control", "c`d", "|x| <b>*P*_T</b>\nnext", "|g| ≤ `1`", null, "VIOLATED", "VIOLATED"));

        assertThat(Tables.markdown(ledger))
                .contains("| `a\\|b` | \\|x\\| \\<b\\>\\*P\\*\\_T\\</b\\> next | `cˋd` |")
                .contains("[witness](witnesses/a%7Cb.json)");
    }

    @Test
    void anEqualityHasNoRatio() {
        Ledger ledger = Ledgers.of(Ledgers.entry("same", "theorem", null, "Same", "a = b", null, "HOLDS", "HOLDS"));

        assertThat(Tables.markdown(ledger)).contains("| ✓ holds | 1,234 | equality |  |");
    }
}
