package org.theoremcheck.quartic.longstep;

import java.util.List;
import org.theoremcheck.claim.Theorem;

/** The theorems about long steps and epochs. */
public final class LongSteps {

    private LongSteps() {}

    /** In the order in which they should be read. */
    public static List<Theorem<?, ?, ?>> theorems() {
        return List.of(
                PolyakStepIdentity.THEOREM,
                PolyakClassical.THEOREM,
                PolyakClassical.RATE,
                LongStepHomogeneous.THEOREM,
                PolyakNewtonMap.THEOREM,
                PolyakNewtonMap.LIMIT,
                EpochContraction.THEOREM,
                TriggerContraction.THEOREM,
                RosenbrockClosedForms.THEOREM,
                RosenbrockClosedForms.SHORT_STEP);
    }
}
