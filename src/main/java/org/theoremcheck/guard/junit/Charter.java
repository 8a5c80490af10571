package org.theoremcheck.guard.junit;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.theoremcheck.audit.Options;
import org.theoremcheck.claim.Subject;
import org.theoremcheck.guard.Capabilities;
import org.theoremcheck.guard.Guard;

/**
 * What a subject is and what it is held to.
 *
 * @param instance class of the instances that it is begun for
 * @param role interface that it plays
 * @param subject who plays; it throws {@link org.theoremcheck.claim.NotApplicable} with a reason for an instance that it cannot play
 * @param capabilities claims that it is not held to, each with the reason
 * @param claims how many claims have to be judged at least
 * @param instances how many instances have to be judged at least, over all claims
 * @param each instances to be judged of each claim
 * @param seed master seed
 * @param limit time for a claim
 */
public record Charter<I, S>(
        Class<I> instance,
        Class<S> role,
        Subject<I, S> subject,
        Capabilities capabilities,
        int claims,
        long instances,
        long each,
        long seed,
        Duration limit) {

    /** A subject held to all claims about its role and its instances, none of which has to be judged yet: see {@link #counting}. */
    public static <I, S> Charter<I, S> of(Class<I> instance, Class<S> role, Subject<I, S> subject) {
        return new Charter<>(
                instance, role, subject, Capabilities.ALL, 1, 1, Guard.INSTANCES, Options.SEED, Duration.ofMinutes(1));
    }

    /** Not held to a claim about which it cannot be asked. */
    public Charter<I, S> notApplicable(String claim, String reason) {
        return with(new Capabilities(more(capabilities.notApplicable(), claim, reason), capabilities.knownDeviation()));
    }

    /** Known to violate a claim; the test fails when it no longer does. */
    public Charter<I, S> knownDeviation(String claim, String reason) {
        return with(new Capabilities(capabilities.notApplicable(), more(capabilities.knownDeviation(), claim, reason)));
    }

    /**
     * So much has to be judged: where claims or instances get lost, by a subject that excuses itself or by a new version of this project, a
     * test fails.
     */
    public Charter<I, S> counting(int atLeastClaims, long atLeastInstances) {
        return new Charter<>(instance, role, subject, capabilities, atLeastClaims, atLeastInstances, each, seed, limit);
    }

    /** So many instances of each claim, drawn from a seed of one's own. */
    public Charter<I, S> sampling(long ofEach, long otherSeed) {
        return new Charter<>(instance, role, subject, capabilities, claims, instances, ofEach, otherSeed, limit);
    }

    private Charter<I, S> with(Capabilities other) {
        return new Charter<>(instance, role, subject, other, claims, instances, each, seed, limit);
    }

    private static Map<String, String> more(Map<String, String> reasons, String claim, String reason) {
        Map<String, String> all = new TreeMap<>(reasons);
        all.put(claim, reason);
        return all;
    }
}
