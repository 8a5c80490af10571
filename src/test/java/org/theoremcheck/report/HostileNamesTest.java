package org.theoremcheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.theoremcheck.audit.Ledger;
import org.theoremcheck.audit.Witness;
import org.theoremcheck.claim.Codec;
import org.theoremcheck.claim.Figure;
import org.theoremcheck.claim.Paper;
import org.theoremcheck.claim.Theorem;
import org.theoremcheck.gradients.Diagnosis;
import org.theoremcheck.gradients.log.GradientLog;
import org.theoremcheck.gradients.log.GradientLogs;
import org.theoremcheck.predictable.PredictableGradients;

/** Names come from papers of other people, from their subjects and from their files: on every page they stay text. */
class HostileNamesTest {

    private static final String ATTACK = "\"'><script>alert(1)</script></style></title><img src=x onerror=alert(1)>"
            + "<a href=javascript:alert(1)>&amp;\u2028{{id}}${1}`-->";

    /** What a file can be called. */
    private static final String FILE = ATTACK.replace("/", "") + ".csv";

    /** Words of the format, by which the page chooses what to show. */
    private static final Set<String> WORDS = Set.of("kind", "expected", "verdict");

    @Test
    void inALedgerAndItsWitnesses() {
        Ledger ledger = Codec.read(hostile(Codec.tree(Ledgers.green())), Ledger.class);
        Witness witness = Ledgers.witness(
                ATTACK,
                ATTACK,
                Map.of(ATTACK, List.of(ATTACK), "kind", ATTACK, "inner", Map.of("kind", ATTACK, ATTACK, ATTACK)));
        Map<String, Witness> witnesses = Map.of(
                ledger.claims().get(1).id(), witness, ledger.claims().get(2).id(), witness);

        assertHarmless(Page.html(ledger, witnesses, List.of(), Selection.ALL));
    }

    @Test
    void inAPaperAndItsFigures() {
        Paper paper = new Paper() {
            @Override
            public String title() {
                return ATTACK;
            }

            @Override
            public List<Theorem<?, ?, ?>> theorems() {
                return new PredictableGradients().theorems().subList(0, 1);
            }

            @Override
            public List<Figure> figures() {
                return List.of(figure());
            }
        };
        String theorem = paper.theorems().get(0).claims().get(0).id();

        assertHarmless(
                Page.html(Ledgers.of(Ledgers.theorem(theorem, "HOLDS")), Map.of(), List.of(paper), Selection.ALL));
    }

    @Test
    void inAFigureThatStandsAlone() {
        assertHarmless(FiguresPage.html(ATTACK, ATTACK, List.of(figure())));
    }

    @Test
    void inTheNameOfALog(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve(FILE), "1,2\n3,4\n5,7\n");
        try (GradientLog log = GradientLogs.open(file.toString())) {
            Diagnosis.Question question = new Diagnosis.Question(Diagnosis.SHARES, Optional.empty(), true, 1);

            assertHarmless(DiagnosisPage.html(List.of(Diagnosis.of(log, question, rows -> {}))));
        }
    }

    private static Figure figure() {
        return new Figure(
                ATTACK,
                ATTACK,
                ATTACK,
                new Figure.Axis(ATTACK, false),
                new Figure.Axis(ATTACK, true),
                List.of(new Figure.Series(ATTACK, new double[] {1, 2}, new double[] {3, 4})));
    }

    /** The same tree with the attack at the end of every text and every free name. */
    private static JsonNode hostile(JsonNode tree) {
        if (tree instanceof ObjectNode object) {
            object.properties().forEach(field -> {
                if (!WORDS.contains(field.getKey())) {
                    field.setValue(hostile(field.getValue()));
                }
            });
            return object;
        }
        if (tree instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, hostile(array.get(i)));
            }
            return array;
        }
        return tree.isTextual() ? TextNode.valueOf(tree.textValue() + ATTACK) : tree;
    }

    /** The attack is there, and what a browser makes of it is text: no element, attribute or address that is not the page's own. */
    private static void assertHarmless(String page) {
        String start = "<script>\n" + Resources.charts() + "\n</script>\n<script>\n" + Resources.text("page.js");
        String scripts = start + (page.contains("class=\"claims\"") ? Resources.text("claims.js") : "") + "</script>";
        assertThat(page).as("data goes into no script").contains(scripts);
        assertThat(page).as("nor into the style").contains("<style>\n" + Resources.text("page.css") + "</style>");
        String own = page.replace(scripts, "").replace(Resources.text("page.css"), "");
        assertThat(own)
                .contains("&lt;script&gt;alert(1)&lt;", "&lt;img src")
                .doesNotContainPattern("(?i)<(script|img|/script)")
                .doesNotContain("\"'>", "-->", "&amp;amp;amp;");
        assertThat(count(own, "</style>")).isEqualTo(1);
        assertThat(count(own, "</title>")).isEqualTo(1);
        assertThat(Pattern.compile(
                                "\\s(?:href|src)\\s*=\\s*(?!\"#claim-|\"#(?:claims|literally|unrefuted|errors|guide|paper-\\d+)\"|\"https://arxiv\\.org/abs/|\"#log-|\"witnesses/)[^\\s&]{0,60}")
                        .matcher(tags(own))
                        .results()
                        .map(match -> match.group()))
                .isEmpty();
        assertThat(tags(own)).doesNotContainPattern("\\son\\w+\\s*=(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");
    }

    /** What a browser takes for tags, the values of their attributes in double quotes. */
    private static String tags(String html) {
        StringBuilder tags = new StringBuilder();
        Pattern.compile("<[a-zA-Z/!][^<>\"]*(?:\"[^\"]*\"[^<>\"]*)*>")
                .matcher(html)
                .results()
                .forEach(tag -> tags.append(tag.group()).append('\n'));
        return tags.toString();
    }

    private static long count(String text, String part) {
        return Pattern.compile(Pattern.quote(part)).matcher(text).results().count();
    }
}
