package org.theoremcheck.dualspace.bias;

import java.util.List;
import org.theoremcheck.claim.Theorem;

/** The theorems of this package, in the order in which they should be read. */
public final class BiasTheorems {

    private BiasTheorems() {}

    /** Where descent stays, what it finds, and when that depends on the step. */
    public static List<Theorem<?, ?, ?>> theorems() {
        return List.of(
                RowSpaceInvariance.THEOREM,
                ImplicitBiasIsotropic.THEOREM,
                ImplicitBiasSpanPreserving.THEOREM,
                IsotropyNecessary.THEOREM,
                NormalizedDescentSteps.THEOREM,
                LearningRates.DEPENDENCE,
                LearningRates.INDEPENDENCE,
                HomogeneousSingleSample.THEOREM,
                QuadraticPreconditioner.LIMIT,
                QuadraticPreconditioner.DISTANCE);
    }
}
