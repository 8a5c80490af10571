package org.theoremcheck.predictable.rank;

import java.util.List;
import org.theoremcheck.claim.Theorem;

/** The theorems about increments of low rank. */
public final class Rank {

    private Rank() {}

    /** In the order in which they should be read. */
    public static List<Theorem<?, ?, ?>> theorems() {
        return List.of(
                TailEnergy.THEOREM,
                TailEnergyMinimum.THEOREM,
                PredictableRankPathLength.THEOREM,
                PredictableRankMinimal.THEOREM,
                RankPermutationInvariance.THEOREM,
                TailEnergyStability.THEOREM);
    }
}
