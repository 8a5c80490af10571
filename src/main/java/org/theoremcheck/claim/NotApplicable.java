package org.theoremcheck.claim;

/** The claim says nothing of this instance or this subject; thrown by a referee or a subject, with the reason. */
public final class NotApplicable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param reason what is missing */
    public NotApplicable(String reason) {
        super(reason, null, false, false);
    }
}
