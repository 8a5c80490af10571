package org.theoremcheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.theoremcheck.audit.Ledger;
import org.theoremcheck.audit.Ledger.Entry;
import org.theoremcheck.audit.Ledger.FalseAlarm;
import org.theoremcheck.audit.Options;
import org.theoremcheck.audit.Witness;

class PageTest {

    private static final String HOSTILE = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>{{id}}";

    @Test
    void everyClaimStandsThereWithItsVerdict() {
        String page = Page.html(Ledgers.green(), Map.of(), List.of(), Selection.ALL);

        assertThat(row(page, "bound")).contains("✓", "holds", "1,234", "0.75 of 1");
        assertThat(row(page, "literal")).contains("✗", "violated", "by 66\u00a0%");
        assertThat(row(page, "wrong")).contains("✗", "violated", "by 66\u00a0%");
        assertThat(page).contains("id=\"claim-bound\"", "id=\"claim-literal\"", "id=\"claim-wrong\"");
    }

    @Test
    void anAuditAsExpectedIsGreen() {
        assertThat(Page.html(Ledgers.green(), Map.of(), List.of(), Selection.ALL))
                .contains("class=\"summary good\"", "All as expected")
                .doesNotContain("class=\"summary bad\"", "badge bad\"><span aria-hidden=\"true\">✓");
    }

    @Test
    void aTheoremThatDoesNotHoldTurnsThePageRedAndIsNamed() {
        String page = Page.html(Ledgers.of(Ledgers.theorem("bound", "VIOLATED")), Map.of(), List.of(), Selection.ALL);

        assertThat(page)
                .contains("class=\"summary bad\"", "1 claim is not as expected", "0 of 1")
                .contains("<a href=\"#claim-bound\">A bound</a>")
                .contains("expected holds, found <strong>violated</strong>");
    }

    @Test
    void aControlThatIsNotCaughtTurnsThePageRedToo() {
        Ledger ledger = Ledgers.of(Ledgers.theorem("bound", "HOLDS"), Ledgers.control("wrong", "HOLDS"));

        assertThat(Page.html(ledger, Map.of(), List.of(), Selection.ALL))
                .contains("class=\"summary bad\"", "0 of 1 controls caught", "Violated on none of 1,234 instances");
    }

    @Test
    void whatIsToldFromATheoremAndWhatIsNotIsNamed() {
        assertThat(Page.html(Ledgers.green(), Map.of(), List.of(), Selection.ALL))
                .contains(
                        "of 9 systematic ones 6 are refuted, and 2 follow from the theorem; not told from it: path × 0.999");
    }

    @Test
    void theErrorLedgerHasALineForEveryShareAndEveryBudget() {
        Ledger ledger = Ledgers.of(
                Ledgers.theorem("bound", "HOLDS"),
                Ledgers.changed(
                        Ledgers.theorem("law", "HOLDS"),
                        entry -> entry.put("falseAlarm", 2e-8).put("miss", 4e-9).put("smallestEffect", 11.5)));

        String page = Page.html(ledger, Map.of(), List.of(), Selection.ALL);
        String errors = page.substring(page.indexOf("<section id=\"errors\""));
        assertThat(errors)
                .containsPattern("#claim-law\">law</a></th><td>theorem</td><td class=\"number\">2\u00a0×\u00a010⁻⁸")
                .containsPattern(
                        "#claim-bound\">bound</a></th><td class=\"number\">1\u00a0×\u00a010⁻¹⁵</td><td>Computed");
    }

    @Test
    void nothingIsLoadedFromElsewhere() {
        String page = Page.html(
                Ledgers.green(),
                Map.of("wrong", Ledgers.witness("wrong", "seed 1", Map.of("rounds", 2))),
                List.of(),
                Selection.ALL);
        String own = page.replace(Resources.charts(), "");

        assertThat(page).contains("Chart.js v4.5.1").contains("default-src 'none'");
        assertThat(own)
                .doesNotContain("<link", "<img", "<iframe", "src=", "url(", "@import", "import(", "fetch(", "http://");
        assertThat(Pattern.compile("https://").matcher(own).results().count())
                .as("only the paper is linked to")
                .isEqualTo(Pattern.compile("href=\"https://arxiv.org/abs/")
                        .matcher(own)
                        .results()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void theChartLibraryFitsIntoAScript() {
        assertThat(Resources.charts())
                .startsWith("/*!")
                .doesNotContain("sourceMappingURL")
                .doesNotContainIgnoringCase("</script");
    }

    @Test
    void hostileStringsStayText() {
        Entry theorem = Ledgers.entry(HOSTILE, "theorem", null, HOSTILE, HOSTILE, null, "HOLDS", "VIOLATED");
        Entry reading =
                Ledgers.entry("r" + HOSTILE, "published", HOSTILE, HOSTILE, HOSTILE, HOSTILE, "VIOLATED", "VIOLATED");
        Entry control =
                Ledgers.entry("c" + HOSTILE, "control", HOSTILE, HOSTILE, "x" + HOSTILE, null, "VIOLATED", "VIOLATED");
        Witness witness = Ledgers.witness(control.id(), HOSTILE, Map.of(HOSTILE, List.of(HOSTILE), "kind", HOSTILE));

        String page = Page.html(
                Ledgers.of(theorem, reading, control), Map.of(control.id(), witness), List.of(), Selection.ALL);

        assertThat(page).doesNotContain("<script>alert", "<img").contains("&lt;script&gt;alert(1)&lt;/script&gt;");
        assertThat(Pattern.compile("<script").matcher(page).results().count()).isEqualTo(2);
        assertThat(Pattern.compile("</script").matcher(page).results().count()).isEqualTo(2);
    }

    @Test
    void aWitnessIsShownInNumbersWithTheCommandThatReplaysIt() {
        Witness witness = Ledgers.witness(
                "wrong",
                "seed 1, family box/random, index 3",
                Map.of("steps", Map.of("kind", "constant", "step", 1.0)));

        assertThat(Page.html(Ledgers.green(), Map.of("wrong", witness), List.of(), Selection.ALL))
                .contains("1 &gt; 0.98", "violated by 1\u00a0%", "confirmed in exact or enclosed arithmetic")
                .contains("<dt>steps</dt><dd>constant: step 1</dd>")
                .contains("<dt>answers</dt><dd>(0), (−1)</dd>")
                .contains("seed 1, family box/random, index 3")
                .contains("replay <span class=\"file\">witnesses/wrong.json</span>");
    }

    @Test
    void commandsSayWhatTheAuditWasToldToCheck() {
        Ledger ledger = new Ledger(
                1, 42, 50, Map.of("path", 0.5), new FalseAlarm(1e-6, 0), List.of(Ledgers.control("wrong", "VIOLATED")));
        Map<String, Witness> witnesses = Map.of("wrong", Ledgers.witness("wrong", "seed 1", Map.of()));
        Selection selection = new Selection(List.of("wrong", "a-*"), Optional.of(Path.of("my papers/it's.jar")));
        String suite = " --suite &#39;my papers/it&#39;\\&#39;&#39;s.jar&#39;";

        assertThat(Page.html(ledger, witnesses, List.of(), selection))
                .contains("audit --only wrong --only &#39;a-*&#39; --set path&#x3D;0.5 --instances 50 --seed 42" + suite
                        + "<")
                .contains("replay" + suite + " <span class=\"file\">witnesses/wrong.json<");
    }

    @Test
    void anAuditOfAllClaimsWithTheDefaultOptionsNeedsNone() {
        Ledger ledger = new Ledger(1, Options.SEED, Options.INSTANCES, Map.of(), new FalseAlarm(1e-6, 0), List.of());

        assertThat(Page.html(ledger, Map.of(), List.of(), Selection.ALL)).contains("theoremcheck.jar audit</code>");
    }

    @Test
    void whatHoldsStandsBesideASentenceThatDoesNot() {
        String how = "Read: the abstract. With the missing hypothesis the claim holds, see second.";
        Entry reading =
                Ledgers.entry("literal", "published", "bound", "Literally", "a = b", how, "VIOLATED", "VIOLATED");
        Ledger ledger = Ledgers.of(Ledgers.theorem("bound", "HOLDS"), Ledgers.theorem("second", "HOLDS"), reading);
        Ledger alone = Ledgers.of(reading);

        assertThat(article(Page.html(ledger, Map.of(), List.of(), Selection.ALL), "claim-literal"))
                .contains(how, "href=\"#claim-second\"", "positive step")
                .doesNotContain("href=\"#claim-bound\"");
        assertThat(article(Page.html(alone, Map.of(), List.of(), Selection.ALL), "claim-literal"))
                .contains("What does hold, <code>bound</code>, was not part of this audit");
    }

    @Test
    void aSentenceThatHoldsIsNeitherAControlNorAmongThoseThatDoNot() {
        Entry reading =
                Ledgers.entry("sentence", "published", "bound", "A sentence", "a ≤ b", "Read.", "HOLDS", "HOLDS");
        String page = Page.html(
                Ledgers.of(Ledgers.theorem("bound", "HOLDS"), reading, Ledgers.control("wrong", "VIOLATED")),
                Map.of(),
                List.of(),
                Selection.ALL);

        assertThat(page).contains("1 control caught", "id=\"unrefuted\"").doesNotContain("id=\"literally\"");
        assertThat(article(page, "claim-sentence")).contains("holds", "href=\"#claim-bound\"");
    }

    @Test
    void nothingMoves() {
        assertThat(Resources.text("page.css")).doesNotContain("transition", "animation", "smooth");
        assertThat(Resources.text("page.js")).contains("animation: false");
    }

    @Test
    void familiesOfAGroupAreAddedUp() {
        assertThat(Page.html(Ledgers.green(), Map.of(), List.of(), Selection.ALL))
                .contains("<th scope=\"row\">below 0.05</th><td class=\"number\">40\u00a0%</td>")
                .contains("<th scope=\"row\">0.95 and above</th><td class=\"number\">60\u00a0%</td>");
    }

    @Test
    void aControlAuditedAloneHasAChapterToo() {
        String page = Page.html(Ledgers.of(Ledgers.control("wrong", "VIOLATED")), Map.of(), List.of(), Selection.ALL);

        assertThat(page).contains("itself not part of this audit", "id=\"claim-bound\"", "id=\"claim-wrong\"");
    }

    @Test
    void theSameLedgerGivesTheSamePage() {
        assertThat(Page.html(Ledgers.green(), Map.of(), List.of(), Selection.ALL))
                .isEqualTo(Page.html(Ledgers.green(), Map.of(), List.of(), Selection.ALL));
    }

    /** The article with an id. */
    private static String article(String page, String id) {
        var article = Pattern.compile("<article[^>]* id=\"" + id + "\".*?</article>", Pattern.DOTALL)
                .matcher(page);
        assertThat(article.find()).as("an article for " + id).isTrue();
        return article.group();
    }

    /** The line of a claim in the table of claims. */
    private static String row(String page, String id) {
        var row = Pattern.compile("<tr(?:(?!</tr>).)*<code>" + id + "</code>.*?</tr>", Pattern.DOTALL)
                .matcher(page);
        assertThat(row.find()).as("a line for " + id).isTrue();
        return row.group();
    }
}
