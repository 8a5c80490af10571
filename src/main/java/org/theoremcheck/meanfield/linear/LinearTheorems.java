package org.theoremcheck.meanfield.linear;

import java.util.List;
import org.theoremcheck.claim.Theorem;

/** The theorems about the linear loss. */
public final class LinearTheorems {

    private LinearTheorems() {}

    /** In the order in which they should be read. */
    public static List<Theorem<?, ?, ?>> theorems() {
        return List.of(
                LinearExact.THEOREM,
                MeanSquareStability.THEOREM,
                Limits.GRADIENT_FLOW,
                Limits.ONLINE,
                Limits.FIRST_ORDER,
                Limits.BALANCE);
    }
}
