package org.theoremcheck.claim;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A condition under which a theorem is claimed.
 *
 * @param name by which an alteration drops it
 * @param margin how well an instance meets it: met exactly where the margin is at least 0; NaN is broken
 * @param broken families of instances that break this hypothesis alone, and with it the claim; at least one, the simplest first
 */
public record Hypothesis<I>(String name, ToDoubleFunction<I> margin, List<Family<I>> broken) {

    public Hypothesis {
        broken = List.copyOf(broken);
        if (broken.isEmpty()) {
            throw new IllegalArgumentException("no family breaks the hypothesis '" + name + "'");
        }
    }

    /** A hypothesis that one family breaks. */
    public Hypothesis(String name, ToDoubleFunction<I> margin, Family<I> broken) {
        this(name, margin, List.of(broken));
    }

    /** The finding on an instance that does not meet it: the claim says nothing. */
    public Finding unmet() {
        return Finding.without(Verdict.VACUOUS, "hypothesis '" + name + "' is not met");
    }
}
