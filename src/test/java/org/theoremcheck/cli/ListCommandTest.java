package org.theoremcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.theoremcheck.claim.Catalogue;
import org.theoremcheck.claim.Codec;
import org.theoremcheck.claim.Paper;

class ListCommandTest {

    private static final Catalogue CATALOGUE = Catalogue.load(Paper.class.getClassLoader());

    @Test
    void everyClaimHasALineInTheOrderOfTheCatalogue() {
        Outcome outcome = Outcome.of("list");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.lines())
                .extracting(line -> line.split(" ", 2)[0])
                .containsExactlyElementsOf(CATALOGUE.claims().keySet());
    }

    @Test
    void aLineSaysKindExpectedVerdictAndStatement() {
        assertThat(Outcome.of("list").lines())
                .filteredOn(line -> line.startsWith("a-nc1 "))
                .singleElement()
                .asString()
                .matches("a-nc1 +control +VIOLATED +Σ fₜ\\(xₜ\\) − fₜ\\(u\\) ≤ B\\(u, y₀\\)/η \\+ 0\\.49 .*");
    }

    @Test
    void jsonHasEveryClaimWithAllFields() {
        Outcome outcome = Outcome.of("list", "--json");
        JsonNode claims = Codec.read(outcome.out(), JsonNode.class);

        assertThat(outcome.code()).isZero();
        List<String> ids = new ArrayList<>();
        for (JsonNode claim : claims) {
            assertThat(claim.fieldNames())
                    .toIterable()
                    .containsExactly("id", "kind", "of", "expected", "papers", "statement");
            ids.add(claim.get("id").textValue());
        }
        assertThat(ids).containsExactlyElementsOf(CATALOGUE.claims().keySet());
    }

    @Test
    void jsonOfATheoremBelongsToNothingAndOfAControlToItsTheorem() {
        JsonNode claims = Codec.read(Outcome.of("list", "--json").out(), JsonNode.class);
        int first = CATALOGUE.claims().keySet().stream().toList().indexOf("regret-two-step");

        assertThat(claims.get(first)).hasToString("""
                        {"id":"regret-two-step","kind":"theorem","of":null,"expected":"HOLDS","papers":["arXiv:2601.04270"],\
                        "statement":"Σ fₜ(xₜ) − fₜ(u) ≤ B(u, y₀)/η + ½ (η/λ) Σ ‖gₜ − mₜ‖²_*"}""");
        assertThat(claims.get(first + 1).get("of").textValue()).isEqualTo("regret-two-step");
    }
}
