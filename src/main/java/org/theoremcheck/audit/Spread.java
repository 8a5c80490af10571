package org.theoremcheck.audit;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Compare;
import org.theoremcheck.claim.Kind;
import org.theoremcheck.numeric.RandomStream;

/** How far a search gets where nobody knows how far it can: the largest measured/bound of searches under seeds of their own. */
final class Spread {

    private static final int SEEDS = 10;

    /** Instances of each family that a search begins with. */
    private static final int DRAWS = 20;

    /** Families that it goes on in, those with the worst instances, and its evaluations in each. */
    private static final int STARTS = 3;

    private static final int EVALUATIONS = 200;

    private final long seed;

    Spread(long seed) {
        this.seed = seed;
    }

    /** What ten searches reached; null for a claim whose supremum is known, or that has no ratio. */
    <I, S, E> Ledger.@Nullable Spread of(Claim<I, S, E> claim) {
        boolean open = claim.kind() == Kind.THEOREM
                && claim.statement() instanceof Compare<E> compare
                && !compare.equality()
                && Double.isNaN(claim.tightness().supremum());
        if (!open) {
            return null;
        }
        double[] reached = IntStream.range(0, SEEDS)
                .mapToDouble(s -> search(claim, RandomStream.key(RandomStream.mix(seed), "spread", s)))
                .sorted()
                .toArray();
        // NaN is sorted last.
        return Double.isNaN(reached[SEEDS - 1]) ? null : new Ledger.Spread(SEEDS, reached[0], reached[SEEDS - 1]);
    }

    private static <I, S, E> double search(Claim<I, S, E> claim, long seed) {
        Climber climber = new Climber(seed, EVALUATIONS);
        List<Candidate<I>> drawn = claim.setting().families().stream()
                .map(family -> LongStream.range(0, Math.min(DRAWS, family.size()))
                        .mapToObj(index -> Candidate.of(claim, family, seed, index))
                        .max(Comparator.comparingDouble(Candidate::severity))
                        .orElseThrow())
                .toList();
        Stream<Candidate<I>> climbed = drawn.stream()
                .sorted(Comparator.comparingDouble((Candidate<I> start) -> -start.severity()))
                .limit(STARTS)
                .map(start -> climber.climb(claim, start));
        return Stream.concat(drawn.stream(), climbed)
                .mapToDouble(candidate -> candidate.finding().ratio())
                .filter(ratio -> !Double.isNaN(ratio))
                .max()
                .orElse(Double.NaN);
    }
}
