package org.theoremcheck.audit;

import java.util.List;
import java.util.Optional;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Codec;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Finding;
import org.theoremcheck.claim.Hypothesis;
import org.theoremcheck.claim.Kind;

/** Which hypotheses of a theorem are needed: an instance that breaks the hypothesis alone, and the claim with it. */
final class Necessity {

    /** Instances of each family that are tried; those that tell best stand first. */
    private static final int TRIES = 20;

    /** Characters of an instance that the ledger shows. */
    private static final int SHOWN = 400;

    private final long seed;

    Necessity(long seed) {
        this.seed = seed;
    }

    /** What was found for each hypothesis of a theorem, in their order; nothing for other claims. */
    <I, S, E> List<Ledger.Needed> of(Claim<I, S, E> claim) {
        if (claim.kind() != Kind.THEOREM) {
            return List.of();
        }
        return claim.setting().hypotheses().stream()
                .map(hypothesis -> needed(claim, hypothesis))
                .toList();
    }

    private <I, S, E> Ledger.Needed needed(Claim<I, S, E> claim, Hypothesis<I> hypothesis) {
        Claim<I, S, E> bare = claim.in(claim.setting().without(hypothesis.name()));
        for (Family<I> family : hypothesis.broken()) {
            for (long index = 0; index < Math.min(TRIES, family.size()); index++) {
                I instance = family.draw(seed, index);
                // NaN breaks it too.
                if (!(hypothesis.margin().applyAsDouble(instance) >= 0)) {
                    Optional<Finding> broken = Violation.of(bare, instance);
                    if (broken.isPresent()) {
                        String text = Codec.write(instance);
                        return new Ledger.Needed(
                                hypothesis.name(),
                                "%s, index %d".formatted(family.name(), index),
                                broken.get().ratio(),
                                text.length() > SHOWN ? null : text);
                    }
                }
            }
        }
        return new Ledger.Needed(hypothesis.name(), null, Double.NaN, null);
    }
}
