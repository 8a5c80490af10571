package org.theoremcheck.predictable.stationarity;

import java.util.List;
import org.theoremcheck.claim.Theorem;

/** The theorems about stationarity under proxy descent. */
public final class Stationarity {

    private Stationarity() {}

    /** In the order in which they should be read. */
    public static List<Theorem<?, ?, ?>> theorems() {
        return List.of(
                StationarityBound.THEOREM,
                StationaritySharp.THEOREM,
                StationarityExtendedStep.THEOREM,
                StationarityDelayed.THEOREM);
    }
}
