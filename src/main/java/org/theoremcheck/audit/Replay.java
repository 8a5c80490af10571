package org.theoremcheck.audit;

import org.theoremcheck.claim.Catalogue;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Codec;
import org.theoremcheck.claim.Finding;

/** Judges a witness again. */
public final class Replay {

    /**
     * The outcome.
     *
     * @param claim id of the claim
     * @param verdict what was found now
     * @param measured left side
     * @param bound right side
     * @param slack bound − measured
     * @param budget rounding allowed for
     * @param expected verdict expected of the claim
     */
    public record Outcome(
            String claim,
            String verdict,
            double measured,
            double bound,
            double slack,
            double budget,
            String expected) {}

    private Replay() {}

    /**
     * Judges the instance of a witness with the recorded answers, or with the claim's own subject where there are none.
     *
     * @throws IllegalArgumentException if the claim is unknown, or the instance is not one of its setting
     */
    public static Outcome of(Catalogue catalogue, Witness witness) {
        Claim<?, ?, ?> claim = catalogue
                .find(witness.claim())
                .orElseThrow(() -> new IllegalArgumentException(
                        "field claim: '%s' is unknown, expected one of those that 'list' shows"
                                .formatted(witness.claim())));
        return judge(claim, witness);
    }

    private static <I, S, E> Outcome judge(Claim<I, S, E> plain, Witness witness) {
        Claim<I, S, E> claim = plain;
        for (var entry : witness.set().entrySet()) {
            claim = claim.with(entry.getKey(), entry.getValue());
        }
        I instance;
        try {
            instance = Codec.read(witness.instance(), claim.setting().instance());
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException("field instance: " + malformed.getMessage(), malformed);
        }
        Finding finding = claim.judge(
                instance,
                witness.tape() == null
                        ? claim.setting().reference()
                        : witness.tape().replaying(claim.setting().role()));
        return new Outcome(
                claim.id(),
                finding.verdict().name(),
                finding.measured(),
                finding.bound(),
                finding.slack(),
                finding.budget(),
                claim.expected().name());
    }
}
