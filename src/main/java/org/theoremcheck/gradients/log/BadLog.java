package org.theoremcheck.gradients.log;

import java.io.IOException;

/** A file that cannot be read as a log of gradients; the message is one sentence for the one who named the file. */
public final class BadLog extends IOException {

    private static final int SHOWN = 40;

    /**
     * A sentence.
     *
     * @param where the file, with its entry and the place in it where there is one
     * @param what what was found there, and what was expected instead
     */
    public BadLog(String where, String what) {
        super(where + ": " + what);
    }

    /** A text of the file in quotes, short and printable. */
    static String quoted(String text) {
        return '"' + shown(text) + '"';
    }

    /** A text of the file, short and printable. */
    static String shown(String text) {
        String start = text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
        return start.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cs}\\u2028\\u2029]", "?");
    }
}
