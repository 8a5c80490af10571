package org.theoremcheck.audit;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.ShrinkingDistance;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Codec;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Finding;
import org.theoremcheck.claim.Verdict;

/** Claims as jqwik sees them: an arbitrary of judged instances, shrunk in the parameter space of their family. */
public final class Cases {

    private Cases() {}

    /**
     * A judged instance.
     *
     * @param instance what was played
     * @param finding what the claim says of it
     */
    public record Case<I>(I instance, Finding finding) {

        @Override
        public String toString() {
            return finding + " on " + Codec.write(instance);
        }
    }

    /** Instances of all families of the claim, each family as likely, judged with the reference subject. */
    public static <I, S, E> Arbitrary<Case<I>> of(Claim<I, S, E> claim) {
        List<Family<I>> families = claim.setting().families();
        return Arbitraries.fromGenerator(random -> {
            Family<I> family = families.get(random.nextInt(families.size()));
            long seed = random.nextLong();
            long index = random.nextInt(Math.min(family.size(), 1 << 20));
            Candidate<I> drawn = Candidate.of(claim, family, seed, index, Map.of());
            return new Edited<>(claim, seed, drawn, drawn.severity() / 2);
        });
    }

    /** Shrinks by edits of named draws, and never below half of the severity that it began with. */
    private record Edited<I, S, E>(Claim<I, S, E> claim, long seed, Candidate<I> candidate, double floor)
            implements Shrinkable<Case<I>> {

        @Override
        public Case<I> value() {
            return new Case<>(candidate.instance(), candidate.finding());
        }

        @Override
        public Stream<Shrinkable<Case<I>>> shrink() {
            return StreamSupport.stream(Shrinker.edits(candidate.parameters()).spliterator(), false)
                    .map(edit -> Candidate.of(
                            claim,
                            candidate.family(),
                            seed,
                            candidate.index(),
                            candidate.with(edit.slot(), edit.values())))
                    .filter(next -> next.finding().verdict() == Verdict.VIOLATED && next.severity() >= floor)
                    .map(next -> new Edited<>(claim, seed, next, floor));
        }

        @Override
        public ShrinkingDistance distance() {
            return ShrinkingDistance.of((long) Shrinker.size(candidate));
        }
    }
}
