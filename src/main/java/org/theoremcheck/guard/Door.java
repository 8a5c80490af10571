package org.theoremcheck.guard;

import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Subject;

/** The way to somebody's implementation, which plays one claim after the other. */
public interface Door extends AutoCloseable {

    /** What the subject says of itself. */
    Capabilities capabilities();

    /** The subject for the next claim. */
    <I, S, E> Subject<I, S> open(Claim<I, S, E> claim);

    /** The share of the time for the claim that is left; at most 0 where it is of no use to play on, as the subject broke down too often. */
    double left();

    /**
     * Ends the claim.
     *
     * @throws RuntimeException if it turns out now that the subject is not to be trusted, with the reason
     */
    void settle();

    /** What the subject said besides its answers, such as the end of its standard error. */
    String aside();

    @Override
    void close();
}
