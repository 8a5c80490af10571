package org.theoremcheck.guard.steprule;

import java.util.List;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Theorem;

/** The claims about all rules. */
public final class StepRules {

    private StepRules() {}

    /** The claim as it is about optimizers in floats, if it is about a step rule. */
    public static Claim<?, ?, ?> inFloats(Claim<?, ?, ?> claim) {
        return claim.setting().instance() == Course.class ? coarse(claim) : claim;
    }

    /** Claims about courses are those of this package. */
    @SuppressWarnings("unchecked")
    private static <S, E> Claim<Course, S, E> coarse(Claim<?, ?, ?> claim) {
        Claim<Course, S, E> ours = (Claim<Course, S, E>) claim;
        return ours.in(ours.setting()
                .on(ours.setting().families().stream()
                        .map(family -> new Family<>(
                                family.name(),
                                family.group(),
                                family.size(),
                                in -> family.sampler().apply(in).inFloats()))
                        .toList()));
    }

    /** A theorem for each rule, with its slips as controls. */
    public static List<Theorem<?, ?, ?>> theorems() {
        return List.of(
                Sgd.THEOREM,
                Momentum.THEOREM,
                Nesterov.THEOREM,
                NormClipping.THEOREM,
                ElementClipping.THEOREM,
                Adam.THEOREM,
                AdamHat.THEOREM,
                AdamW.THEOREM,
                Adagrad.THEOREM,
                RmsProp.THEOREM,
                Adadelta.THEOREM,
                Nadam.THEOREM,
                SignDescent.THEOREM,
                Muon.THEOREM);
    }
}
