package org.theoremcheck.dualspace.descent;

import java.util.List;
import org.theoremcheck.claim.Theorem;

/** The theorems of this package, in the order in which they should be read. */
public final class DescentTheorems {

    private DescentTheorems() {}

    /** Descent of the loss, of the dual, and how fast. */
    public static List<Theorem<?, ?, ?>> theorems() {
        return List.of(
                Recurrence.THEOREM,
                LossDescent.THEOREM,
                DualDescent.THEOREM,
                ResidualConvergence.THEOREM,
                LinearRate.THEOREM,
                LinearRateBudget.THEOREM,
                PathLength.LENGTH,
                PathLength.DISTANCE,
                Equivariance.THEOREM,
                Memoryless.THEOREM,
                BregmanIdentity.THEOREM,
                BregmanNonnegative.THEOREM);
    }
}
