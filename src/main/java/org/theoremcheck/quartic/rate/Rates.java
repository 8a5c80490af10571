package org.theoremcheck.quartic.rate;

import java.util.List;
import org.theoremcheck.claim.Theorem;

/** The theorems about rates of convergence. */
public final class Rates {

    private Rates() {}

    /** In the order in which they should be read. */
    public static List<Theorem<?, ?, ?>> theorems() {
        return List.of(
                NearLinear.THEOREM,
                NearLinear.TRIGGERED,
                EpochRatios.THEOREM,
                GradientDescentSublinear.THEOREM,
                GradientDescentSublinear.FASTER,
                FixedStall.THEOREM);
    }
}
