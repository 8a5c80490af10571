package org.theoremcheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.theoremcheck.audit.Ledger;
import org.theoremcheck.claim.Codec;

class TablesTest {

    @Test
    void everyClaimHasALine() {
        assertThat(Tables.markdown(Ledgers.green()))
                .contains(
                        "**All as expected.** 1 theorem holds · 1 published reading refuted · 1 control caught · 3,702 checks")
                .contains("| `bound` | A bound | `" + Ledgers.BOUND + "` | ✓ holds | 1,234 | 0.75 | 1 | 6 of 7 |")
                .contains("| ✗ violated | 66\u00a0% | [witness](witnesses/literal.json) | Read: the abstract. |")
                .contains(
                        "| `wrong` | Half of the bound | `bound` | ✗ violated | 66\u00a0% | [witness](witnesses/wrong.json) |");
    }

    @Test
    void whereNoSupremumIsKnownTheSpreadOfOtherSeedsStandsBesideTheRatio() {
        Ledger ledger = Ledgers.of(Ledgers.changed(
                Ledgers.theorem("bound", "HOLDS"),
                entry -> entry.set("spread", Codec.tree(new Ledger.Spread(10, 0.5, 0.625)))));

        assertThat(Tables.markdown(ledger)).contains("| 0.75 (0.5 to 0.625 under 10 seeds) |");
    }

    @Test
    void theErrorLedgerNamesEveryShareAndEveryBudget() {
        Ledger ledger = Ledgers.of(
                Ledgers.theorem("bound", "HOLDS"),
                Ledgers.changed(Ledgers.theorem("law", "HOLDS"), TablesTest::shares),
                Ledgers.changed(
                        Ledgers.entry("seen", "control", "law", "", "", null, "VIOLATED", "VIOLATED"),
                        TablesTest::shares));

        assertThat(Tables.markdown(ledger))
                .contains("| `law` | theorem | 2 × 10⁻⁸ | 4 × 10⁻⁹ | 11.5 | 2 × 10⁻⁸ |")
                .contains("| `seen` | control | 2 × 10⁻⁸ | 4 × 10⁻⁹ | 11.5 | 4 × 10⁻⁹ |")
                .contains("| `bound` | 1 × 10⁻¹⁵ | Computed |");
    }

    private static void shares(ObjectNode entry) {
        entry.put("falseAlarm", 2e-8).put("miss", 4e-9).put("smallestEffect", 11.5);
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

        assertThat(Tables.markdown(ledger)).contains("| ✓ holds | 1,234 | equality |  | 6 of 7 |");
    }
}
