package org.theoremcheck.guard;

import java.util.Map;

/**
 * What a subject says of itself: claims it is not to be held to, each with the reason.
 *
 * @param notApplicable claims that it cannot be asked about
 * @param knownDeviation claims that it is known to violate; one that it keeps is reported
 */
public record Capabilities(Map<String, String> notApplicable, Map<String, String> knownDeviation) {

    /** A subject to be held to everything. */
    public static final Capabilities ALL = new Capabilities(Map.of(), Map.of());

    public Capabilities {
        notApplicable = Map.copyOf(notApplicable);
        knownDeviation = Map.copyOf(knownDeviation);
    }
}
