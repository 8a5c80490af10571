package org.theoremcheck.quartic.ravine;

import java.util.List;
import org.theoremcheck.claim.Theorem;

/** The theorems about ravines. */
public final class Ravines {

    private Ravines() {}

    /** In the order in which they should be read. */
    public static List<Theorem<?, ?, ?>> theorems() {
        return List.of(RavineDecomposition.THEOREM, RavineDecomposition.QUARTIC_TERM, ConvexRavineStraight.THEOREM);
    }
}
