package org.theoremcheck.audit;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.theoremcheck.claim.Codec;

/**
 * How to audit.
 *
 * @param seed master seed
 * @param instances instances of each theorem and group of families; ignored where there is a budget
 * @param budget time to check for; the ledger says how many instances were reached
 * @param threads worker threads; the result does not depend on them
 * @param set coefficients that replace the claims' own, by term
 */
public record Options(long seed, long instances, Optional<Duration> budget, int threads, Map<String, Double> set) {

    /** The seed of an audit that names none: the arXiv number of the first paper. */
    public static final long SEED = 260104270;

    /** Instances of each theorem and group, such as a geometry, in an audit that names no number: more where plays are cheap. */
    public static final long INSTANCES = 11_000;

    /** The options that change the result, on a line. */
    String signature() {
        return "seed %d, instances %s, set %s"
                .formatted(seed, budget.isPresent() ? "by budget" : instances, Codec.write(set));
    }
}
