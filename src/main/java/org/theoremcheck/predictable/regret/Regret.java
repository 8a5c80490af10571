package org.theoremcheck.predictable.regret;

import java.util.List;
import org.theoremcheck.claim.Theorem;

/** The theorems about regret. */
public final class Regret {

    private Regret() {}

    /** In the order in which they should be read. */
    public static List<Theorem<?, ?, ?>> theorems() {
        return List.of(
                RegretTwoStep.THEOREM,
                RegretOneStep.THEOREM,
                RegretFtrl.THEOREM,
                RegretTuned.THEOREM,
                RegretAdaptiveStep.THEOREM,
                RegretNegativeTerms.THEOREM,
                RegretIdentity.THEOREM,
                HintIdentity.THEOREM,
                RegretMetamorphic.THEOREM);
    }
}
