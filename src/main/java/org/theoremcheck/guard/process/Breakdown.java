package org.theoremcheck.guard.process;

/** The conversation with a process came to an end before its time: it crashed, fell silent, or spoke out of turn. */
public final class Breakdown extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Breakdown(String reason) {
        super(reason, null, false, false);
    }
}
