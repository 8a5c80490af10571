package org.theoremcheck.claim;

/**
 * What is under test: something that takes up a role for an instance. A reference algorithm, somebody else's library, a process
 * and a recorded run are all subjects.
 *
 * @param <I> instance
 * @param <S> role, an interface whose methods take and return numbers and vectors
 */
@FunctionalInterface
public interface Subject<I, S> {

    /** Begins an episode: a fresh state in the given role. A referee may begin several episodes in one judgement. */
    S begin(I instance);
}
