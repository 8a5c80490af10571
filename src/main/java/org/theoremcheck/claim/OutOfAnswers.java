package org.theoremcheck.claim;

/** A recorded subject was asked for more than it had answered. */
public final class OutOfAnswers extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OutOfAnswers(int episode, int answers) {
        super("the recording ends after answer " + answers + " of episode " + episode, null, false, false);
    }
}
