package org.theoremcheck.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/**
 * The rules for a test case of the JSON schema "PBT Observations" that Hypothesis publishes in its documentation, and of Tyche, which reads
 * it more strictly in one place: {@code how_generated} is a string.
 */
public final class TestCaseSchema {

    private static final Set<String> STATUS = Set.of("passed", "failed", "gave_up");

    private TestCaseSchema() {}

    /** Fails where the line breaks a rule. */
    public static void assertConforms(JsonNode line) {
        assertThat(line.isObject()).isTrue();
        // All are required, and no others are allowed.
        assertThat(line.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "type",
                        "status",
                        "status_reason",
                        "representation",
                        "arguments",
                        "how_generated",
                        "features",
                        "coverage",
                        "timing",
                        "metadata",
                        "property",
                        "run_start");
        assertThat(line.get("type").textValue()).isEqualTo("test_case");
        assertThat(line.get("status").textValue()).isIn(STATUS);
        for (String text : Set.of("status_reason", "representation", "how_generated", "property")) {
            assertThat(line.get(text).isTextual()).as(text).isTrue();
        }
        for (String object : Set.of("arguments", "features", "timing", "metadata")) {
            assertThat(line.get(object).isObject()).as(object).isTrue();
        }
        assertThat(line.get("coverage").isNull() || line.get("coverage").isObject())
                .isTrue();
        line.get("coverage")
                .forEach(lines -> assertThat(lines)
                        .allSatisfy(number -> assertThat(number.intValue()).isPositive()));
        line.get("timing").forEach(seconds -> assertThat(seconds.doubleValue()).isNotNegative());
        assertThat(line.get("run_start").isNumber()).isTrue();
    }
}
