package org.theoremcheck.claim;

import java.util.List;
import java.util.function.Function;

/**
 * A set of instances that satisfy the hypotheses of a claim by construction.
 *
 * @param name unique within the project; part of the hash of every draw
 * @param group what its instances are counted and drawn together with, such as the geometry
 * @param size number of members, or {@link #UNBOUNDED}
 * @param sampler the instance of a draw; a pure function
 */
public record Family<I>(String name, String group, int size, Function<Draw, I> sampler) {

    /** The size of a family that can be drawn from without end. */
    public static final int UNBOUNDED = Integer.MAX_VALUE;

    /** A random family. */
    public static <I> Family<I> drawn(String name, String group, Function<Draw, I> sampler) {
        return new Family<>(name, group, UNBOUNDED, sampler);
    }

    /** The members listed and no others: equality cases, witnesses. */
    @SafeVarargs
    public static <I> Family<I> of(String name, String group, I... members) {
        List<I> listed = List.of(members);
        return new Family<>(name, group, listed.size(), in -> listed.get((int) (in.index() % listed.size())));
    }

    /** The instance with the given index under the master seed. */
    public I draw(long seed, long index) {
        return sampler.apply(new Draw(seed, name, index));
    }
}
