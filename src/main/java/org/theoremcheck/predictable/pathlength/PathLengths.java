package org.theoremcheck.predictable.pathlength;

import java.util.List;
import org.theoremcheck.claim.Theorem;

/** The theorems about path length and κ. */
public final class PathLengths {

    private PathLengths() {}

    /** In the order in which they should be read. */
    public static List<Theorem<?, ?, ?>> theorems() {
        return List.of(
                PredictorCausal.THEOREM,
                KappaInvariance.SIMILARITY,
                KappaInvariance.BLOCKS,
                KappaIdentities.THEOREM,
                KappaBestScale.THEOREM.and(KappaReading.CLAIM),
                KappaRanges.THEOREM,
                KappaRanges.FLOOR,
                KappaConvexity.TREND,
                KappaConvexity.MEAN,
                KappaMeans.NOISE,
                KappaMeans.ORDERS);
    }
}
