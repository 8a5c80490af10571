package org.theoremcheck.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.theoremcheck.audit.Ledger;
import org.theoremcheck.audit.Witness;
import org.theoremcheck.claim.Catalogue;
import org.theoremcheck.claim.Figure;
import org.theoremcheck.claim.Kind;
import org.theoremcheck.claim.Paper;
import org.theoremcheck.claim.Theorem;

/** The page of the committed audit as a browser shows it. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("the browser, which its tests use one after another")
class BrowserTest {

    private static final Path AUDIT = Path.of("reports");

    @TempDir
    private static Path folder;

    private static Ledger ledger;
    private static Path page;
    private static Browser browser;

    @BeforeAll
    static void open() throws IOException, InterruptedException {
        Optional<Path> program = Browser.program();
        assumeTrue(program.isPresent(), "there is no chromium on the path: Debian's package of that name brings it");
        ledger = excerpt(Ledger.read(Files.readString(AUDIT.resolve("ledger.json"))));
        // A name that a shell has to be told about.
        page = Files.createDirectory(folder.resolve("the report")).resolve("index.html");
        Files.writeString(page, Page.html(ledger, witnesses(), papers(), Selection.ALL));
        browser = new Browser(program.get(), Files.createDirectory(folder.resolve("profile")));
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void load() {
        show(1280, "screen", "light");
        browser.open(page);
        browser.evaluate(Resources.text("checks.js") + ";0");
    }

    @Test
    void everyPlotIsDrawnAndNothingIsFetchedOrGoesWrong() {
        assertThat(browser.evaluate("document.querySelectorAll('.plot').length").asInt())
                .isGreaterThan(10);
        assertThat(wrong("await checks.undrawn()")).isEmpty();
        browser.media("screen", "dark");
        assertThat(wrong("await checks.undrawn()")).as("in the dark").isEmpty();

        assertThat(browser.event("Network.requestWillBeSent"))
                .extracting(request -> request.path("request").path("url").asText())
                .containsExactly(page.toUri().toString());
        assertThat(browser.event("Runtime.exceptionThrown")).isEmpty();
        assertThat(browser.event("Log.entryAdded"))
                .as("what is forbidden or cannot be loaded")
                .isEmpty();
        assertThat(browser.event("Runtime.consoleAPICalled")).isEmpty();
    }

    @Test
    void aScreenReaderFindsHeadingsCaptionsAndNames() {
        assertThat(wrong("checks.unstructured()")).isEmpty();
    }

    @Test
    void everyTheoremHasAPlotOrTheReasonWhyNot() {
        assertThat(
                        wrong(
                                "[...document.querySelectorAll('article.chapter')]"
                                        + ".filter(theorem => theorem.querySelector('.plot, .plotless') === null).map(theorem => theorem.dataset.chapter)"))
                .isEmpty();
    }

    @Test
    void everyRefutedReadingHasItsWordsItsWitnessAndWhatDoesHold() {
        List<String> refuted = ledger.claims().stream()
                .filter(Entries::isRefutedReading)
                .map(Ledger.Entry::id)
                .map("claim-"::concat)
                .sorted()
                .toList();

        assertThat(
                        wrong(
                                "[...document.querySelectorAll('#literally > article')].filter(reading => "
                                        + "['.math', '.how', '.witness strong', '.witness a', '.corrected a', '.corrected .math']"
                                        + ".every(part => reading.querySelector(part)?.textContent.trim())).map(reading => reading.id).sort()"))
                .isEqualTo(refuted)
                .hasSizeGreaterThan(4);
    }

    @Test
    void whatIsSearchedForIsFoundAndTheRestIsNotThere() {
        browser.press("/");
        assertThat(focused()).isEqualTo("search");
        write("NORM-diameter");
        assertThat(found())
                .isEqualTo("1 of %d claims found".formatted(ledger.claims().size()));
        assertThat(shown(".claims tr")).containsExactly("Claim", "regret-two-step", "regret-norm-diameter");
        assertThat(shown("article")).containsExactly("regret-two-step", "regret-norm-diameter");
        browser.press("Enter");
        assertThat(browser.evaluate("document.activeElement.hash").asText()).isEqualTo("#claim-regret-two-step");

        browser.press("/");
        assertThat(focused()).isEqualTo("search");
        write("a-nc1 no-such-word");
        assertThat(found()).startsWith("none of ");
        assertThat(shown("article")).isEmpty();
        browser.press("Escape");
        assertThat(found()).isEmpty();
        assertThat(shown("article.chapter")).hasSize((int) theorems());

        browser.press("/");
        write("a-nc1");
        assertThat(shown(".claims .control")).contains("a-nc1").doesNotContain("loss-descent-constant");
        browser.evaluate("location.hash = 'claim-loss-descent-constant'; new Promise(requestAnimationFrame)");
        assertThat(browser.evaluate("document.getElementById('claim-loss-descent-constant').open")
                        .asBoolean())
                .as("a link shows what was not found")
                .isTrue();
        assertThat(found()).isEmpty();
    }

    @Test
    void theoremsAreSortedWithinTheirPaperAndComeBackToTheOrderOfTheCatalogue() {
        List<String> catalogue = ledger.claims().stream()
                .filter(entry -> entry.of() == null)
                .map(Ledger.Entry::id)
                .toList();
        String ids = "[...document.querySelectorAll('.claims tbody')].map(body => body.dataset.chapter)";
        String keys =
                "[...document.querySelector('.claims').tBodies].map(body => body.querySelector('.tightness').dataset.key)";
        String button =
                "[...document.querySelectorAll('.sort')].find(sort => sort.textContent.startsWith('How tight')).click()";

        assertThat(browser.texts(ids)).containsExactlyElementsOf(catalogue);
        for (String order : List.of("ascending", "descending")) {
            browser.evaluate(button);
            Comparator<Double> ascending = Comparator.naturalOrder();
            assertThat(browser.texts(keys).stream()
                            .filter(key -> !key.isEmpty())
                            .map(Double::valueOf))
                    .hasSizeGreaterThan(2)
                    .isSortedAccordingTo(order.equals("ascending") ? ascending : ascending.reversed());
            assertThat(browser.texts(keys))
                    .last()
                    .asString()
                    .as("without a number")
                    .isEmpty();
            assertThat(
                            browser.texts(
                                    "[...document.querySelectorAll('[aria-sort]')].map(head => head.getAttribute('aria-sort'))"))
                    .containsExactly(order);
            assertThat(browser.texts(ids)).isNotEqualTo(catalogue).containsExactlyInAnyOrderElementsOf(catalogue);
        }
        browser.evaluate(button);
        assertThat(browser.texts(ids)).containsExactlyElementsOf(catalogue);
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 360})
    void theKeyboardReachesAllThatCanBeUsedAndShowsWhereItIs(int width) {
        show(width, "screen", "light");
        browser.press("/");
        write("regret-norm-diameter");
        browser.evaluate("document.activeElement.blur(); getSelection().removeAllRanges(); scrollTo(0, 0)");
        browser.evaluate(
                "document.body.tabIndex = -1; document.body.focus(); document.body.removeAttribute('tabindex')");
        List<String> stops = browser.texts("checks.stops()");
        List<String> reached = new ArrayList<>();
        for (int i = 0; i < stops.size(); i++) {
            browser.press("Tab");
            reached.add(browser.evaluate("checks.stop()").asText());
        }

        assertThat(stops).first().asString().contains("Skip to the claims");
        assertThat(reached).hasSizeGreaterThan(20).containsExactlyElementsOf(stops);
    }

    @Test
    void theKeyboardUnfolds() {
        browser.evaluate("document.querySelector('.more').focus()");
        browser.press("Enter");
        assertThat(browser.evaluate("document.activeElement.ariaExpanded").asText())
                .isEqualTo("true");
        browser.evaluate("document.querySelector('details.claim summary').focus()");
        browser.press("Enter");
        assertThat(browser.evaluate("document.activeElement.parentElement.open").asBoolean())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 360, 320})
    void thePageNeverScrollsSideways(int width) {
        show(width, "screen", "light");
        assertThat(wrong("checks.wide()")).isEmpty();
        browser.evaluate("checks.unfold()");
        assertThat(wrong("checks.wide()")).as("unfolded").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void allTextStandsOutFromItsGround(String scheme) {
        show(1280, "screen", scheme);
        browser.evaluate("checks.unfold()");

        assertThat(wrong("checks.faint()")).isEmpty();
        assertThat(wrong("checks.faintCurves()")).isEmpty();
    }

    @Test
    void onPaperNothingIsFoldedOrClippedOrThereToBePressed() {
        String folded =
                "[...document.querySelectorAll('details:not([open])')].filter(details => !details.closest('.plot'))"
                        + ".map(details => details.id)";
        String pressed = "[...document.querySelectorAll('button:not(.sort), input, .skip')]"
                + ".filter(control => control.checkVisibility()).map(control => control.outerHTML)";
        List<String> before = browser.texts(folded);
        // A4 with margins of a centimetre, in CSS pixels.
        show(718, "print", "dark");
        browser.evaluate("dispatchEvent(new Event('beforeprint'))");

        assertThat(before).isNotEmpty();
        assertThat(wrong(folded)).isEmpty();
        assertThat(wrong(pressed)).isEmpty();
        assertThat(wrong("checks.clipped()")).isEmpty();
        assertThat(wrong("checks.faint()")).as("a dark screen prints on white").isEmpty();
        assertThat(shown(".claims .control")).hasSize((int) ledger.claims().stream()
                .filter(entry -> Entries.is(entry, Kind.CONTROL))
                .count());
        browser.evaluate("dispatchEvent(new Event('afterprint'))");
        assertThat(browser.texts(folded)).isEqualTo(before);
    }

    @Test
    void itPrints() {
        browser.press("/");
        write("regret-norm-diameter");
        browser.evaluate(
                "addEventListener('beforeprint', () => { window.unfolded = document.querySelectorAll('details[open]').length })");

        String pdf = browser.call("Page.printToPDF", Map.of()).path("data").asText();

        assertThat(new String(Base64.getDecoder().decode(pdf), StandardCharsets.ISO_8859_1))
                .startsWith("%PDF-")
                .contains("/Type /Page\n");
        assertThat(browser.evaluate("window.unfolded").asInt()).isPositive();
    }

    @Test
    void theReplayCommandNamesTheWitnessBesideThisVeryPage() {
        Path witness = page.resolveSibling("witnesses/regret-norm-diameter.json");

        assertThat(browser.evaluate("document.querySelector('#claim-regret-norm-diameter .command').textContent")
                        .asText())
                .isEqualTo("java -jar target/theoremcheck.jar replay '" + witness + "'");
    }

    @Test
    void withoutScriptsEverythingIsThere() {
        browser.call("Emulation.setScriptExecutionDisabled", Map.of("value", true));
        try {
            browser.open(page);

            assertThat(
                            browser.texts(
                                    "[...document.querySelectorAll('.claims tbody tr')]"
                                            + ".filter(row => row.checkVisibility()).map(row => row.querySelector('code').textContent)"))
                    .hasSize(ledger.claims().size());
            assertThat(browser.texts(
                            "[...document.querySelectorAll('input, button, .canvas')].filter(element => element.checkVisibility())"
                                    + ".map(element => element.className)"))
                    .as("what would do nothing")
                    .isEmpty();
        } finally {
            browser.call("Emulation.setScriptExecutionDisabled", Map.of("value", false));
        }
    }

    private static void show(int width, String medium, String scheme) {
        browser.width(width);
        browser.media(medium, scheme);
    }

    /** A list of what is wrong, as far as a message should go. */
    private static List<String> wrong(String script) {
        return browser.texts("(async () => " + script + ")()").stream()
                .limit(20)
                .toList();
    }

    /** The ids of the claims that can be seen in elements of a kind. */
    private static List<String> shown(String selector) {
        return browser.texts(
                "[...document.querySelectorAll('" + selector + "')].filter(element => element.checkVisibility())"
                        + ".map(element => element.querySelector('code')?.textContent ?? 'Claim')");
    }

    private static String found() {
        return browser.evaluate("document.querySelector('[role=status]').textContent")
                .asText();
    }

    private static String focused() {
        return browser.evaluate("document.activeElement.id").asText();
    }

    private static void write(String text) {
        browser.call("Input.insertText", Map.of("text", text));
    }

    private static long theorems() {
        return ledger.claims().stream().filter(entry -> entry.of() == null).count();
    }

    /** Theorems with published readings and every eighth of the others, with a control each: a page that a browser lays out in a moment. */
    private static Ledger excerpt(Ledger whole) {
        Map<String, List<Ledger.Entry>> theorems = Entries.byTheorem(whole);
        Set<String> shown = new HashSet<>();
        int number = 0;
        for (Map.Entry<String, List<Ledger.Entry>> theorem : theorems.entrySet()) {
            if (number++ % 8 == 0
                    || theorem.getKey().equals("loss-descent")
                    || theorem.getValue().stream().anyMatch(entry -> Entries.is(entry, Kind.PUBLISHED))) {
                shown.add(theorem.getKey());
            }
        }
        Set<String> caught = new HashSet<>();
        return new Ledger(
                whole.version(),
                whole.seed(),
                whole.instances(),
                whole.set(),
                whole.falseAlarm(),
                whole.claims().stream()
                        .filter(entry -> shown.contains(entry.of() == null ? entry.id() : entry.of()))
                        .filter(entry -> !Entries.is(entry, Kind.CONTROL) || caught.add(entry.of()))
                        .toList());
    }

    private static Map<String, Witness> witnesses() throws IOException {
        Map<String, Witness> witnesses = new LinkedHashMap<>();
        for (Ledger.Entry entry : ledger.claims()) {
            if (entry.witness() != null) {
                witnesses.put(entry.id(), Witness.read(Files.readString(AUDIT.resolve(entry.witness()))));
            }
        }
        return witnesses;
    }

    /** The papers of the catalogue; their figures take seconds to compute, so that the first has one of our own and the others none. */
    private static List<Paper> papers() {
        List<Paper> papers = new ArrayList<>();
        for (Paper paper : Catalogue.load(Paper.class.getClassLoader()).papers()) {
            papers.add(new Figured(paper.title(), paper.theorems(), papers.isEmpty() ? List.of(figure()) : List.of()));
        }
        return papers;
    }

    private record Figured(String title, List<Theorem<?, ?, ?>> theorems, List<Figure> figures) implements Paper {}

    private static Figure figure() {
        double[] x = {1, 10, 100};
        return new Figure(
                "figure",
                "A figure",
                "Gap over steps",
                new Figure.Axis("steps", true),
                new Figure.Axis("gap", true),
                List.of(
                        new Figure.Series("curve", x, new double[] {1, 0.1, 0.01}),
                        new Figure.Series(
                                "within a band", x, new double[] {2, Double.NaN, 1}, new double[] {1, 1, 0.5})));
    }
}
