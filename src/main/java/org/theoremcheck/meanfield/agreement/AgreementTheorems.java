package org.theoremcheck.meanfield.agreement;

import java.util.List;
import org.theoremcheck.claim.Theorem;

/** The theorems about simulations. */
public final class AgreementTheorems {

    private AgreementTheorems() {}

    /** In the order in which they should be read. */
    public static List<Theorem<?, ?, ?>> theorems() {
        return List.of(
                Agreement.LINEAR,
                Agreement.LOGISTIC,
                Agreement.TANH,
                Agreement.COMMITTEE,
                Wasserstein.MARGINALS,
                Wasserstein.JOINT,
                WassersteinDecay.THEOREM,
                ResidualLaw.THEOREM,
                Universality.THEOREM,
                EnergyIdentities.THEOREM,
                Responses.THEOREM,
                Structure.CAUSALITY,
                Structure.PERMUTATION,
                DescentAndFlow.THEOREM,
                IncrementMoments.THEOREM);
    }
}
