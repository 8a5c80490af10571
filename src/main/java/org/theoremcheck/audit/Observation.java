package org.theoremcheck.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Codec;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Finding;
import org.theoremcheck.claim.Hypothesis;
import org.theoremcheck.claim.Verdict;

/**
 * A judged instance as a test case in the
 * <a href="https://hypothesis.readthedocs.io/en/latest/reference/integrations.html#observability">format of Hypothesis</a>, which tools such
 * as Tyche read. Nothing in it depends on the clock or the machine.
 *
 * @param type a test case
 * @param status {@code passed} where the claim holds, {@code failed} where it is violated, whatever is expected of it, and {@code
 *     gave_up} where nothing was decided
 * @param statusReason empty where the claim holds, else the verdict and why
 * @param representation the claim with the fields of the instance as its arguments, on a line. With the claim, for a reader takes equal
 *     representations for duplicates, and many claims judge one instance
 * @param arguments the instance
 * @param howGenerated family and index
 * @param features verdict, family, severity, and where they are finite the ratio measured/bound, bound − measured and the margin of each
 *     hypothesis
 * @param coverage not known
 * @param timing nothing
 * @param metadata nothing
 * @param property id of the claim
 * @param runStart the epoch for every run, so that the same audit gives the same bytes
 */
@JsonNaming(SnakeCaseStrategy.class)
record Observation(
        String type,
        String status,
        String statusReason,
        String representation,
        JsonNode arguments,
        String howGenerated,
        Map<String, Object> features,
        @Nullable Map<String, int[]> coverage,
        Map<String, Double> timing,
        Map<String, Object> metadata,
        String property,
        long runStart) {

    static <I> Observation of(Claim<I, ?, ?> claim, Family<?> family, long index, Object judged, Finding finding) {
        I instance = claim.setting().instance().cast(judged);
        JsonNode fields = Codec.tree(instance);
        Map<String, Object> features = new LinkedHashMap<>();
        features.put("verdict", finding.verdict().name());
        features.put("family", family.name());
        number(features, "severity", finding.severity());
        number(features, "ratio", finding.ratio());
        number(features, "slack", finding.slack());
        for (Hypothesis<I> hypothesis : claim.setting().hypotheses()) {
            number(
                    features,
                    "margin of " + hypothesis.name(),
                    hypothesis.margin().applyAsDouble(instance));
        }
        return new Observation(
                "test_case",
                status(finding.verdict()),
                reason(finding),
                representation(claim.id(), fields),
                fields,
                "family %s, index %d".formatted(family.name(), index),
                features,
                null,
                Map.of(),
                Map.of(),
                claim.id(),
                0);
    }

    private static void number(Map<String, Object> features, String name, double value) {
        if (Double.isFinite(value)) {
            features.put(name, value);
        }
    }

    private static String status(Verdict verdict) {
        return switch (verdict) {
            case HOLDS -> "passed";
            case VIOLATED, KNOWN_DEVIATION -> "failed";
            case UNDECIDED, VACUOUS, INCONCLUSIVE, NOT_APPLICABLE -> "gave_up";
        };
    }

    private static String reason(Finding finding) {
        if (finding.verdict() == Verdict.HOLDS) {
            return "";
        }
        String why = finding.reason().isEmpty()
                ? "measured %s, bound %s, rounding budget %s"
                        .formatted(
                                Codec.number(finding.measured()),
                                Codec.number(finding.bound()),
                                Codec.number(finding.budget()))
                : finding.reason();
        return finding.verdict() + ": " + why;
    }

    /** Such as {@code regret-two-step(rounds=2, start=[0.0])}. */
    private static String representation(String claim, JsonNode fields) {
        return fields.properties().stream()
                .map(field -> field.getKey() + "=" + Codec.write(field.getValue()))
                .collect(Collectors.joining(", ", claim + "(", ")"));
    }
}
