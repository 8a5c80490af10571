package org.theoremcheck.predictable.projection;

import java.util.List;
import org.theoremcheck.claim.Theorem;

/** The theorems about random projections. */
public final class Projections {

    private Projections() {}

    /** In the order in which they should be read. */
    public static List<Theorem<?, ?, ?>> theorems() {
        return List.of(
                ProjectionKappa.THEOREM,
                ProjectionMoments.UNBIASED,
                ProjectionMoments.VARIANCE,
                ProjectionNorm.THEOREM,
                ProjectionTail.THEOREM,
                ProjectionRank.THEOREM);
    }
}
