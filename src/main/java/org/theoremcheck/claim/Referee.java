package org.theoremcheck.claim;

/**
 * The protocol of a theorem as a direct loop: plays an instance with a subject, believes only the subject's answers, and folds
 * what it sees into a small evidence whose size does not grow with the steps.
 *
 * @param <I> instance
 * @param <S> role
 * @param <E> evidence
 */
@FunctionalInterface
public interface Referee<I, S, E> {

    /**
     * Plays the instance.
     *
     * @throws Misplay if the subject breaks the rules of its role
     * @throws OutOfAnswers if a recorded subject has no more answers
     */
    E play(I instance, Subject<I, S> subject);
}
