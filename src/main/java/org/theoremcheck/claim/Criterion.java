package org.theoremcheck.claim;

import java.util.function.ToDoubleFunction;

/**
 * A yes-or-no criterion on a whole run, such as a law of hitting times or the existence of something that the run exhibits.
 *
 * @param text the criterion as a sentence or formula
 * @param margin at least 0 where it is met, negative where it is not, in [−1, 1]; NaN where the run decides nothing
 */
public record Criterion<E>(String text, ToDoubleFunction<E> margin) implements Statement<E> {

    @Override
    public Finding judge(E evidence) {
        double margin = this.margin.applyAsDouble(evidence);
        if (Double.isNaN(margin)) {
            return Finding.without(Verdict.INCONCLUSIVE, "the run decides nothing");
        }
        double severity = Math.max(-1, Math.min(1, -margin));
        return new Finding(margin < 0 ? Verdict.VIOLATED : Verdict.HOLDS, -margin, 0, 0, severity, "");
    }

    @Override
    public String tolerance() {
        return "none: the criterion is decided by the margins it states";
    }
}
