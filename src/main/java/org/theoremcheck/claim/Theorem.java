package org.theoremcheck.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A theorem with everything that belongs to it: its published readings and its controls, each one alteration away.
 *
 * @param claim the theorem itself
 * @param derived readings and controls, in the order of declaration
 */
public record Theorem<I, S, E>(Claim<I, S, E> claim, List<Claim<?, ?, ?>> derived) {

    public Theorem {
        derived = List.copyOf(derived);
    }

    /** A theorem, expected to hold, with nothing derived yet. */
    public static <I, S, E> Theorem<I, S, E> theorem(
            String id,
            String title,
            Source source,
            Setting<I, S, E> setting,
            Statement<E> statement,
            Tightness tightness) {
        return new Theorem<>(
                new Claim<>(
                        id,
                        Kind.THEOREM,
                        Verdict.HOLDS,
                        Optional.empty(),
                        title,
                        source,
                        setting,
                        statement,
                        tightness),
                List.of());
    }

    /** Adds a control: the theorem altered so that it must be refuted. */
    @SafeVarargs
    public final Theorem<I, S, E> control(String id, String title, Alteration<I, S, E>... alterations) {
        return altered(derive(Kind.CONTROL, id, title, claim.source()), alterations);
    }

    /** Adds a published reading that is refuted. */
    @SafeVarargs
    public final Theorem<I, S, E> refuted(String id, String title, String reading, Alteration<I, S, E>... alterations) {
        return altered(derive(Kind.PUBLISHED, id, title, claim.source().readAs(reading)), alterations);
    }

    private Claim<I, S, E> derive(Kind kind, String id, String title, Source source) {
        return new Claim<>(
                id,
                kind,
                Verdict.VIOLATED,
                Optional.of(claim.id()),
                title,
                source,
                claim.setting(),
                claim.statement(),
                Tightness.NONE);
    }

    /** Adds a claim that belongs to the theorem but needs a setting of its own. */
    public Theorem<I, S, E> and(Claim<?, ?, ?> other) {
        List<Claim<?, ?, ?>> more = new ArrayList<>(derived);
        more.add(other);
        return new Theorem<>(claim, more);
    }

    private Theorem<I, S, E> altered(Claim<I, S, E> plain, Alteration<I, S, E>[] alterations) {
        Claim<I, S, E> altered = plain;
        for (Alteration<I, S, E> alteration : alterations) {
            altered = alteration.apply(altered);
        }
        return and(altered);
    }

    /** The theorem and all that is derived from it. */
    public List<Claim<?, ?, ?>> claims() {
        List<Claim<?, ?, ?>> all = new ArrayList<>(List.of(claim));
        all.addAll(derived);
        return all;
    }
}
