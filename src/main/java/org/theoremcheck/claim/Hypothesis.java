package org.theoremcheck.claim;

import java.util.function.ToDoubleFunction;

/**
 * A condition under which a theorem is claimed.
 *
 * @param name by which an alteration drops it
 * @param margin how well an instance meets it: met exactly where the margin is at least 0; NaN is broken
 * @param broken instances that break this hypothesis alone, and with it the claim
 */
public record Hypothesis<I>(String name, ToDoubleFunction<I> margin, Family<I> broken) {}
