package org.theoremcheck.guard.steprule;

import java.util.List;
import org.theoremcheck.claim.Theorem;

/** The claims about all rules. */
public final class StepRules {

    private StepRules() {}

    /** A theorem for each rule, with its slips as controls. */
    public static List<Theorem<?, ?, ?>> theorems() {
        return List.of(
                Sgd.THEOREM,
                Momentum.THEOREM,
                Nesterov.THEOREM,
                NormClipping.THEOREM,
                ElementClipping.THEOREM,
                Adam.THEOREM,
                AdamW.THEOREM,
                Adagrad.THEOREM,
                RmsProp.THEOREM,
                Adadelta.THEOREM,
                Nadam.THEOREM,
                SignDescent.THEOREM,
                Muon.THEOREM);
    }
}
